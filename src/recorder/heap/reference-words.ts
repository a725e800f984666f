/** References and roots in words: how a retaining path reads. */
import type { RootKind } from '../../engine/index.ts';
import type { Edge } from './reached-objects.ts';
import { referenceKinds } from './references.ts';

const rootWords: Readonly<Record<RootKind, string>> = {
  stack: 'a variable of a function that runs',
  frame: 'a function that runs',
  global: 'the global object',
  scriptContext: 'let, const and class of the script',
  builtins: 'the surroundings',
  microtasks: 'a microtask that waits',
  job: 'the job that runs',
  keptAlive: 'a WeakRef that this job has looked at',
  host: 'the event loop',
};

/** What the host calls what it holds of a timer. */
const timerWords: Readonly<Record<string, string>> = { callback: 'its callback', args: 'its arguments' };

/** `line`: where a timer was started, as far as that is known. */
export function rootText({ root, timer, name }: Edge, line?: number): string {
  const base = rootWords[root ?? 'builtins'];
  if (timer === undefined) return base;
  const where = line === undefined ? 'that waits' : `started at line ${line}`;
  const what = timerWords[name] ?? `its ${name}`;
  return `${base}: a ${timer.isInterval ? 'setInterval' : 'setTimeout'} ${where}, ${what}`;
}

export function referenceText({ kind, name }: Edge): string {
  return name === '' ? referenceKinds[kind] : `${referenceKinds[kind]} ${name}`;
}
