/**
 * XMLHttpRequest over network fixtures. XMLHttpRequest Standard. A synchronous one blocks the one thread for its latency.
 * Simplified: no responseXML, uploads are there at once.
 */
export const xhrSource = `function (require, global) {
  const { Object, TypeError, Uint8Array, JSON } = global;
  const { define, constants, need, toText, toUsv, concat, domException } = require('internal/webidl');
  const events = require('internal/event_target');
  const { EventTarget, handlers, fire } = events;
  const { ProgressEvent } = require('internal/event_classes');
  const { Headers, newHeaders, isName } = require('internal/headers');
  const { baseUrl, isNullBody } = require('internal/request_response');
  const names = ['loadstart', 'progress', 'abort', 'error', 'load', 'timeout', 'loadend'];

  class XMLHttpRequestEventTarget extends EventTarget {
    constructor(given = undefined) {
      if (new.target === XMLHttpRequestEventTarget) throw new TypeError("Failed to construct 'XMLHttpRequestEventTarget': Illegal constructor");
      super();
    }
  }
  for (let i = 0; i < names.length; i++) handlers.define(XMLHttpRequestEventTarget.prototype, names[i]);
  class XMLHttpRequestUpload extends XMLHttpRequestEventTarget {}
  const states = { UNSENT: 0, OPENED: 1, HEADERS_RECEIVED: 2, LOADING: 3, DONE: 4 };
  const fail = (member, message, name) => { throw domException("Failed to " + member + " on 'XMLHttpRequest': " + message, name); };

  class XMLHttpRequest extends XMLHttpRequestEventTarget {
    #state = 0; #method; #parts; #isAsync = true; #headers; #isSent = false; #id; #timer; #answer; #chunks = [];
    #responseType = ''; #timeout = 0; #withCredentials = false; #isError = false; #value; #upload; #mime;
    constructor() {
      super();
      %InitEventTarget(this, 'XMLHttpRequest');
    }
    get readyState() { return this.#state; }
    open(method, url, isAsync = true) {
      need(arguments, 2, 'XMLHttpRequest', 'open');
      const given = toText(method);
      const address = toUsv(url);
      if (!isName(given)) fail("execute 'open'", "'" + given + "' is not a valid HTTP method.", 'SyntaxError');
      if (/^(?:connect|trace|track)$/i.test(given)) fail("execute 'open'", "'" + given + "' HTTP method is unsupported.", 'SecurityError');
      const parts = %ParseUrl(address, baseUrl());
      if (parts === undefined) fail("execute 'open'", 'Invalid URL', 'SyntaxError');
      if (!isAsync && (this.#timeout !== 0 || this.#responseType !== '')) fail("execute 'open'", 'Synchronous requests ' + (this.#timeout !== 0 ? 'must not set a timeout.' : 'must not set a response type.'), 'InvalidAccessError');
      this.#stop();
      this.#method = /^(?:delete|get|head|options|post|put)$/i.test(given) ? given.toUpperCase() : given;
      this.#parts = parts;
      this.#isAsync = !!isAsync;
      this.#headers = newHeaders([], 'request');
      this.#isSent = false;
      this.#clear();
      if (this.#state !== 1) {
        this.#state = 1;
        this.#fire('readystatechange');
      }
    }
    setRequestHeader(name, value) {
      need(arguments, 2, 'XMLHttpRequest', 'setRequestHeader');
      if (this.#state !== 1 || this.#isSent) fail("execute 'setRequestHeader'", "The object's state must be OPENED.", 'InvalidStateError');
      const text = toText(name);
      if (!isName(text)) fail("execute 'setRequestHeader'", "'" + text + "' is not a valid HTTP header field name.", 'SyntaxError');
      this.#headers.append(text, toText(value));
    }
    get timeout() { return this.#timeout; }
    set timeout(value) {
      if (!this.#isAsync && this.#state === 1) throw domException("Failed to set the 'timeout' property on 'XMLHttpRequest': Timeouts cannot be set for synchronous requests made from a document.", 'InvalidAccessError');
      this.#timeout = value >>> 0;
    }
    get withCredentials() { return this.#withCredentials; }
    set withCredentials(value) { this.#withCredentials = !!value; }
    get upload() { return (this.#upload ??= new XMLHttpRequestUpload()); }
    send(body = null) {
      if (this.#state !== 1 || this.#isSent) fail("execute 'send'", "The object's state must be OPENED.", 'InvalidStateError');
      const url = this.#parts[0];
      const answer = %NetworkAnswer(this.#method, url);
      const name = this.#method + ' ' + url;
      if (!this.#isAsync) {
        this.#isSent = true;
        %Block('xmlHttpRequest', name, answer.never ? 0 : answer.latency);
        if (answer.fail !== undefined || answer.never) {
          this.#isError = true;
          this.#state = 4;
          fail("execute 'send'", "Failed to load '" + url + "'.", 'NetworkError');
        }
        this.#answer = answer;
        for (let i = 0; i < answer.pieces.length; i++) this.#chunks.push(answer.pieces[i].bytes);
        this.#state = 4;
        this.#fire('readystatechange');
        this.#progress('load');
        this.#progress('loadend');
        return;
      }
      this.#isSent = true;
      this.#progress('loadstart');
      if (this.#state !== 1 || !this.#isSent) return;
      if (this.#timeout > 0) this.#timer = %Wait('xmlHttpRequest', name + ' (timeout)', 'networking', this.#timeout, () => {
        this.#timer = undefined;
        this.#fails('timeout');
      }, true);
      this.#id = %Wait('xmlHttpRequest', name, 'networking', answer.never ? Infinity : answer.latency, (reason) => {
        this.#id = undefined;
        if ((reason ?? answer.fail) !== undefined) this.#fails('error');
        else this.#receive(answer);
      }, true);
    }
    abort() {
      const isUnderWay = this.#id !== undefined;
      this.#stop();
      if (isUnderWay || (this.#state === 1 && this.#isSent) || this.#state === 2 || this.#state === 3) this.#fails('abort');
      if (this.#state === 4) {
        this.#state = 0;
        this.#clear();
      }
    }
    get responseURL() { return this.#answer === undefined ? '' : this.#parts[0].replace(/#.*$/s, ''); }
    get status() { return this.#answer?.status ?? 0; }
    get statusText() { return this.#answer?.statusText ?? ''; }
    getResponseHeader(name) {
      need(arguments, 1, 'XMLHttpRequest', 'getResponseHeader');
      const text = toText(name);
      return this.#answer === undefined || !isName(text) ? null : newHeaders(this.#answer.headers, 'none').get(text);
    }
    getAllResponseHeaders() {
      let text = '';
      if (this.#answer !== undefined) for (const [name, value] of newHeaders(this.#answer.headers, 'none')) text += name + ': ' + value + '\\r\\n';
      return text;
    }
    overrideMimeType(mime) {
      if (this.#state >= 3) fail("execute 'overrideMimeType'", "MimeType cannot be overridden when the state is LOADING or DONE.", 'InvalidStateError');
      this.#mime = toText(mime);
    }
    get responseType() { return this.#responseType; }
    set responseType(value) {
      if (this.#state >= 3) throw domException("Failed to set the 'responseType' property on 'XMLHttpRequest': The response type cannot be set if the object's state is LOADING or DONE.", 'InvalidStateError');
      const text = toText(value);
      if (['', 'arraybuffer', 'blob', 'document', 'json', 'text'].includes(text)) this.#responseType = text;
    }
    get response() {
      const type = this.#responseType;
      if (type === '' || type === 'text') return this.#state === 3 || this.#state === 4 ? this.#text() : '';
      if (this.#state !== 4 || this.#isError || this.#answer === undefined) return null;
      if (this.#value !== undefined) return this.#value.value;
      const bytes = concat(this.#chunks);
      let value = null;
      if (type === 'arraybuffer') value = bytes.buffer;
      else if (type === 'blob') value = require('internal/blob').newBlob(bytes, this.#mime ?? this.getResponseHeader('content-type') ?? '');
      else if (type === 'json') { try { value = JSON.parse(%Utf8Decode(bytes)); } catch {} }
      this.#value = { value };
      return value;
    }
    get responseText() {
      if (this.#responseType !== '' && this.#responseType !== 'text')
        throw domException("Failed to read the 'responseText' property from 'XMLHttpRequest': The value is only accessible if the object's 'responseType' is '' or 'text' (was '" + this.#responseType + "').", 'InvalidStateError');
      return this.#state === 3 || this.#state === 4 ? this.#text() : '';
    }
    get responseXML() { return null; }

    #text() { return this.#isError ? '' : %Utf8Decode(concat(this.#chunks)); }
    #fire(type) { fire(this, new events.Event(type)); }
    #progress(type, target = this) {
      let loaded = 0;
      for (let i = 0; i < this.#chunks.length; i++) loaded += this.#chunks[i].length;
      const total = +(this.#answer === undefined ? 0 : (newHeaders(this.#answer.headers, 'none').get('content-length') ?? 0));
      fire(target, new ProgressEvent(type, { lengthComputable: total > 0, loaded, total }));
    }
    #clear() { this.#answer = undefined; this.#chunks = []; this.#isError = false; this.#value = undefined; }
    #stop() {
      if (this.#id !== undefined) %StopWaiting(this.#id);
      if (this.#timer !== undefined) %StopWaiting(this.#timer);
      this.#id = undefined;
      this.#timer = undefined;
    }
    #fails(type) {
      this.#stop();
      this.#clear();
      this.#isError = true;
      this.#isSent = false;
      this.#state = 4;
      this.#fire('readystatechange');
      this.#progress(type);
      this.#progress('loadend');
    }
    #receive(answer) {
      this.#answer = answer;
      this.#state = 2;
      this.#fire('readystatechange');
      if (this.#state === 2) this.#deliver(answer.pieces, 0);
    }
    #deliver(pieces, at) {
      for (let index = at; index < pieces.length; index++) {
        const { delay, bytes } = pieces[index];
        if (index === 0 && delay === 0) {
          this.#take(bytes);
          if (this.#state !== 3) return;
          continue;
        }
        this.#id = %Wait('xmlHttpRequest', this.#method + ' ' + this.#parts[0] + ' (part ' + (index + 1) + ' of ' + pieces.length + ')', 'networking', delay, (reason) => {
          this.#id = undefined;
          if (reason !== undefined) return this.#fails('error');
          this.#take(bytes);
          if (this.#state === 3) this.#deliver(pieces, index + 1);
        }, true);
        return;
      }
      this.#stop();
      this.#state = 4;
      this.#isSent = false;
      this.#fire('readystatechange');
      if (this.#state !== 4) return;
      this.#progress('load');
      this.#progress('loadend');
    }
    #take(bytes) {
      if (bytes.length === 0) return;
      this.#chunks.push(bytes);
      this.#state = 3;
      this.#fire('readystatechange');
      if (this.#state === 3) this.#progress('progress');
    }
  }
  handlers.define(XMLHttpRequest.prototype, 'readystatechange');
  constants(XMLHttpRequest, states);
  define(XMLHttpRequestEventTarget);
  define(XMLHttpRequestUpload);
  define(XMLHttpRequest);
  return { XMLHttpRequest, XMLHttpRequestEventTarget, XMLHttpRequestUpload };
}`;
