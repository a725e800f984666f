/** net.Socket: a stream over a handle. Node: lib/net.js, lib/internal/stream_base_commons.js. */
export const netSocketSource = String.raw`function (require, global) {
  const { Object, Array, Boolean, Symbol, Number, Error, queueMicrotask } = global;
  const { Duplex } = require('stream');
  const { Buffer } = require('buffer');
  const process = require('process');
  const { plainError, throwInvalidValue, validateNumber, validateInt32, validateAbortSignal } = require('internal/validators');
  const { codes } = require('internal/stream/errors');
  const { systemError } = require('internal/net/handles');
  const kHandle = Symbol('kHandle');
  const kTimeout = Symbol('timeout');
  const kLastWriteQueueSize = Symbol('lastWriteQueueSize');
  const kBytesRead = Symbol('kBytesRead');
  const kBytesWritten = Symbol('kBytesWritten');
  const kSetNoDelay = Symbol('kSetNoDelay');
  const kSetKeepAlive = Symbol('kSetKeepAlive');
  const kSetKeepAliveInitialDelay = Symbol('kSetKeepAliveInitialDelay');
  const kSetTOS = Symbol('kSetTOS');
  const noop = () => {};

  function onRead(socket, bytes, code) {
    const handle = socket._handle;
    socket._unrefTimer();
    if (bytes !== undefined) {
      if (socket.destroyed || socket.push(bytes)) return;
      handle.reading = false;
      if (!socket.destroyed) handle.readStop();
    } else if (code !== undefined) socket.destroy(systemError(code, 'read'));
    else if (!socket._readableState.endEmitted) {
      socket.push(null);
      socket.read(0);
    }
  }
  function initHandle(socket) {
    socket._undestroy();
    socket._sockname = null;
    if (socket._handle) socket._handle.onread = (bytes, code) => onRead(socket, bytes, code);
  }
  function closeHandle(socket, isException, isCleanupPending = false) {
    if (!socket._handle) return;
    socket._handle.close(() => {
      socket.emit('close', isException);
      if (!isCleanupPending) return;
      socket._handle.onread = noop;
      socket._handle = null;
      socket._sockname = null;
    });
  }

  function Socket(options) {
    if (!(this instanceof Socket)) return new Socket(options);
    if (options?.objectMode) throwInvalidValue('options.objectMode', options.objectMode, 'is not supported');
    if (options?.readableObjectMode || options?.writableObjectMode) {
      throwInvalidValue('options.' + (options.readableObjectMode ? 'readableObjectMode' : 'writableObjectMode'), options.readableObjectMode || options.writableObjectMode, 'is not supported');
    }
    if (options?.keepAliveInitialDelay !== undefined) {
      validateNumber(options.keepAliveInitialDelay, 'options.keepAliveInitialDelay');
      if (options.keepAliveInitialDelay < 0) options.keepAliveInitialDelay = 0;
    }
    if (typeof options === 'number' || options?.fd !== undefined) throw new Error('Underhood does not simulate net.Socket of a file descriptor: a run has no sockets outside of it. Connect to a server of the same program.');
    if (options?.onread) throw new Error('Underhood does not simulate the option onread of net.Socket. Listen to data instead.');
    this.connecting = false;
    this._hadError = false;
    this[kHandle] = null;
    this._parent = null;
    this._host = null;
    this[kLastWriteQueueSize] = 0;
    this[kTimeout] = null;
    this._closeAfterHandlingError = false;
    options = { ...options };
    options.allowHalfOpen = Boolean(options.allowHalfOpen);
    options.emitClose = false;
    options.autoDestroy = true;
    options.decodeStrings = false;
    %Call(Duplex, this, options);
    if (options.handle) this._handle = options.handle;
    this[kSetNoDelay] = Boolean(options.noDelay);
    this[kSetKeepAlive] = Boolean(options.keepAlive);
    this[kSetKeepAliveInitialDelay] = ~~(options.keepAliveInitialDelay / 1000);
    if (options.typeOfService !== undefined) validateInt32(options.typeOfService, 'options.typeOfService', 0, 255);
    this[kSetTOS] = options.typeOfService;
    this.on('end', onReadableStreamEnd);
    initHandle(this);
    this._pendingData = null;
    this._pendingEncoding = '';
    if (this._handle && options.readable !== false) {
      if (options.pauseOnCreate) {
        this._handle.reading = false;
        this._handle.readStop();
        this.readableFlowing = false;
      } else if (!options.manualStart) this.read(0);
    }
    if (options.signal) takeSignal(this, options);
    this.server = null;
    this._server = null;
    this[kBytesRead] = 0;
    this[kBytesWritten] = 0;
    if (options.blockList) this.blockList = require('internal/net/addresses').validBlockList(options.blockList);
  }
  Object.setPrototypeOf(Socket.prototype, Duplex.prototype);
  Object.setPrototypeOf(Socket, Duplex);

  function takeSignal(socket, { signal }) {
    validateAbortSignal(signal, 'options.signal');
    let disposable;
    const abort = () => {
      disposable?.[Symbol.dispose]();
      socket._aborted = true;
    };
    if (signal.aborted) process.nextTick(abort);
    else process.nextTick(() => { disposable = require('events').addAbortListener(signal, abort); });
  }
  function onReadableStreamEnd() { if (!this.allowHalfOpen) this.write = writeAfterFIN; }
  function writeAfterFIN(chunk, encoding, callback) {
    if (!this.writableEnded) return %Call(Duplex.prototype.write, this, chunk, encoding, callback);
    if (typeof encoding === 'function') callback = encoding;
    const error = plainError('EPIPE', 'This socket has been ended by the other party');
    if (typeof callback === 'function') process.nextTick(callback, error);
    this.destroy(error);
    return false;
  }
  function tryReadStart(socket) {
    socket._handle.reading = true;
    const code = socket._handle.readStart();
    if (code !== undefined) socket.destroy(systemError(code, 'read'));
  }
  function written(socket, code, callback) {
    if (code !== undefined) return callback(systemError(code, 'write'));
    if (!socket.destroyed) {
      socket._unrefTimer();
      socket[kLastWriteQueueSize] = 0;
    }
    callback(null);
  }
  const bytesOf = (chunk, encoding) => (typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk);
  function handleOrLater(socket, name) {
    if (socket._handle) socket._handle[name]();
    else socket.once('connect', socket[name]);
    return socket;
  }
  const methods = {
    _unrefTimer: function _unrefTimer() { for (let each = this; each !== null && each !== undefined; each = each._parent) each[kTimeout]?.refresh(); },
    _final(callback) {
      if (this.connecting) return this.once('connect', () => this._final(callback));
      if (!this._handle) return callback();
      const code = this._handle.shutdown(() => callback());
      if (code === 'ENOTCONN') return callback();
      if (code !== undefined) return callback(systemError(code, 'shutdown'));
    },
    setTimeout: function setStreamTimeout(msecs, callback) {
      if (this.destroyed) return this;
      this.timeout = msecs;
      validateNumber(msecs, 'msecs');
      if (msecs < 0 || !Number.isFinite(msecs)) %ThrowOutOfRange('msecs', 'a non-negative finite number', msecs);
      global.clearTimeout(this[kTimeout]);
      this[kTimeout] = null;
      if (callback !== undefined) %ValidateFunction(callback, 'callback');
      if (msecs === 0) {
        if (callback !== undefined) this.removeListener('timeout', callback);
        return this;
      }
      this[kTimeout] = global.setTimeout(() => this._onTimeout(), msecs).unref();
      if (callback !== undefined) this.once('timeout', callback);
      return this;
    },
    _onTimeout() {
      const last = this[kLastWriteQueueSize];
      if (last > 0 && this._handle) {
        const { writeQueueSize } = this._handle;
        if (last !== writeQueueSize) {
          this[kLastWriteQueueSize] = writeQueueSize;
          this._unrefTimer();
          return;
        }
      }
      this.emit('timeout');
    },
    setNoDelay(enable) {
      this[kSetNoDelay] = Boolean(enable === undefined ? true : enable);
      return this;
    },
    setKeepAlive(enable, initialDelay, intervalMsecs, count) {
      const isObject = enable !== null && typeof enable === 'object';
      this[kSetKeepAlive] = Boolean(isObject ? enable.enable : enable);
      this[kSetKeepAliveInitialDelay] = ~~((isObject ? enable.initialDelay : initialDelay) / 1000);
      return this;
    },
    setTypeOfService(tos) {
      if (Number.isNaN(tos)) throw codes.ERR_INVALID_ARG_TYPE('tos', 'number', tos);
      validateInt32(tos, 'tos', 0, 255);
      this[kSetTOS] = tos;
      return this;
    },
    getTypeOfService() { return this[kSetTOS] ?? 0; },
    address() { return this._getsockname(); },
    _read(n) {
      if (this.connecting || !this._handle) this.once('connect', () => this._read(n));
      else if (!this._handle.reading) tryReadStart(this);
    },
    end(data, encoding, callback) {
      %Call(Duplex.prototype.end, this, data, encoding, callback);
      return this;
    },
    resetAndDestroy() {
      if (!this._handle) this.destroy(plainError('ERR_SOCKET_CLOSED', 'Socket is closed'));
      else if (!this._handle.reset) throw %NodeError('TypeError', 'ERR_INVALID_HANDLE_TYPE', 'This handle type cannot be sent');
      else if (this.connecting) this.once('connect', () => this._reset());
      else this._reset();
      return this;
    },
    destroySoon() {
      if (this.writable) this.end();
      if (this.writableFinished) this.destroy();
      else this.once('finish', this.destroy);
    },
    _destroy(exception, callback) {
      this.connecting = false;
      for (let each = this; each !== null && each !== undefined; each = each._parent) {
        global.clearTimeout(each[kTimeout]);
        each[kTimeout] = null;
      }
      if (this._handle) {
        const isException = Boolean(exception);
        this[kBytesRead] = this._handle.bytesRead;
        this[kBytesWritten] = this._handle.bytesWritten;
        if (this.resetAndClosing) {
          this.resetAndClosing = false;
          this._handle.reset(() => this.emit('close', isException));
        } else if (this._closeAfterHandlingError) queueMicrotask(() => closeHandle(this, isException, true));
        else closeHandle(this, isException);
        if (!this._closeAfterHandlingError) {
          this._handle.onread = noop;
          this._handle = null;
          this._sockname = null;
        }
        callback(exception);
      } else {
        callback(exception);
        process.nextTick(() => this.emit('close'));
      }
      if (this._server) {
        this._server._connections--;
        if (this._server._emitCloseIfDrained) this._server._emitCloseIfDrained();
      }
    },
    _reset() {
      this.resetAndClosing = true;
      return this.destroy();
    },
    _getpeername() {
      if (!this._handle?.getpeername || this.connecting) return this._peername || {};
      if (!this._peername) {
        const out = {};
        if (this._handle.getpeername(out) !== undefined) return out;
        this._peername = out;
      }
      return this._peername;
    },
    _getsockname() {
      if (!this._handle?.getsockname) return {};
      if (!this._sockname) {
        this._sockname = {};
        this._handle.getsockname(this._sockname);
      }
      return this._sockname;
    },
    _writeGeneric(writev, data, encoding, callback) {
      if (this.connecting) {
        this._pendingData = data;
        this._pendingEncoding = encoding;
        const onClose = () => callback(plainError('ERR_SOCKET_CLOSED_BEFORE_CONNECTION', 'Socket closed before the connection was established'));
        this.once('connect', function connect() {
          this.off('close', onClose);
          this._writeGeneric(writev, data, encoding, callback);
        });
        this.once('close', onClose);
        return;
      }
      this._pendingData = null;
      this._pendingEncoding = '';
      if (!this._handle) {
        callback(plainError('ERR_SOCKET_CLOSED', 'Socket is closed'));
        return false;
      }
      this._unrefTimer();
      const bytes = writev ? Buffer.concat(data.map(({ chunk, encoding: each }) => bytesOf(chunk, each))) : bytesOf(data, encoding);
      const waiting = this._handle.write(bytes, (code) => written(this, code, callback));
      if (typeof waiting === 'string') callback(systemError(waiting, 'write'));
      else if (waiting === undefined) callback();
      else this[kLastWriteQueueSize] = waiting;
    },
    _writev(chunks, callback) { this._writeGeneric(true, chunks, '', callback); },
    _write(data, encoding, callback) { this._writeGeneric(false, data, encoding, callback); },
    ref() { return handleOrLater(this, 'ref'); },
    unref() { return handleOrLater(this, 'unref'); },
  };
  Object.assign(Socket.prototype, methods);
  function getter(name, get, isEnumerable = true) { Object.defineProperty(Socket.prototype, name, { __proto__: null, configurable: !isEnumerable, enumerable: isEnumerable, get }); }
  getter('_connecting', function () { return this.connecting; }, false);
  getter('pending', function () { return !this._handle || this.connecting; }, false);
  getter('readyState', function () {
    if (this.connecting) return 'opening';
    if (this.readable && this.writable) return 'open';
    return this.readable ? 'readOnly' : this.writable ? 'writeOnly' : 'closed';
  }, false);
  getter('bufferSize', function () { if (this._handle) return this.writableLength; }, false);
  getter('bytesRead', function () { return this._handle ? this._handle.bytesRead : this[kBytesRead]; });
  getter('remoteAddress', function () { return this._getpeername().address; });
  getter('remoteFamily', function () { return this._getpeername().family; });
  getter('remotePort', function () { return this._getpeername().port; });
  getter('localAddress', function () { return this._getsockname().address; });
  getter('localPort', function () { return this._getsockname().port; });
  getter('localFamily', function () { return this._getsockname().family; });
  getter('_bytesDispatched', function () { return this._handle ? this._handle.bytesWritten : this[kBytesWritten]; });
  getter('bytesWritten', function () {
    const { writableBuffer, _pendingData: data } = this;
    if (!writableBuffer) return undefined;
    let bytes = this._bytesDispatched;
    const add = ({ chunk, encoding }) => { bytes += bytesOf(chunk, encoding).length; };
    writableBuffer.forEach(add);
    if (Array.isArray(data)) data.forEach(add);
    else if (data) add({ chunk: data, encoding: this._pendingEncoding });
    return bytes;
  });
  Object.defineProperty(Socket.prototype, '_handle', { __proto__: null, get() { return this[kHandle]; }, set(value) { this[kHandle] = value; } });
  return { Socket, initHandle };
}`;
