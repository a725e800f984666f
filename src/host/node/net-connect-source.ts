/** How a socket connects: where to, in which order, and what it says where nobody is. Node: lib/net.js. */
export const netConnectSource = String.raw`function (require, global) {
  const { Array, Error, Symbol } = global;
  const process = require('process');
  const { plainError, rangeError, typeError, validateBoolean, validateInt32, validateNumber, throwInvalidValue } = require('internal/validators');
  const { codes } = require('internal/stream/errors');
  const { Pipe, TCP, isIP, addressError, errorOfAll, lookup: systemLookup, isHere, isLoopback, refuseElsewhere } = require('internal/net/handles');
  const { Socket, initHandle } = require('internal/net/socket');
  const kNormalized = Symbol('normalizedArgs');
  const defaults = { autoSelectFamily: true, attemptTimeout: 500 };

  const toNumber = (value) => ((value = global.Number(value)) >= 0 ? value : false);
  const isPipeName = (value) => typeof value === 'string' && toNumber(value) === false;
  /** What was given to connect or listen, as options and callback. */
  function normalizeArgs(args) {
    let options = {};
    const [first] = args;
    if (typeof first === 'object' && first !== null) options = first;
    else if (args.length > 0 && isPipeName(first)) options.path = first;
    else if (args.length > 0) {
      options.port = first;
      if (args.length > 1 && typeof args[1] === 'string') options.host = args[1];
    }
    const callback = args[args.length - 1];
    const result = [options, typeof callback === 'function' ? callback : null];
    result[kNormalized] = true;
    return result;
  }
  function validatePort(port, name = 'Port') {
    const isText = typeof port === 'string';
    if ((typeof port !== 'number' && !isText) || (isText && port.trim().length === 0) || +port !== +port >>> 0 || port > 0xffff)
      throw rangeError('ERR_SOCKET_BAD_PORT', name + ' should be >= 0 and < 65536. Received ' + %Received(port) + '.');
  }

  Socket.prototype.connect = function (...args) {
    const [options, callback] = Array.isArray(args[0]) && args[0][kNormalized] ? args[0] : normalizeArgs(args);
    const channel = require('diagnostics_channel').channel('net.client.socket');
    if (channel.hasSubscribers) channel.publish({ socket: this });
    if (callback !== null) this.once('connect', callback);
    if (this._parent?.connecting) return this;
    if (options.port === undefined && (options.path === undefined || options.path === null)) throw codes.ERR_MISSING_ARGS(['options', 'port', 'path']);
    if (this.write !== Socket.prototype.write) this.write = Socket.prototype.write;
    if (this.destroyed) {
      this._handle = null;
      this._peername = null;
      this._sockname = null;
    }
    if (!this._handle) {
      this._handle = options.path ? new Pipe() : new TCP();
      initHandle(this);
    }
    this._unrefTimer();
    this.connecting = true;
    if (options.path) {
      %ValidateString(options.path, 'options.path');
      connectTo(this, options.path);
    } else lookupAndConnect(this, options);
    return this;
  };

  function lookupAndConnect(socket, options) {
    const { localAddress, localPort } = options;
    const host = options.host || 'localhost';
    let { port, autoSelectFamilyAttemptTimeout: timeout, autoSelectFamily } = options;
    %ValidateString(host, 'options.host');
    if (host.includes('\0')) throwInvalidValue('options.host', host, 'must be a string without null bytes');
    if (localAddress && !isIP(localAddress)) throw typeError('ERR_INVALID_IP_ADDRESS', 'Invalid IP address: ' + localAddress);
    if (localPort) validateNumber(localPort, 'options.localPort');
    if (port !== undefined) {
      if (typeof port !== 'number' && typeof port !== 'string') throw codes.ERR_INVALID_ARG_TYPE('options.port', ['number', 'string'], port);
      validatePort(port);
    }
    port |= 0;
    if (autoSelectFamily !== undefined && autoSelectFamily !== null) validateBoolean(autoSelectFamily, 'options.autoSelectFamily');
    else ({ autoSelectFamily } = defaults);
    if (timeout !== undefined && timeout !== null) {
      validateInt32(timeout, 'options.autoSelectFamilyAttemptTimeout', 1);
      if (timeout < 10) timeout = 10;
    }
    const type = isIP(host);
    if (type) {
      if (!isLoopback(host)) refuseElsewhere('net.connect to', host);
      process.nextTick(() => { if (socket.connecting) connectTo(socket, host, port, type, localAddress, localPort); });
      return;
    }
    if (options.lookup !== undefined && options.lookup !== null) %ValidateFunction(options.lookup, 'options.lookup');
    if (!options.lookup && !isHere(host)) refuseElsewhere('net.connect to', host);
    const family = options.family === 'IPv4' ? 4 : options.family === 'IPv6' ? 6 : options.family;
    // Node: dns.ADDRCONFIG.
    const hints = options.hints || (family === 4 || family === 6 ? 0 : 32);
    socket._host = host;
    const lookup = options.lookup || systemLookup;
    if (family !== 4 && family !== 6 && !localAddress && autoSelectFamily) {
      lookupAll(socket, lookup, host, options, { family, hints, all: true }, port, localPort);
      return;
    }
    lookup(host, { family, hints }, (error, ip, addressType) => {
      socket.emit('lookup', error, ip, addressType, host);
      if (!socket.connecting) return;
      error ||= unusable(ip, addressType, options);
      if (error) return process.nextTick(() => socket.destroy(error));
      socket._unrefTimer();
      connectTo(socket, ip, port, addressType, localAddress, localPort);
    });
  }
  function unusable(ip, type, { host, port }) {
    if (typeof ip !== 'string' || !isIP(ip)) return typeError('ERR_INVALID_IP_ADDRESS', 'Invalid IP address: ' + ip);
    if (type === 4 || type === 6) return undefined;
    const error = rangeError('ERR_INVALID_ADDRESS_FAMILY', 'Invalid address family: ' + type + ' ' + host + ':' + port);
    error.host = host;
    error.port = port;
    return error;
  }
  /** Families take turns, that of the first address first. */
  function lookupAll(socket, lookup, host, options, lookupOptions, port, localPort) {
    lookup(host, lookupOptions, (error, addresses) => {
      if (!socket.connecting) return;
      if (error) {
        socket.emit('lookup', error, undefined, undefined, host);
        process.nextTick(() => socket.destroy(error));
        return;
      }
      const byFamily = { 4: [], 6: [] };
      let first;
      for (let i = 0; i < addresses.length; i++) {
        const { address: ip, family } = addresses[i];
        socket.emit('lookup', error, ip, family, host);
        if (!socket.connecting) return;
        if (!isIP(ip) || (family !== 4 && family !== 6)) continue;
        first ??= family;
        if (!byFamily[family].some(({ address }) => address === ip)) byFamily[family].push(addresses[i]);
      }
      if (first === undefined) {
        const failure = unusable(addresses[0].address, addresses[0].family, options);
        if (failure) process.nextTick(() => socket.destroy(failure));
        return;
      }
      const lists = [byFamily[first], byFamily[10 - first]];
      const attempts = [];
      for (let i = 0; i < lists[0].length || i < lists[1].length; i++) for (const list of lists) if (i in list) attempts.push(list[i]);
      socket._unrefTimer();
      if (attempts.length === 1) return connectTo(socket, attempts[0].address, port, attempts[0].family, undefined, localPort);
      socket.autoSelectFamilyAttemptedAddresses = [];
      connectToNext({ socket, attempts, current: 0, port, localPort, errors: [] });
    });
  }

  /** Undefined: it is on its way, and the callback is called with what became of it. */
  function begin(socket, address, port, type, localAddress, localPort, callback) {
    if (type !== undefined && !isLoopback(address)) refuseElsewhere('net.connect to', address);
    if (localAddress || localPort) {
      const local = localAddress || (type === 4 ? '0.0.0.0' : '::');
      const code = socket._handle.bind(local, localPort || 0);
      if (code !== undefined) return addressError(code, 'bind', local, localPort);
    }
    socket.emit('connectionAttempt', address, port, type);
    if (type !== undefined && socket.blockList?.check(address, 'ipv' + type)) return plainError('ERR_IP_BLOCKED', 'IP(' + address + ') is blocked by net.BlockList');
    const done = (code) => callback(code === undefined ? undefined : failure(code, address, port, localAddress, localPort));
    if (socket._handle.connect(address, port, done) === 'http')
      return new Error('Underhood does not simulate net.connect to a server of http: what is written to it is not read as a request. Use http.request.');
    return undefined;
  }
  function failure(code, address, port, localAddress, localPort) {
    const isBound = localAddress && localPort;
    const error = addressError(code, 'connect', address, port, isBound ? localAddress + ':' + localPort : undefined);
    return isBound ? global.Object.assign(error, { localAddress, localPort }) : error;
  }
  function connectTo(socket, address, port, type, localAddress, localPort) {
    const error = begin(socket, address, port, type, localAddress, localPort, (failed) => {
      if (socket.destroyed) return;
      if (failed === undefined) return connected(socket);
      socket.connecting = false;
      socket._sockname = null;
      socket.emit('connectionAttemptFailed', address, port, type, failed);
      socket.destroy(failed);
    });
    if (error !== undefined) socket.destroy(error);
  }
  function connectToNext(context) {
    const { socket, attempts, errors, port } = context;
    if (socket._aborted) return;
    if (context.current === attempts.length) return socket.destroy(errorOfAll(errors));
    const { address, family } = attempts[context.current++];
    if (context.current > 1) {
      socket._handle?.close();
      socket._handle = new TCP();
      initHandle(socket);
    }
    const failed = (error) => {
      errors.push(error);
      socket.emit('connectionAttemptFailed', address, port, family, error);
      if (socket.connecting) connectToNext(context);
    };
    if (!isLoopback(address)) refuseElsewhere('net.connect to', address);
    const error = begin(socket, address, port, family, undefined, context.localPort, (problem) => {
      if (problem !== undefined) failed(problem);
      else if (!socket.destroyed) connected(socket);
    });
    if (error === undefined) socket.autoSelectFamilyAttemptedAddresses.push(address + ':' + port);
    else failed(error);
  }
  function connected(socket) {
    socket.connecting = false;
    socket._sockname = null;
    socket._unrefTimer();
    socket.emit('connect');
    socket.emit('ready');
    if (!socket.isPaused()) socket.read(0);
  }

  return { Socket, defaults, kNormalized, isPipeName, normalizeArgs, toNumber, validatePort };
}`;
