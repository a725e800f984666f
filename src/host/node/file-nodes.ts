/** What stands in the files of a run: the disk's as they are read, and what the program has made. Linux: inodes. */
import { stopForFiles } from '../loading/file-requests.ts';
import type { Host } from '../host.ts';
import { writeText } from './encodings.ts';

interface NodeFields {
  readonly ino: number;
  mode: number;
  atimeMs: number;
  mtimeMs: number;
  ctimeMs: number;
  readonly birthtimeMs: number;
}

export interface FileNode extends NodeFields {
  readonly kind: 'file';
  bytes: Uint8Array;
  links: number;
}

export interface DirectoryNode extends NodeFields {
  readonly kind: 'directory';
  /** The disk has it too: what is in it there is in it here, unless it was removed. */
  readonly isOnDisk: boolean;
}

export interface LinkNode extends NodeFields {
  readonly kind: 'link';
  readonly target: string;
}

export type FileSystemNode = FileNode | DirectoryNode | LinkNode;

/** What goes wrong, as the system calls it. */
export class FileFailure {
  readonly code: string;

  constructor(code: string) {
    this.code = code;
  }
}

/** By absolute path without `/` at its end. Simplified: symbolic links of the disk are what they lead to. */
export class FileNodes {
  private readonly host: Host;
  /** What is known so far; null: it has been removed. */
  private readonly nodes = new Map<string, FileSystemNode | null>();
  private nextIno = 1000;
  private hasLinks = false;

  constructor(host: Host) {
    this.host = host;
  }

  /** Virtual time since the epoch. */
  nowMs(): number {
    return this.host.environment.startTime + Math.floor(this.host.clock.milliseconds);
  }

  fields(mode: number): NodeFields {
    const now = this.nowMs();
    return { ino: this.nextIno++, mode, atimeMs: now, mtimeMs: now, ctimeMs: now, birthtimeMs: now };
  }

  /** At an absolute path that is no symbolic link on the way. */
  at(path: string): FileSystemNode | undefined {
    const known = this.nodes.get(path);
    if (known !== undefined) return known ?? undefined;
    if (!this.mayBeOnDisk(path)) return undefined;
    const entry = this.host.files.at(path);
    stopForFiles(this.host);
    if (entry.kind === 'missing' && path !== '/') return undefined;
    if (entry.kind === 'unreadable') throw new FileFailure('EACCES');
    // The disk's files are as old as the run.
    const start = this.host.environment.startTime;
    const times = { atimeMs: start, mtimeMs: start, ctimeMs: start, birthtimeMs: start };
    const node: FileSystemNode =
      entry.kind === 'directory' || entry.kind === 'missing'
        ? { kind: 'directory', isOnDisk: true, ...this.fields(0o755), ...times }
        : {
            kind: 'file',
            bytes: entry.bytes?.slice() ?? encode(entry.text),
            links: 1,
            ...this.fields(0o644),
            ...times,
          };
    this.nodes.set(path, node);
    return node;
  }

  private mayBeOnDisk(path: string): boolean {
    for (let folder = parentOf(path); folder !== undefined; folder = parentOf(folder)) {
      const node = this.nodes.get(folder);
      if (node !== undefined) return node !== null && node.kind === 'directory' && node.isOnDisk;
    }
    return true;
  }

  set(path: string, node: FileSystemNode): void {
    if (node.kind === 'link') this.hasLinks = true;
    this.nodes.set(path, node);
    this.host.files.changed.add(path);
    this.touchParent(path);
  }

  remove(path: string): void {
    for (const inside of this.nodes.keys()) if (inside.startsWith(`${path}/`)) this.nodes.delete(inside);
    this.nodes.set(path, null);
    this.host.files.changed.add(path);
    this.touchParent(path);
  }

  private touchParent(path: string): void {
    const folder = parentOf(path);
    const parent = folder === undefined ? undefined : this.nodes.get(folder);
    if (parent) parent.mtimeMs = parent.ctimeMs = this.nowMs();
  }

  /** Moves what is there with all that is in it. */
  move(from: string, to: string): void {
    const node = this.at(from);
    if (node === undefined) return;
    const inside = node.kind === 'directory' ? this.list(from).map(([name]) => name) : [];
    if (node.kind === 'directory') {
      this.set(to, { ...node, isOnDisk: false });
      for (const name of inside) this.move(`${from}/${name}`, `${to}/${name}`);
    } else this.set(to, node);
    this.remove(from);
  }

  /** Names and kinds in a folder, in the order of their bytes. libuv: uv__fs_scandir_sort. */
  list(path: string): [name: string, kind: FileSystemNode['kind']][] {
    const found = new Map<string, FileSystemNode['kind']>();
    const node = this.at(path);
    if (node?.kind === 'directory' && node.isOnDisk) {
      const entry = this.host.files.at(`${path}/`);
      stopForFiles(this.host);
      for (const name of entry.kind === 'directory' ? (entry.names ?? []) : [])
        if (name.endsWith('/')) found.set(name.slice(0, -1), 'directory');
        else found.set(name, 'file');
    }
    const prefix = path === '/' ? '/' : `${path}/`;
    for (const [inside, known] of this.nodes) {
      if (!inside.startsWith(prefix) || inside === path || inside.includes('/', prefix.length)) continue;
      const name = inside.slice(prefix.length);
      if (known === null) found.delete(name);
      else found.set(name, known.kind);
    }
    return [...found].toSorted(([a], [b]) => (a < b ? -1 : 1));
  }

  /** Where a path leads; `isLastFollowed`: also where it is a symbolic link itself. */
  follow(path: string, isLastFollowed: boolean): string {
    if (!this.hasLinks) return path;
    let steps = 0;
    const parts = path.split('/').filter((part) => part !== '');
    let current = '';
    for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
      if (part === '..') {
        current = parentOf(current) ?? '';
        continue;
      }
      const next = `${current}/${part}`;
      const node = parts.length === 0 && !isLastFollowed ? undefined : this.at(next);
      if (node?.kind !== 'link') {
        current = next;
        continue;
      }
      if (++steps > 40) throw new FileFailure('ELOOP');
      if (node.target.startsWith('/')) current = '';
      parts.unshift(...node.target.split('/').filter((one) => one !== '' && one !== '.'));
    }
    return current || '/';
  }
}

export function parentOf(path: string): string | undefined {
  if (path === '/' || path === '') return undefined;
  return path.slice(0, path.lastIndexOf('/')) || '/';
}

export function encode(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  return bytes.slice(0, writeText(bytes, text, 'utf8'));
}
