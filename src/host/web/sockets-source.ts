/**
 * WebSocket and EventSource over network fixtures: what the other side says is scripted. WebSockets Standard; HTML: server-sent events.
 * Simplified: messages are texts; an EventSource whose connection ends does not come back.
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
    #url; #parts; #state = 0; #protocol = ''; #binaryType = 'blob'; #script; #ids = new global.Set();
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
      if (new global.Set(wanted).size !== wanted.length || wanted.some((one) => !/^[!#$%&'*+\\-.^_|~0-9A-Za-z]+$/.test(one)))
        throw domException(isNode ? 'Invalid Sec-WebSocket-Protocol value' : where + "The subprotocol '" + wanted[0] + "' is invalid.", 'SyntaxError');
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
    get bufferedAmount() { this.#state; return 0; }
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
      if (%Utf8Encode(words).length > 123) throw domException(isNode ? 'Reason must be less than 123 bytes; received ' + words.length : "Failed to execute 'close' on 'WebSocket': The message must not be greater than 123 bytes.", 'SyntaxError');
      if (this.#state >= 2) return;
      const wasConnecting = this.#state === 0;
      this.#state = 2;
      this.#stop();
      this.#wait('WebSocket ' + this.#parts[0] + ' (closing)', wasConnecting ? 0 : this.#script.latency, () => {
        if (wasConnecting) return this.#breaks('WebSocket is closed before the connection is established.');
        this.#ends(code ?? 1005, words, true);
      });
    }
    send(data) {
      if (isNode) needUndici(arguments, 1, 'WebSocket.send');
      else need(arguments, 1, 'WebSocket', 'send');
      if (this.#state === 0) throw domException(isNode ? 'Sent before connected.' : "Failed to execute 'send' on 'WebSocket': Still in CONNECTING state.", 'InvalidStateError');
      if (this.#state !== 1) return;
      const bytes = isBlob(data) ? bytesOfBlob(data) : bytesOf(data);
      const text = bytes === undefined ? toUsv(data) : %Utf8Decode(bytes);
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

  class EventSource extends EventTarget {
    #parts; #state = 0; #withCredentials; #id; #script; #lastId = '';
    constructor(url, init = {}) {
      need(arguments, 1, 'EventSource', 'constructor');
      super();
      %InitEventTarget(this, 'EventSource');
      const text = toUsv(url);
      this.#parts = %ParseUrl(text, baseUrl());
      if (this.#parts === undefined) throw domException("Failed to construct 'EventSource': Cannot open an EventSource to '" + text + "'. The URL is invalid.", 'SyntaxError');
      this.#withCredentials = !!init?.withCredentials;
      const address = this.#parts[0];
      this.#script = %NetworkChannel('events', address) ?? standIn('EventSource ' + address);
      const script = this.#script;
      this.#wait('connecting', script.never ? Infinity : script.latency, (reason) => {
        if ((reason ?? script.fail) !== undefined) return this.#ends();
        this.#state = 1;
        this.#play(0);
        fire(this, new Event('open'));
      });
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
        run(reason);
      }, true);
    }
    #play(at) {
      const { messages, close } = this.#script;
      if (at < messages.length) {
        const { delay, text, event, id } = messages[at];
        this.#wait('event ' + (at + 1) + ' of ' + messages.length, delay, (reason) => {
          if (reason !== undefined) return this.#ends();
          if (id !== undefined) this.#lastId = id;
          this.#play(at + 1);
          fire(this, new MessageEvent(event ?? 'message', { data: text, origin: this.#parts[1], lastEventId: this.#lastId }));
        });
      } else if (close === undefined) this.#wait('open', Infinity, () => this.#ends());
      else this.#wait('the other side closes', close.delay, () => this.#ends());
    }
    #ends() {
      this.close();
      fire(this, new Event('error'));
    }
  }
  for (const name of ['open', 'message', 'error']) handlers.define(EventSource.prototype, name);
  constants(EventSource, { CONNECTING: 0, OPEN: 1, CLOSED: 2 });
  define(EventSource);
  return { WebSocket, EventSource };
}`;
