/** The real disk as the files of a run. Everything is known at once: such a run never stops for files. */
import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import type { FileView } from '../host/loading/files.ts';
import type { FileEntry } from '../protocol/run.ts';

/** Remembers what it has read: a file does not change while a program runs. */
export function diskFiles(): FileView {
  const known = new Map<string, FileEntry>();
  return {
    lookup: (path) => {
      let entry = known.get(path);
      if (entry === undefined) {
        entry = read(path);
        known.set(path, entry);
      }
      return entry;
    },
  };
}

function read(path: string): FileEntry {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return { kind: 'missing' };
    if (stat.isDirectory()) return path.endsWith('/') ? listing(path) : { kind: 'directory' };
    const content = readFileSync(path);
    const text = content.toString('utf8');
    const realPath = realpathSync(path).replaceAll('\\', '/');
    return {
      kind: 'file',
      text,
      ...(isUtf8(content) ? {} : { bytes: new Uint8Array(content) }),
      ...(realPath === path ? {} : { realPath }),
    };
  } catch {
    // What cannot be read does not exist for the program.
    return { kind: 'missing' };
  }
}

function listing(path: string): FileEntry {
  const entries = readdirSync(path, { withFileTypes: true });
  return { kind: 'directory', names: entries.map((entry) => entry.name + (entry.isDirectory() ? '/' : '')) };
}
