/**
 * The operations of a file system that fs-source.ts calls: at once, or as a request that is answered in the poll phase.
 * Node: src/node_file.cc; libuv: uv_fs_*.
 */
import {
  fulfillPromise,
  GuestException,
  JSObject,
  lookupData,
  newPromise,
  rejectPromise,
  type Value,
} from '../../engine/index.ts';
import type { Host } from '../host.ts';
import { requireModule } from '../modules.ts';
import type { Request } from '../requests.ts';
import { bytesOf } from './buffer-natives.ts';
import { FileFailure, type FileSystemNode } from './file-nodes.ts';
import { FileSystem } from './file-system.ts';

/** How long the system takes for one operation, in virtual ms. */
const operationMs = 0.2;

interface Operation {
  /** As errors name it. */
  readonly syscall: string;
  /** Whether the first argument, or the first two, are paths that errors name. */
  readonly paths: 0 | 1 | 2;
  readonly run: (files: FileSystem, args: Value[], host: Host) => Value | void;
}

const typeBits: Readonly<Record<FileSystemNode['kind'], number>> = {
  file: 0o100000,
  directory: 0o040000,
  link: 0o120000,
};
const direntTypes: Readonly<Record<FileSystemNode['kind'], number>> = { file: 1, directory: 2, link: 3 };

function op(syscall: string, paths: 0 | 1 | 2, run: Operation['run']): Operation {
  return { syscall, paths, run };
}

const text = String;
const number = Number;

const operations: Readonly<Record<string, Operation>> = {
  open: op('open', 1, (files, [path, flags, mode]) => files.openFile(text(path), number(flags), number(mode))),
  close: op('close', 0, (files, [fd]) => files.close(number(fd))),
  read: op('read', 0, (files, [fd, buffer, offset, length, position]) => {
    const start = number(offset);
    return files.read(number(fd), bytesOf(buffer).subarray(start, start + number(length)), number(position));
  }),
  write: op('write', 0, (files, [fd, buffer, offset, length, position]) => {
    const start = number(offset);
    return files.write(number(fd), bytesOf(buffer).slice(start, start + number(length)), number(position));
  }),
  stat: op('stat', 1, (files, [path], host) => statFields(host, files.stat(text(path)))),
  lstat: op('lstat', 1, (files, [path], host) => statFields(host, files.statLink(text(path)))),
  fstat: op('fstat', 0, (files, [fd], host) => statFields(host, files.statOpen(number(fd)))),
  exists: op('exists', 0, (files, [path]) => files.exists(text(path))),
  access: op('access', 1, (files, [path, mode]) => files.access(text(path), number(mode))),
  mkdir: op('mkdir', 1, (files, [path, mode, isRecursive]) => {
    const first = files.makeDirectory(text(path), number(mode), isRecursive === true);
    return isRecursive === true ? first : undefined;
  }),
  mkdtemp: op('mkdtemp', 0, (files, [prefix]) => files.makeTemporaryDirectory(text(prefix))),
  readdir: op('scandir', 1, (files, [path], { isolate }) =>
    isolate.realm.newArray(
      files.readDirectory(text(path)).map(([name, kind]) => isolate.realm.newArray([name, direntTypes[kind]])),
    ),
  ),
  rmdir: op('rmdir', 1, (files, [path]) => files.removeDirectory(text(path))),
  unlink: op('unlink', 1, (files, [path]) => files.unlink(text(path))),
  removeAll: op('rm', 1, (files, [path]) => files.removeAll(text(path))),
  rename: op('rename', 2, (files, [from, to]) => files.rename(text(from), text(to))),
  copyFile: op('copyfile', 2, (files, [from, to, mode]) => files.copy(text(from), text(to), number(mode))),
  link: op('link', 2, (files, [from, to]) => files.link(text(from), text(to))),
  symlink: op('symlink', 2, (files, [target, path]) => files.symlink(text(target), text(path))),
  readlink: op('readlink', 1, (files, [path]) => files.readLink(text(path))),
  realpath: op('realpath', 1, (files, [path]) => files.realPath(text(path))),
  chmod: op('chmod', 1, (files, [path, mode]) => files.changeMode(files.stat(text(path)), number(mode))),
  ftruncate: op('ftruncate', 0, (files, [fd, length]) => files.truncate(number(fd), number(length))),
  utimes: op('utime', 1, (files, [path, atime, mtime]) =>
    files.setTimes(files.stat(text(path)), number(atime) * 1000, number(mtime) * 1000),
  ),
  futimes: op('futime', 0, (files, [fd, atime, mtime]) =>
    files.setTimes(files.statOpen(number(fd)), number(atime) * 1000, number(mtime) * 1000),
  ),
  lutimes: op('lutime', 1, (files, [path, atime, mtime]) =>
    files.setTimes(files.statLink(text(path)), number(atime) * 1000, number(mtime) * 1000),
  ),
  fsync: op('fsync', 0, (files, [fd]) => void files.statOpen(number(fd))),
  fdatasync: op('fdatasync', 0, (files, [fd]) => void files.statOpen(number(fd))),
  // Simplified: nobody owns a file.
  chown: op('chown', 1, (files, [path]) => void files.stat(text(path))),
  lchown: op('lchown', 1, (files, [path]) => void files.statLink(text(path))),
  fchown: op('fchown', 0, (files, [fd]) => void files.statOpen(number(fd))),
  fchmod: op('fchmod', 0, (files, [fd, mode]) => files.changeMode(files.statOpen(number(fd)), number(mode))),
};

export function installFileNatives(host: Host): void {
  const { isolate } = host;
  const files = new FileSystem(host);
  const perform = (name: Value, args: Value): Value => {
    const { run, syscall, paths } = operations[name as string]!;
    const given = (args as JSObject).elements as Value[];
    isolate.meter.work(10);
    try {
      return run(files, given, host) as Value;
    } catch (error) {
      if (!(error instanceof FileFailure)) throw error;
      const make = lookupData(requireModule(host, 'internal/uv'), 'uvException') as JSObject;
      const shown = name === 'mkdtemp' ? [`${String(given[0])}XXXXXX`] : given.slice(0, paths);
      throw new GuestException(isolate.callNested(make, undefined, [error.code, syscall, ...shown]));
    }
  };
  /** The outcome as two values: the error or null, and the result. */
  const outcome = (name: Value, args: Value): [error: Value, result: Value] => {
    try {
      return [null, perform(name, args)];
    } catch (error) {
      if (!(error instanceof GuestException)) throw error;
      // Nobody's code is on the stack when the answer comes.
      if (error.value instanceof JSObject && error.value.internal?.kind === 'error') error.value.internal.frames = [];
      return [error.value, undefined];
    }
  };
  const request = (api: Value, holds: unknown, run: () => void): void =>
    void host.request({
      kind: 'fileSystem',
      name: String(api),
      source: 'fileSystem',
      delay: operationMs,
      holds,
      run,
    });
  isolate.runtime.set('FileCall', (_isolate, [name, args]) => perform(name, args));
  isolate.runtime.set('FileRequest', (_isolate, [api, name, args, callback]) => {
    request(api, [args, callback], () => {
      const [error, result] = outcome(name, args);
      isolate.callNested(callback as JSObject, undefined, error === null ? [null, result] : [error]);
    });
    return undefined;
  });
  // Work of another kind for the same threads: its result is known already.
  isolate.runtime.set('FileRequestDone', (_isolate, [api, callback, result]) => {
    request(api, [callback, result], () => void isolate.callNested(callback as JSObject, undefined, [null, result]));
    return undefined;
  });
  isolate.runtime.set('NetworkRequest', (_isolate, [api, arrive]) => {
    const run = (): void => void isolate.callNested(arrive as JSObject, undefined, []);
    host.request({ kind: 'socket', name: String(api), source: 'networking', delay: operationMs, holds: arrive, run });
    return undefined;
  });
  // Nobody outside can ask a server: where only that is left, the run is over, and says that the process would wait.
  isolate.runtime.set('ServerBegin', (_isolate, [name]) => {
    const handle = isolate.realm.newObject();
    const run = (): void => undefined;
    const request = host.request({ kind: 'server', name: String(name), source: 'networking', delay: Infinity, run });
    handle.internal = { kind: 'opaque', value: request };
    return handle;
  });
  isolate.runtime.set('ServerRef', (_isolate, [handle, isRefed]) => {
    if (handle instanceof JSObject && handle.internal?.kind === 'opaque')
      host.requests.setRefed(handle.internal.value as Request, isRefed === true);
    return undefined;
  });
  isolate.runtime.set('ServerEnd', (_isolate, [handle]) => {
    if (handle instanceof JSObject && handle.internal?.kind === 'opaque')
      host.cancelRequest(handle.internal.value as Request);
    return undefined;
  });
  isolate.runtime.set('FilePromise', (_isolate, [api, name, args]) => {
    const promise = newPromise(isolate);
    request(api, [args, promise], () => {
      const [error, result] = outcome(name, args);
      if (error === null) fulfillPromise(isolate, promise, result);
      else rejectPromise(isolate, promise, error);
    });
    return promise;
  });
}

/** dev, mode, nlink, uid, gid, rdev, blksize, ino, size, blocks, then atime, mtime, ctime and birthtime in ms. */
function statFields({ isolate }: Host, node: FileSystemNode): Value {
  const size = node.kind === 'file' ? node.bytes.length : node.kind === 'link' ? node.target.length : 4096;
  const links = node.kind === 'file' ? node.links : node.kind === 'directory' ? 2 : 1;
  const mode = typeBits[node.kind] | (node.mode & 0o7777);
  const { ino, atimeMs, mtimeMs, ctimeMs, birthtimeMs } = node;
  const blocks = Math.ceil(size / 4096) * 8;
  return isolate.realm.newArray([
    1,
    mode,
    links,
    1000,
    1000,
    0,
    4096,
    ino,
    size,
    blocks,
    atimeMs,
    mtimeMs,
    ctimeMs,
    birthtimeMs,
  ]);
}
