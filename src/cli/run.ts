/** `underhood run`: prints what the program prints, or with --json the run in outline. */
import { writeFileSync } from 'node:fs';
import { flagsOf } from '../engine/index.ts';
import type { HostOutput } from '../host/host.ts';
import type { RunEnvironment } from '../protocol/run.ts';
import { runInProcess } from './run-in-process.ts';
import type { RunCommand } from './arguments.ts';
import { diskFiles } from './disk-files.ts';
import { readSource } from './source-file.ts';
import { tracerFor } from './tracing/tracer.ts';

export function runCommand(command: RunCommand): number {
  const file = readSource(command.file);
  if (file === undefined) return 2;
  const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions();
  const environment: RunEnvironment = {
    runtime: command.runtime,
    engine: command.engine,
    races: command.races,
    v8Flags: command.flags,
    sourceKind: command.isScript ? 'script' : 'auto',
    fileName: file.fileName,
    jsx: command.jsx,
    variables: command.variables,
    ...(command.dialogAnswers.length > 0 && { dialogAnswers: command.dialogAnswers }),
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
  const logFile = parseLogFile(command.flags);
  const log: string[] = [];
  const { exitCode, json } = runInProcess(
    file.source,
    environment,
    command.isJson,
    command.isJson ? undefined : output,
    diskFiles(),
    (isolate) =>
      tracerFor(isolate, {
        print: (text) => output.write('stdout', text),
        log: (line) => {
          if (logFile === '-') output.write('stdout', `${line}\n`);
          else log.push(line);
        },
      }),
  );
  output.flush();
  if (isLogging(command.flags) && !writeLog(logFile, log)) return 2;
  if (command.isJson) process.stdout.write(`${JSON.stringify(json)}\n`);
  return exitCode;
}

function parseLogFile(flags: readonly string[]): string {
  return flagsOf(flags).flags.logfile;
}

function isLogging(words: readonly string[]): boolean {
  const { flags } = flagsOf(words);
  return flags.logfile !== '-' && (flags['log-ic'] || flags['log-maps'] || flags['log-deopt']);
}

function writeLog(file: string, lines: readonly string[]): boolean {
  try {
    writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
    return true;
  } catch (error) {
    process.stderr.write(
      `underhood: cannot write ${file}: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    return false;
  }
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
