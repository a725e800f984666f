/**
 * The streams of the process once somebody uses them as streams. Node: lib/internal/bootstrap/switches/is_main_thread.js.
 * Simplified: standard output and error are written at once, as to a file; standard input is empty.
 */
export const stdioSource = String.raw`function (require, global) {
  const { Object } = global;
  const { Readable, Writable } = require('stream');
  function SyncWriteStream(fd) {
    %Call(Writable, this, { autoDestroy: true });
    this.fd = fd;
    this.readable = false;
    this.autoClose = undefined;
  }
  Object.setPrototypeOf(SyncWriteStream.prototype, Writable.prototype);
  Object.setPrototypeOf(SyncWriteStream, Writable);
  SyncWriteStream.prototype._write = function (chunk, encoding, callback) {
    %WriteStandard(this.fd, chunk);
    callback();
  };
  // Standard streams outlive their end.
  SyncWriteStream.prototype._destroy = function (error, callback) { callback(error); };
  SyncWriteStream.prototype.destroySoon = SyncWriteStream.prototype.destroy;
  class StandardInput extends Readable {
    constructor() {
      super({ highWaterMark: 65536 });
      this.fd = 0;
      this.isRaw = false;
    }
    _read() { this.push(null); }
    setRawMode() { return this; }
    ref() { return this; }
    unref() { return this; }
  }
  return {
    /** A plain object that has been standing in for the stream so far. */
    adopt(object, fd, write) {
      if (object.write === write) delete object.write;
      delete object.writable;
      delete object._type;
      Object.setPrototypeOf(object, SyncWriteStream.prototype);
      %Call(SyncWriteStream, object, fd);
      object._type = 'fs';
      object._isStdio = true;
    },
    newInput() { return new StandardInput(); },
  };
}`;
