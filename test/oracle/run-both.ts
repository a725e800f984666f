/** One program in Underhood and in the real Node. */
import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { diskFiles } from '../../src/cli/disk-files.ts';
import { runInProcess } from '../../src/cli/run-in-process.ts';
import type { SourceKind } from '../../src/protocol/run.ts';
import { nodeBinary } from './node-binary.ts';
import { withoutInternals } from './without-internals.ts';

export interface Printed {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

export function runInUnderhood(
  file: string,
  sourceKind: SourceKind = 'commonjs',
  v8Flags: readonly string[] = [],
  workingDirectory = process.cwd(),
): Printed {
  const printed = { stdout: '', stderr: '' };
  const environment = {
    runtime: 'node',
    sourceKind,
    fileName: file,
    workingDirectory,
    seed: 1,
    startTime: Date.UTC(2026, 0, 1, 12),
    timeZone: 'UTC',
    locale: 'en-US',
    maxSteps: 20_000_000,
    maxEvents: Infinity,
    maxVirtualMs: 3_600_000,
    v8Flags,
  } as const;
  const write = (stream: 'stdout' | 'stderr', text: string): void => {
    printed[stream] += text;
  };
  const { exitCode } = runInProcess(readFileSync(file, 'utf8'), environment, false, { write }, diskFiles());
  return { stdout: withoutInternals(printed.stdout), stderr: withoutInternals(printed.stderr), exitCode };
}

/** Its output goes to files: what is still in a pipe when an uncaught error ends the process may be lost. */
export function runInNode(file: string, cwd = process.cwd(), v8Flags: readonly string[] = []): Promise<Printed> {
  const env = { ...process.env, TZ: 'UTC', LC_ALL: 'en_US.UTF-8', NODE_OPTIONS: '', NO_COLOR: '1' };
  const folder = mkdtempSync(path.join(tmpdir(), 'underhood-oracle-'));
  const [stdout, stderr] = ['stdout', 'stderr'].map((name) => path.join(folder, name)) as [string, string];
  const files = [openSync(stdout, 'w'), openSync(stderr, 'w')] as const;
  return new Promise((resolve, reject) => {
    const child = spawn(nodeBinary(), [...v8Flags, file], { env, cwd, stdio: ['ignore', ...files] });
    files.forEach(closeSync);
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ stdout: readFileSync(stdout, 'utf8'), stderr: readFileSync(stderr, 'utf8'), exitCode: code ?? -1 });
      rmSync(folder, { recursive: true, force: true });
    });
  });
}
