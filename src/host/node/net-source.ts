/**
 * The module 'net': servers and sockets of one run talk to each other, at ports and paths of its own. Nothing leaves the machine:
 * other addresses are refused. Node: lib/net.js.
 */
export const netSource = String.raw`function (require, global) {
  const { Object, Boolean, Symbol, Promise } = global;
  const EventEmitter = require('events');
  const process = require('process');
  const { plainError, throwInvalidValue, validateAbortSignal, validateBoolean, validateInt32, validateNumber } = require('internal/validators');
  const { codes } = require('internal/stream/errors');
  const { Pipe, TCP, isIP, isIPv4, isIPv6, addressError, lookup, isHere, refuseElsewhere } = require('internal/net/handles');
  const { Socket, defaults, isPipeName, normalizeArgs, validatePort } = require('internal/net/connect');
  const addresses = () => require('internal/net/addresses');

  function Server(options, listener) {
    if (!(this instanceof Server)) return new Server(options, listener);
    %Call(EventEmitter, this);
    if (typeof options === 'function') {
      listener = options;
      options = {};
      this.on('connection', listener);
    } else if (options === undefined || options === null || typeof options === 'object') {
      options = { ...options };
      if (typeof listener === 'function') this.on('connection', listener);
    } else throw codes.ERR_INVALID_ARG_TYPE('options', 'Object', options);
    if (options.keepAliveInitialDelay !== undefined) {
      validateNumber(options.keepAliveInitialDelay, 'options.keepAliveInitialDelay');
      if (options.keepAliveInitialDelay < 0) options.keepAliveInitialDelay = 0;
    }
    const standard = require('stream').getDefaultHighWaterMark();
    if (options.highWaterMark !== undefined) {
      validateNumber(options.highWaterMark, 'options.highWaterMark');
      if (options.highWaterMark < 0) options.highWaterMark = standard;
    }
    this._connections = 0;
    this._handle = null;
    this._usingWorkers = false;
    this._workers = [];
    this._unref = false;
    this._listeningId = 1;
    this.allowHalfOpen = options.allowHalfOpen || false;
    this.pauseOnConnect = !!options.pauseOnConnect;
    this.noDelay = Boolean(options.noDelay);
    this.keepAlive = Boolean(options.keepAlive);
    this.keepAliveInitialDelay = ~~(options.keepAliveInitialDelay / 1000);
    this.highWaterMark = options.highWaterMark ?? standard;
    if (options.blockList) this.blockList = addresses().validBlockList(options.blockList);
  }
  Object.setPrototypeOf(Server.prototype, EventEmitter.prototype);
  Object.setPrototypeOf(Server, EventEmitter);

  /** Node: setupListenHandle. */
  function listenAt(server, address, port, family, site) {
    const isAnywhere = !address;
    if (isAnywhere) {
      address = '::';
      family = 6;
    }
    const handle = port < 0 ? new Pipe(site) : new TCP(site);
    const code = handle.bind(address, port) ?? handle.listen();
    if (code !== undefined) {
      handle.close();
      const error = addressError(code, 'listen', address, port);
      process.nextTick(() => server.emit('error', error));
      return;
    }
    server._handle = handle;
    handle.onconnection = (accepted) => onConnection(server, accepted);
    server._connectionKey = family + ':' + address + ':' + port;
    if (server._unref) server.unref();
    process.nextTick(() => { if (server._handle) server.emit('listening'); });
  }
  function namesOf(handle, isShown) {
    const [local, remote] = [{}, {}];
    handle.getsockname(local);
    handle.getpeername(remote);
    return isShown ? { __proto__: null, localAddress: local.address, localPort: local.port, localFamily: local.family, remoteAddress: remote.address, remotePort: remote.port, remoteFamily: remote.family } : remote;
  }
  function onConnection(server, handle) {
    const { maxConnections } = server;
    if (maxConnections !== undefined && maxConnections !== null && server._connections >= maxConnections) {
      if (handle.getsockname) server.emit('drop', namesOf(handle, true));
      else server.emit('drop');
      handle.close();
      return;
    }
    if (server.blockList && handle.getpeername) {
      const { address } = namesOf(handle, false);
      const type = isIP(address);
      if (type && server.blockList.check(address, 'ipv' + type)) {
        handle.close();
        return;
      }
    }
    const { allowHalfOpen, pauseOnConnect, highWaterMark, noDelay, keepAlive, keepAliveInitialDelay } = server;
    const socket = new Socket({
      handle,
      allowHalfOpen,
      pauseOnCreate: pauseOnConnect,
      readable: true,
      writable: true,
      readableHighWaterMark: highWaterMark,
      writableHighWaterMark: highWaterMark,
    });
    if (noDelay) socket.setNoDelay(true);
    if (keepAlive) socket.setKeepAlive(true, keepAliveInitialDelay * 1000);
    server._connections++;
    socket.server = server;
    socket._server = server;
    server.emit('connection', socket);
    const channel = require('diagnostics_channel').channel('net.server.socket');
    if (channel.hasSubscribers) channel.publish({ socket });
  }
  function takeSignal(server, { signal }) {
    if (signal === undefined) return;
    validateAbortSignal(signal, 'options.signal');
    const abort = () => { server.close(); };
    if (signal.aborted) process.nextTick(abort);
    else server.once('close', EventEmitter.addAbortListener(signal, abort)[Symbol.dispose]);
  }
  /** Where to listen is looked up first, which takes a tick for a number and a turn for a name. */
  function lookupAndListen(server, port, host) {
    if (!isHere(host) && !isIP(host)) refuseElsewhere('net.Server.listen at', host);
    const id = server._listeningId;
    const site = %TcpSite();
    const listen = (address, family) => { if (id === server._listeningId) listenAt(server, address, port, family, site); };
    if (isIP(host)) process.nextTick(listen, host, isIP(host));
    else lookup(host, { family: 4 }, (error, address, family) => listen(address, family));
  }

  Object.assign(Server.prototype, {
    listen(...args) {
      const [options, callback] = normalizeArgs(args);
      if (this._handle) throw plainError('ERR_SERVER_ALREADY_LISTEN', 'Listen method has been called more than once without closing.');
      if (callback !== null) this.once('listening', callback);
      this._listeningId++;
      takeSignal(this, options);
      const isDefault = args.length === 0 || typeof args[0] === 'function' || (options.port === undefined && 'port' in options) || options.port === null;
      if (isDefault) options.port = 0;
      if (typeof options.port === 'number' || typeof options.port === 'string') {
        validatePort(options.port, 'options.port');
        if (options.host) lookupAndListen(this, options.port | 0, options.host);
        else listenAt(this, null, options.port | 0, 4);
        return this;
      }
      if (options.path && isPipeName(options.path)) {
        this._pipeName = options.path;
        listenAt(this, options.path, -1, -1);
        return this;
      }
      if (typeof options.fd === 'number' || options.handle || options._handle) throw new global.Error('Underhood does not simulate net.Server.listen at a handle: only ports are simulated. Use a port of localhost.');
      if (!('port' in options || 'path' in options)) throwInvalidValue('options', options, 'must have the property "port" or "path"');
      throwInvalidValue('options', options);
    },
    address() {
      if (!this._handle?.getsockname) return this._pipeName || null;
      const out = {};
      this._handle.getsockname(out);
      return out;
    },
    getConnections(callback) {
      process.nextTick(callback, null, this._connections);
      return this;
    },
    close(callback) {
      this._listeningId++;
      if (typeof callback === 'function') {
        if (this._handle) this.once('close', callback);
        else this.once('close', function close() { callback(plainError('ERR_SERVER_NOT_RUNNING', 'Server is not running.')); });
      }
      if (this._handle) {
        this._handle.close();
        this._handle = null;
      }
      this._emitCloseIfDrained();
      return this;
    },
    async [Symbol.asyncDispose]() { if (this._handle) await new Promise((resolve, reject) => this.close((error) => (error ? reject(error) : resolve()))); },
    _emitCloseIfDrained() {
      if (!this._handle && !this._connections) process.nextTick(() => this.emit('close'));
    },
    ref() {
      this._unref = false;
      this._handle?.ref();
      return this;
    },
    unref() {
      this._unref = true;
      this._handle?.unref();
      return this;
    },
    [EventEmitter.captureRejectionSymbol](error, event, socket) {
      if (event === 'connection') socket.destroy(error);
      else this.emit('error', error);
    },
  });
  Object.defineProperty(Server.prototype, 'listening', { __proto__: null, configurable: true, enumerable: true, get() { return !!this._handle; } });

  function connect(...args) {
    const normalized = normalizeArgs(args);
    const socket = new Socket(normalized[0]);
    if (normalized[0].timeout) socket.setTimeout(normalized[0].timeout);
    return socket.connect(normalized);
  }
  return {
    _createServerHandle() { %NotSimulated('net._createServerHandle'); },
    _normalizeArgs: normalizeArgs,
    get BlockList() { return addresses().BlockList; },
    get SocketAddress() { return addresses().SocketAddress; },
    BoundSocket: function BoundSocket() { %NotSimulated('net.BoundSocket'); },
    connect,
    createConnection: connect,
    createServer(options, connectionListener) { return new Server(options, connectionListener); },
    isIP,
    isIPv4,
    isIPv6,
    Server,
    Socket,
    Stream: Socket,
    getDefaultAutoSelectFamily() { return defaults.autoSelectFamily; },
    setDefaultAutoSelectFamily(value) {
      validateBoolean(value, 'value');
      defaults.autoSelectFamily = value;
    },
    getDefaultAutoSelectFamilyAttemptTimeout() { return defaults.attemptTimeout; },
    setDefaultAutoSelectFamilyAttemptTimeout(value) {
      validateInt32(value, 'value', 1);
      defaults.attemptTimeout = value < 10 ? 10 : value;
    },
  };
}`;
