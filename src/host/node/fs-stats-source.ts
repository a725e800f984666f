/** What fs tells of files: Stats, Dirent, constants, and what its functions take. Node: lib/internal/fs/utils.js. */
export const fsUtilitiesSource = String.raw`function (require, global) {
  const { Object, Date, Math, BigInt, Symbol, String, Number } = global;
  const { Buffer } = require('buffer');
  const { throwInvalidValue, validateInteger, validateObject, validateUint32 } = require('internal/validators');
  const numbers = 'UV_FS_SYMLINK_DIR=1 UV_FS_SYMLINK_JUNCTION=2 O_RDONLY=0 O_WRONLY=1 O_RDWR=2 UV_DIRENT_UNKNOWN=0 UV_DIRENT_FILE=1 UV_DIRENT_DIR=2 UV_DIRENT_LINK=3 UV_DIRENT_FIFO=4 UV_DIRENT_SOCKET=5 UV_DIRENT_CHAR=6 UV_DIRENT_BLOCK=7 EXTENSIONLESS_FORMAT_JAVASCRIPT=0 EXTENSIONLESS_FORMAT_WASM=1 S_IFMT=61440 S_IFREG=32768 S_IFDIR=16384 S_IFCHR=8192 S_IFBLK=24576 S_IFIFO=4096 S_IFLNK=40960 S_IFSOCK=49152 O_CREAT=64 O_EXCL=128 UV_FS_O_FILEMAP=0 O_NOCTTY=256 O_TRUNC=512 O_APPEND=1024 O_DIRECTORY=65536 O_NOATIME=262144 O_NOFOLLOW=131072 O_SYNC=1052672 O_DSYNC=4096 O_DIRECT=16384 O_NONBLOCK=2048 S_IRWXU=448 S_IRUSR=256 S_IWUSR=128 S_IXUSR=64 S_IRWXG=56 S_IRGRP=32 S_IWGRP=16 S_IXGRP=8 S_IRWXO=7 S_IROTH=4 S_IWOTH=2 S_IXOTH=1 F_OK=0 R_OK=4 W_OK=2 X_OK=1 UV_FS_COPYFILE_EXCL=1 COPYFILE_EXCL=1 UV_FS_COPYFILE_FICLONE=2 COPYFILE_FICLONE=2 UV_FS_COPYFILE_FICLONE_FORCE=4 COPYFILE_FICLONE_FORCE=4'.split(' ');
  const constants = { __proto__: null };
  for (let i = 0; i < numbers.length; i++) {
    const [name, value] = numbers[i].split('=');
    constants[name] = +value;
  }
  Object.freeze(constants);
  const is = (prototype, name, bits) => {
    prototype[name] = function () { return this._checkModeProperty(bits); };
  };
  function StatsBase(fields) {
    const names = ['dev', 'mode', 'nlink', 'uid', 'gid', 'rdev', 'blksize', 'ino', 'size', 'blocks'];
    for (let i = 0; i < names.length; i++) this[names[i]] = fields[i];
  }
  is(StatsBase.prototype, 'isDirectory', constants.S_IFDIR);
  is(StatsBase.prototype, 'isFile', constants.S_IFREG);
  is(StatsBase.prototype, 'isBlockDevice', constants.S_IFBLK);
  is(StatsBase.prototype, 'isCharacterDevice', constants.S_IFCHR);
  is(StatsBase.prototype, 'isSymbolicLink', constants.S_IFLNK);
  is(StatsBase.prototype, 'isFIFO', constants.S_IFIFO);
  is(StatsBase.prototype, 'isSocket', constants.S_IFSOCK);
  const times = ['atime', 'mtime', 'ctime', 'birthtime'];
  function makeClass(name, convert) {
    const Class = { [name]: function (fields) {
      %Call(StatsBase, this, fields);
      for (let i = 0; i < 4; i++) this[times[i] + 'Ms'] = fields[10 + i];
    } }[name];
    Object.setPrototypeOf(Class.prototype, StatsBase.prototype);
    Object.setPrototypeOf(Class, StatsBase);
    for (let i = 0; i < 4; i++) {
      const key = times[i];
      const set = (object, value) => Object.defineProperty(object, key, { __proto__: null, value, writable: true, enumerable: true, configurable: true })[key];
      Object.defineProperty(Class.prototype, key, {
        __proto__: null, enumerable: true, configurable: true,
        get() { return set(this, new Date(Math.round(Number(this[key + 'Ms'])))); },
        set(value) { set(this, value); },
      });
    }
    Class.prototype._checkModeProperty = function (bits) { return (this.mode & convert(constants.S_IFMT)) === convert(bits); };
    return Class;
  }
  const Stats = makeClass('Stats', (value) => value);
  const BigIntStats = makeClass('BigIntStats', BigInt);
  function statsOf(fields, isBigInt) {
    if (!isBigInt) return new Stats(fields);
    const large = [];
    for (let i = 0; i < fields.length; i++) large[i] = BigInt(Math.floor(fields[i]));
    const stats = new BigIntStats(large);
    for (let i = 0; i < 4; i++) stats[times[i] + 'Ns'] = large[10 + i] * 1000000n;
    return stats;
  }
  const kType = Symbol('type');
  class Dirent {
    constructor(name, type, path) {
      this.name = name;
      this.parentPath = path;
      this[kType] = type;
    }
    isDirectory() { return this[kType] === 2; }
    isFile() { return this[kType] === 1; }
    isBlockDevice() { return this[kType] === 7; }
    isCharacterDevice() { return this[kType] === 6; }
    isSymbolicLink() { return this[kType] === 3; }
    isFIFO() { return this[kType] === 4; }
    isSocket() { return this[kType] === 5; }
  }
  const flagNames = { r: 0, rs: 1052672, sr: 1052672, 'r+': 2, 'rs+': 1052674, 'sr+': 1052674, w: 577, wx: 705, xw: 705, 'w+': 578, 'wx+': 706, 'xw+': 706, a: 1089, ax: 1217, xa: 1217, as: 1053761, sa: 1053761, 'a+': 1090, 'ax+': 1218, 'xa+': 1218, 'as+': 1053762, 'sa+': 1053762 };
  function flagsOf(flags, name = 'flags') {
    if (typeof flags === 'number') {
      validateInteger(flags, name, -2147483648, 2147483647);
      return flags + 0;
    }
    if (flags === undefined || flags === null) return 0;
    if (typeof flags !== 'string' || !Object.hasOwn(flagNames, flags)) throwInvalidValue(name, flags);
    return flagNames[flags];
  }
  function validPath(path, name = 'path') {
    if (typeof global.URL === 'function' && path !== null && typeof path === 'object' && path.href && path.protocol) path = require('url').fileURLToPath(path);
    if (typeof path !== 'string' && %TypedArrayName(path) !== 'Uint8Array') %ThrowInvalidType(name, 'of type string or an instance of Buffer or URL', path);
    const text = typeof path === 'string' ? path : Buffer.from(path).toString();
    if (text.includes('\0')) throwInvalidValue(name, path, 'must be a string, Uint8Array, or URL without null bytes');
    return text;
  }
  function validFd(fd) {
    validateInteger(fd, 'fd', 0, 2147483647);
    return fd + 0;
  }
  /** What C++ checks is said in other words, and the code is no part of the stack. Node: src/node_file.cc, src/util.h. */
  const outOfRange = (message) => %NewBindingError('ERR_OUT_OF_RANGE', message, 'RangeError');
  function boundFd(fd) {
    if (typeof fd === 'number') {
      const isWhole = Number.isInteger(fd);
      const isOut = Number.isFinite(fd) && (fd < 0 || fd > 2147483647);
      if (isWhole && !isOut) return fd + 0;
      throw outOfRange('The value of "fd" is out of range. It must be ' + (isOut ? '>= 0 && <= 2147483647' : 'an integer') + '. Received ' + fd);
    }
    const type = typeof fd;
    const shown = type === 'bigint' ? 'type bigint (' + fd + ')' : type === 'symbol' ? String(fd) : type === 'function' ? 'function' : type === 'object' && fd !== null && fd.constructor === undefined ? 'an instance of Object' : %Received(fd);
    throw %NewBindingError('ERR_INVALID_ARG_TYPE', 'The "fd" argument must be of type number. Received ' + shown, 'TypeError');
  }
  function boundMode(mode) {
    if (mode === undefined || mode === null) return 0;
    if (typeof mode !== 'number') throw %NewBindingError('ERR_INVALID_ARG_TYPE', 'mode must be int32 or null/undefined', 'TypeError');
    if (!Number.isFinite(mode)) throw outOfRange('mode is out of range');
    if (Math.trunc(mode) < 0 || Math.trunc(mode) > 7) throw outOfRange('mode is out of range: >= 0 && <= 7');
    return Math.trunc(mode);
  }
  function seconds(time, name = 'time') {
    if (typeof time === 'string' && +time == time) return +time;
    if (typeof time === 'number' && Number.isFinite(time)) return time < 0 ? Date.now() / 1000 : time;
    if (%InstanceType(time) === 'date') return time.getTime() / 1000;
    %ThrowInvalidType(name, 'an instance of Date or an Time in seconds', time);
  }
  function validRemoval(options, defaults) {
    if (options === undefined) return defaults;
    validateObject(options, 'options');
    const given = { ...defaults, ...options };
    %ValidateBoolean(given.recursive, 'options.recursive');
    validateInteger(given.retryDelay, 'options.retryDelay', 0, 2147483647);
    validateUint32(given.maxRetries, 'options.maxRetries');
    return given;
  }
  function validOwner(id, name) {
    validateInteger(id, name, -1, 4294967295);
    return id;
  }
  function validMode(value, name, otherwise) {
    value ??= otherwise;
    if (typeof value === 'string') {
      if (!/^[0-7]+$/.test(value)) throwInvalidValue(name, value, 'must be a 32-bit unsigned integer or an octal string');
      value = global.parseInt(value, 8);
    }
    validateUint32(value, name);
    return value + 0;
  }
  function assertEncoding(encoding) {
    if (encoding && !Buffer.isEncoding(encoding)) throwInvalidValue('encoding', encoding, 'is invalid encoding');
  }
  function optionsOf(options, defaults = {}) {
    if (options === undefined || options === null || typeof options === 'function') return defaults;
    if (typeof options === 'string') options = { ...defaults, encoding: options };
    else if (typeof options !== 'object') %ThrowInvalidType('options', 'one of type string or object', options);
    if (options.encoding !== 'buffer') assertEncoding(options.encoding);
    if (options.signal !== undefined) require('internal/validators').validateAbortSignal(options.signal, 'options.signal');
    return options;
  }
  /** Of what reads whole files. Simplified: nothing is read into a buffer of the caller's. */
  function readOptionsOf(options) {
    const given = optionsOf(options, { flag: 'r' });
    const { buffer } = given;
    if (buffer !== undefined && typeof buffer !== 'function' && !global.ArrayBuffer.isView(buffer))
      %ThrowInvalidType('options.buffer', 'of type function or an instance of Buffer, TypedArray, or DataView', buffer);
    return given;
  }
  /** What is written, as bytes. */
  function dataOf(data, encoding, name = 'data') {
    if (global.ArrayBuffer.isView(data)) return data;
    if (typeof data !== 'string') %ThrowInvalidType(name, 'of type string or an instance of Buffer, TypedArray, or DataView', data);
    return Buffer.from(data, encoding || 'utf8');
  }
  function named(name, encoding) { return encoding === 'buffer' ? Buffer.from(name) : name; }
  return { constants, Stats, BigIntStats, statsOf, Dirent, flagsOf, validPath, validFd, boundFd, validMode, boundMode, validOwner, validRemoval, seconds, optionsOf, readOptionsOf, dataOf, named };
}`;
