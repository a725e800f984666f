/**
 * The file system of a run: reads see the user's files, writes stay in the run, and nothing is ever written to the disk.
 * Node: src/node_file.cc; libuv: src/unix/fs.c. Simplified: one user who may do everything that modes do not forbid its own
 * files; times are the virtual clock's; no devices but the standard streams.
 */
import { readText } from './encodings.ts';
import { FileFailure, type FileNode, FileNodes, type FileSystemNode, parentOf } from './file-nodes.ts';
import type { Host } from '../host.ts';

/** As fs.constants has them. */
const openFlags = {
  writeOnly: 1,
  readWrite: 2,
  create: 64,
  exclusive: 128,
  truncate: 512,
  append: 1024,
} as const;

interface OpenFile {
  readonly path: string;
  readonly node: FileSystemNode;
  readonly flags: number;
  position: number;
}

export class FileSystem {
  private readonly host: Host;
  private readonly nodes: FileNodes;
  private readonly open = new Map<number, OpenFile>();

  constructor(host: Host) {
    this.host = host;
    this.nodes = new FileNodes(host);
  }

  /** Absolute and without '..'. */
  absolute(given: string): string {
    const folder = this.host.workingDirectory;
    const parts: string[] = [];
    for (const part of (given.startsWith('/') ? given : `${folder}/${given}`).split('/')) {
      if (part === '..') parts.pop();
      else if (part !== '' && part !== '.') parts.push(part);
    }
    return `/${parts.join('/')}`;
  }

  private resolve(given: string, isLastFollowed = true): string {
    if (given === '') throw new FileFailure('ENOENT');
    const path = this.nodes.follow(this.absolute(given), isLastFollowed);
    // A file on the way.
    for (let folder = parentOf(path); folder !== undefined; folder = parentOf(folder)) {
      const node = this.nodes.at(folder);
      if (node !== undefined && node.kind !== 'directory') throw new FileFailure('ENOTDIR');
      if (node !== undefined) break;
    }
    return path;
  }

  private existing(path: string, isLastFollowed = true): FileSystemNode {
    const node = this.nodes.at(this.resolve(path, isLastFollowed));
    if (node === undefined) throw new FileFailure('ENOENT');
    if (given(path).endsWith('/') && node.kind !== 'directory') throw new FileFailure('ENOTDIR');
    return node;
  }

  /** A folder that something can be made in. */
  private needParent(path: string): void {
    const folder = parentOf(path);
    if (folder !== undefined && this.nodes.at(folder) === undefined) throw new FileFailure('ENOENT');
  }

  openFile(path: string, flags: number, mode: number): number {
    const target = this.resolve(path);
    let node = this.nodes.at(target);
    const isWriting = (flags & (openFlags.writeOnly | openFlags.readWrite)) !== 0;
    if (node !== undefined && (flags & openFlags.create) !== 0 && (flags & openFlags.exclusive) !== 0)
      throw new FileFailure('EEXIST');
    if (node?.kind === 'directory' && isWriting) throw new FileFailure('EISDIR');
    if (node === undefined) {
      if ((flags & openFlags.create) === 0) throw new FileFailure('ENOENT');
      this.needParent(target);
      if (path.endsWith('/')) throw new FileFailure('EISDIR');
      node = { kind: 'file', bytes: new Uint8Array(), links: 1, ...this.nodes.fields(mode & ~this.host.fileMask) };
      this.nodes.set(target, node);
    } else if (!isAllowed(node, isWriting ? 2 : 4)) throw new FileFailure('EACCES');
    if (node.kind === 'file' && (flags & openFlags.truncate) !== 0 && isWriting) this.setBytes(node, new Uint8Array());
    if (isWriting) this.host.files.changed.add(target);
    let fd = 3;
    while (this.open.has(fd)) fd++;
    this.open.set(fd, { path: target, node, flags, position: 0 });
    return fd;
  }

  private opened(fd: number): OpenFile {
    const file = this.open.get(fd);
    if (file === undefined) throw new FileFailure('EBADF');
    return file;
  }

  close(fd: number): void {
    if (fd <= 2) return;
    this.opened(fd);
    this.open.delete(fd);
  }

  /** `position` -1: where the last read or write ended. */
  read(fd: number, target: Uint8Array, position: number): number {
    if (fd === 0) return 0;
    const file = this.opened(fd);
    if (file.node.kind === 'directory') throw new FileFailure('EISDIR');
    if ((file.flags & openFlags.writeOnly) !== 0 || file.node.kind !== 'file') throw new FileFailure('EBADF');
    const start = position < 0 ? file.position : position;
    const part = file.node.bytes.subarray(start, start + target.length);
    target.set(part);
    if (position < 0) file.position = start + part.length;
    file.node.atimeMs = this.nodes.nowMs();
    return part.length;
  }

  write(fd: number, bytes: Uint8Array, position: number): number {
    if (fd === 1 || fd === 2) {
      const text = readText(bytes, 'utf8');
      this.host.listener?.console(fd === 1 ? 'log' : 'error', text.replace(/\n$/, ''), 0);
      this.host.output.write(fd === 1 ? 'stdout' : 'stderr', text);
      return bytes.length;
    }
    const file = this.opened(fd);
    const { node, flags } = file;
    if (node.kind !== 'file' || (flags & (openFlags.writeOnly | openFlags.readWrite)) === 0)
      throw new FileFailure('EBADF');
    const isAppending = (flags & openFlags.append) !== 0;
    const start = isAppending ? node.bytes.length : position < 0 ? file.position : position;
    const whole = this.newBytes(Math.max(node.bytes.length, start + bytes.length));
    whole.set(node.bytes);
    whole.set(bytes, start);
    this.setBytes(node, whole);
    if (position < 0) file.position = start + bytes.length;
    return bytes.length;
  }

  /** Charged before they are made: what is too large ends the run. */
  private newBytes(length: number): Uint8Array {
    this.host.isolate.meter.allocate(length);
    return new Uint8Array(length);
  }

  private setBytes(node: FileNode, bytes: Uint8Array): void {
    node.bytes = bytes;
    node.mtimeMs = node.ctimeMs = this.nodes.nowMs();
  }

  truncate(fd: number, length: number): void {
    const { node, flags } = this.opened(fd);
    if (node.kind !== 'file' || (flags & (openFlags.writeOnly | openFlags.readWrite)) === 0)
      throw new FileFailure('EINVAL');
    const whole = this.newBytes(Math.max(0, length));
    whole.set(node.bytes.subarray(0, whole.length));
    this.setBytes(node, whole);
  }

  stat(path: string): FileSystemNode {
    return this.existing(path);
  }

  statLink(path: string): FileSystemNode {
    return this.existing(path, false);
  }

  statOpen(fd: number): FileSystemNode {
    return this.opened(fd).node;
  }

  exists(path: string): boolean {
    try {
      this.existing(path);
      return true;
    } catch (error) {
      if (error instanceof FileFailure) return false;
      throw error;
    }
  }

  access(path: string, mode: number): void {
    if (!isAllowed(this.existing(path), mode)) throw new FileFailure('EACCES');
  }

  /** The outermost folder that was made, where `isRecursive`. */
  makeDirectory(path: string, mode: number, isRecursive: boolean): string | undefined {
    const target = this.resolve(path);
    const node = this.nodes.at(target);
    if (node !== undefined) {
      if (isRecursive && node.kind === 'directory') return undefined;
      throw new FileFailure('EEXIST');
    }
    const folder = parentOf(target)!;
    let first: string | undefined;
    if (this.nodes.at(folder) === undefined) {
      if (!isRecursive) throw new FileFailure('ENOENT');
      first = this.makeDirectory(folder, mode, true);
    }
    this.nodes.set(target, { kind: 'directory', isOnDisk: false, ...this.nodes.fields(mode & ~this.host.fileMask) });
    return first ?? target;
  }

  readDirectory(path: string): [name: string, kind: FileSystemNode['kind']][] {
    if (this.existing(path).kind !== 'directory') throw new FileFailure('ENOTDIR');
    return this.nodes.list(this.resolve(path));
  }

  removeDirectory(path: string): void {
    if (this.existing(path, false).kind !== 'directory') throw new FileFailure('ENOTDIR');
    if (this.readDirectory(path).length > 0) throw new FileFailure('ENOTEMPTY');
    this.nodes.remove(this.resolve(path, false));
  }

  unlink(path: string): void {
    const node = this.existing(path, false);
    if (node.kind === 'directory') throw new FileFailure('EISDIR');
    if (node.kind === 'file') node.links--;
    this.nodes.remove(this.resolve(path, false));
  }

  removeAll(path: string): void {
    this.nodes.remove(this.resolve(path, false));
  }

  rename(from: string, to: string): void {
    const node = this.existing(from, false);
    const target = this.resolve(to, false);
    const source = this.resolve(from, false);
    this.needParent(target);
    if (source === target) return;
    if (target.startsWith(`${source}/`)) throw new FileFailure('EINVAL');
    const before = this.nodes.at(target);
    if (before !== undefined && before.kind !== node.kind) {
      if (before.kind === 'directory') throw new FileFailure('EISDIR');
      if (node.kind === 'directory') throw new FileFailure('ENOTDIR');
    }
    if (before?.kind === 'directory' && this.nodes.list(target).length > 0) throw new FileFailure('ENOTEMPTY');
    this.nodes.move(source, target);
  }

  copy(from: string, to: string, mode: number): void {
    const node = this.existing(from);
    if (node.kind === 'directory') throw new FileFailure('EISDIR');
    const target = this.resolve(to);
    this.needParent(target);
    const before = this.nodes.at(target);
    if (before !== undefined && (mode & 1) !== 0) throw new FileFailure('EEXIST');
    if (before?.kind === 'directory') throw new FileFailure('EISDIR');
    const { bytes } = node as FileNode;
    if (before?.kind === 'file') this.setBytes(before, bytes.slice());
    else this.nodes.set(target, { kind: 'file', bytes: bytes.slice(), links: 1, ...this.nodes.fields(node.mode) });
  }

  link(from: string, to: string): void {
    const node = this.existing(from, false);
    const target = this.resolve(to, false);
    if (this.nodes.at(target) !== undefined) throw new FileFailure('EEXIST');
    if (node.kind === 'directory') throw new FileFailure('EPERM');
    if (node.kind === 'file') node.links++;
    this.nodes.set(target, node);
  }

  symlink(target: string, path: string): void {
    const place = this.resolve(path, false);
    if (this.nodes.at(place) !== undefined) throw new FileFailure('EEXIST');
    this.needParent(place);
    this.nodes.set(place, { kind: 'link', target, ...this.nodes.fields(0o777) });
  }

  readLink(path: string): string {
    const node = this.existing(path, false);
    if (node.kind !== 'link') throw new FileFailure('EINVAL');
    return node.target;
  }

  realPath(path: string): string {
    this.existing(path);
    return this.resolve(path);
  }

  changeMode(node: FileSystemNode, mode: number): void {
    node.mode = mode & 0o7777;
    node.ctimeMs = this.nodes.nowMs();
  }

  setTimes(node: FileSystemNode, atimeMs: number, mtimeMs: number): void {
    Object.assign(node, { atimeMs, mtimeMs, ctimeMs: this.nodes.nowMs() });
  }

  /** The six letters come from the run's seed. */
  makeTemporaryDirectory(prefix: string): string {
    const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
    let path: string;
    do {
      path = prefix;
      for (let i = 0; i < 6; i++) path += letters[Math.floor(this.host.isolate.random() * letters.length)]!;
    } while (this.exists(path));
    this.makeDirectory(path, 0o700, false);
    return path;
  }
}

function given(path: string): string {
  return path.length > 1 ? path : '';
}

/** `mode`: 4 reading, 2 writing, 1 running. All files are the user's own. */
function isAllowed(node: FileSystemNode, mode: number): boolean {
  return ((node.mode >> 6) & mode) === mode;
}
