/**
 * The files that runs read besides the one that is followed, as the user has them: an open editor's text, saved or not,
 * wins over the disk. Addresses are made from the followed document's own, so a run in a virtual workspace reads there.
 * What was given to a run is remembered and watched: `changed` tells when it is no longer what a run would be given now.
 */
import * as vscode from 'vscode';
import type { FileEntry } from '../protocol/run.ts';
import { sizeReason } from './reasons.ts';

export interface FilesEvents {
  /** A file that a run was given is another one now, in an editor or on disk. */
  readonly changed: (path: string) => void;
}

/** Where symbolic links on the way to a file lead; only hosts with a file system of their own can tell. */
export type RealPath = (path: string) => Promise<string>;

/** By then a watcher that was asked for tells of changes. */
const watcherStartMs = 2_000;

/** What was given for a path. There is no entry while it is being read. */
interface Given {
  readonly uri: vscode.Uri;
  readonly path: string;
  readonly limit: number;
  entry: FileEntry | undefined;
  /** It changed while it was being read. */
  isOutdated: boolean;
}

export class WorkspaceFiles implements vscode.Disposable {
  private readonly events: FilesEvents;
  private readonly realPath: RealPath | undefined;
  /** By address. */
  private readonly given = new Map<string, Given>();
  /** Folders that the workspace's own watcher does not tell about, by address. */
  private readonly watchers = new Map<string, vscode.Disposable>();
  private readonly subscription: vscode.Disposable;

  constructor(events: FilesEvents, realPath?: RealPath) {
    this.events = events;
    this.realPath = realPath;
    this.subscription = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.drop(document.uri);
      }),
      // A document that opens or closes may show another text than the disk's.
      vscode.workspace.onDidOpenTextDocument(({ uri }) => void this.check(uri)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => void this.check(uri)),
      this.watch('**/*'),
    );
  }

  /** What stands at the paths, seen from a document. `limit`: files with more characters are not read. */
  async read(from: vscode.Uri, paths: readonly string[], limit: number): Promise<ReadonlyMap<string, FileEntry>> {
    const entries = await Promise.all(
      paths.map(async (path) => [path, await this.entryOf(from, path, limit)] as const),
    );
    return new Map(entries);
  }

  /** All that is remembered of the document's file system: what a run can be given at once. */
  known(from: vscode.Uri): Map<string, FileEntry> {
    const entries = new Map<string, FileEntry>();
    for (const [key, { path, entry }] of this.given)
      if (entry && key === addressOf(from, path).toString()) entries.set(path, entry);
    return entries;
  }

  /** Forgets all but these: nobody runs the others any more. */
  keepOnly(from: vscode.Uri, paths: Iterable<string>): void {
    const kept = new Set([...paths].map((path) => addressOf(from, path).toString()));
    for (const [key, { entry }] of this.given) if (entry && !kept.has(key)) this.given.delete(key);
    const folders = new Set(
      [from, ...[...this.given.values()].map(({ uri }) => uri)].map((uri) => folderOf(uri).toString()),
    );
    for (const [folder, watcher] of this.watchers) {
      if (folders.has(folder)) continue;
      watcher.dispose();
      this.watchers.delete(folder);
    }
  }

  dispose(): void {
    this.keepOnly(vscode.Uri.file('/'), []);
    this.subscription.dispose();
  }

  private async entryOf(from: vscode.Uri, path: string, limit: number): Promise<FileEntry> {
    // A document that was never saved is in no folder: nothing lies beside it.
    if (from.scheme === 'untitled') return { kind: 'missing' };
    const uri = addressOf(from, path);
    const known = this.given.get(uri.toString())?.entry;
    if (known) return known;
    const given: Given = { uri, path, limit, entry: undefined, isOutdated: false };
    this.given.set(uri.toString(), given);
    let entry: FileEntry;
    do {
      given.isOutdated = false;
      entry = await this.load(uri, limit);
    } while (given.isOutdated);
    given.entry = entry;
    // What is missing may come: beside the document, or in a folder that holds something already.
    this.watchFolder(folderOf(from));
    if (entry.kind === 'file') this.watchFolder(folderOf(uri));
    return entry;
  }

  private async load(uri: vscode.Uri, limit: number): Promise<FileEntry> {
    const open = (): FileEntry | undefined => {
      const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
      return document && limited(document.getText(), limit);
    };
    let entry = open();
    if (!entry) {
      try {
        const { type, size } = await vscode.workspace.fs.stat(uri);
        if (type & vscode.FileType.Directory)
          return uri.path.endsWith('/') ? await listing(uri) : { kind: 'directory' };
        if (size > limit * 4) return tooLarge(size, limit);
        const bytes = await vscode.workspace.fs.readFile(uri);
        // Somebody may have opened it, and typed, meanwhile. Modules are UTF-8, whatever editors are set to.
        entry = open() ?? withBytes(limited(new TextDecoder().decode(bytes), limit), bytes);
      } catch (error) {
        return isMissing(error) ? { kind: 'missing' } : { kind: 'unreadable', reason: reasonOf(error) };
      }
    }
    if (entry.kind !== 'file' || uri.scheme !== 'file' || !this.realPath) return entry;
    const real = await this.realPath(uri.fsPath).catch(() => uri.fsPath);
    const realPath = vscode.Uri.file(real).path;
    return realPath === uri.path ? entry : { ...entry, realPath: withoutSlashBeforeDrive(realPath) };
  }

  /** The text of an editor changed: no need to look. */
  private drop(uri: vscode.Uri): void {
    const key = uri.toString();
    const given = this.given.get(key);
    if (!given) return;
    given.isOutdated = true;
    if (!given.entry) return;
    this.given.delete(key);
    this.events.changed(given.path);
  }

  /** Something happened to a file: is it another one than before? A save, for example, changes nothing. */
  private async check(uri: vscode.Uri): Promise<void> {
    const given = this.given.get(uri.toString());
    if (!given) return;
    given.isOutdated = true;
    const { entry, limit } = given;
    if (!entry) return;
    const now = await this.load(uri, limit);
    if (!isSame(entry, now) && this.given.get(uri.toString()) === given) this.drop(uri);
  }

  /** A folder that appears or goes takes what is in it along, and only the folder is told of. */
  private checkInside(uri: vscode.Uri): void {
    const prefix = `${uri.toString()}/`;
    for (const [key, given] of this.given) if (key.startsWith(prefix)) void this.check(given.uri);
  }

  private watch(pattern: vscode.GlobPattern): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const both = (uri: vscode.Uri): void => {
      void this.check(uri);
      this.checkInside(uri);
    };
    return vscode.Disposable.from(
      watcher,
      watcher.onDidChange((uri) => void this.check(uri)),
      watcher.onDidCreate(both),
      watcher.onDidDelete(both),
    );
  }

  /** The workspace's watcher tells of the workspace, and by default not of node_modules. */
  private watchFolder(folder: vscode.Uri): void {
    const key = folder.toString();
    const isWatched = vscode.workspace.getWorkspaceFolder(folder) && !/\/node_modules(\/|$)/.test(folder.path);
    if (isWatched || this.watchers.has(key)) return;
    this.watchers.set(key, this.watch(new vscode.RelativePattern(folder, '*')));
    // Until it watches, a watcher misses what happens.
    setTimeout(() => {
      if (this.watchers.has(key)) this.checkInside(folder);
    }, watcherStartMs);
  }
}

/** The address of a path, in the file system that the document is in. */
export function addressOf(from: vscode.Uri, path: string): vscode.Uri {
  if (from.scheme === 'file') return vscode.Uri.file(path);
  return from.with({ path: path.startsWith('/') ? path : `/${path}`, query: '', fragment: '' });
}

/** The path by which a run knows a document. */
export function pathOf(uri: vscode.Uri): string {
  return uri.scheme === 'file' ? uri.fsPath : uri.path;
}

function folderOf(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(uri, '..');
}

function limited(text: string, limit: number): FileEntry {
  return text.length > limit ? tooLarge(text.length, limit) : { kind: 'file', text };
}

function tooLarge(size: number, limit: number): FileEntry {
  return { kind: 'unreadable', reason: sizeReason(size, limit / 1_000_000) };
}

function isMissing(error: unknown): boolean {
  // A path through a file, such as a.js/package.json, is no folder to the system and nothing to a module.
  return (
    error instanceof vscode.FileSystemError && (error.code === 'FileNotFound' || error.code === 'FileNotADirectory')
  );
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function withoutSlashBeforeDrive(path: string): string {
  return path.replace(/^\/(?=[A-Za-z]:)/, '');
}

function isSame(one: FileEntry, other: FileEntry): boolean {
  if (one.kind === 'file') return other.kind === 'file' && one.text === other.text && one.realPath === other.realPath;
  return one.kind === other.kind;
}

/** Of a path that ends in a slash: what is in the folder. */
async function listing(uri: vscode.Uri): Promise<FileEntry> {
  const entries = await vscode.workspace.fs.readDirectory(uri);
  const names = entries.map(([name, type]) => name + (type & vscode.FileType.Directory ? '/' : ''));
  return { kind: 'directory', names };
}

/** A program may read what is no text. */
function withBytes(entry: FileEntry, bytes: Uint8Array): FileEntry {
  if (entry.kind !== 'file' || !entry.text.includes('\ufffd')) return entry;
  return { ...entry, bytes: new Uint8Array(bytes) };
}
