/**
 * The module 'http': servers and clients of one run talk to each other. Nothing leaves the machine: other hosts are refused.
 * Node: lib/http.js, lib/_http_server.js, lib/_http_client.js. Simplified: there are no sockets below, each head and each piece
 * of a body arrives in a turn of its own. Where only servers are left that listen, the run is over and says that they wait.
 */
export const httpSource = String.raw`function (require, global) {
  const { Object, Array, Set, Number, String, Error, AggregateError, Symbol, Promise, Reflect } = global;
  const EventEmitter = require('events');
  const { Duplex } = require('stream');
  const { Buffer } = require('buffer');
  const process = require('process');
  const { typeError, plainError, AbortError, validateInteger, validateObject } = require('internal/validators');
  const storeServerOptions = require('internal/http-server-options');
  const fixtures = require('internal/http-fixtures');
  const messages = require('internal/http-messages');
  const { STATUS_CODES, IncomingMessage, OutgoingMessage, ServerResponse, validateHeaderName, validateHeaderValue, takeHeaders } = messages;
  const METHODS = 'ACL BIND CHECKOUT CONNECT COPY DELETE GET HEAD LINK LOCK M-SEARCH MERGE MKACTIVITY MKCALENDAR MKCOL MOVE NOTIFY OPTIONS PATCH POST PROPFIND PROPPATCH PURGE PUT QUERY REBIND REPORT SEARCH SOURCE SUBSCRIBE TRACE UNBIND UNLINK UNLOCK UNSUBSCRIBE'.split(' ');
  const { listening, isHere, freePort, clientPort } = require('internal/http-servers');
  const { Socket } = require('internal/http-socket');
  const travel = (name, arrive) => %NetworkRequest(name, arrive);
  const nameOf = (api, { method, path }) => api + ' ' + method + ' ' + path;
  function systemError(code, number, syscall, address, port) {
    const shown = port === undefined ? address : address + ':' + port;
    const error = new Error(syscall + ' ' + code + (syscall === 'listen' ? ': address already in use ' : ' ') + shown);
    error.code = code;
    error.errno = number;
    error.syscall = syscall;
    error.address = address;
    if (port !== undefined) error.port = port;
    return error;
  }
  class Server extends EventEmitter {
    #port;
    #context;
    #host;
    #sockets = new Set();
    #waiting;
    #isRefed = true;
    #messages;
    constructor(options, listener) {
      super();
      if (typeof options === 'function') {
        listener = options;
        options = {};
      }
      options ??= {};
      validateObject(options, 'options');
      this.#messages = { IncomingMessage: options.IncomingMessage || IncomingMessage, ServerResponse: options.ServerResponse || ServerResponse };
      storeServerOptions(this, options);
      this.timeout = 0;
      this.maxHeadersCount = null;
      this.maxRequestsPerSocket = 0;
      this.listening = false;
      if (listener) this.on('request', listener);
    }
    listen(...args) {
      const callback = typeof args[args.length - 1] === 'function' ? args.pop() : undefined;
      let [port, host] = args;
      if (port !== null && typeof port === 'object') ({ port = 0, host } = port);
      if (typeof host !== 'string') host = undefined;
      port = port === undefined || port === null ? 0 : +port;
      if (!(port >= 0 && port < 65536 && Number.isInteger(port))) throw rangeErrorOfPort(args[0]);
      if (this.listening) throw plainError('ERR_SERVER_ALREADY_LISTEN', 'Listen method has been called more than once without closing.');
      if (callback) this.once('listening', callback);
      const address = host === undefined ? '::' : host === 'localhost' ? '127.0.0.1' : host;
      const bind = () => this.#bind(address, port);
      // Where to listen is looked up first, which takes a tick for a number and a turn for a name. Node: lookupAndListen.
      if (host === undefined) bind();
      else if (host === address) process.nextTick(bind);
      else travel('getaddrinfo', bind);
      return this;
    }
    #bind(address, port) {
      if (port !== 0 && listening.has(port)) return process.nextTick(() => this.emit('error', systemError('EADDRINUSE', -98, 'listen', address, port)));
      if (port === 0) port = freePort();
      this.#port = port;
      this.#context = %AsyncContext();
      this.#host = address;
      this.listening = true;
      listening.set(port, this);
      this.#waiting = %ServerBegin(':' + port);
      if (!this.#isRefed) %ServerRef(this.#waiting, false);
      process.nextTick(() => { if (this.listening) this.emit('listening'); });
    }
    address() { return this.listening ? { address: this.#host, family: this.#host.includes(':') ? 'IPv6' : 'IPv4', port: this.#port } : null; }
    close(callback) {
      if (typeof callback === 'function') {
        if (this.listening) this.once('close', callback);
        else this.once('close', () => callback(plainError('ERR_SERVER_NOT_RUNNING', 'Server is not running.')));
      }
      if (!this.listening) {
        process.nextTick(() => this.emit('close'));
        return this;
      }
      this.listening = false;
      listening.delete(this.#port);
      %ServerEnd(this.#waiting);
      this.#closeIfIdle();
      return this;
    }
    #closeIfIdle() { if (!this.listening && this.#sockets.size === 0) process.nextTick(() => this.emit('close')); }
    closeAllConnections() { for (const socket of [...this.#sockets]) socket.destroy(); }
    closeIdleConnections() {}
    setTimeout(ms, callback) {
      this.timeout = ms;
      if (callback) this.on('timeout', callback);
      return this;
    }
    getConnections(callback) { process.nextTick(callback, null, this.#sockets.size); }
    ref() { return this.#keep(true); }
    unref() { return this.#keep(false); }
    #keep(isRefed) {
      this.#isRefed = isRefed;
      if (this.listening) %ServerRef(this.#waiting, isRefed);
      return this;
    }
    async [Symbol.asyncDispose]() { return new Promise((resolve) => this.close(resolve)); }
    accept(request, head) {
      %SetAsyncContext(this.#context);
      const address = this.#host === '::' ? '::ffff:127.0.0.1' : '127.0.0.1';
      const socket = new Socket(address, this.#port, request.localPort);
      const incoming = new this.#messages.IncomingMessage(socket);
      incoming.method = head.method;
      incoming.url = head.path;
      takeHeaders(incoming, head.headers);
      const response = new this.#messages.ServerResponse(incoming);
      response.shouldKeepAlive = incoming.headers.connection !== 'close';
      response.assignSocket(socket);
      let isLeft = false;
      socket.onDestroy = () => {
        if (!isLeft) travel(nameOf('http.response', request), () => request.failed(Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })));
      };
      // Node: socketOnClose, onServerResponseClose.
      socket.onClose = () => {
        incoming.destroy(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }));
        response.endWith(undefined);
      };
      this.#sockets.add(socket);
      response.once('close', () => {
        this.#sockets.delete(socket);
        this.#closeIfIdle();
      });
      response.connectTo((kind, value) => travel(nameOf('http.response', request), () => request.receive(kind, value)));
      if (this.listenerCount('connection') > 0) this.emit('connection', socket);
      if (this.listenerCount('request') > 0) this.emit('request', incoming, response);
      return {
        push(piece) {
          if (piece === null) incoming.complete = true;
          incoming.push(piece);
        },
        hangUp() {
          isLeft = true;
          travel(nameOf('http.request', request), () => { if (!response.writableFinished) socket.destroy(); });
        },
      };
    }
  }
  Object.defineProperty(Server.prototype, 'accept', { enumerable: false });
  const rangeErrorOfPort = (port) => %NodeError('RangeError', 'ERR_SOCKET_BAD_PORT', 'options.port should be >= 0 and < 65536. Received ' + %Received(port) + '.');

  class Agent extends EventEmitter {
    constructor(options) {
      super();
      this.options = { __proto__: null, path: null, ...options };
      this.requests = { __proto__: null };
      this.sockets = { __proto__: null };
      this.freeSockets = { __proto__: null };
      this.keepAlive = this.options.keepAlive || false;
      this.maxSockets = this.options.maxSockets || CallableAgent.defaultMaxSockets;
      this.maxFreeSockets = this.options.maxFreeSockets || 256;
      this.protocol = 'http:';
      this.defaultPort = 80;
    }
    getName(options = {}) {
      const { host, port, localAddress, family, socketPath } = options;
      return (host || 'localhost') + ':' + (port || '') + ':' + (localAddress || '') + (family === 4 || family === 6 ? ':' + family : '') + (socketPath ? ':' + socketPath : '');
    }
    destroy() {}
  }
  /** What can be called without new, too. */
  function callable(Class, length) {
    const { name } = Class;
    const made = { [name]: function (...args) { return Reflect.construct(Class, args, new.target === undefined ? made : new.target); } }[name];
    Object.defineProperty(made, 'length', { value: length, configurable: true });
    made.prototype = Class.prototype;
    Object.defineProperty(made.prototype, 'constructor', { value: made, writable: true, enumerable: false, configurable: true });
    return Object.setPrototypeOf(made, Object.getPrototypeOf(Class));
  }
  const CallableAgent = callable(Agent, 1);
  CallableAgent.defaultMaxSockets = global.Infinity;
  const globalAgent = new Agent({ keepAlive: true, scheduling: 'lifo', timeout: 5000 });
  const bodyless = ['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT'];
  const optionsOf = (url) => require('url').urlToHttpOptions(url);
  class ClientRequest extends OutgoingMessage {
    /** What the server has of it: push, hangUp. */
    #far;
    /** A server of the run owes it a response. */
    #waiting;
    constructor(input, options, callback) {
      // It is destroyed when its response is over, not when it has been sent.
      super(false);
      if (typeof input === 'string') input = optionsOf(new global.URL(input));
      else if (typeof global.URL === 'function' && input instanceof global.URL) input = optionsOf(input);
      else {
        callback = options;
        options = input;
        input = null;
      }
      if (typeof options === 'function') {
        callback = options;
        options = input || {};
      } else options = Object.assign(input || {}, options);
      const { agent } = options;
      const standard = options._defaultAgent || globalAgent;
      this.agent = agent === false ? new standard.constructor() : agent === undefined || agent === null ? standard : agent;
      const protocol = options.protocol || standard.protocol;
      if (protocol !== this.agent.protocol) throw typeError('ERR_INVALID_PROTOCOL', 'Protocol "' + protocol + '" not supported. Expected "' + this.agent.protocol + '"');
      if (options.path && /[^\x21-\xff]/.test(options.path)) throw typeError('ERR_UNESCAPED_CHARACTERS', 'Request path contains unescaped characters');
      const method = options.method;
      if (method !== undefined && method !== null && typeof method !== 'string') %ThrowInvalidType('options.method', 'of type string', method);
      this.method = (method || 'GET').toUpperCase();
      if (!/^[A-Z-]+$/.test(this.method)) throw typeError('ERR_INVALID_HTTP_TOKEN', 'Method must be a valid HTTP token ["' + method + '"]');
      this.path = options.path || '/';
      this.host = options.hostname || options.host || 'localhost';
      const defaultPort = options.defaultPort || this.agent.defaultPort;
      this.port = options.port || defaultPort || 80;
      this.protocol = protocol;
      this.aborted = false;
      this.reusedSocket = false;
      this.localPort = clientPort();
      Object.defineProperty(this, 'context', { value: %AsyncContext(), enumerable: false });
      this.needsLength = !bodyless.includes(this.method);
      this.shouldKeepAlive = this.agent.keepAlive;
      if (callback) this.once('response', callback);
      const { headers } = options;
      if (Array.isArray(headers)) for (let i = 0; i < headers.length; i += 2) this.setHeader(headers[i], headers[i + 1]);
      else if (headers) {
        const names = Object.keys(headers);
        for (let i = 0; i < names.length; i++) this.setHeader(names[i], headers[names[i]]);
      }
      const named = this.getHeader('host');
      if (named && typeof named !== 'string') %ThrowInvalidType('options.headers.host', 'of type string', named);
      if (!named && options.setHost !== false) {
        const shown = this.host.includes(':') && this.host[0] !== '[' ? '[' + this.host + ']' : this.host;
        this.setHeader('Host', +this.port === defaultPort ? shown : shown + ':' + this.port);
      }
      if (options.auth && !this.getHeader('Authorization')) this.setHeader('Authorization', 'Basic ' + Buffer.from(options.auth).toString('base64'));
      if (options.timeout) this.setTimeout(options.timeout);
      const { signal } = options;
      if (signal) {
        const abort = () => this.destroy(new AbortError(undefined, { cause: signal.reason }));
        if (signal.aborted) process.nextTick(abort);
        else EventEmitter.addAbortListener(signal, abort);
      }
      process.nextTick(() => this.#connect());
    }
    get isResponse() { return false; }
    #connect() {
      if (this.destroyed) return;
      const isNear = this.protocol === 'http:' && isHere(this.host);
      const socket = new Socket('127.0.0.1', this.localPort, +this.port);
      this.socket = socket;
      socket.onDestroy = (error) => { if (this.res?.destroyed !== true) this.destroy(error); };
      this.emit('socket', socket);
      travel(nameOf('http.request', this) + ' (connect)', () => {
        if (this.destroyed) return;
        const near = isNear ? listening.get(+this.port) : undefined;
        if (near?.isRaw) return this.failed(new Error('Underhood does not simulate a request of http to a server of net: its bytes are not read as a response. Use net.connect, or http.createServer.'));
        const server = near ?? (isNear && !fixtures.isKnown(this) ? undefined : fixtures);
        if (server === undefined) {
          this.failed(this.host === 'localhost' ? refusedTwice(+this.port) : systemError('ECONNREFUSED', -111, 'connect', this.host, +this.port));
          return;
        }
        socket.emit('connect');
        if (near !== undefined) this.#waiting = %Wait('socket', this.method + ' ' + fixtures.urlOf(this), 'networking', global.Infinity, () => {}, true);
        this.connectTo((kind, value) => travel(nameOf('http.request', this), () => {
          if (this.destroyed && kind !== 'end') return;
          if (kind === 'head') this.#far = server.accept(this, value);
          else this.#far?.push(kind === 'piece' ? value : null);
        }));
      });
    }
    begin(list) { this.send('head', { method: this.method, path: this.path, headers: list }); }
    receive(kind, value) {
      %SetAsyncContext(this.context);
      if (this.destroyed && this.res === undefined) return;
      if (kind === 'head') {
        this.#stopWaiting();
        const response = new IncomingMessage(this.socket);
        response.statusCode = value.status;
        response.statusMessage = value.message;
        takeHeaders(response, value.headers);
        response.req = this;
        this.res = response;
        if (!this.emit('response', response)) response.resume();
        response.once('close', () => { if (!this.destroyed) this.destroy(); });
      } else if (kind === 'piece') this.res.push(value);
      else {
        this.res.complete = true;
        this.res.push(null);
      }
    }
    failed(error) {
      %SetAsyncContext(this.context);
      if (this.res === undefined) this.destroy(error); else this.res.destroy(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }));
    }
    #stopWaiting() {
      if (this.#waiting !== undefined) %StopWaiting(this.#waiting);
      this.#waiting = undefined;
    }
    setTimeout(ms, callback) {
      if (callback) this.once('timeout', callback);
      this.timeout = ms;
      const timer = global.setTimeout(() => { if (this.res === undefined && !this.destroyed) this.emit('timeout'); }, ms);
      timer.unref();
      this.once('close', () => global.clearTimeout(timer));
      return this;
    }
    abort() {
      if (this.aborted) return;
      this.aborted = true;
      const tell = () => process.nextTick(() => this.emit('abort'));
      // Before there is a connection it is over at once, and no failure.
      const isEarly = this.socket === undefined || this.socket === null;
      if (!isEarly) tell();
      this.destroy();
      if (isEarly) tell();
    }
    _destroy(error, callback) {
      this.#stopWaiting();
      if (this.res?.complete !== true) this.#far?.hangUp();
      const isConnected = this.socket !== undefined && this.socket !== null;
      if (error || this.res !== undefined || (this.aborted && !isConnected)) return callback(error);
      const hangUp = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
      if (isConnected) travel(nameOf('http.request', this), () => callback(hangUp));
      else callback(hangUp);
    }
    setNoDelay() {}
    setSocketKeepAlive() {}
    onSocket() {}
  }
  function refusedTwice(port) {
    const error = new AggregateError([systemError('ECONNREFUSED', -111, 'connect', '::1', port), systemError('ECONNREFUSED', -111, 'connect', '127.0.0.1', port)]);
    error.code = 'ECONNREFUSED';
    return error;
  }
  function request(url, options, callback) { return new ClientRequest(url, options, callback); }
  const exports = {
    _connectionListener() { %NotSimulated('http._connectionListener'); },
    METHODS,
    STATUS_CODES,
    Agent: CallableAgent,
    ClientRequest,
    IncomingMessage,
    OutgoingMessage,
    Server: callable(Server, 2),
    ServerResponse,
    createServer(options, listener) { return new Server(options, listener); },
    validateHeaderName,
    validateHeaderValue,
    get(url, options, callback) {
      const made = request(url, options, callback);
      made.end();
      return made;
    },
    request,
    setMaxIdleHTTPParsers(max) { validateInteger(max, 'max', 1); },
    setGlobalProxyFromEnv() { %NotSimulated('http.setGlobalProxyFromEnv'); },
    maxHeaderSize: 16384,
    globalAgent,
  };
  const lazy = ['WebSocket', 'CloseEvent', 'MessageEvent'];
  for (let i = 0; i < lazy.length; i++) Object.defineProperty(exports, lazy[i], { __proto__: null, configurable: true, enumerable: true, get() { return global[lazy[i]]; } });
  return exports;
}`;
