/**
 * WebSocket and EventSource over network fixtures: what the other side says is scripted. WebSockets Standard; HTML: server-sent events.
 * Simplified: messages are texts. What an EventSource's fixture sends comes again when the connection is made again.
 */
export const socketsSource = `function (require, global) {
  const { Object, TypeError, ArrayBuffer } = global;
  const { isNode, define, constants, need, needUndici, toUsv, toText, bytesOf, domException } = require('internal/webidl');
  const events = require('internal/event_target');
  const { Event, EventTarget, handlers, fire } = events;
  const { MessageEvent, CloseEvent, ErrorEvent } = require('internal/event_classes');
  const { baseUrl } = require('internal/request_response');
  const { isBlob, bytesOfBlob } = require('internal/blob');
  const where = "Failed to construct 'WebSocket': ";

  function standIn(what) {
    %TellOfStandIn(what);
    const text = '{"underhood":"stand-in","message":"No fixture is about this connection, and nothing leaves this machine: describe it in underhood.network.json."}';
    return { latency: %NetworkLatency(), messages: [{ text, delay: 0 }], replies: [], close: undefined, fail: undefined, never: false };
  }

  class WebSocket extends EventTarget {
    #url; #parts; #state = 0; #protocol = ''; #binaryType = 'blob'; #script; #ids = new global.Set(); #buffered = 0;
    constructor(url, protocols = []) {
      if (isNode) needUndici(arguments, 1, 'WebSocket constructor');
      else need(arguments, 1, 'WebSocket', 'constructor');
      super();
      %InitEventTarget(this, 'WebSocket');
      const text = toUsv(url);
      let parts = %ParseUrl(text, baseUrl());
      if (parts === undefined) throw domException(isNode ? 'Invalid URL' : where + "The URL '" + text + "' is invalid.", 'SyntaxError');
      if (parts[2] === 'http:' || parts[2] === 'https:') parts = %ParseUrl(parts[0].replace('http', 'ws'));
      if (parts[2] !== 'ws:' && parts[2] !== 'wss:')
        throw domException(isNode ? 'Expected a ws: or wss: protocol, got ' + parts[2] : where + "The URL's scheme must be either 'http', 'https', 'ws', or 'wss'. '" + parts[2].slice(0, -1) + "' is not allowed.", 'SyntaxError');
      if (parts[10] !== '' || parts[0].endsWith('#'))
        throw domException(isNode ? 'Got fragment' : where + "The URL contains a fragment identifier ('" + parts[10].slice(1) + "'). Fragment identifiers are not allowed in WebSocket URLs.", 'SyntaxError');
      const wanted = typeof protocols === 'string' || !%IsObject(protocols) ? [toText(protocols)] : [...protocols].map(toText);
      const wrong = wanted.find((one) => !/^[!#$%&'*+\\-.^_|~0-9A-Za-z]+$/.test(one));
      const twice = wanted.find((one, index) => wanted.indexOf(one) < index);
      if (wrong !== undefined || twice !== undefined)
        throw domException(isNode ? 'Invalid Sec-WebSocket-Protocol value' : where + "The subprotocol '" + (wrong ?? twice) + "' is " + (wrong === undefined ? 'duplicated.' : 'invalid.'), 'SyntaxError');
      this.#parts = parts;
      this.#script = %NetworkChannel('sockets', parts[0]) ?? standIn('WebSocket ' + parts[0]);
      const script = this.#script;
      this.#wait('WebSocket ' + parts[0] + ' (connecting)', script.never ? Infinity : script.latency, (reason) => {
        if ((reason ?? script.fail) !== undefined) return this.#breaks('Received network error or non-101 status code.');
        this.#state = 1;
        this.#protocol = wanted[0] ?? '';
        this.#play(0);
        fire(this, new Event('open'));
      });
    }
    get url() { return this.#parts[0]; }
    get readyState() { return this.#state; }
    get bufferedAmount() { return this.#buffered; }
    get extensions() { this.#state; return ''; }
    get protocol() { return this.#protocol; }
    get binaryType() { return this.#binaryType; }
    set binaryType(value) {
      const text = toText(value);
      if (text === 'blob' || text === 'arraybuffer') this.#binaryType = text;
    }
    close(code = undefined, reason = undefined) {
      this.#state;
      if (code !== undefined) {
        code = +code & 65535;
        if (code !== 1000 && (code < 3000 || code > 4999))
          throw domException(isNode ? 'invalid code' : "Failed to execute 'close' on 'WebSocket': The close code must be either 1000, or between 3000 and 4999. " + code + ' is neither.', 'InvalidAccessError');
      }
      const words = reason === undefined ? '' : toUsv(reason);
      if (%Utf8Encode(words).length > 123) throw domException(isNode ? 'Reason must be less than 123 bytes; received ' + words.length : "Failed to execute 'close' on 'WebSocket': The close reason must not be greater than 123 UTF-8 bytes.", 'SyntaxError');
      if (this.#state >= 2) return;
      const wasConnecting = this.#state === 0;
      this.#state = 2;
      this.#stop();
      const name = 'WebSocket ' + this.#parts[0] + ' (closing)';
      if (wasConnecting) %QueueNetworkTask(name, () => this.#breaks('WebSocket is closed before the connection is established.'));
      else this.#wait(name, this.#script.latency, () => this.#ends(code ?? 1005, words, true));
    }
    send(data) {
      if (isNode) needUndici(arguments, 1, 'WebSocket.send');
      else need(arguments, 1, 'WebSocket', 'send');
      if (this.#state === 0) throw domException(isNode ? 'Sent before connected.' : "Failed to execute 'send' on 'WebSocket': Still in CONNECTING state.", 'InvalidStateError');
      const bytes = (isBlob(data) ? bytesOfBlob(data) : bytesOf(data)) ?? %Utf8Encode(toUsv(data));
      this.#buffered += bytes.length;
      // What nobody will send any more stays.
      if (this.#state !== 1) return;
      %QueueNetworkTask('WebSocket ' + this.#parts[0] + ' (sent)', () => { this.#buffered -= bytes.length; });
      const text = %Utf8Decode(bytes);
      for (const reply of this.#script.replies) {
        if (!%MatchesText(reply.to, text)) continue;
        this.#wait('WebSocket ' + this.#parts[0] + ' (reply)', this.#script.latency + reply.delay, (reason) => this.#say(reply.text, reason));
        return;
      }
    }
    #wait(name, delay, run) {
      const id = %Wait('webSocket', name, 'networking', delay, (reason) => {
        this.#ids.delete(id);
        run(reason);
      }, true);
      this.#ids.add(id);
    }
    #stop() {
      for (const id of this.#ids) %StopWaiting(id);
      this.#ids.clear();
    }
    /** One message of the script after the other; then it ends, or stays open for ever. */
    #play(at) {
      const { messages, close } = this.#script;
      const name = 'WebSocket ' + this.#parts[0];
      if (at < messages.length) {
        const { delay, text } = messages[at];
        this.#wait(name + ' (message ' + (at + 1) + ' of ' + messages.length + ')', delay, (reason) => {
          if (reason === undefined) this.#play(at + 1);
          this.#say(text, reason);
        });
      } else if (close !== undefined) this.#wait(name + ' (the other side closes)', close.delay, () => {
        this.#stop();
        this.#ends(close.code, close.reason, true);
      });
      else this.#wait(name + ' (open)', Infinity, (reason) => this.#breaks(reason ?? 'Connection was closed'));
    }
    #say(text, reason) {
      if (this.#state !== 1) return;
      if (reason !== undefined) return this.#breaks(reason);
      fire(this, new MessageEvent('message', { data: text, origin: this.#parts[1] === 'null' ? this.#parts[2] + '//' + this.#parts[5] : this.#parts[1] }));
    }
    #breaks(message) {
      this.#stop();
      this.#state = 3;
      if (isNode) {
        const event = new Event('error');
        Object.defineProperty(event, 'message', { value: message, enumerable: true, configurable: true });
        Object.defineProperty(event, 'error', { value: new TypeError(message), enumerable: true, configurable: true });
        fire(this, event);
      } else fire(this, new Event('error'));
      this.#ends(1006, '', false);
    }
    #ends(code, reason, wasClean) {
      this.#stop();
      this.#state = 3;
      fire(this, new CloseEvent('close', { wasClean, code, reason }));
    }
  }
  for (const name of ['open', 'error', 'close', 'message']) handlers.define(WebSocket.prototype, name);
  constants(WebSocket, { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 });
  define(WebSocket);

  /** In ms, unless the stream says another; Chromium's. */
  const reconnectionTime = 3000;

  class EventSource extends EventTarget {
    #parts; #state = 0; #withCredentials; #id; #lastId = ''; #retry = reconnectionTime;
    constructor(url, init = {}) {
      need(arguments, 1, 'EventSource', 'constructor');
      super();
      %InitEventTarget(this, 'EventSource');
      const text = toUsv(url);
      this.#parts = %ParseUrl(text, baseUrl());
      if (this.#parts === undefined) throw domException("Failed to construct 'EventSource': Cannot open an EventSource to '" + text + "'. The URL is invalid.", 'SyntaxError');
      this.#withCredentials = !!init?.withCredentials;
      this.#connect();
    }
    get url() { return this.#parts[0]; }
    get withCredentials() { return this.#withCredentials; }
    get readyState() { return this.#state; }
    close() {
      this.#state = 2;
      if (this.#id !== undefined) %StopWaiting(this.#id);
      this.#id = undefined;
    }
    #wait(what, delay, run) {
      this.#id = %Wait('eventSource', 'EventSource ' + this.#parts[0] + ' (' + what + ')', 'networking', delay, (reason) => {
        this.#id = undefined;
        if (reason === undefined) run();
        else this.#breaks();
      }, true);
    }
    /** A fixture among "events", or a route that answers with an event stream. */
    #connect() {
      const address = this.#parts[0];
      const channel = %NetworkChannel('events', address);
      const answer = channel === undefined ? %NetworkRoute('GET', address) : undefined;
      const script = channel ?? answer ?? standIn('EventSource ' + address);
      this.#wait('connecting', script.never ? Infinity : script.latency, () => {
        if (script.fail !== undefined) return this.#breaks();
        if (answer !== undefined && !isEventStream(answer)) {
          this.close();
          fire(this, new Event('error'));
          return;
        }
        this.#state = 1;
        if (answer === undefined) this.#play(script, 0);
        else this.#read(answer.pieces, 0, eventParser());
        fire(this, new Event('open'));
      });
    }
    #play(script, at) {
      const { messages, close } = script;
      if (at < messages.length) {
        const message = messages[at];
        this.#wait('event ' + (at + 1) + ' of ' + messages.length, message.delay, () => {
          this.#play(script, at + 1);
          this.#say(message.text, message.event, message.id);
        });
      } else this.#wait(close === undefined ? 'open' : 'the other side closes', close?.delay ?? Infinity, () => this.#breaks());
    }
    #read(pieces, at, parser) {
      if (at === pieces.length) return this.#wait('the other side closes', 0, () => this.#breaks());
      this.#wait('part ' + (at + 1) + ' of ' + pieces.length, pieces[at].delay, () => {
        this.#read(pieces, at + 1, parser);
        for (const { retry, data, event, id } of parser.take(pieces[at].text)) {
          if (retry !== undefined) this.#retry = retry;
          if (data !== undefined) this.#say(data, event, id);
          if (this.#state !== 1) return;
        }
      });
    }
    #say(data, event, id) {
      if (id !== undefined) this.#lastId = id;
      fire(this, new MessageEvent(event ?? 'message', { data, origin: this.#parts[1], lastEventId: this.#lastId }));
    }
    /** HTML: reestablish the connection. */
    #breaks() {
      if (this.#state === 2) return;
      this.#state = 0;
      this.#wait('reconnecting', this.#retry, () => this.#connect());
      fire(this, new Event('error'));
    }
  }
  const isEventStream = ({ status, headers }) => {
    const type = headers.find((pair) => pair[0].toLowerCase() === 'content-type')?.[1] ?? '';
    return status === 200 && /^text\\/event-stream *(?:;|$)/i.test(type);
  };
  /** HTML: interpreting an event stream, piece by piece. */
  function eventParser() {
    let rest = '', data, event, id;
    return {
      take(text) {
        const found = [];
        rest += text;
        for (let end = rest.search(/[\\r\\n]/); end >= 0; end = rest.search(/[\\r\\n]/)) {
          const line = rest.slice(0, end);
          rest = rest.slice(end + (rest[end] === '\\r' && rest[end + 1] === '\\n' ? 2 : 1));
          if (line === '') {
            if (data !== undefined) found.push({ data, event: event === '' ? undefined : event, id });
            data = event = undefined;
            continue;
          }
          const colon = line.indexOf(':');
          const name = colon < 0 ? line : line.slice(0, colon);
          const value = colon < 0 ? '' : line.slice(colon + (line[colon + 1] === ' ' ? 2 : 1));
          if (name === 'data') data = data === undefined ? value : data + '\\n' + value;
          else if (name === 'event') event = value;
          else if (name === 'id' && !value.includes('\\0')) id = value;
          else if (name === 'retry' && /^[0-9]+$/.test(value)) found.push({ retry: +value });
        }
        return found;
      },
    };
  }
  for (const name of ['open', 'message', 'error']) handlers.define(EventSource.prototype, name);
  constants(EventSource, { CONNECTING: 0, OPEN: 1, CLOSED: 2 });
  define(EventSource);
  return { WebSocket, EventSource };
}`;
