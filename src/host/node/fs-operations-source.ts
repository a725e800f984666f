/** What each simple operation of fs takes and gives, and those on whole folders. Node: lib/fs.js, lib/internal/fs/rimraf.js. */
export const fsOperationsSource = String.raw`function (require, global) {
  const { Number, Date, Array } = global;
  const { validateInteger, validateUint32, throwInvalidValue } = require('internal/validators');
  const { statsOf, Dirent, validPath, validFd, validMode, optionsOf, named } = require('internal/fs/tools');
  function seconds(time, name = 'time') {
    if (typeof time === 'string' && +time == time) return +time;
    if (typeof time === 'number' && Number.isFinite(time)) return time < 0 ? Date.now() / 1000 : time;
    if (%InstanceType(time) === 'date') return time.getTime() / 1000;
    %ThrowInvalidType(name, 'one of type number or string or an instance of Date', time);
  }
  const stats = (fields, [, options]) => statsOf(fields, options?.bigint);
  const onePath = ([path]) => [validPath(path)];
  const twoPaths = (first, second) => ([from, to]) => [validPath(from, first), validPath(to, second)];
  const direct = (value) => value;
  function entries(list, [path, options]) {
    const { encoding, withFileTypes } = optionsOf(options);
    const result = [];
    const folder = typeof path === 'string' ? path : validPath(path);
    for (let i = 0; i < list.length; i++) result[i] = withFileTypes ? new Dirent(named(list[i][0], encoding), list[i][1], folder) : named(list[i][0], encoding);
    return result;
  }
  return {
    access: { parse([path, mode]) {
      path = validPath(path);
      mode ??= 0;
      validateInteger(mode, 'mode', 0, 7);
      return [path, mode];
    } },
    chmod: { parse: ([path, mode]) => [validPath(path), validMode(mode, 'mode')] },
    copyFile: { parse: ([from, to, mode]) => [validPath(from, 'src'), validPath(to, 'dest'), mode ?? 0] },
    fstat: { parse: ([fd]) => [validFd(fd)], convert: stats },
    fsync: { parse: ([fd]) => [validFd(fd)] },
    ftruncate: { parse([fd, length = 0]) {
      validFd(fd);
      validateInteger(length, 'len');
      return [fd, length < 0 ? 0 : length];
    } },
    futimes: { parse: ([fd, atime, mtime]) => [validFd(fd), seconds(atime, 'atime'), seconds(mtime, 'mtime')] },
    link: { parse: twoPaths('existingPath', 'newPath') },
    lstat: { parse: onePath, convert: stats },
    lutimes: { operation: 'utimes', parse: ([path, atime, mtime]) => [validPath(path), seconds(atime), seconds(mtime)] },
    mkdir: { parse([path, options]) {
      let mode = 0o777;
      let recursive = false;
      if (typeof options === 'number' || typeof options === 'string') mode = validMode(options, 'mode');
      else if (options) {
        if (options.recursive !== undefined) {
          ({ recursive } = options);
          %ValidateBoolean(recursive, 'options.recursive');
        }
        if (options.mode !== undefined) mode = validMode(options.mode, 'options.mode');
      }
      return [validPath(path), mode, recursive];
    }, convert: direct },
    mkdtemp: { parse: ([prefix]) => [validPath(prefix, 'prefix')], convert: (path, [, options]) => named(path, optionsOf(options).encoding) },
    readdir: { parse: ([path, options]) => { optionsOf(options); return [validPath(path)]; }, convert: entries },
    readlink: { parse: ([path]) => [validPath(path, 'oldPath')], convert: (path, [, options]) => named(path, optionsOf(options).encoding) },
    realpath: { parse: onePath, convert: (path, [, options]) => named(path, optionsOf(options).encoding) },
    rename: { parse: twoPaths('oldPath', 'newPath') },
    rmdir: { parse: onePath },
    stat: { parse: onePath, convert: stats },
    symlink: { parse: ([target, path]) => [validPath(target, 'target'), validPath(path)] },
    unlink: { parse: onePath },
    utimes: { parse: ([path, atime, mtime]) => [validPath(path), seconds(atime), seconds(mtime)] },
  };
}`;

export const fsTreesSource = String.raw`function (require, global) {
  const { Symbol, Object } = global;
  const { plainError, validateObject, validateInteger } = require('internal/validators');
  const { validPath, Dirent, optionsOf, named } = require('internal/fs/tools');
  const process = require('process');
  return function (fs, callbackOf) {
    const plainReaddirSync = fs.readdirSync;
    const plainReaddir = fs.readdir;
    function readdirSync(path, options) {
      const given = optionsOf(options);
      if (given.recursive !== undefined && given.recursive !== null) %ValidateBoolean(given.recursive, 'options.recursive');
      if (!given.recursive) return plainReaddirSync(path, options);
      const found = [];
      const waiting = [''];
      const base = validPath(path);
      while (waiting.length > 0) {
        const folder = waiting.shift();
        const where = folder === '' ? base : base.replace(/\/$/, '') + '/' + folder;
        const entries = %FileCall('readdir', [where]);
        for (let i = 0; i < entries.length; i++) {
          const inside = folder === '' ? entries[i][0] : folder + '/' + entries[i][0];
          found.push(given.withFileTypes ? new Dirent(entries[i][0], entries[i][1], where) : named(inside, given.encoding));
          if (entries[i][1] === 2) waiting.push(inside);
        }
      }
      return found;
    }
    function readdir(path, ...args) {
      const callback = callbackOf(args);
      if (!optionsOf(args[0]).recursive) return plainReaddir(path, args[0], callback);
      %FileRequest('fs.readdir', 'readdir', [validPath(path)], (error) => {
        if (error) return callback(error);
        let result;
        try {
          result = readdirSync(path, args[0]);
        } catch (failure) {
          return callback(failure);
        }
        callback(null, result);
      });
    }
    function rmOptions(options) {
      const given = { retryDelay: 100, maxRetries: 0, recursive: false, force: false, ...options };
      if (options !== undefined) validateObject(options, 'options');
      %ValidateBoolean(given.force, 'options.force');
      %ValidateBoolean(given.recursive, 'options.recursive');
      validateInteger(given.retryDelay, 'options.retryDelay', 0, 2147483647);
      validateInteger(given.maxRetries, 'options.maxRetries', 0, 4294967295);
      return given;
    }
    const isDirectory = (path) => (%FileCall('lstat', [path])[1] & 61440) === 16384;
    function systemError(path) {
      const message = 'Path is a directory: rm returned EISDIR (is a directory) ' + path;
      const error = %NodeError('Error', 'ERR_FS_EISDIR', message);
      Object.defineProperty(error, 'name', { value: 'SystemError', writable: true, configurable: true });
      error.info = { code: 'EISDIR', message: 'is a directory', path, syscall: 'rm', errno: 21 };
      error.errno = 21;
      error.syscall = 'rm';
      error.path = path;
      return error;
    }
    function rmSync(path, options) {
      path = validPath(path);
      const { recursive, force } = rmOptions(options);
      let isFolder;
      try {
        isFolder = isDirectory(path);
      } catch (error) {
        if (force && error.code === 'ENOENT') return;
        throw error;
      }
      if (isFolder && !recursive) throw systemError(path);
      %FileCall(isFolder ? 'removeAll' : 'unlink', [path]);
    }
    function rm(path, ...args) {
      const callback = callbackOf(args);
      path = validPath(path);
      const options = rmOptions(args[0]);
      %FileRequest('fs.rm', 'lstat', [path], (error, fields) => {
        if (error) return callback(options.force && error.code === 'ENOENT' ? null : error);
        const isFolder = (fields[1] & 61440) === 16384;
        if (isFolder && !options.recursive) return callback(systemError(path));
        %FileRequest('fs.rm', isFolder ? 'removeAll' : 'unlink', [path], (failure) => callback(failure));
      });
    }
    function realpathSync(path, options) {
      path = validPath(path);
      %FileCall('lstat', [path]);
      return named(%FileCall('realpath', [path]), optionsOf(options).encoding);
    }
    realpathSync.native = fs.realpathSync;
    function realpath(path, ...args) {
      const callback = callbackOf(args);
      path = validPath(path);
      %FileRequest('fs.realpath', 'lstat', [require('path').resolve(path)], (error) => {
        if (error) return callback(error);
        %FileRequest('fs.realpath', 'realpath', [path], (failure, result) => (failure ? callback(failure) : callback(null, named(result, optionsOf(args[0]).encoding))));
      });
    }
    realpath.native = fs.realpath;
    function copyTree(from, to, options) {
      if (options.filter && !options.filter(from, to)) return;
      if (!isDirectory(from)) {
        if (fs.existsSync(to) && options.force === false) {
          if (options.errorOnExist) throw plainError('ERR_FS_CP_EEXIST', 'Target already exists: cp returned EEXIST (' + to + ' already exists) ' + to);
          return;
        }
        fs.mkdirSync(require('path').dirname(to), { recursive: true });
        fs.copyFileSync(from, to);
        return;
      }
      if (!options.recursive) throw plainError('ERR_FS_EISDIR', 'Recursive option not enabled, cannot copy a directory: cp returned EISDIR (' + from + ' is a directory (not copied)) ' + from);
      fs.mkdirSync(to, { recursive: true });
      const entries = %FileCall('readdir', [from]);
      for (let i = 0; i < entries.length; i++) copyTree(from + '/' + entries[i][0], to + '/' + entries[i][0], options);
    }
    function cpSync(from, to, options = {}) { copyTree(validPath(from, 'src'), validPath(to, 'dest'), options); }
    function cp(from, to, ...args) {
      const callback = callbackOf(args);
      from = validPath(from, 'src');
      to = validPath(to, 'dest');
      %FileRequest('fs.cp', 'lstat', [from], (error) => {
        if (error) return callback(error);
        try {
          copyTree(from, to, args[0] ?? {});
        } catch (failure) {
          return callback(failure);
        }
        callback(null);
      });
    }
    class Dir {
      #path;
      #entries;
      #isClosed = false;
      constructor(path, entries) {
        this.#path = path;
        this.#entries = entries;
      }
      get path() { return this.#path; }
      #check() { if (this.#isClosed) throw plainError('ERR_DIR_CLOSED', 'Directory handle was closed'); }
      readSync() {
        this.#check();
        const entry = this.#entries.shift();
        return entry === undefined ? null : new Dirent(entry[0], entry[1], this.#path);
      }
      read(callback) {
        if (callback === undefined) return (async () => this.readSync())();
        const entry = this.readSync();
        process.nextTick(callback, null, entry);
      }
      closeSync() {
        this.#check();
        this.#isClosed = true;
      }
      close(callback) {
        if (callback === undefined) return (async () => this.closeSync())();
        this.closeSync();
        process.nextTick(callback, null);
      }
      async *entries() {
        try {
          for (let entry = await this.read(); entry !== null; entry = await this.read()) yield entry;
        } finally {
          if (!this.#isClosed) await this.close();
        }
      }
      [Symbol.asyncIterator]() { return this.entries(); }
      [Symbol.dispose]() { if (!this.#isClosed) this.closeSync(); }
      async [Symbol.asyncDispose]() { if (!this.#isClosed) await this.close(); }
    }
    const renamed = (run) => {
      try {
        return run();
      } catch (error) {
        if (error.syscall === 'scandir') {
          error.message = error.message.replace(', scandir', ', opendir');
          error.stack = error.stack.replace(', scandir', ', opendir');
          error.syscall = 'opendir';
        }
        throw error;
      }
    };
    function opendirSync(path) {
      path = validPath(path);
      return new Dir(path, renamed(() => %FileCall('readdir', [path])));
    }
    function opendir(path, ...args) {
      const callback = callbackOf(args);
      path = validPath(path);
      %FileRequest('fs.opendir', 'readdir', [path], (error, entries) => {
        if (!error) return callback(null, new Dir(path, entries));
        try { renamed(() => { throw error; }); } catch (thrown) { callback(thrown); }
      });
    }
    function mkdtempDisposableSync(prefix, options) {
      const path = fs.mkdtempSync(prefix, options);
      const remove = () => rmSync(path, { recursive: true, force: true });
      return { path, remove, [Symbol.dispose]: remove };
    }
    return { readdir, readdirSync, rm, rmSync, realpath, realpathSync, cp, cpSync, Dir, opendir, opendirSync, mkdtempDisposableSync };
  };
}`;
