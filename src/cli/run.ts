/** `underhood run`: prints what the program prints, or with --json the run in outline. */
import type { HostOutput } from '../host/host.ts';
import type { RunEnvironment } from '../protocol.ts';
import { runInProcess } from './run-in-process.ts';
import type { RunCommand } from './arguments.ts';
import { diskFiles } from './disk-files.ts';
import { readSource } from './source-file.ts';

export function runCommand(command: RunCommand): number {
  const file = readSource(command.file);
  if (file === undefined) return 2;
  const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions();
  const environment: RunEnvironment = {
    runtime: command.runtime,
    engine: command.engine,
    v8Flags: command.flags,
    sourceKind: command.isScript ? 'script' : 'auto',
    fileName: file.fileName,
    jsx: command.jsx,
    seed: 1,
    startTime: Date.now(),
    timeZone,
    locale,
    maxSteps: command.maxSteps,
    maxEvents: Infinity,
    // The longest timer that there is.
    maxVirtualMs: 2 ** 31,
  };
  const output = bufferedOutput();
  const { exitCode, json } = runInProcess(
    file.source,
    environment,
    command.isJson,
    command.isJson ? undefined : output,
    diskFiles(),
  );
  output.flush();
  if (command.isJson) process.stdout.write(`${JSON.stringify(json)}\n`);
  return exitCode;
}

/** Collects small writes: a program that prints a hundred thousand lines should not make as many system calls. */
function bufferedOutput(): HostOutput & { flush(): void } {
  let pending = '';
  let stream: 'stdout' | 'stderr' = 'stdout';
  const flush = (): void => {
    if (pending !== '') process[stream].write(pending);
    pending = '';
  };
  return {
    write: (target, text) => {
      if (target !== stream || pending.length > 16_384) flush();
      stream = target;
      pending += text;
    },
    flush,
  };
}
