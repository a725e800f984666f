/** Reads the file of a command. What cannot be read is told in one line; the commands then end with exit code 2. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Larger files are no programs that somebody watches. */
const maxBytes = 20 * 1024 * 1024;

interface SourceFile {
  readonly fileName: string;
  readonly source: string;
}

export function readSource(file: string): SourceFile | undefined {
  const read = readSourceFile(file);
  if (!('problem' in read)) return read;
  process.stderr.write(`underhood: ${read.problem}\n`);
  return undefined;
}

export function readSourceFile(file: string): SourceFile | { readonly problem: string } {
  const fileName = path.resolve(file);
  try {
    const { size } = statSync(fileName);
    if (size > maxBytes) {
      const megabytes = Math.round(size / 1024 / 1024);
      return { problem: `${file} has ${megabytes} MB; Underhood runs files up to 20 MB` };
    }
    return { fileName, source: readFileSync(fileName, 'utf8') };
  } catch (error) {
    return { problem: `cannot read ${file}: ${reason(error)}` };
  }
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES') return 'permission denied';
  return error instanceof Error ? error.message : String(error);
}
