/**
 * XMLHttpRequest over network fixtures. XMLHttpRequest Standard; Blink: XMLHttpRequest, XMLHttpRequestProgressEventThrottle. A
 * synchronous one blocks the one thread until all of the answer is there.
 * Simplified: no responseXML; XML is not looked at before the program hears of it; an upload is told of once, when all has gone.
 */
export const xhrSource = `function (require, global) {
  const { Object, TypeError, Uint8Array, JSON } = global;
  const { define, constants, need, toText, toUsv, concat, domException } = require('internal/webidl');
  const events = require('internal/event_target');
  const { EventTarget, handlers, fire } = events;
  const { ProgressEvent } = require('internal/event_classes');
  const { newHeaders, isName } = require('internal/headers');
  const { extract } = require('internal/body');
  const { baseUrl, redirected, locationOf, headersOf } = require('internal/request_response');
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
  /** In ms: what comes sooner behind a progress event waits, and is told of together. */
  const progressInterval = 50;
  /** In ms: when Chromium tells of an upload, unless the answer is there before. */
  const uploadInterval = 100;
  /** In bytes: so much of what may be anything Chromium looks at before the program hears of it. Net: SniffMimeType. */
  const sniffed = 1024;
  const maySniff = (headers) => /^(?:|text\\/plain)$/.test(essenceOf(headers)) && !/^\\s*nosniff/i.test(headers.get('x-content-type-options') ?? '');
  const essenceOf = (headers) => (headers.get('content-type') ?? '').replace(/;.*$/s, '').trim().toLowerCase();
  const bytesIn = (chunks) => chunks.reduce((sum, { length }) => sum + length, 0);
  const fail = (member, message, name) => { throw domException("Failed to " + member + " on 'XMLHttpRequest': " + message, name); };

  class XMLHttpRequest extends XMLHttpRequestEventTarget {
    #state = 0; #method; #parts; #isAsync = true; #headers; #isSent = false; #sentAt; #id; #timer; #answer; #shown; #chunks = [];
    #responseType = ''; #timeout = 0; #withCredentials = false; #isError = false; #value; #upload; #mime;
    #flight = 0; #uploadTimer; #isUploaded = false; #lastProgress = -Infinity; #progressTimer;
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
      if (!isAsync && (this.#timeout !== 0 || this.#responseType !== '')) fail("execute 'open'", 'Synchronous requests ' + (this.#timeout !== 0 ? 'must not set a timeout.' : 'from a document must not set a response type.'), 'InvalidAccessError');
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
      const words = toText(value).replace(/^[\\t\\n\\r ]+|[\\t\\n\\r ]+$/g, '');
      if (/[\\0\\r\\n]/.test(words)) fail("execute 'setRequestHeader'", "'" + words + "' is not a valid HTTP header field value.", 'SyntaxError');
      this.#headers.append(text, words);
    }
    get timeout() { return this.#timeout; }
    set timeout(value) {
      if (!this.#isAsync && this.#state === 1) throw domException("Failed to set the 'timeout' property on 'XMLHttpRequest': Timeouts cannot be set for synchronous requests made from a document.", 'InvalidAccessError');
      this.#timeout = value >>> 0;
      if (this.#isSent) this.#startTimeout();
    }
    get withCredentials() { return this.#withCredentials; }
    set withCredentials(value) { this.#withCredentials = !!value; }
    get upload() { return (this.#upload ??= new XMLHttpRequestUpload()); }
    send(body = null) {
      if (this.#state !== 1 || this.#isSent) fail("execute 'send'", "The object's state must be OPENED.", 'InvalidStateError');
      const hasBody = body !== null && body !== undefined && this.#method !== 'GET' && this.#method !== 'HEAD';
      const size = hasBody ? (extract(body).body.bytes?.length ?? 0) : 0;
      this.#isSent = true;
      if (!this.#isAsync) return this.#block();
      this.#progress('loadstart');
      if (this.#state !== 1 || !this.#isSent) return;
      this.#isUploaded = false;
      if (hasBody && this.#upload !== undefined) {
        fire(this.#upload, new ProgressEvent('loadstart', { lengthComputable: size > 0, loaded: 0, total: size }));
        if (this.#state !== 1 || !this.#isSent) return;
        this.#uploadTimer = %Wait('xmlHttpRequest', this.#name() + ' (upload)', 'networking', uploadInterval, () => this.#uploaded(size), true);
      }
      this.#sentAt = %Now();
      this.#startTimeout();
      this.#ask(0, size);
    }
    #name() { return this.#method + ' ' + this.#parts[0]; }
    #startTimeout() {
      if (this.#timer !== undefined) %StopWaiting(this.#timer);
      this.#timer = undefined;
      if (this.#timeout === 0 || this.#sentAt === undefined) return;
      const left = this.#timeout - (%Now() - this.#sentAt);
      this.#timer = %Wait('xmlHttpRequest', this.#name() + ' (timeout)', 'networking', left > 0 ? left : 0, () => {
        this.#timer = undefined;
        this.#fails('timeout');
      }, true);
    }
    #ask(redirects, size) {
      const answer = %NetworkAnswer(this.#method, this.#parts[0]);
      this.#id = %Wait('xmlHttpRequest', this.#name(), 'networking', answer.never ? Infinity : answer.latency, (reason) => {
        this.#id = undefined;
        if ((reason ?? answer.fail) !== undefined) return this.#fails('error');
        if (!this.#follows(answer)) return this.#receive(answer, size);
        if (redirects < 20 && this.#state === 1) this.#ask(redirects + 1, size);
        else this.#fails('error');
      }, true);
    }
    /** Whether there is more to ask for: this request is about that now. */
    #follows(answer) {
      const location = locationOf(answer);
      if (location === undefined) return false;
      const next = redirected(answer.status, location, this.#method, this.#parts);
      if (next === undefined) return false;
      this.#parts = next.parts;
      this.#method = next.method;
      return true;
    }
    #block() {
      const { 0: url } = this.#parts;
      for (let redirects = 0; ; redirects++) {
        const answer = %NetworkAnswer(this.#method, this.#parts[0]);
        let delay = answer.never ? 0 : answer.latency;
        if (answer.fail === undefined) for (let i = 0; i < answer.pieces.length; i++) delay += answer.pieces[i].delay;
        %Block('xmlHttpRequest', this.#name(), delay);
        if (answer.fail !== undefined || answer.never || redirects > 20) {
          this.#isError = true;
          this.#state = 4;
          fail("execute 'send'", "Failed to load '" + url + "'.", 'NetworkError');
        }
        if (this.#follows(answer)) continue;
        this.#show(answer);
        for (let i = 0; i < answer.pieces.length; i++) this.#chunks.push(answer.pieces[i].bytes);
        this.#state = 4;
        this.#fire('readystatechange');
        this.#progress('load');
        this.#progress('loadend');
        return;
      }
    }
    #uploaded(size) {
      if (this.#uploadTimer === undefined || this.#isUploaded) return;
      %StopWaiting(this.#uploadTimer);
      this.#uploadTimer = undefined;
      this.#isUploaded = true;
      const init = { lengthComputable: size > 0, loaded: size, total: size };
      for (const type of ['progress', 'load', 'loadend']) fire(this.#upload, new ProgressEvent(type, init));
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
      return this.#answer === undefined || !isName(text) ? null : this.#shown.get(text);
    }
    getAllResponseHeaders() {
      let text = '';
      if (this.#answer !== undefined) for (const [name, value] of this.#shown) text += name + ': ' + value + '\\r\\n';
      return text;
    }
    overrideMimeType(mime) {
      if (this.#state >= 3) fail("execute 'overrideMimeType'", "MimeType cannot be overridden when the state is LOADING or DONE.", 'InvalidStateError');
      this.#mime = toText(mime);
    }
    get responseType() { return this.#responseType; }
    set responseType(value) {
      if (!this.#isAsync && this.#state === 1) throw domException("Failed to set the 'responseType' property on 'XMLHttpRequest': The response type cannot be changed for synchronous requests made from a document.", 'InvalidAccessError');
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
      else if (type === 'blob') value = require('internal/blob').newBlob(bytes, this.#mime ?? (essenceOf(this.#shown) || 'text/xml'));
      else if (type === 'json') {
        // Blink parses it anew each time.
        try { return JSON.parse(%Utf8Decode(bytes)); } catch { return null; }
      }
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
    #progress(type) {
      const loaded = bytesIn(this.#chunks);
      const total = +(this.#shown?.get('content-length') ?? 0);
      fire(this, new ProgressEvent(type, { lengthComputable: total > 0, loaded, total }));
    }
    #show(answer) {
      this.#answer = answer;
      this.#shown = headersOf(answer);
    }
    #clear() {
      this.#answer = undefined;
      this.#shown = undefined;
      this.#chunks = [];
      this.#isError = false;
      this.#value = undefined;
      this.#lastProgress = -Infinity;
    }
    #stop() {
      for (const id of [this.#id, this.#timer, this.#uploadTimer, this.#progressTimer]) if (id !== undefined) %StopWaiting(id);
      this.#flight++;
      this.#id = this.#timer = this.#uploadTimer = this.#progressTimer = this.#sentAt = undefined;
    }
    #fails(type) {
      this.#stop();
      this.#clear();
      this.#isError = true;
      this.#isSent = false;
      this.#state = 4;
      this.#fire('readystatechange');
      if (this.#upload !== undefined && !this.#isUploaded) {
        this.#isUploaded = true;
        fire(this.#upload, new ProgressEvent(type));
        fire(this.#upload, new ProgressEvent('loadend'));
      }
      this.#progress(type);
      this.#progress('loadend');
    }
    #receive(answer, size) {
      const flight = this.#flight;
      this.#uploaded(size);
      if (this.#flight !== flight) return;
      const held = maySniff(headersOf(answer)) ? [] : undefined;
      if (held === undefined) this.#head(answer);
      if (this.#flight === flight) this.#deliver(answer, 0, held);
    }
    #head(answer) {
      this.#show(answer);
      this.#state = 2;
      this.#fire('readystatechange');
    }
    /** \`held\`: what has come so far, while nobody knows yet what it is. */
    #deliver(answer, at, held) {
      const { pieces } = answer;
      const flight = this.#flight;
      for (let index = at; index < pieces.length; index++) {
        const { delay, bytes } = pieces[index];
        if (index === 0 && delay === 0) {
          held = this.#take(answer, bytes, held);
          if (this.#flight !== flight) return;
          continue;
        }
        this.#id = %Wait('xmlHttpRequest', this.#name() + ' (part ' + (index + 1) + ' of ' + pieces.length + ')', 'networking', delay, (reason) => {
          this.#id = undefined;
          if (reason !== undefined) return this.#fails('error');
          held = this.#take(answer, bytes, held);
          if (this.#flight === flight) this.#deliver(answer, index + 1, held);
        }, true);
        return;
      }
      if (held !== undefined) {
        this.#release(answer, held);
        if (this.#flight !== flight) return;
      }
      const isDeferred = this.#progressTimer !== undefined;
      this.#stop();
      this.#state = 4;
      this.#isSent = false;
      if (isDeferred) this.#progress('progress');
      this.#fire('readystatechange');
      if (this.#state !== 4) return;
      this.#progress('load');
      this.#progress('loadend');
    }
    #take(answer, bytes, held) {
      if (bytes.length === 0) return held;
      if (held === undefined) {
        this.#add(bytes);
        return undefined;
      }
      held.push(bytes);
      if (bytesIn(held) < sniffed) return held;
      this.#release(answer, held);
      return undefined;
    }
    #release(answer, held) {
      this.#head(answer);
      if (this.#state === 2 && held.length > 0) this.#add(concat(held));
    }
    #add(bytes) {
      this.#chunks.push(bytes);
      if (this.#state !== 3) {
        this.#state = 3;
        this.#fire('readystatechange');
        if (this.#state === 3) this.#tell(false);
      } else if (this.#progressTimer === undefined) {
        const left = this.#lastProgress + progressInterval - %Now();
        if (left <= 0) return this.#tell(true);
        this.#progressTimer = %Wait('xmlHttpRequest', this.#name() + ' (progress)', 'networking', left, () => {
          this.#progressTimer = undefined;
          this.#tell(true);
        }, true);
      }
    }
    #tell(isLater) {
      this.#lastProgress = %Now();
      if (isLater) this.#fire('readystatechange');
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
