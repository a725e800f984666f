/** What each simple operation of fs takes and gives, and those on whole folders. Node: lib/fs.js, lib/internal/fs/rimraf.js. */
export const fsOperationsSource = String.raw`function (require, global) {
  const { validateInteger, validateOneOf } = require('internal/validators');
  const { statsOf, Dirent, validPath, boundFd, validMode, boundMode, validOwner, validRemoval, seconds, optionsOf, named } = require('internal/fs/tools');
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
  const times = (path, atime, mtime) => [validPath(path), seconds(atime), seconds(mtime)];
  const owner = ([path, uid, gid]) => [validPath(path), validOwner(uid, 'uid'), validOwner(gid, 'gid')];
  /** Options that have to be an object wherever there are any: what else stands there fails by itself. */
  const read = (options) => (options === undefined ? undefined : options.bigint);
  /** 'least' and 'most': how many arguments stand before a callback; 'late': the callback is looked at behind the others, or behind what 'first' looks at. */
  return {
    access: { least: 1, most: 2, first: onePath, parse: ([path, mode]) => [validPath(path), boundMode(mode)] },
    chmod: { least: 2, late: true, parse: ([path, mode]) => [validPath(path), validMode(mode, 'mode')] },
    chown: { least: 3, parse: owner },
    copyFile: { least: 2, most: 3, first: twoPaths('src', 'dest'), parse: ([from, to, mode]) => [validPath(from, 'src'), validPath(to, 'dest'), boundMode(mode)] },
    fchmod: { least: 2, late: true, parse([fd, mode]) {
      mode = validMode(mode, 'mode');
      return [boundFd(fd), mode];
    } },
    fchown: { least: 3, late: true, parse([fd, uid, gid]) {
      validOwner(uid, 'uid');
      validOwner(gid, 'gid');
      return [boundFd(fd), uid, gid];
    } },
    fdatasync: { least: 1, parse: ([fd]) => [boundFd(fd)] },
    fstat: { least: 1, most: 2, parse: ([fd, options]) => { read(options); return [boundFd(fd)]; }, convert: stats },
    fsync: { least: 1, parse: ([fd]) => [boundFd(fd)] },
    ftruncate: { least: 1, most: 2, late: true, parse([fd, length = 0]) {
      validateInteger(length, 'len');
      return [boundFd(fd), length < 0 ? 0 : length];
    } },
    futimes: { least: 3, late: true, parse([fd, atime, mtime]) {
      atime = seconds(atime, 'atime');
      mtime = seconds(mtime, 'mtime');
      return [boundFd(fd), atime, mtime];
    } },
    lchown: { least: 3, parse: owner },
    link: { least: 2, parse: twoPaths('existingPath', 'newPath') },
    lstat: { least: 1, most: 2, parse: ([path, options]) => { path = validPath(path); read(options); return [path]; }, convert: stats },
    lutimes: { least: 3, parse: ([path, atime, mtime]) => times(path, atime, mtime) },
    mkdir: { least: 1, most: 2, late: true, parse([path, options]) {
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
    mkdtemp: { least: 1, most: 2, parse: ([prefix, options]) => { optionsOf(options); return [validPath(prefix, 'prefix')]; }, convert: (path, [, options]) => named(path, optionsOf(options).encoding) },
    readdir: { least: 1, most: 2, parse: ([path, options]) => { optionsOf(options); return [validPath(path)]; }, convert: entries },
    readlink: { least: 1, most: 2, parse: ([path, options]) => { optionsOf(options); return [validPath(path)]; }, convert: (path, [, options]) => named(path, optionsOf(options).encoding) },
    realpath: { least: 1, most: 2, parse: ([path, options]) => { optionsOf(options); return [validPath(path)]; }, convert: (path, [, options]) => named(path, optionsOf(options).encoding) },
    rename: { least: 2, parse: twoPaths('oldPath', 'newPath') },
    rmdir: { least: 1, most: 2, parse([path, options]) {
      path = validPath(path);
      validRemoval(options, { retryDelay: 100, maxRetries: 0, recursive: false });
      return [path];
    } },
    stat: { least: 1, most: 2, parse([path, options]) {
      if (options !== null && typeof options === 'object') optionsOf(options);
      return [validPath(path)];
    }, convert: stats },
    symlink: { least: 2, most: 3, parse([target, path, type]) {
      validateOneOf(type, 'type', ['dir', 'file', 'junction', null, undefined]);
      return [validPath(target, 'target'), validPath(path)];
    } },
    unlink: { least: 1, parse: onePath },
    utimes: { least: 3, parse: ([path, atime, mtime]) => times(path, atime, mtime) },
  };
}`;

export const fsTreesSource = String.raw`function (require, global) {
  const { Symbol, Object } = global;
  const { plainError, validateObject, validateInteger, validateUint32 } = require('internal/validators');
  const { validPath, validRemoval, Dirent, optionsOf, named } = require('internal/fs/tools');
  const process = require('process');
  return function (fs, callbackOf) {
    const plainReaddirSync = fs.readdirSync;
    const plainReaddir = fs.readdir;
    function readdirSync(path, options) {
      const given = optionsOf(options);
      path = validPath(path);
      if (given.recursive !== undefined && given.recursive !== null) %ValidateBoolean(given.recursive, 'options.recursive');
      if (!given.recursive) return plainReaddirSync(path, options);
      const found = [];
      const waiting = [''];
      const base = path;
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
      const callback = callbackOf(args, 0, 1);
      const { recursive } = optionsOf(args[0]);
      path = validPath(path);
      if (recursive !== undefined && recursive !== null) %ValidateBoolean(recursive, 'options.recursive');
      if (!recursive) return plainReaddir(path, args[0], callback);
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
      const given = validRemoval(options, { recursive: false, force: false, retryDelay: 100, maxRetries: 0 });
      %ValidateBoolean(given.force, 'options.force');
      return given;
    }
    const plainRmdirSync = fs.rmdirSync;
    const plainRmdir = fs.rmdir;
    let hasWarned = process.noDeprecation;
    function warnOfRecursion() {
      if (hasWarned) return;
      process.emitWarning('In future versions of Node.js, fs.rmdir(path, { recursive: true }) will be removed. Use fs.rm(path, { recursive: true }) instead', 'DeprecationWarning', 'DEP0147');
      hasWarned = true;
    }
    function rmdirSync(path, options) {
      path = validPath(path);
      if (!options?.recursive) return plainRmdirSync(path, options);
      warnOfRecursion();
      rmOptions({ ...options, force: false });
      if (isDirectory(path)) %FileCall('removeAll', [path]);
      else plainRmdirSync(path);
    }
    function rmdir(path, ...args) {
      const callback = callbackOf(args, 0, 1);
      path = validPath(path);
      const options = args[0];
      if (!options?.recursive) return plainRmdir(path, options, callback);
      warnOfRecursion();
      rmOptions({ ...options, force: false });
      %FileRequest('fs.rmdir', 'lstat', [path], (error, fields) => {
        if (error) return callback(error);
        %FileRequest('fs.rmdir', (fields[1] & 61440) === 16384 ? 'removeAll' : 'rmdir', [path], (failure) => callback(failure));
      });
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
      const { recursive, force } = rmOptions(options);
      path = validPath(path);
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
      path = validPath(path);
      const callback = callbackOf(args, 0, 1);
      const options = rmOptions(args[0]);
      %FileRequest('fs.rm', 'lstat', [path], (error, fields) => {
        if (error) return callback(options.force && error.code === 'ENOENT' ? null : error);
        const isFolder = (fields[1] & 61440) === 16384;
        if (isFolder && !options.recursive) return callback(systemError(path));
        %FileRequest('fs.rm', isFolder ? 'removeAll' : 'unlink', [path], (failure) => callback(failure));
      });
    }
    /** Whatever is no text is made one first. */
    function walkedPath(path) {
      if (path !== null && typeof path === 'object' && path.href && path.protocol) return validPath(path);
      return require('path').resolve(validPath(typeof path === 'string' ? path : path + ''));
    }
    function realpathSync(path, options) {
      const { encoding } = optionsOf(options);
      path = walkedPath(path);
      %FileCall('lstat', [path]);
      return named(%FileCall('realpath', [path]), encoding);
    }
    realpathSync.native = fs.realpathSync;
    function realpath(path, ...args) {
      const callback = callbackOf(args, 0, 1);
      const { encoding } = optionsOf(args[0]);
      path = walkedPath(path);
      %FileRequest('fs.realpath', 'lstat', [path], (error) => {
        if (error) return callback(error);
        %FileRequest('fs.realpath', 'realpath', [path], (failure, result) => (failure ? callback(failure) : callback(null, named(result, encoding))));
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
    const copyDefaults = { dereference: false, errorOnExist: false, force: true, preserveTimestamps: false, recursive: false, verbatimSymlinks: false };
    function copyOptions(options) {
      if (options === undefined) return copyDefaults;
      validateObject(options, 'options');
      const given = { ...copyDefaults, ...options };
      const names = Object.keys(copyDefaults);
      for (let i = 0; i < names.length; i++) %ValidateBoolean(given[names[i]], 'options.' + names[i]);
      if (given.mode !== undefined && given.mode !== null) validateInteger(given.mode, 'mode', 0, 7);
      if (given.dereference && given.verbatimSymlinks) throw %NodeError('TypeError', 'ERR_INCOMPATIBLE_OPTION_PAIR', 'Option "dereference" cannot be used in combination with option "verbatimSymlinks"');
      if (given.filter !== undefined) %ValidateFunction(given.filter, 'options.filter');
      return given;
    }
    function cpSync(from, to, options) {
      options = copyOptions(options);
      copyTree(validPath(from, 'src'), validPath(to, 'dest'), options);
    }
    function cp(from, to, ...args) {
      const callback = callbackOf(args, 0, 1);
      const options = copyOptions(args[0]);
      from = validPath(from, 'src');
      to = validPath(to, 'dest');
      %FileRequest('fs.cp', 'lstat', [from], (error) => {
        if (error) return callback(error);
        try {
          copyTree(from, to, options);
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
    function dirOptions(options) {
      const { bufferSize = 32 } = optionsOf(options);
      validateUint32(bufferSize, 'options.bufferSize', true);
    }
    function opendirSync(path, options) {
      path = validPath(path);
      optionsOf(options);
      let entries;
      try {
        entries = renamed(() => %FileCall('readdir', [path]));
      } catch (error) {
        // Node: this one does not tell the path.
        const shown = " '" + path + "'";
        error.message = error.message.replace(shown, '');
        error.stack = error.stack.replace(shown, '');
        delete error.path;
        throw error;
      }
      dirOptions(options);
      return new Dir(path, entries);
    }
    function opendir(path, ...args) {
      const callback = typeof args[0] === 'function' ? args[0] : args[1];
      %ValidateFunction(callback, 'callback');
      path = validPath(path);
      dirOptions(typeof args[0] === 'function' ? undefined : args[0]);
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
    return { readdir, readdirSync, rm, rmSync, rmdir, rmdirSync, realpath, realpathSync, cp, cpSync, Dir, opendir, opendirSync, mkdtempDisposableSync };
  };
}`;
