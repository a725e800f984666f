/** How the page names things: functions, queue entries, times, lines. Names stand between backticks in sentences. */
import { apiKindNames, apiKinds, microtaskKindNames, taskSourceNames, turnKinds } from '../src/protocol/events.ts';
import type { ApiKind, MicrotaskKind, TaskSource, TurnKind } from '../src/protocol/events.ts';
import type { RuntimeName } from '../src/protocol/run.ts';
import { textAt } from './log.ts';
import type { Spans } from './spans.ts';
import type { State } from './state.ts';
import { baseName, otherFile } from './run.ts';
import type { Run } from './run.ts';
import type { Station } from './timeline.ts';

/** A function's name as the call stack shows it. */
export function functionName(run: Run, index: number): string {
  const info = run.timeline.log.functions[index];
  if (info === undefined) return '(unknown)';
  if (info.kind === 'script') {
    if (run.timeline.log.scripts[info.script]?.kind === 'eval') return '(eval)';
    return otherFile(run, info.script) || baseName(run.fileName);
  }
  return info.name === '' ? '(anonymous)' : info.name;
}

export function frameName(run: Run, frame: number): string {
  return functionName(run, run.timeline.frames.kind[frame]!);
}

/** The name of a queue entry, a timer or a turn; what has no name of its own is called a callback. */
export function spanName(run: Run, spans: Spans, index: number): string {
  return textAt(run.timeline.log, spans.text[index]!) || 'anonymous callback';
}

export const microtaskKindOf = (kind: number): MicrotaskKind => microtaskKindNames[kind] ?? 'then';
export const apiKindOf = (kind: number): ApiKind => apiKindNames[kind] ?? 'timeout';
export const taskSourceOf = (kind: number): TaskSource => taskSourceNames[kind] ?? 'timer';
export const turnKindOf = (kind: number): TurnKind => turnKinds[kind] ?? 'task';

/** What kind of job a microtask is, in two or three words. */
export const microtaskLabels: Readonly<Record<MicrotaskKind, string>> = {
  then: 'then callback',
  catch: 'catch callback',
  finally: 'finally callback',
  await: 'rest after await',
  thenable: 'thenable’s then',
  queueMicrotask: 'queueMicrotask',
  nextTick: 'nextTick',
};

/** Somebody answers these, or does not. */
export const isAnswered = (kind: ApiKind): boolean =>
  kind === 'fetch' ||
  kind === 'xmlHttpRequest' ||
  kind === 'httpRequest' ||
  kind === 'webSocket' ||
  kind === 'eventSource';

/** What waits has the name of the function that was called, `fs.readFile`, rather than of a callback. */
export const isNamedByCall = (kind: ApiKind): boolean => kind === 'fileSystem' || kind === 'socket';

export const apiLabels: Readonly<Record<ApiKind, string>> = apiKinds;

export const taskLabels: Readonly<Record<TaskSource, string>> = {
  timer: 'timer',
  immediate: 'immediate',
  platform: 'task of the engine',
  rendering: 'frame',
  idle: 'idle',
  domManipulation: 'document',
  userInteraction: 'user',
  networking: 'network',
  postedMessage: 'message',
  storage: 'storage',
  fileSystem: 'file system',
  webAssembly: 'WebAssembly',
  closing: 'close',
  scheduler: 'scheduler',
  lock: 'lock',
};

export const taskQueueNames: Readonly<Record<TaskSource, string>> = {
  timer: 'timer queue',
  immediate: 'immediate queue',
  platform: 'queue of the engine’s own tasks',
  rendering: 'callbacks of the next frame',
  idle: 'idle callbacks',
  domManipulation: 'DOM manipulation task source',
  userInteraction: 'user interaction task source',
  networking: 'networking task source',
  postedMessage: 'posted message task source',
  storage: 'database access task source',
  fileSystem: 'poll queue',
  webAssembly: 'WebAssembly task source',
  closing: 'closing callbacks',
  scheduler: 'queues of the scheduler',
  lock: 'web locks task source',
};

export function capitalized(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

export function stationOf(run: Run, state: State): Station {
  return state.turn < 0 ? 'wait' : run.timeline.turnStations[state.turn]!;
}

export function turnLabel(run: Run, state: State): string {
  if (state.turn < 0) return state.over ? 'the run is over' : 'between two turns';
  const { turns } = run.timeline;
  if (turnKindOf(turns.kind[state.turn]!) === 'script') return 'script';
  const station = stationOf(run, state);
  return `${station === 'tick' ? 'nextTick' : station}: ${spanName(run, turns, state.turn)}`;
}

/** The host's side of the timers, as each runtime calls it. */
export const apisTitle: Readonly<Record<RuntimeName, string>> = { browser: 'Web APIs', node: 'Node APIs' };

/** Who offers the builtins, in a sentence. */
export const runtimeNames: Readonly<Record<RuntimeName, string>> = { browser: 'browser', node: 'Node runtime' };

const numbers = new Intl.NumberFormat('en');

export const formatNumber = (value: number): string => numbers.format(value);
export const formatMs = (value: number): string => `${numbers.format(value)} ms`;

/** "1 microtask", "3 microtasks". */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${numbers.format(value)} ${value === 1 ? one : many}`;
}

/** What was not caught, in a line: Node prints the source line and a caret before it, and the frames behind. */
export function errorHeadline(error: string): string {
  const lines = error.split('\n');
  const caret = lines.findIndex((line) => /^\s*\^+\s*$/.test(line));
  const told = lines.slice(caret + 1).find((line) => line.trim() !== '') ?? error;
  return told.replace(/^Uncaught /, '').trim();
}
