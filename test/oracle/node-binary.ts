/** The Node that is the judge: the pinned one, or the one that runs the tests where that is of the same major version. */
import { existsSync } from 'node:fs';
import path from 'node:path';

export function nodeBinary(): string {
  const pinned = path.join(import.meta.dirname, '..', '..', 'node_modules', 'node', 'bin', 'node');
  if (existsSync(pinned)) return pinned;
  if (process.versions.node.startsWith('24.')) return process.execPath;
  throw new Error('the oracle needs Node 24: run npm install');
}
