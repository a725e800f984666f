/**
 * The files that a run may read: data that comes from outside, since nothing in here reads a disk. A path that nobody has
 * told about is noted and taken for missing; the run then stops, its driver finds out, and the run begins again: until then
 * it goes the same way.
 */
import type { FileEntry, FileSnapshot } from '../../protocol/run.ts';

export interface FileView {
  /** What stands at an absolute path; undefined: not known yet. */
  lookup(path: string): FileEntry | undefined;
}

/** Nothing besides the main file. */
export const noFiles: FileView = { lookup: () => missing };

const missing: FileEntry = { kind: 'missing' };

export function viewOfSnapshot(snapshot: FileSnapshot): FileView {
  return { lookup: (path) => snapshot.get(path) };
}

/** Reads files and notes which of them are not known. */
export class FileReader {
  readonly unknown = new Set<string>();
  /** What the program has written, made or removed: in the run, on no disk. */
  readonly changed = new Set<string>();
  readonly view: FileView;

  constructor(view: FileView) {
    this.view = view;
  }

  at(path: string): FileEntry {
    const entry = this.view.lookup(path);
    if (entry === undefined) this.unknown.add(path);
    return entry ?? missing;
  }

  isFile(path: string): boolean {
    const { kind } = this.at(path);
    return kind === 'file' || kind === 'unreadable';
  }

  isDirectory(path: string): boolean {
    return this.at(path).kind === 'directory';
  }

  /** Undefined if there is no such file. */
  text(path: string): string | undefined {
    const entry = this.at(path);
    return entry.kind === 'file' ? entry.text : undefined;
  }

  /** Why a file that is there cannot be read, if so. */
  refusal(path: string): string | undefined {
    const entry = this.at(path);
    return entry.kind === 'unreadable' ? entry.reason : undefined;
  }

  /** A file's own path, behind symbolic links. */
  realPath(path: string): string {
    const entry = this.at(path);
    return entry.kind === 'file' ? (entry.realPath ?? path) : path;
  }
}
