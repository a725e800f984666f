/**
 * Runs a file in the user's own Node with V8's tracing flags, and reads what V8 logs. The log goes to a folder of its own, which
 * is gone when this is done, however it ends.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { access, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { movedLines, preload } from './moved-lines.ts';
import { V8LogReader, type V8Observations } from './v8-log.ts';

export interface NodeRunOptions {
  readonly node: string;
  readonly file: string;
  readonly arguments?: readonly string[];
  /** The program's directory if not given. */
  readonly directory?: string;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

export type NodeRun =
  | { readonly ok: true; readonly version: string; readonly seen: V8Observations; readonly end: string }
  /** A sentence for the user. */
  | { readonly ok: false; readonly problem: string };

const tracing = [
  '--single-threaded',
  '--log-ic',
  '--log-maps',
  '--log-deopt',
  '--trace-elements-transitions',
  '--no-logfile-per-isolate',
] as const;
const defaultTimeoutMs = 60_000;

export async function runInNode(options: NodeRunOptions): Promise<NodeRun> {
  const { node, file, directory = path.dirname(file), timeoutMs = defaultTimeoutMs } = options;
  const version = await versionOf(node);
  if (version === undefined) return { ok: false, problem: `There is no Node to run: ${node} does not start.` };
  const folder = await mkdtemp(path.join(tmpdir(), 'underhood-verify-'));
  try {
    const hook = path.join(folder, 'moved-lines.cjs');
    await writeFile(hook, preload);
    const log = path.join(folder, 'v8-%p.log');
    const words = [...tracing, `--logfile=${log}`, '--require', hook, file, ...(options.arguments ?? [])];
    const child = spawn(node, words, { cwd: directory, stdio: ['ignore', 'pipe', 'ignore'], windowsHide: true });
    const reader = new V8LogReader(movedLines);
    const end = await endOf(child, reader, timeoutMs, options.signal);
    if (end === undefined) return { ok: false, problem: `${node} does not start.` };
    const logFile = log.replace('%p', String(child.pid));
    if (!(await exists(logFile)))
      return { ok: false, problem: `${version} has written no log: it may not know the flags.` };
    await eachLine(createReadStream(logFile, 'utf8'), (line) => reader.logLine(line));
    return { ok: true, version, seen: reader.observations(), end };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** How it ended, in a few words. */
function endOf(
  child: ChildProcess & { stdout: Readable | null },
  reader: V8LogReader,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    let stoppedBecause = '';
    const stop = (why: string): void => {
      stoppedBecause = why;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => stop(`stopped after ${timeoutMs / 1000} s`), timeoutMs);
    const abort = (): void => stop('cancelled');
    signal?.addEventListener('abort', abort, { once: true });
    const reading =
      child.stdout === null ? Promise.resolve() : eachLine(child.stdout, (line) => reader.printedLine(line));
    const finish = (how: string | undefined): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      resolve(how);
    };
    child.once('error', () => finish(undefined));
    child.once('close', (code, killed) => {
      void reading.then(() => finish(stoppedBecause || (code === null ? `ended by ${killed}` : `exit code ${code}`)));
    });
  });
}

async function eachLine(input: Readable, take: (line: string) => void): Promise<void> {
  for await (const line of createInterface({ input, crlfDelay: Infinity })) take(line);
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch {
    return false;
  }
}

/** `Node v24.1.0, V8 13.6`; undefined where it is no Node. */
function versionOf(node: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(node, ['-p', "'Node ' + process.version + ', V8 ' + process.versions.v8"], {
      stdio: ['ignore', 'pipe', 'ignore'],
      windowsHide: true,
    });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => (text += piece));
    child.once('error', () => resolve(undefined));
    child.once('close', (code) => resolve(code === 0 && text.startsWith('Node v') ? text.trim() : undefined));
  });
}
