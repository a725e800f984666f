/** One program in Underhood and in the real Node. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { diskFiles } from '../../src/cli/disk-files.ts';
import { runInProcess } from '../../src/cli/run-in-process.ts';
import type { SourceKind } from '../../src/protocol.ts';
import { nodeBinary } from './node-binary.ts';
import { withoutInternals } from './without-internals.ts';

export interface Printed {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

export function runInUnderhood(file: string, sourceKind: SourceKind = 'commonjs'): Printed {
  const printed = { stdout: '', stderr: '' };
  const environment = {
    runtime: 'node',
    sourceKind,
    fileName: file,
    seed: 1,
    startTime: Date.UTC(2026, 0, 1, 12),
    timeZone: 'UTC',
    locale: 'en-US',
    maxSteps: 20_000_000,
    maxEvents: Infinity,
    maxVirtualMs: 3_600_000,
  } as const;
  const write = (stream: 'stdout' | 'stderr', text: string): void => {
    printed[stream] += text;
  };
  const { exitCode } = runInProcess(readFileSync(file, 'utf8'), environment, false, { write }, diskFiles());
  return { stdout: withoutInternals(printed.stdout), stderr: withoutInternals(printed.stderr), exitCode };
}

export function runInNode(file: string, cwd = process.cwd()): Promise<Printed> {
  const env = { ...process.env, TZ: 'UTC', LC_ALL: 'en_US.UTF-8', NODE_OPTIONS: '', NO_COLOR: '1' };
  return new Promise((resolve) => {
    execFile(nodeBinary(), [file], { env, cwd, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code;
      resolve({ stdout, stderr, exitCode: typeof code === 'number' ? code : -1 });
    });
  });
}
