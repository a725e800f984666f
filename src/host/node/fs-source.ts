/**
 * The module 'fs': each operation at once, with a callback and, in fs-promises-source.ts, as a promise, over the natives of
 * file-natives.ts. Writes stay in the run. Node: lib/fs.js. Simplified: nothing can be watched, no glob.
 */
export const fsSource = String.raw`function (require, global) {
  const { Object, Array, Math, Number } = global;
  const { Buffer } = require('buffer');
  const { typeError, plainError, validateInteger, abortedWith, validateObject } = require('internal/validators');
  const tools = require('internal/fs/tools');
  const { constants, Stats, Dirent, statsOf, flagsOf, validPath, validFd, validMode, optionsOf, dataOf, named } = tools;
  const isFd = (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0;
  const exports = {};

  function callbackOf(args) {
    const callback = args.length > 0 ? args[args.length - 1] : undefined;
    if (typeof callback !== 'function') %ThrowInvalidType('cb', 'of type function', undefined);
    args.length--;
    return callback;
  }
  const done = (callback, convert) => (error, result) => {
    if (error !== null) return callback(error);
    return convert === undefined || result === undefined ? callback(null) : callback(null, convert(result));
  };
  const table = require('internal/fs/operations');
  const names = Object.keys(table);
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    const { operation = name, parse, convert } = table[name];
    exports[name] = { [name](...args) {
      const callback = callbackOf(args);
      const given = parse(args);
      %FileRequest('fs.' + name, operation, given, done(callback, convert && ((result) => convert(result, args))));
    } }[name];
    exports[name + 'Sync'] = { [name + 'Sync'](...args) {
      const result = %FileCall(operation, parse(args));
      return convert === undefined ? undefined : convert(result, args);
    } }[name + 'Sync'];
  }
  const statSync = (name) => ({ [name + 'Sync'](path, options) {
    path = validPath(path);
    try {
      return statsOf(%FileCall(name, [path]), options?.bigint);
    } catch (error) {
      if (options?.throwIfNoEntry === false && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return undefined;
      throw error;
    }
  } })[name + 'Sync'];
  exports.statSync = statSync('stat');
  exports.lstatSync = statSync('lstat');

  exports.exists = function exists(path, callback) {
    %ValidateFunction(callback, 'cb');
    try {
      path = validPath(path);
    } catch {
      return callback(false);
    }
    %FileRequest('fs.exists', 'exists', [path], (error, result) => callback(result));
  };
  exports.existsSync = function existsSync(path) {
    try {
      path = validPath(path);
    } catch {
      return false;
    }
    return %FileCall('exists', [path]);
  };
  exports.openSync = function openSync(path, flags, mode) {
    return %FileCall('open', [validPath(path), flagsOf(flags), validMode(mode, 'mode', 0o666)]);
  };
  exports.open = function open(path, ...args) {
    const callback = callbackOf(args);
    path = validPath(path);
    %FileRequest('fs.open', 'open', [path, flagsOf(args[0]), validMode(args[1], 'mode', 0o666)], done(callback, (fd) => fd));
  };
  exports.closeSync = function closeSync(fd) { %FileCall('close', [validFd(fd)]); };
  exports.close = function close(fd, callback = (error) => { if (error) throw error; }) {
    %ValidateFunction(callback, 'cb');
    %FileRequest('fs.close', 'close', [validFd(fd)], done(callback));
  };

  /** (buffer, offset, length, position), (buffer, options) or (options). */
  function readArguments(args) {
    let [buffer, offset, length, position] = args;
    let options = args.length <= 2 ? offset : undefined;
    if (!global.ArrayBuffer.isView(buffer)) {
      options = buffer ?? {};
      buffer = options.buffer ?? Buffer.alloc(16384);
    }
    if (offset === null || typeof offset === 'object' || options !== undefined) ({ offset = 0, length = buffer.byteLength - offset, position = null } = options ?? {});
    if (!global.ArrayBuffer.isView(buffer)) %ThrowInvalidType('buffer', 'an instance of Buffer, TypedArray, or DataView', buffer);
    offset ??= 0;
    validateInteger(offset, 'offset', 0);
    length ??= buffer.byteLength - offset;
    if (length !== 0 && buffer.byteLength === 0) throw typeError('ERR_INVALID_ARG_VALUE', "The argument 'buffer' is empty and cannot be written. Received " + require('internal/inspect').inspect(buffer));
    if (length < 0) %ThrowOutOfRange('length', '>= 0', length);
    if (length > buffer.byteLength - offset) %ThrowOutOfRange('length', '<= ' + (buffer.byteLength - offset), length);
    if (position === undefined || position === null) position = -1;
    return { buffer, bytes: bytesOf(buffer), offset, length, position: Number(position) };
  }
  const bytesOf = (view) => (%TypedArrayName(view) === 'Uint8Array' ? view : new global.Uint8Array(view.buffer, view.byteOffset, view.byteLength));
  exports.readSync = function readSync(fd, ...args) {
    validFd(fd);
    const { bytes, offset, length, position } = readArguments(args);
    return length === 0 ? 0 : %FileCall('read', [fd, bytes, offset, length, position]);
  };
  exports.read = function read(fd, ...args) {
    validFd(fd);
    const callback = callbackOf(args);
    const { buffer, bytes, offset, length, position } = readArguments(args);
    if (length === 0) return require('process').nextTick(() => callback(null, 0, buffer));
    %FileRequest('fs.read', 'read', [fd, bytes, offset, length, position], (error, count) => callback(error, error ? 0 : count, buffer));
  };
  /** (buffer, offset, length, position), (buffer, options) or (text, position, encoding). */
  function writeArguments(args) {
    let [data, offset, length, position] = args;
    if (typeof data === 'string') {
      const bytes = Buffer.from(data, typeof length === 'string' ? length : 'utf8');
      return { data, bytes, offset: 0, length: bytes.length, position: typeof offset === 'number' ? offset : -1 };
    }
    if (!global.ArrayBuffer.isView(data)) %ThrowInvalidType('buffer', 'of type string or an instance of Buffer, TypedArray, or DataView', data);
    if (offset !== null && typeof offset === 'object') ({ offset = 0, length = data.byteLength - offset, position = null } = offset);
    offset ??= 0;
    validateInteger(offset, 'offset', 0);
    if (typeof length !== 'number') length = data.byteLength - offset;
    if (offset > data.byteLength) %ThrowOutOfRange('offset', '<= ' + data.byteLength, offset);
    if (length > data.byteLength - offset) %ThrowOutOfRange('length', '<= ' + (data.byteLength - offset), length);
    return { data, bytes: bytesOf(data), offset, length, position: typeof position === 'number' ? position : -1 };
  }
  exports.writeSync = function writeSync(fd, ...args) {
    validFd(fd);
    const { bytes, offset, length, position } = writeArguments(args);
    return %FileCall('write', [fd, bytes, offset, length, position]);
  };
  exports.write = function write(fd, ...args) {
    validFd(fd);
    const callback = callbackOf(args);
    const { data, bytes, offset, length, position } = writeArguments(args);
    %FileRequest('fs.write', 'write', [fd, bytes, offset, length, position], (error, count) => callback(error, error ? 0 : count, data));
  };
  exports.readvSync = function readvSync(fd, buffers, position = -1) {
    let total = 0;
    for (let i = 0; i < buffers.length; i++) total += exports.readSync(fd, buffers[i], 0, buffers[i].byteLength, position < 0 ? null : position + total);
    return total;
  };
  exports.writevSync = function writevSync(fd, buffers, position = -1) {
    let total = 0;
    for (let i = 0; i < buffers.length; i++) total += exports.writeSync(fd, buffers[i], 0, buffers[i].byteLength, position < 0 ? null : position + total);
    return total;
  };
  exports.readv = function readv(fd, buffers, ...args) {
    const callback = callbackOf(args);
    exports.read(fd, Buffer.alloc(buffers.reduce((sum, buffer) => sum + buffer.byteLength, 0)), { position: args[0] ?? null }, (error, count, whole) => {
      let at = 0;
      for (let i = 0; i < buffers.length && !error; i++) at += whole.copy(buffers[i], 0, at, count);
      callback(error, count, buffers);
    });
  };
  exports.writev = function writev(fd, buffers, ...args) {
    const callback = callbackOf(args);
    exports.write(fd, Buffer.concat(buffers), { position: args[0] ?? null }, (error, count) => callback(error, count, buffers));
  };
  Object.defineProperty(exports.read, require('internal/symbols').customArgs, { value: ['bytesRead', 'buffer'] });
  Object.defineProperty(exports.write, require('internal/symbols').customArgs, { value: ['bytesWritten', 'buffer'] });
  Object.defineProperty(exports.exists, global.Symbol.for('nodejs.util.promisify.custom'), { value: (path) => new global.Promise((resolve) => exports.exists(path, resolve)) });

  exports.readFileSync = function readFileSync(path, options) {
    options = optionsOf(options, { flag: 'r' });
    const isOwn = !isFd(path);
    const fd = isOwn ? exports.openSync(path, options.flag ?? 'r', 0o666) : path;
    let bytes;
    try {
      const size = fd === 0 ? 0 : %FileCall('fstat', [fd])[8];
      bytes = Buffer.allocUnsafe(size);
      const count = fd === 0 ? 0 : %FileCall('read', [fd, size === 0 ? Buffer.alloc(1) : bytes, 0, Math.max(size, 1), -1]);
      if (count < size) bytes = bytes.subarray(0, count);
    } finally {
      if (isOwn) %FileCall('close', [fd]);
    }
    return options.encoding && options.encoding !== 'buffer' ? bytes.toString(options.encoding) : bytes;
  };
  /** Node: ReadFileContext: open, fstat, read and close, one request after the other. */
  exports.readFile = function readFile(path, ...args) {
    const callback = callbackOf(args);
    const options = optionsOf(args[0], { flag: 'r' });
    const isOwn = !isFd(path);
    const { signal } = options;
    const finish = (fd, error, bytes) => {
      const end = (closeError) => {
        if (error ?? closeError) return callback(error ?? closeError);
        let content = bytes;
        if (options.encoding && options.encoding !== 'buffer') {
          try {
            content = bytes.toString(options.encoding);
          } catch (thrown) {
            return callback(thrown);
          }
        }
        return callback(null, content);
      };
      if (isOwn) %FileRequest('fs.readFile', 'close', [fd], end);
      else require('process').nextTick(end, null);
    };
    const begin = (fd) => {
      %FileRequest('fs.readFile', 'fstat', [fd], (statError, fields) => {
        if (statError) return finish(fd, statError);
        if (signal?.aborted) return finish(fd, abortedWith(signal));
        const size = fields[8];
        const bytes = size === 0 ? Buffer.allocUnsafeSlow(65536) : Buffer.allocUnsafeSlow(size);
        let at = 0;
        const step = () => %FileRequest('fs.readFile', 'read', [fd, bytes, at, Math.min(bytes.length - at, 524288), -1], (readError, count) => {
          if (readError) return finish(fd, readError);
          if (signal?.aborted) return finish(fd, abortedWith(signal));
          at += count;
          return count === 0 || at === size ? finish(fd, null, at === bytes.length ? bytes : bytes.subarray(0, at)) : step();
        });
        step();
      });
    };
    if (!isOwn) return require('process').nextTick(begin, path);
    if (signal?.aborted) return require('process').nextTick(callback, abortedWith(signal));
    %FileRequest('fs.readFile', 'open', [validPath(path), flagsOf(options.flag ?? 'r'), 0o666], (error, fd) => (error ? callback(error) : begin(fd)));
  };
  const writeDefaults = { encoding: 'utf8', mode: 0o666, flag: 'w', flush: false };
  exports.writeFileSync = function writeFileSync(path, data, options) {
    options = optionsOf(options, writeDefaults);
    const bytes = dataOf(data, options.encoding);
    const isOwn = !isFd(path);
    const fd = isOwn ? exports.openSync(path, options.flag || 'w', options.mode) : path;
    try {
      if (bytes.byteLength > 0) %FileCall('write', [fd, bytesOf(bytes), 0, bytes.byteLength, -1]);
    } finally {
      if (isOwn) %FileCall('close', [fd]);
    }
  };
  exports.writeFile = function writeFile(path, data, ...args) {
    const callback = callbackOf(args);
    const options = optionsOf(args[0], writeDefaults);
    const bytes = dataOf(data, options.encoding);
    const isOwn = !isFd(path);
    const begin = (fd) => {
      if (options.signal?.aborted) return %FileRequest('fs.writeFile', 'close', [fd], () => callback(abortedWith(options.signal)));
      %FileRequest('fs.writeFile', 'write', [fd, bytesOf(bytes), 0, bytes.byteLength, -1], (error) => {
        if (!isOwn) return callback(error);
        %FileRequest('fs.writeFile', 'close', [fd], (closeError) => callback(error ?? closeError));
      });
    };
    if (!isOwn) return begin(path);
    if (options.signal?.aborted) return require('process').nextTick(callback, abortedWith(options.signal));
    %FileRequest('fs.writeFile', 'open', [validPath(path), flagsOf(options.flag || 'w'), validMode(options.mode, 'mode', 0o666)], (error, fd) => (error ? callback(error) : begin(fd)));
  };
  const appending = (options) => {
    const given = { ...optionsOf(options, { encoding: 'utf8', mode: 0o666, flag: 'a' }) };
    given.flag ||= 'a';
    return given;
  };
  exports.appendFileSync = function appendFileSync(path, data, options) { exports.writeFileSync(path, data, appending(options)); };
  exports.appendFile = function appendFile(path, data, ...args) {
    const callback = callbackOf(args);
    exports.writeFile(path, data, appending(args[0]), callback);
  };
  exports.truncateSync = function truncateSync(path, length = 0) {
    const fd = exports.openSync(path, 'r+');
    try { exports.ftruncateSync(fd, length); } finally { exports.closeSync(fd); }
  };
  exports.truncate = function truncate(path, ...args) {
    const callback = callbackOf(args);
    exports.open(path, 'r+', (error, fd) => {
      if (error) return callback(error);
      exports.ftruncate(fd, args[0] ?? 0, (failure) => exports.close(fd, (closeError) => callback(failure ?? closeError)));
    });
  };
  exports.fdatasync = exports.fsync;
  exports.fdatasyncSync = exports.fsyncSync;
  exports.lchown = exports.fchown = exports.chown = function chown(path, uid, gid, callback) { %ValidateFunction(callback, 'cb'); exports.stat(path, (error) => callback(error)); };
  exports.lchownSync = exports.fchownSync = exports.chownSync = function chownSync(path) { %FileCall('stat', [validPath(path)]); };

  const trees = require('internal/fs/trees')(exports, callbackOf);
  Object.assign(exports, trees);
  const refused = (name, why) => ({ [name]() {
    throw plainError('ERR_FEATURE_UNAVAILABLE_ON_PLATFORM', 'Underhood does not simulate fs.' + name + ': ' + why);
  } })[name];
  const unchanging = 'the files of a run do not change while it runs. Read them again where you would watch them';
  exports.watch = refused('watch', unchanging);
  exports.watchFile = refused('watchFile', unchanging);
  exports.unwatchFile = refused('unwatchFile', unchanging);
  exports.glob = refused('glob', 'use readdir with { recursive: true }');
  exports.globSync = refused('globSync', 'use readdirSync with { recursive: true }');
  exports.statfs = refused('statfs', 'there is no disk behind the files of a run');
  exports.statfsSync = refused('statfsSync', 'there is no disk behind the files of a run');
  exports.openAsBlob = refused('openAsBlob', 'read the file and make a Blob of what it holds');
  exports.Dirent = Dirent;
  exports.Stats = Stats;
  exports._toUnixTimestamp = (time) => +time;
  const lazy = (name, load) => Object.defineProperty(exports, name, { __proto__: null, configurable: true, enumerable: true, get: load, set(value) { Object.defineProperty(exports, name, { __proto__: null, value, writable: true, enumerable: true, configurable: true }); } });
  const streams = () => require('internal/fs/streams');
  lazy('ReadStream', () => streams().ReadStream);
  lazy('WriteStream', () => streams().WriteStream);
  lazy('FileReadStream', () => streams().ReadStream);
  lazy('FileWriteStream', () => streams().WriteStream);
  exports.createReadStream = function createReadStream(path, options) { return new (streams().ReadStream)(path, options); };
  exports.createWriteStream = function createWriteStream(path, options) { return new (streams().WriteStream)(path, options); };
  exports.constants = constants;
  const letters = ['F_OK', 'R_OK', 'W_OK', 'X_OK'];
  for (let i = 0; i < 4; i++) Object.defineProperty(exports, letters[i], { __proto__: null, enumerable: false, value: constants[letters[i]] });
  lazy('promises', () => require('fs/promises'));
  return exports;
}`;
