/** The module 'fs/promises'. Node: lib/internal/fs/promises.js. */
export const fsPromisesSource = String.raw`function (require, global) {
  const { Object, Promise, Error, Symbol, Math } = global;
  const { Buffer } = require('buffer');
  const fs = require('fs');
  const EventEmitter = require('events');
  const { abortedWith, validateObject } = require('internal/validators');
  const { statsOf, flagsOf, validPath, validMode, optionsOf, readOptionsOf, dataOf, constants } = require('internal/fs/tools');
  const operations = require('internal/fs/operations');
  /** The stack tells who waits. */
  function handle(error) {
    Error.captureStackTrace(error, handle);
    return Promise.reject(error);
  }
  const ask = (api, operation, args) => %FilePromise(api, operation, args).then(undefined, handle);
  const bytesOf = (view) => (%TypedArrayName(view) === 'Uint8Array' ? view : new global.Uint8Array(view.buffer, view.byteOffset, view.byteLength));

  class FileHandle extends EventEmitter {
    #fd;
    #closing;
    constructor(fd) {
      super();
      this.#fd = fd;
    }
    get fd() { return this.#fd; }
    getAsyncId() { return 0; }
    async #ask(operation, args) {
      if (this.#fd === -1) {
        const error = new Error('file closed');
        error.code = 'EBADF';
        error.syscall = operation;
        throw error;
      }
      return await ask('fs.promises.' + operation, operation, [this.#fd, ...args]);
    }
    appendFile(data, options) { return this.writeFile(data, options); }
    async chmod(mode) { return undefined; }
    async chown() { return undefined; }
    async datasync() { return this.#ask('fsync', []); }
    async sync() { return this.#ask('fsync', []); }
    async stat(options) { return statsOf(await this.#ask('fstat', []), options?.bigint); }
    async truncate(length = 0) { return this.#ask('ftruncate', [length]); }
    async utimes(atime, mtime) { return this.#ask('futimes', operations.futimes.parse([0, atime, mtime]).slice(1)); }
    async read(buffer, offset, length, position) {
      if (!global.ArrayBuffer.isView(buffer)) ({ buffer = Buffer.alloc(16384), offset, length, position } = buffer ?? {});
      else if (offset !== null && typeof offset === 'object') ({ offset, length, position } = offset);
      offset ??= 0;
      length ??= buffer.byteLength - offset;
      if (length === 0) return { __proto__: null, bytesRead: 0, buffer };
      const bytesRead = await this.#ask('read', [bytesOf(buffer), offset, length, position ?? -1]);
      return { __proto__: null, bytesRead, buffer };
    }
    async write(data, offset, length, position) {
      let bytes;
      if (typeof data === 'string') {
        bytes = Buffer.from(data, typeof length === 'string' ? length : 'utf8');
        position = offset;
        offset = 0;
        length = bytes.length;
      } else {
        if (offset !== null && typeof offset === 'object') ({ offset, length, position } = offset);
        bytes = bytesOf(data);
        offset ??= 0;
        if (typeof length !== 'number') length = bytes.length - offset;
      }
      const bytesWritten = await this.#ask('write', [bytes, offset, length, typeof position === 'number' ? position : -1]);
      return { __proto__: null, bytesWritten, buffer: data };
    }
    async readFile(options) {
      const { encoding, signal } = optionsOf(options);
      const size = (await this.#ask('fstat', []))[8];
      const parts = [];
      let total = 0;
      while (true) {
        if (signal?.aborted) throw abortedWith(signal);
        const part = Buffer.allocUnsafeSlow(Math.max(1, size === 0 ? 65536 : Math.min(size - total, 524288)));
        const count = await this.#ask('read', [part, 0, part.length, -1]);
        total += count;
        if (count > 0) parts.push(part.subarray(0, count));
        if (count === 0 || total === size) break;
      }
      const whole = parts.length === 1 ? parts[0] : Buffer.concat(parts, total);
      return encoding && encoding !== 'buffer' ? whole.toString(encoding) : whole;
    }
    async writeFile(data, options) {
      const { encoding, signal } = optionsOf(options, { encoding: 'utf8' });
      if (typeof data !== 'string' && !global.ArrayBuffer.isView(data) && data !== null && typeof data === 'object' && (data[Symbol.iterator] || data[Symbol.asyncIterator])) {
        for await (const part of data) {
          if (signal?.aborted) throw abortedWith(signal);
          const bytes = dataOf(part, encoding);
          await this.#ask('write', [bytesOf(bytes), 0, bytes.byteLength, -1]);
        }
        return;
      }
      const bytes = dataOf(data, encoding);
      if (bytes.byteLength > 0) await this.#ask('write', [bytesOf(bytes), 0, bytes.byteLength, -1]);
    }
    async readv(buffers, position) {
      let bytesRead = 0;
      for (let i = 0; i < buffers.length; i++) ({ bytesRead } = { bytesRead: bytesRead + (await this.read(buffers[i], 0, undefined, position)).bytesRead });
      return { __proto__: null, bytesRead, buffers };
    }
    async writev(buffers, position) {
      const { bytesWritten } = await this.write(Buffer.concat(buffers), 0, undefined, position);
      return { __proto__: null, bytesWritten, buffers };
    }
    close() {
      if (this.#fd === -1) return Promise.resolve();
      if (this.#closing) return this.#closing;
      const fd = this.#fd;
      this.#closing = ask('fs.promises.close', 'close', [fd]).finally(() => { this.#fd = -1; });
      this.emit('close');
      return this.#closing;
    }
    readLines(options) { return require('readline').createInterface({ input: this.createReadStream(options), crlfDelay: Infinity }); }
    createReadStream(options) { return new fs.ReadStream(undefined, { ...options, fd: this }); }
    createWriteStream(options) { return new fs.WriteStream(undefined, { ...options, fd: this }); }
    async [Symbol.asyncDispose]() { return this.close(); }
  }
  async function open(path, flags, mode) {
    path = validPath(path);
    return new FileHandle(await ask('fs.promises.open', 'open', [path, flagsOf(flags), validMode(mode, 'mode', 0o666)]));
  }
  async function closing(file, work) {
    return work.then(
      (result) => file.close().then(() => result),
      (error) => file.close().then(() => Promise.reject(error)),
    );
  }
  async function readFile(path, options) {
    options = readOptionsOf(options);
    if (path instanceof FileHandle) return path.readFile(options);
    if (options.signal?.aborted) throw abortedWith(options.signal);
    const file = await open(path, options.flag || 'r', 0o666);
    return closing(file, file.readFile(options));
  }
  async function writeFile(path, data, options) {
    options = optionsOf(options, { encoding: 'utf8', mode: 0o666, flag: 'w' });
    if (path instanceof FileHandle) return path.writeFile(data, options);
    if (data === null || typeof data !== 'object' || (!data[Symbol.iterator] && !data[Symbol.asyncIterator])) dataOf(data, options.encoding);
    if (options.signal?.aborted) throw abortedWith(options.signal);
    const file = await open(path, options.flag || 'w', options.mode);
    return closing(file, file.writeFile(data, options));
  }
  async function appendFile(path, data, options) {
    return writeFile(path, data, { ...optionsOf(options, { encoding: 'utf8', mode: 0o666 }), flag: options?.flag || 'a' });
  }
  const simple = (name) => {
    const { operation = name, parse, convert } = operations[name];
    return { [name]: async (...args) => {
      const result = await ask('fs.promises.' + name, operation, parse(args));
      return convert === undefined ? undefined : convert(result, args);
    } }[name];
  };
  /** With as many arguments as stand before a callback, of which none is one. */
  const byCallback = (name, count) => ({ [name]: async (...args) => new Promise((resolve, reject) => {
    args.length = count;
    if (typeof args[count - 1] === 'function') {
      if (!name.endsWith('dir')) validateObject(args[count - 1], 'options');
      args[count - 1] = undefined;
    }
    fs[name](...args, (error, result) => (error ? reject(error) : resolve(result)));
  }) })[name];
  const readlink = simple('readlink');
  const exports = {
    access: simple('access'),
    copyFile: simple('copyFile'),
    cp: byCallback('cp', 3),
    async glob() { return fs.glob(); },
    open,
    opendir: byCallback('opendir', 2),
    rename: simple('rename'),
    async truncate(path, length = 0) {
      const file = await open(path, 'r+');
      return closing(file, file.truncate(length));
    },
    rm: byCallback('rm', 2),
    rmdir: simple('rmdir'),
    mkdir: simple('mkdir'),
    readdir: byCallback('readdir', 2),
    async readlink(path, options) {
      optionsOf(options);
      validPath(path, 'oldPath');
      return readlink(path, options);
    },
    symlink: simple('symlink'),
    lstat: simple('lstat'),
    stat: simple('stat'),
    async statfs() { return fs.statfs(); },
    link: simple('link'),
    unlink: simple('unlink'),
    chmod: simple('chmod'),
    lchmod: simple('chmod'),
    lchown: simple('lchown'),
    chown: simple('chown'),
    utimes: simple('utimes'),
    lutimes: simple('lutimes'),
    realpath: simple('realpath'),
    mkdtemp: simple('mkdtemp'),
    async mkdtempDisposable(prefix, options) {
      const path = await exports.mkdtemp(prefix, options);
      const remove = () => exports.rm(path, { recursive: true, force: true });
      return { path, remove, [Symbol.asyncDispose]: remove };
    },
    writeFile,
    appendFile,
    readFile,
    async *watch() { fs.watch(); },
    constants,
  };
  return exports;
}`;
