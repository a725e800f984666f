/** The command line in a process of its own: run from its sources, whose compiled form Node keeps for the next process. */
import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';

const main = path.join(import.meta.dirname, '..', '..', '..', 'src', 'cli', 'main.ts');
const words = ['--disable-warning=ExperimentalWarning', main];
const env = { ...process.env, NODE_COMPILE_CACHE: path.join(tmpdir(), 'node-compile-cache') };

export function underhood(...asked: string[]): { stdout: string; stderr: string; status: number | null } {
  return spawnSync(process.execPath, [...words, ...asked], { encoding: 'utf8', env });
}

/** For who wants to talk with it. */
export function startUnderhood(...asked: string[]): ChildProcessByStdio<Writable, Readable, null> {
  return spawn(process.execPath, [...words, ...asked], { stdio: ['pipe', 'pipe', 'ignore'], env });
}
