/** Reads the file of a command. What cannot be read is told in one line; the commands then end with exit code 2. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Larger files are no programs that somebody watches. */
const maxBytes = 20 * 1024 * 1024;

export function readSource(file: string): { readonly fileName: string; readonly source: string } | undefined {
  const fileName = path.resolve(file);
  try {
    const { size } = statSync(fileName);
    if (size > maxBytes) {
      const megabytes = Math.round(size / 1024 / 1024);
      process.stderr.write(`underhood: ${file} has ${megabytes} MB; Underhood runs files up to 20 MB\n`);
      return undefined;
    }
    return { fileName, source: readFileSync(fileName, 'utf8').replace(/^\uFEFF/, '') };
  } catch (error) {
    process.stderr.write(`underhood: cannot read ${file}: ${reason(error)}\n`);
    return undefined;
  }
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES') return 'permission denied';
  return error instanceof Error ? error.message : String(error);
}
