/** What http sends and receives: headers, IncomingMessage, OutgoingMessage. Node: lib/_http_outgoing.js, lib/_http_incoming.js. */
export const httpMessagesSource = String.raw`function (require, global) {
  const { Object, Array, String, Date, Symbol } = global;
  const { Readable, Writable } = require('stream');
  const { Buffer } = require('buffer');
  const { typeError, plainError, rangeError } = require('internal/validators');
  const reasons = '100 Continue,101 Switching Protocols,102 Processing,103 Early Hints,200 OK,201 Created,202 Accepted,203 Non-Authoritative Information,204 No Content,205 Reset Content,206 Partial Content,207 Multi-Status,208 Already Reported,226 IM Used,300 Multiple Choices,301 Moved Permanently,302 Found,303 See Other,304 Not Modified,305 Use Proxy,307 Temporary Redirect,308 Permanent Redirect,400 Bad Request,401 Unauthorized,402 Payment Required,403 Forbidden,404 Not Found,405 Method Not Allowed,406 Not Acceptable,407 Proxy Authentication Required,408 Request Timeout,409 Conflict,410 Gone,411 Length Required,412 Precondition Failed,413 Payload Too Large,414 URI Too Long,415 Unsupported Media Type,416 Range Not Satisfiable,417 Expectation Failed,418 I\'m a Teapot,421 Misdirected Request,422 Unprocessable Entity,423 Locked,424 Failed Dependency,425 Too Early,426 Upgrade Required,428 Precondition Required,429 Too Many Requests,431 Request Header Fields Too Large,451 Unavailable For Legal Reasons,500 Internal Server Error,501 Not Implemented,502 Bad Gateway,503 Service Unavailable,504 Gateway Timeout,505 HTTP Version Not Supported,506 Variant Also Negotiates,507 Insufficient Storage,508 Loop Detected,509 Bandwidth Limit Exceeded,510 Not Extended,511 Network Authentication Required'.split(',');
  const STATUS_CODES = {};
  for (let i = 0; i < reasons.length; i++) STATUS_CODES[reasons[i].slice(0, 3)] = reasons[i].slice(4).replace('\\', '');
  const token = /^[\^_\x60a-zA-Z\-0-9!#$%&'*+.|~]+$/;
  const badChar = /[^\t\x20-\x7e\x80-\xff]/;
  const { format } = require('internal/inspect');
  function validateHeaderName(name, label) {
    if (typeof name !== 'string' || !token.test(name)) throw typeError('ERR_INVALID_HTTP_TOKEN', format('%s', label || 'Header name') + ' must be a valid HTTP token ["' + format('%s', name) + '"]');
  }
  function validateHeaderValue(name, value) {
    if (value === undefined) throw typeError('ERR_HTTP_INVALID_HEADER_VALUE', 'Invalid value "' + value + '" for header "' + format('%s', name) + '"');
    const all = Array.isArray(value) ? value : [value];
    for (let i = 0; i < all.length; i++) if (badChar.test(String(all[i]))) throw typeError('ERR_INVALID_CHAR', 'Invalid character in header content ["' + format('%s', name) + '"]');
  }
  const firstOnly = ['age', 'authorization', 'content-length', 'content-type', 'etag', 'expires', 'from', 'host', 'if-modified-since', 'if-unmodified-since', 'last-modified', 'location', 'max-forwards', 'proxy-authorization', 'referer', 'retry-after', 'server', 'user-agent'];

  class IncomingMessage extends Readable {
    constructor(socket) {
      super({ autoDestroy: true, highWaterMark: 65536 });
      this.httpVersionMajor = 1;
      this.httpVersionMinor = 1;
      this.httpVersion = '1.1';
      this.complete = false;
      this.rawHeaders = [];
      this.rawTrailers = [];
      this.joinDuplicateHeaders = undefined;
      this.aborted = false;
      this.upgrade = null;
      this.url = '';
      this.method = null;
      this.statusCode = null;
      this.statusMessage = null;
      this.client = socket;
      this.socket = socket;
      this.headers = {};
      this.trailers = {};
    }
    get connection() { return this.socket; }
    get headersDistinct() {
      const result = { __proto__: null };
      for (let i = 0; i < this.rawHeaders.length; i += 2) (result[this.rawHeaders[i].toLowerCase()] ??= []).push(this.rawHeaders[i + 1]);
      return result;
    }
    setTimeout(ms, callback) {
      if (callback) this.on('timeout', callback);
      return this;
    }
    _read() {}
    _destroy(error, callback) {
      if (!this.readableEnded || !this.complete) {
        this.aborted = true;
        this.emit('aborted');
      }
      require('process').nextTick(() => callback(this.listenerCount('error') === 0 ? undefined : error));
      if (this.aborted) this.socket?.destroy();
    }
  }
  function takeHeaders(message, list) {
    message.rawHeaders = list;
    const { headers } = message;
    for (let i = 0; i < list.length; i += 2) {
      const key = list[i].toLowerCase();
      const value = list[i + 1];
      if (key === 'set-cookie') (headers[key] ??= []).push(value);
      else if (headers[key] === undefined) headers[key] = value;
      else if (!firstOnly.includes(key)) headers[key] += (key === 'cookie' ? '; ' : ', ') + value;
    }
  }

  /** What is written goes to its 'wire': begin with the head, pieces of the body, the end. */
  class OutgoingMessage extends Writable {
    #headers = new global.Map();
    constructor(isDestroyedAtEnd = true) {
      super({ autoDestroy: isDestroyedAtEnd, decodeStrings: true, highWaterMark: 65536 });
      this.headersSent_ = false;
      this.sendDate = false;
      this.shouldKeepAlive = true;
      this.wire = undefined;
      this.hasBody = true;
      this.socket = null;
      this.pieces = [];
      const inner = ['headersSent_', 'wire', 'hasBody', 'pieces'];
      for (let i = 0; i < inner.length; i++) Object.defineProperty(this, inner[i], { enumerable: false });
    }
    get headersSent() { return this.headersSent_; }
    get finished() { return this.writableEnded; }
    get connection() { return this.socket; }
    #refuseSent(what) {
      if (this.headersSent_) throw plainError('ERR_HTTP_HEADERS_SENT', 'Cannot ' + what + ' headers after they are sent to the client');
    }
    setHeader(name, value) {
      this.#refuseSent('set');
      validateHeaderName(name);
      validateHeaderValue(name, value);
      this.#headers.set(name.toLowerCase(), [name, value]);
      return this;
    }
    setHeaders(headers) {
      for (const [name, value] of headers) this.setHeader(name, value);
      return this;
    }
    appendHeader(name, value) {
      const before = this.getHeader(name);
      return this.setHeader(name, before === undefined ? value : [].concat(before, value));
    }
    getHeader(name) {
      %ValidateString(name, 'name');
      return this.#headers.get(name.toLowerCase())?.[1];
    }
    getHeaderNames() { return [...this.#headers.keys()]; }
    getRawHeaderNames() { return [...this.#headers.values()].map((entry) => entry[0]); }
    getHeaders() {
      const result = { __proto__: null };
      for (const [key, entry] of this.#headers) result[key] = entry[1];
      return result;
    }
    hasHeader(name) {
      %ValidateString(name, 'name');
      return this.#headers.has(name.toLowerCase());
    }
    removeHeader(name) {
      %ValidateString(name, 'name');
      this.#refuseSent('remove');
      this.#headers.delete(name.toLowerCase());
    }
    flushHeaders() { this.sendHead(); }
    addTrailers() {}
    setTimeout(ms, callback) {
      if (callback) this.on('timeout', callback);
      return this;
    }
    /** length: of the whole body, if that is known. */
    sendHead(length) {
      if (this.headersSent_) return;
      this.headersSent_ = true;
      const list = [];
      for (const [name, value] of this.#headers.values()) {
        if (Array.isArray(value) && name.toLowerCase() !== 'cookie') for (let i = 0; i < value.length; i++) list.push(name, String(value[i]));
        else list.push(name, Array.isArray(value) ? value.join('; ') : String(value));
      }
      const has = (name) => this.#headers.has(name);
      if (this.sendDate && !has('date')) list.push('Date', new Date().toUTCString());
      if (!has('connection')) {
        list.push('Connection', this.shouldKeepAlive ? 'keep-alive' : 'close');
        if (this.shouldKeepAlive && this.isResponse) list.push('Keep-Alive', 'timeout=5');
      }
      if (this.hasBody && !has('content-length') && !has('transfer-encoding')) {
        // A head that was written before the body says nothing of its length.
        if (length !== undefined && !this.isHeadWritten) list.push('Content-Length', String(length));
        else list.push('Transfer-Encoding', 'chunked');
      }
      this.begin(list);
    }
    write(chunk, encoding, callback) {
      if (!this.writableEnded && !this.destroyed) return super.write(chunk, encoding, callback);
      const isGone = !this.writableEnded;
      const error = isGone ? plainError('ERR_STREAM_DESTROYED', 'Cannot call write after a stream was destroyed') : plainError('ERR_STREAM_WRITE_AFTER_END', 'write after end');
      const done = typeof encoding === 'function' ? encoding : callback;
      require('process').nextTick(() => {
        if (!isGone) this.emit('error', error);
        if (typeof done === 'function') done(error);
      });
      return false;
    }
    end(chunk, encoding, callback) {
      if (typeof chunk === 'function') {
        callback = chunk;
        chunk = undefined;
      } else if (typeof encoding === 'function') {
        callback = encoding;
        encoding = undefined;
      }
      if (!this.headersSent_ && !this.writableEnded) {
        const bytes = chunk === undefined || chunk === null ? 0 : typeof chunk === 'string' ? Buffer.byteLength(chunk, encoding) : chunk.byteLength;
        if (!this.hasBody || (bytes === 0 && !this.isResponse && !this.needsLength)) {
          this.hasBody = this.hasBody && this.needsLength;
        }
        this.sendHead(bytes);
      }
      return super.end(chunk, encoding, callback);
    }
    _write(chunk, encoding, callback) {
      this.sendHead();
      if (this.hasBody) this.send('piece', chunk);
      callback();
    }
    _final(callback) {
      this.sendHead(0);
      this.send('end');
      callback();
    }
    /** Waits until there is a wire. */
    send(kind, value) {
      if (this.wire === undefined) this.pieces.push([kind, value]);
      else this.wire(kind, value);
    }
    connectTo(wire) {
      this.wire = wire;
      const waiting = this.pieces;
      this.pieces = [];
      for (let i = 0; i < waiting.length; i++) wire(waiting[i][0], waiting[i][1]);
    }
  }
  class ServerResponse extends OutgoingMessage {
    constructor(request) {
      super();
      this.req = request;
      this.sendDate = true;
      this.statusCode = 200;
      this.statusMessage = undefined;
      this.strictContentLength = false;
      if (request?.method === 'HEAD') this.hasBody = false;
    }
    get isResponse() { return true; }
    writeHead(status, reason, headers) {
      if (this.headersSent) throw plainError('ERR_HTTP_HEADERS_SENT', 'Cannot write headers after they are sent to the client');
      const given = status;
      status |= 0;
      if (status < 100 || status > 999) throw rangeError('ERR_HTTP_INVALID_STATUS_CODE', 'Invalid status code: ' + given);
      if (typeof reason === 'string') this.statusMessage = reason;
      else {
        this.statusMessage ||= STATUS_CODES[status] || 'unknown';
        headers ??= reason;
      }
      this.statusCode = status;
      if (Array.isArray(headers)) {
        const flat = Array.isArray(headers[0]) ? headers.flat() : headers;
        for (let i = 0; i < flat.length; i += 2) this.removeHeader(flat[i]);
        for (let i = 0; i < flat.length; i += 2) this.appendHeader(flat[i], flat[i + 1]);
      } else if (headers) {
        const names = Object.keys(headers);
        for (let i = 0; i < names.length; i++) if (names[i]) this.setHeader(names[i], headers[names[i]]);
      }
      this.isHeadWritten = true;
      return this;
    }
    writeContinue() {}
    writeProcessing() {}
    writeEarlyHints() {}
    assignSocket(socket) { this.socket = socket; }
    destroy(error) {
      if (this.socket === null || this.writableFinished) return super.destroy(error);
      this.socket.destroy(error);
      return this;
    }
    /** The connection is over. */
    endWith(error) { super.destroy(error); }
    begin(list) {
      const status = this.statusCode | 0;
      if (status < 100 || status > 999) throw rangeError('ERR_HTTP_INVALID_STATUS_CODE', 'Invalid status code: ' + this.statusCode);
      if (status === 204 || status === 304 || status < 200) {
        this.hasBody = false;
        for (let i = list.length - 2; i >= 0; i -= 2) if (list[i] === 'Content-Length' || list[i] === 'Transfer-Encoding') list.splice(i, 2);
      }
      this.statusMessage ||= STATUS_CODES[status] || 'unknown';
      this.send('head', { status, message: this.statusMessage, headers: list });
    }
  }
  Object.defineProperty(ServerResponse.prototype, 'headersSent', { configurable: true, enumerable: true, get() { return this.headersSent_ || this.isHeadWritten === true; } });
  return { STATUS_CODES, validateHeaderName, validateHeaderValue, IncomingMessage, OutgoingMessage, ServerResponse, takeHeaders };
}`;
