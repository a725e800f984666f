/**
 * The module 'fs': each operation at once, with a callback and, in fs-promises-source.ts, as a promise, over the natives of
 * file-natives.ts. Writes stay in the run. Node: lib/fs.js. Simplified: nothing can be watched, no glob.
 */
export const fsSource = String.raw`function (require, global) {
  const { Object, Array, Math, Number, BigInt } = global;
  const { Buffer } = require('buffer');
  const { plainError, throwInvalidValue, validateInteger, abortedWith, validateObject } = require('internal/validators');
  const tools = require('internal/fs/tools');
  const { constants, Stats, Dirent, statsOf, flagsOf, validPath, validFd, boundFd, validMode, optionsOf, readOptionsOf, dataOf } = tools;
  const isFd = (value) => value === (value | 0);
  const exports = {};

  /** The function behind 'least' to 'most' arguments, which are those that stay. */
  function callbackOf(args, least, most = least) {
    let at = least;
    while (at < most && typeof args[at] !== 'function') at++;
    const callback = args[at];
    %ValidateFunction(callback, 'cb');
    args.length = at;
    return callback;
  }
  /** Where the last argument that is given has to be the function. */
  function lastOf(args, most) {
    let at = most;
    while (at > 0 && !args[at]) at--;
    %ValidateFunction(args[at], 'cb');
    return args[at];
  }
  const done = (callback, convert) => (error, result) => {
    if (error !== null) return callback(error);
    return convert === undefined || result === undefined ? callback(null) : callback(null, convert(result));
  };
  const table = require('internal/fs/operations');
  const names = Object.keys(table);
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    const { operation = name, parse, convert, least, most, late, first } = table[name];
    exports[name] = { [name](...args) {
      // Checked in Node's order; what is a function is no option.
      let given = late ? parse(args.map((arg, index) => (index >= least && typeof arg === 'function' ? undefined : arg))) : undefined;
      if (first !== undefined) first(args);
      const callback = callbackOf(args, least, most);
      if (!late) given = parse(args);
      %FileRequest('fs.' + name, operation, given, done(callback, convert && ((result) => convert(result, args))));
    } }[name];
    exports[name + 'Sync'] = { [name + 'Sync'](...args) {
      const result = %FileCall(operation, parse(args));
      return convert === undefined ? undefined : convert(result, args);
    } }[name + 'Sync'];
  }
  const statSync = (name) => ({ [name + 'Sync'](path, options = {}) {
    path = validPath(path);
    const bigint = options.bigint;
    try {
      return statsOf(%FileCall(name, [path]), bigint);
    } catch (error) {
      if (options.throwIfNoEntry === false && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return undefined;
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
  let hasWarned = false;
  exports.existsSync = function existsSync(path) {
    try {
      path = validPath(path);
    } catch (error) {
      if (error.code === 'ERR_INVALID_ARG_TYPE' && !hasWarned) {
        hasWarned = true;
        require('process').emitWarning('Passing invalid argument types to fs.existsSync is deprecated', 'DeprecationWarning', 'DEP0187');
      }
      return false;
    }
    return %FileCall('exists', [path]);
  };
  exports.openSync = function openSync(path, flags, mode) {
    return %FileCall('open', [validPath(path), flagsOf(flags), validMode(mode, 'mode', 0o666)]);
  };
  exports.open = function open(path, ...args) {
    path = validPath(path);
    const mode = typeof args[1] === 'function' ? 0o666 : validMode(args[1], 'mode', 0o666);
    const flags = flagsOf(args.length < 2 ? 'r' : args[0]);
    const callback = args.length < 2 ? callbackOf(args, 0) : callbackOf(args, 1, 2);
    %FileRequest('fs.open', 'open', [path, flags, mode], done(callback, (fd) => fd));
  };
  exports.closeSync = function closeSync(fd) { %FileCall('close', [boundFd(fd)]); };
  exports.close = function close(fd, callback = (error) => { if (error) throw error; }) {
    %ValidateFunction(callback, 'cb');
    %FileRequest('fs.close', 'close', [boundFd(fd)], done(callback));
  };

  const { isView, bytesOf, validOptions, validBuffer, readInto, writeArguments, validBuffers } = require('internal/fs/transfers');
  exports.readSync = function readSync(fd, buffer, offset, length, position) {
    validBuffer(buffer);
    if (arguments.length <= 3 || typeof offset === 'object')
      ({ offset = 0, length = buffer.byteLength - offset, position = null } = validOptions(offset));
    const given = readInto(buffer, offset, length, position);
    return given.length === 0 ? 0 : %FileCall('read', [boundFd(fd), given.bytes, given.offset, given.length, given.position]);
  };
  exports.read = function read(fd, ...args) {
    fd = validFd(fd);
    let [buffer, offset, length, position, callback] = args;
    if (args.length <= 3) {
      let options = null;
      callback = args[args.length === 0 ? 0 : args.length - 1];
      if (args.length === 3) options = validOptions(offset);
      else if (args.length < 2) buffer = Buffer.alloc(16384);
      else if (!isView(buffer)) {
        options = validOptions(buffer);
        ({ buffer = Buffer.alloc(16384) } = options);
      }
      ({ offset = 0, length = buffer?.byteLength - offset, position = null } = options ?? {});
    }
    validBuffer(buffer);
    %ValidateFunction(callback, 'cb');
    const given = readInto(buffer, offset, length, position);
    if (given.length === 0) return require('process').nextTick(() => callback(null, 0, buffer));
    %FileRequest('fs.read', 'read', [fd, given.bytes, given.offset, given.length, given.position], (error, count) => callback(error, error ? 0 : count, buffer));
  };
  exports.writeSync = function writeSync(fd, buffer, offsetOrOptions, size, place) {
    const { bytes, offset, length, position } = writeArguments(buffer, offsetOrOptions, size, place);
    try {
      return %FileCall('write', [boundFd(fd), bytes, offset, length, position]);
    } catch (error) {
      // This one call tells its error in an object, and its code last. Node: handleErrorFromBinding.
      const { syscall, code } = error;
      if (syscall !== undefined && delete error.code) error.code = code;
      throw error;
    }
  };
  exports.write = function write(fd, ...args) {
    fd = validFd(fd);
    const callback = isView(args[0]) ? lastOf(args, 4) : args.find((arg, index) => index > 0 && typeof arg === 'function');
    if (!isView(args[0])) {
      if (typeof args[0] === 'string') %ValidateFunction(callback, 'cb');
      args.length = Math.max(1, args.indexOf(callback));
      args[2] = 'utf8';
    }
    else for (let i = 1; i < args.length; i++) if (typeof args[i] === 'function') args[i] = undefined;
    const { data, bytes, offset, length, position } = writeArguments(...args);
    %FileRequest('fs.write', 'write', [fd, bytes, offset, length, position], (error, count) => callback(error, error ? 0 : count, data));
  };
  const all = (name) => (fd, buffers, position) => {
    validBuffers(buffers);
    if (buffers.length === 0 && name === 'write') return 0;
    let at = typeof position === 'number' ? position : -1;
    fd = boundFd(fd);
    if (buffers.length === 0) throw require('internal/uv').uvException('EINVAL', 'read');
    let total = 0;
    for (let i = 0; i < buffers.length; i++) {
      const count = %FileCall(name, [fd, bytesOf(buffers[i]), 0, buffers[i].byteLength, at]);
      total += count;
      if (at >= 0) at += count;
    }
    return total;
  };
  const readAll = all('read');
  const writeAll = all('write');
  exports.readvSync = function readvSync(fd, buffers, position) { return readAll(fd, buffers, position); };
  exports.writevSync = function writevSync(fd, buffers, position) { return writeAll(fd, buffers, position); };
  exports.readv = function readv(fd, buffers, ...args) {
    fd = validFd(fd);
    validBuffers(buffers);
    const callback = lastOf(args, 1);
    const whole = Buffer.alloc(buffers.reduce((sum, buffer) => sum + buffer.byteLength, 0));
    %FileRequest('fs.readv', 'read', [fd, whole, 0, whole.length, typeof args[0] === 'number' ? args[0] : -1], (error, count) => {
      let at = 0;
      for (let i = 0; i < buffers.length && !error; i++) at += whole.copy(bytesOf(buffers[i]), 0, at, count);
      callback(error, error ? 0 : count, buffers);
    });
  };
  exports.writev = function writev(fd, buffers, ...args) {
    fd = validFd(fd);
    validBuffers(buffers);
    const callback = lastOf(args, 1);
    if (buffers.length === 0) return require('process').nextTick(callback, null, 0, buffers);
    const whole = Buffer.concat(buffers.map(bytesOf));
    %FileRequest('fs.writev', 'write', [fd, whole, 0, whole.length, typeof args[0] === 'number' ? args[0] : -1], (error, count) => callback(error, error ? 0 : count, buffers));
  };
  Object.defineProperty(exports.read, require('internal/symbols').customArgs, { value: ['bytesRead', 'buffer'] });
  Object.defineProperty(exports.write, require('internal/symbols').customArgs, { value: ['bytesWritten', 'buffer'] });
  Object.defineProperty(exports.exists, global.Symbol.for('nodejs.util.promisify.custom'), { value: (path) => new global.Promise((resolve) => exports.exists(path, resolve)) });

  exports.readFileSync = function readFileSync(path, options) {
    options = readOptionsOf(options);
    const isOwn = !isFd(path);
    const fd = isOwn ? exports.openSync(path, options.flag, 0o666) : boundFd(path);
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
    const callback = lastOf(args, 1);
    const options = readOptionsOf(args[0]);
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
    %FileRequest('fs.readFile', 'open', [validPath(path), flagsOf(options.flag, 'options.flag'), 0o666], (error, fd) => (error ? callback(error) : begin(fd)));
  };
  const writeDefaults = { encoding: 'utf8', mode: 0o666, flag: 'w', flush: false };
  exports.writeFileSync = function writeFileSync(path, data, options) {
    options = optionsOf(options, writeDefaults);
    %ValidateBoolean(options.flush ?? false, 'options.flush');
    // Text as UTF-8 goes another way: there the place is looked at first.
    const isFast = typeof data === 'string' && (options.encoding === 'utf8' || options.encoding === 'utf-8');
    if (isFast && !isFd(path)) path = validPath(path);
    const bytes = dataOf(data, options.encoding);
    const isOwn = !isFd(path);
    if (!isOwn) boundFd(path);
    const fd = isOwn ? exports.openSync(path, options.flag || 'w', options.mode) : path;
    try {
      if (bytes.byteLength > 0) %FileCall('write', [fd, bytesOf(bytes), 0, bytes.byteLength, -1]);
    } finally {
      if (isOwn) %FileCall('close', [fd]);
    }
  };
  exports.writeFile = function writeFile(path, data, ...args) {
    const callback = lastOf(args, 1);
    const options = optionsOf(args[0], writeDefaults);
    %ValidateBoolean(options.flush ?? false, 'options.flush');
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
  const appending = (path, options) => {
    const given = { ...optionsOf(options, { encoding: 'utf8', mode: 0o666, flag: 'a' }) };
    if (!given.flag || isFd(path)) given.flag = 'a';
    return given;
  };
  exports.appendFileSync = function appendFileSync(path, data, options) { exports.writeFileSync(path, data, appending(path, options)); };
  exports.appendFile = function appendFile(path, data, ...args) {
    const callback = lastOf(args, 1);
    exports.writeFile(path, data, appending(path, args[0]), callback);
  };
  exports.truncateSync = function truncateSync(path, length = 0) {
    const fd = exports.openSync(path, 'r+');
    try { exports.ftruncateSync(fd, length); } finally { exports.closeSync(fd); }
  };
  exports.truncate = function truncate(path, ...args) {
    const length = typeof args[0] === 'function' || args[0] === undefined ? 0 : args[0];
    validateInteger(length, 'len');
    const callback = callbackOf(args, 0, 1);
    exports.open(path, 'r+', (error, fd) => {
      if (error) return callback(error);
      exports.ftruncate(fd, length, (failure) => exports.close(fd, (closeError) => callback(failure ?? closeError)));
    });
  };

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
  exports._toUnixTimestamp = tools.seconds;
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
