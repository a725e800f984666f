/**
 * What is read and written, by whom: the arguments of fs.read, fs.write and their kin, and the handles of fs/promises. Node: lib/fs.js,
 * lib/internal/fs/promises.js.
 */
export const fsTransfersSource = String.raw`function (require, global) {
  const { Array, BigInt, Number } = global;
  const { Buffer } = require('buffer');
  const { throwInvalidValue, validateInteger, validateObject } = require('internal/validators');
  const isView = (value) => global.ArrayBuffer.isView(value);
  const bytesOf = (view) => (%TypedArrayName(view) === 'Uint8Array' ? view : new global.Uint8Array(view.buffer, view.byteOffset, view.byteLength));
  function validOptions(options) {
    if (options !== null && options !== undefined) validateObject(options, 'options');
    else if (options === undefined) return {};
    return options ?? {};
  }
  function validPosition(position, length) {
    if (position === undefined || position === null) return -1;
    if (typeof position === 'number') validateInteger(position, 'position', -1);
    else if (typeof position !== 'bigint') %ThrowInvalidType('position', 'of type bigint or integer', position);
    else {
      const most = 2n ** 63n - 1n - BigInt(length);
      if (position < -1n || position > most) %ThrowOutOfRange('position', '>= -1 && <= ' + most, position);
    }
    return Number(position);
  }
  /** What is read into, once it is known where the options stand. */
  function readInto(buffer, offset, length, position) {
    if (offset === undefined || offset === null) offset = 0;
    else validateInteger(offset, 'offset', 0);
    length |= 0;
    position = validPosition(position, length);
    if (length !== 0) {
      if (buffer.byteLength === 0) throwInvalidValue('buffer', buffer, 'is empty and cannot be written');
      if (length < 0) %ThrowOutOfRange('length', '>= 0', length);
      if (offset + length > buffer.byteLength) %ThrowOutOfRange('length', '<= ' + (buffer.byteLength - offset), length);
    }
    return { buffer, bytes: bytesOf(buffer), offset, length, position };
  }
  function validBuffer(buffer) {
    if (!isView(buffer)) %ThrowInvalidType('buffer', 'an instance of Buffer, TypedArray, or DataView', buffer);
  }
  /** (buffer, offset, length, position), (buffer, options) or (text, position, encoding). */
  function writeArguments(data, offset, length, position) {
    if (!isView(data)) {
      if (typeof data !== 'string') %ThrowInvalidType('buffer', 'of type string or an instance of Buffer, TypedArray, or DataView', data);
      validEncoding(data, length);
      const bytes = Buffer.from(data, typeof length === 'string' && Buffer.isEncoding(length) ? length : 'utf8');
      return { data, bytes, offset: 0, length: bytes.length, position: typeof offset === 'number' ? offset : -1 };
    }
    if (typeof offset === 'object') ({ offset = 0, length = data.byteLength - offset, position = null } = offset ?? {});
    if (offset === undefined || offset === null) offset = 0;
    else validateInteger(offset, 'offset', 0);
    if (typeof length !== 'number') length = data.byteLength - offset;
    if (offset > data.byteLength) %ThrowOutOfRange('offset', '<= ' + data.byteLength, offset);
    if (length > data.byteLength - offset) %ThrowOutOfRange('length', '<= ' + (data.byteLength - offset), length);
    if (length < 0) %ThrowOutOfRange('length', '>= 0', length);
    validateInteger(length, 'length', 0, 2147483647);
    return { data, bytes: bytesOf(data), offset, length, position: typeof position === 'number' ? position : -1 };
  }
  /** Node: validateEncoding: digits of hex come in pairs. */
  function validEncoding(text, encoding) {
    if (typeof encoding === 'string' && encoding.toLowerCase() === 'hex' && text.length % 2 !== 0)
      throwInvalidValue('encoding', encoding, 'is invalid for data of length ' + text.length);
  }
  function validBuffers(buffers) {
    if (!Array.isArray(buffers) || !buffers.every(isView)) %ThrowInvalidType('buffers', 'an ArrayBufferView[]', buffers);
    return buffers;
  }
  return { isView, bytesOf, validOptions, validBuffer, readInto, writeArguments, validBuffers };
}`;

export const fsFileHandleSource = String.raw`function (require, global) {
  const { Promise, Error, Symbol, Math } = global;
  const { Buffer } = require('buffer');
  const EventEmitter = require('events');
  const { abortedWith, plainError, validateObject } = require('internal/validators');
  const { statsOf, optionsOf, dataOf } = require('internal/fs/tools');
  const { isView, bytesOf, validBuffer, readInto, writeArguments, validBuffers } = require('internal/fs/transfers');
  const operations = require('internal/fs/operations');
  /** The stack tells who waits. */
  function failed(error) {
    Error.captureStackTrace(error, failed);
    return Promise.reject(error);
  }
  const ask = (api, operation, args) => %FilePromise(api, operation, args).then(undefined, failed);
  const invalidState = (text) => plainError('ERR_INVALID_STATE', 'Invalid state: ' + text);
  const isIterable = (data) => typeof data !== 'string' && !isView(data) && data !== null && typeof data === 'object' && (data[Symbol.iterator] || data[Symbol.asyncIterator]);
  const partsOf = (data) => (data[Symbol.asyncIterator] ? data : data[Symbol.iterator]());
  let hold;
  let release;

  /** It closes when nobody uses it any more: requests that are under way, and streams. */
  class FileHandle extends EventEmitter {
    #fd;
    #uses = 1;
    #closing;
    #closed;
    #isLocked = false;
    static {
      hold = (handle) => { handle.#uses++; };
      release = (handle) => {
        if (--handle.#uses > 0) return;
        const fd = handle.#fd;
        handle.#fd = -1;
        ask('fs.promises.close', 'close', [fd]).then(handle.#closed?.resolve, handle.#closed?.reject);
      };
    }
    constructor(fd) {
      super();
      this.#fd = fd;
    }
    get fd() { return this.#fd; }
    getAsyncId() { return 0; }
    async #use(syscall, work) {
      if (this.#fd === -1) {
        const error = new Error('file closed');
        error.code = 'EBADF';
        error.syscall = syscall;
        throw error;
      }
      try {
        hold(this);
        return await work(this.#fd);
      } finally {
        release(this);
      }
    }
    #ask(operation, given) {
      return this.#use(operation, async (fd) => ask('fs.promises.' + operation, operation, [fd, ...operations[operation].parse([0, ...given]).slice(1)]));
    }
    async #write(fd, bytes) { if (bytes.byteLength > 0) await ask('fs.promises.write', 'write', [fd, bytesOf(bytes), 0, bytes.byteLength, -1]); }
    appendFile(data, options) { return this.writeFile(data, options); }
    chmod(mode) { return this.#ask('fchmod', [mode]); }
    chown(uid, gid) { return this.#ask('fchown', [uid, gid]); }
    datasync() { return this.#ask('fdatasync', []); }
    sync() { return this.#ask('fsync', []); }
    stat(options) { return this.#use('fstat', async (fd) => statsOf(await ask('fs.promises.fstat', 'fstat', [fd]), options?.bigint)); }
    truncate(length) { return this.#ask('ftruncate', [length]); }
    utimes(atime, mtime) { return this.#ask('futimes', [atime, mtime]); }
    read(buffer, offset, length, position) {
      return this.#use('read', async (fd) => {
        if (!isView(buffer)) {
          if (buffer !== undefined && buffer !== null) validateObject(buffer, 'options');
          ({ buffer = Buffer.alloc(16384), offset, length, position } = buffer ?? {});
          validBuffer(buffer);
        } else if (offset !== null && typeof offset === 'object') ({ offset, length, position } = offset);
        const given = readInto(buffer, offset, length ?? buffer.byteLength - (offset ?? 0), position);
        if (given.length === 0) return { __proto__: null, bytesRead: 0, buffer };
        const bytesRead = await ask('fs.promises.read', 'read', [fd, given.bytes, given.offset, given.length, given.position]);
        return { __proto__: null, bytesRead, buffer };
      });
    }
    write(data, offset, length, position) {
      return this.#use('write', async (fd) => {
        if (isView(data) && data.byteLength === 0) return { __proto__: null, bytesWritten: 0, buffer: data };
        const given = writeArguments(data, offset, length, position);
        const bytesWritten = await ask('fs.promises.write', 'write', [fd, given.bytes, given.offset, given.length, given.position]);
        return { __proto__: null, bytesWritten, buffer: data };
      });
    }
    readFile(options) {
      return this.#use('readFile', async (fd) => {
        const { encoding, signal } = optionsOf(options);
        if (signal?.aborted) throw abortedWith(signal);
        const size = (await ask('fs.promises.fstat', 'fstat', [fd]))[8];
        const parts = [];
        let total = 0;
        while (true) {
          if (signal?.aborted) throw abortedWith(signal);
          const part = Buffer.allocUnsafeSlow(Math.max(1, size === 0 ? 65536 : Math.min(size - total, 524288)));
          const count = await ask('fs.promises.read', 'read', [fd, part, 0, part.length, -1]);
          total += count;
          if (count > 0) parts.push(part.subarray(0, count));
          if (count === 0 || total === size) break;
        }
        const whole = parts.length === 1 ? parts[0] : Buffer.concat(parts, total);
        return encoding && encoding !== 'buffer' ? whole.toString(encoding) : whole;
      });
    }
    writeFile(data, options) {
      return this.#use('writeFile', async (fd) => {
        const { encoding, signal } = optionsOf(options, { encoding: 'utf8' });
        const check = () => { if (signal?.aborted) throw abortedWith(signal); };
        check();
        if (!isIterable(data)) return this.#write(fd, dataOf(data, encoding));
        for await (const part of partsOf(data)) {
          check();
          await this.#write(fd, isView(part) ? part : Buffer.from(part, encoding || 'utf8'));
          check();
        }
      });
    }
    readv(buffers, position) {
      return this.#use('readv', async (fd) => {
        validBuffers(buffers);
        if (buffers.length === 0) throw require('internal/uv').uvException('EINVAL', 'read');
        const whole = Buffer.alloc(buffers.reduce((sum, buffer) => sum + buffer.byteLength, 0));
        const bytesRead = await ask('fs.promises.readv', 'read', [fd, whole, 0, whole.length, typeof position === 'number' ? position : -1]);
        let at = 0;
        for (let i = 0; i < buffers.length && at < bytesRead; i++) at += whole.copy(buffers[i], 0, at, bytesRead);
        return { __proto__: null, bytesRead, buffers };
      });
    }
    writev(buffers, position) {
      return this.#use('writev', async (fd) => {
        validBuffers(buffers);
        if (buffers.length === 0) return { __proto__: null, bytesWritten: 0, buffers };
        const whole = Buffer.concat(buffers.map(bytesOf));
        const bytesWritten = await ask('fs.promises.writev', 'write', [fd, whole, 0, whole.length, typeof position === 'number' ? position : -1]);
        return { __proto__: null, bytesWritten, buffers };
      });
    }
    close() {
      if (this.#closing) return this.#closing;
      if (this.#fd === -1) return Promise.resolve();
      this.#closed = Promise.withResolvers();
      const over = () => { this.#closing = undefined; };
      this.#closing = this.#closed.promise.finally(over);
      release(this);
      this.emit('close');
      return this.#closing;
    }
    readableWebStream(options = {}) {
      if (this.#fd === -1) throw invalidState('The FileHandle is closed');
      if (this.#closing) throw invalidState('The FileHandle is closing');
      if (this.#isLocked) throw invalidState('The FileHandle is locked');
      this.#isLocked = true;
      validateObject(options, 'options');
      const { autoClose = false } = options;
      %ValidateBoolean(autoClose, 'options.autoClose');
      let isOver = false;
      const end = async () => {
        if (isOver) return;
        isOver = true;
        release(this);
        if (autoClose) await this.close();
      };
      hold(this);
      let controller;
      this.once('close', () => {
        if (isOver) return;
        controller.close();
        end();
      });
      return new global.ReadableStream({
        type: 'bytes',
        autoAllocateChunkSize: 16384,
        start(given) { controller = given; },
        pull: async () => {
          const { view } = controller.byobRequest;
          const { bytesRead } = await this.read(view, 0, view.byteLength);
          if (isOver) return;
          if (bytesRead === 0) {
            controller.close();
            end();
          }
          controller.byobRequest?.respond(bytesRead);
        },
        cancel: end,
      });
    }
    readLines(options) { return require('readline').createInterface({ input: this.createReadStream(options), crlfDelay: global.Infinity }); }
    createReadStream(options) { return new (require('fs').ReadStream)(undefined, { ...options, fd: this }); }
    createWriteStream(options) { return new (require('fs').WriteStream)(undefined, { ...options, fd: this }); }
    async [Symbol.asyncDispose]() { return this.close(); }
  }
  return { FileHandle, ask, hold, release };
}`;
