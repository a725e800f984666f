/** The module 'fs/promises'. Node: lib/internal/fs/promises.js. */
export const fsPromisesSource = String.raw`function (require, global) {
  const { Object, Promise, Error, Symbol, Math } = global;
  const fs = require('fs');
  const { abortedWith, validateObject } = require('internal/validators');
  const { statsOf, flagsOf, validPath, validMode, optionsOf, readOptionsOf, dataOf, constants } = require('internal/fs/tools');
  const operations = require('internal/fs/operations');
  const { FileHandle, ask } = require('internal/fs/file-handle');
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
