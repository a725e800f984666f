/** Files as streams. Node: lib/internal/fs/streams.js. */
export const fsStreamsSource = String.raw`function (require, global) {
  const { Object, Math, Infinity: endless } = global;
  const { Readable, Writable, finished } = require('stream');
  const { validateInteger } = require('internal/validators');
  const { validPath, validFd, optionsOf } = require('internal/fs/tools');
  const { Buffer } = require('buffer');
  const fs = require('fs');
  const kHandle = global.Symbol('kHandle');
  const kFs = global.Symbol('kFs');
  function begin(stream, path, options, flags) {
    const { fd } = options;
    stream[kFs] = options.fs || fs;
    if (fd === undefined || fd === null) {
      %ValidateFunction(stream[kFs].open, 'options.fs.open');
      stream.fd = null;
      stream.path = validPath(path);
      stream.flags = options.flags === undefined ? flags : options.flags;
      stream.mode = options.mode === undefined ? 0o666 : options.mode;
    } else if (typeof fd === 'number') stream.fd = validFd(fd);
    else {
      const { FileHandle, hold } = require('internal/fs/file-handle');
      if (!(fd instanceof FileHandle)) %ThrowInvalidType('options.fd', 'of type number or an instance of FileHandle', fd);
      if (options.fs) throw %NodeError('Error', 'ERR_METHOD_NOT_IMPLEMENTED', 'The FileHandle with fs method is not implemented');
      stream.fd = fd.fd;
      stream[kHandle] = fd;
      hold(fd);
      fd.on('close', () => stream.close());
    }
    stream.start = options.start;
    stream.pos = undefined;
    stream.bytesRead = 0;
    stream.closed_ = false;
  }
  function construct(stream, callback) {
    if (typeof stream.fd === 'number') {
      callback();
      return;
    }
    stream[kFs].open(stream.path, stream.flags, stream.mode, (error, fd) => {
      if (error) callback(error);
      else {
        stream.fd = fd;
        callback();
        stream.emit('open', stream.fd);
        stream.emit('ready');
      }
    });
  }
  function close(stream, error, callback) {
    if (stream[kHandle]) {
      require('internal/fs/file-handle').release(stream[kHandle]);
      stream[kHandle].close().then(() => callback(error), (failure) => callback(failure || error));
    } else {
      const { fd } = stream;
      const end = (failure) => stream[kFs].close(fd, (problem) => callback(failure || problem || error));
      if (stream.flush) stream[kFs].fsync(fd, end);
      else end();
    }
    stream.fd = null;
  }
  function ReadStream(path, options) {
    if (!(this instanceof ReadStream)) return new ReadStream(path, options);
    options = { ...optionsOf(options, {}) };
    if (options.highWaterMark === undefined) options.highWaterMark = 65536;
    if (options.autoDestroy === undefined) options.autoDestroy = options.autoClose ?? true;
    begin(this, path, options, 'r');
    %ValidateFunction(this[kFs].read, 'options.fs.read');
    if (options.autoDestroy) %ValidateFunction(this[kFs].close, 'options.fs.close');
    this.end = options.end ?? endless;
    if (this.start !== undefined) {
      validateInteger(this.start, 'start', 0);
      this.pos = this.start;
    }
    if (this.end !== endless) {
      validateInteger(this.end, 'end', 0);
      if (this.start !== undefined && this.start > this.end) %ThrowOutOfRange('start', '<= "end" (here: ' + this.end + ')', this.start);
    }
    delete this.closed_;
    %Call(Readable, this, options);
    if (options.encoding) this.setEncoding(options.encoding);
  }
  Object.setPrototypeOf(ReadStream.prototype, Readable.prototype);
  Object.setPrototypeOf(ReadStream, Readable);
  const autoClose = { __proto__: null, get() { return this._readableState ? this._readableState.autoDestroy : this._writableState.autoDestroy; }, set(value) { (this._readableState ?? this._writableState).autoDestroy = value; } };
  const pending = { __proto__: null, get() { return this.fd === null; }, configurable: true };
  Object.defineProperty(ReadStream.prototype, 'autoClose', autoClose);
  Object.defineProperty(ReadStream.prototype, 'pending', pending);
  ReadStream.prototype._construct = function (callback) { construct(this, callback); };
  ReadStream.prototype._read = function (n) {
    n = this.pos !== undefined ? Math.min(this.end - this.pos + 1, n) : Math.min(this.end - this.bytesRead + 1, n);
    if (n <= 0) {
      this.push(null);
      return;
    }
    const buffer = Buffer.allocUnsafeSlow(n);
    this[kFs].read(this.fd, buffer, 0, n, this.pos, (error, count) => {
      if (error) {
        this.destroy(error);
        return;
      }
      if (count > 0) {
        if (this.pos !== undefined) this.pos += count;
        this.bytesRead += count;
        this.push(count === n ? buffer : Buffer.from(buffer.subarray(0, count)));
      } else this.push(null);
    });
  };
  ReadStream.prototype._destroy = function (error, callback) {
    if (this.fd === null) callback(error);
    else close(this, error, callback);
  };
  ReadStream.prototype.close = function (callback) {
    if (typeof callback === 'function') finished(this, callback);
    this.destroy();
  };
  function WriteStream(path, options) {
    if (!(this instanceof WriteStream)) return new WriteStream(path, options);
    options = { ...optionsOf(options, {}) };
    options.decodeStrings = true;
    if (options.autoDestroy === undefined) options.autoDestroy = options.autoClose ?? true;
    begin(this, path, options, 'w');
    const { write, writev } = this[kFs];
    if (write || !writev) %ValidateFunction(write, 'options.fs.write');
    if (writev) %ValidateFunction(writev, 'options.fs.writev');
    if (options.autoDestroy) %ValidateFunction(this[kFs].close, 'options.fs.close');
    this.flush = options.flush ?? false;
    if (options.flush !== undefined && options.flush !== null) {
      %ValidateBoolean(options.flush, 'options.flush');
      %ValidateFunction(this[kFs].fsync, 'options.fs.fsync');
    }
    // One of the two is enough.
    if (!write) this._write = null;
    if (!writev) this._writev = null;
    delete this.bytesRead;
    delete this.closed_;
    this.bytesWritten = 0;
    if (this.start !== undefined) {
      validateInteger(this.start, 'start', 0);
      this.pos = this.start;
    }
    %Call(Writable, this, options);
    if (options.encoding) this.setDefaultEncoding(options.encoding);
  }
  Object.setPrototypeOf(WriteStream.prototype, Writable.prototype);
  Object.setPrototypeOf(WriteStream, Writable);
  Object.defineProperty(WriteStream.prototype, 'autoClose', autoClose);
  Object.defineProperty(WriteStream.prototype, 'pending', pending);
  WriteStream.prototype._construct = ReadStream.prototype._construct;
  function written(stream, callback) {
    return (error, count) => {
      if (error) {
        callback(error);
        return;
      }
      stream.bytesWritten += count;
      callback();
    };
  }
  WriteStream.prototype._write = function (data, encoding, callback) {
    this[kFs].write(this.fd, data, 0, data.length, this.pos, written(this, callback));
    if (this.pos !== undefined) this.pos += data.length;
  };
  WriteStream.prototype._writev = function (chunks, callback) {
    const parts = [];
    let length = 0;
    for (let i = 0; i < chunks.length; i++) {
      parts[i] = chunks[i].chunk;
      length += parts[i].length;
    }
    this[kFs].writev(this.fd, parts, this.pos, written(this, callback));
    if (this.pos !== undefined) this.pos += length;
  };
  WriteStream.prototype._destroy = ReadStream.prototype._destroy;
  WriteStream.prototype.close = function (callback) {
    if (callback) {
      if (this.closed) {
        require('process').nextTick(callback);
        return;
      }
      this.on('close', callback);
    }
    if (!this.autoClose) this.on('finish', this.destroy);
    this.end();
  };
  WriteStream.prototype.destroySoon = WriteStream.prototype.end;
  return { ReadStream, WriteStream };
}`;
