/** Sentences about the queues and phases of the event loop, for narration.ts. */
import { type ApiKind, apiKinds, type MicrotaskKind, raceKindNames, raceKinds } from '../src/protocol/events.ts';
import type { Run } from './run.ts';
import { apisOf, type State } from './state.ts';
import { apiKindOf, capitalized, isNamedByCall } from './words.ts';

export const microtaskSentences: Readonly<Record<MicrotaskKind, (name: string) => string>> = {
  then: (name) =>
    `The promise is settled, so ${name} joins the microtask queue: it runs as soon as the call stack is empty.`,
  catch: (name) =>
    `The promise is rejected, so ${name}, which catch registered, joins the microtask queue: it runs as soon as the call stack is empty.`,
  finally: (name) =>
    `The promise is settled, so ${name}, which finally registered, joins the microtask queue: it runs as soon as the call stack is empty.`,
  await: (name) =>
    `What ${name} awaits is settled, so its rest joins the microtask queue: it goes on as soon as the call stack is empty.`,
  thenable: (name) =>
    `A promise was resolved with a thenable: a microtask will call its then (${name}) as soon as the call stack is empty.`,
  queueMicrotask: (name) =>
    `queueMicrotask puts ${name} into the microtask queue: it runs as soon as the call stack is empty.`,
  nextTick: (name) =>
    `process.nextTick puts ${name} into the nextTick queue: it runs when the call stack is empty, before all other microtasks.`,
};

/** What begins to wait for a promise that is pending. */
export function waitingSentence(kind: MicrotaskKind, name: string): string {
  const whose = `\`${name || 'anonymous callback'}\``;
  if (kind === 'await') return `The promise is pending: the rest of ${whose} will be a microtask once that is settled.`;
  return `${kind} registers ${whose} with a promise that is pending: it will be a microtask once that is settled.`;
}

/** What the host begins to keep for the program; `due` is when, where a time is known. */
export function startSentence(kind: ApiKind, name: string, due: string): string {
  switch (kind) {
    case 'timeout':
      return `setTimeout hands a timer to the host: ${name} is due at ${due}, and your code goes on at once.`;
    case 'interval':
      return `setInterval hands a repeating timer to the host: ${name} is first due at ${due}, and your code goes on at once.`;
    case 'worker':
      return `A worker is started: ${name} will run on a thread of its own, beside this one, and only messages go between them.`;
    case 'listener':
      return `A listener is added: ${name}.`;
    case 'dialog':
      return `A dialog is shown, and nothing else runs until it is answered: ${name}.`;
    case 'wait':
      return `${name} puts the thread to sleep until ${due}: nothing else runs on it, no timer and no callback.`;
    case 'lock':
      return `navigator.locks waits until the lock ${name} is free, and your code goes on at once.`;
    case 'server':
      return `A server listens at ${name}: the host waits for who comes, and your code goes on at once.`;
    case 'immediate':
      return `setImmediate hands ${name} to the host: it runs in the check phase, once this turn is over.`;
    default:
      if (isNamedByCall(kind)) return `The host takes on ${name}, and your code goes on at once.`;
      return `${apiKinds[kind]} hands ${name} to the host, and your code goes on at once.`;
  }
}

export function endSentence(kind: ApiKind, name: string, isCleared: boolean): string {
  switch (kind) {
    case 'timeout':
    case 'interval':
    case 'immediate': {
      const what = kind === 'immediate' ? 'immediate' : 'timer';
      return isCleared
        ? `The ${what} is cleared: the host forgets it, and ${name} will not run.`
        : `The ${what} of ${name} has fired and does not repeat: the host forgets it.`;
    }
    case 'worker':
      return isCleared
        ? `The worker ${name} is terminated: its thread stops at once.`
        : `The worker ${name} has ended.`;
    case 'listener':
      return `The listener is removed: ${name}.`;
    case 'dialog':
      return `The dialog is answered, and your code goes on: ${name}.`;
    case 'wait':
      return 'The time is up: the thread wakes, and your code goes on.';
    default:
      return isCleared
        ? `Nobody waits for ${name} any longer.`
        : `What ${name} waited for is there: the host forgets it.`;
  }
}

/** What a phase is for, by the names that libuv and HTML give them. */
export const phaseRules: Readonly<Record<string, string>> = {
  timers: 'callbacks of setTimeout and setInterval whose time has come run here',
  pending: 'callbacks that the last round put off run here',
  'pending callbacks': 'callbacks that the last round put off run here',
  idle: 'only Node itself works here',
  'idle, prepare': 'only Node itself works here',
  poll: 'Node waits here for input and for the next timer',
  check: 'callbacks of setImmediate run here',
  close: 'callbacks of closed handles run here',
  'close callbacks': 'callbacks of closed handles run here',
  rendering: 'callbacks of requestAnimationFrame run here, and the page may be drawn',
  closing: 'callbacks of closed handles run here',
};

/** Where the real runtime decides by chance. */
export function raceSentence(kind: number, isOther: boolean): string {
  const name = raceKindNames[kind];
  const rule = name === undefined ? '' : ` ${capitalized(raceKinds[name])}.`;
  return `Either order is legal here, and the real runtime decides by chance.${rule} In this run it is the ${isOther ? 'rarer' : 'usual'} one.`;
}

/** Node ends where all timers that wait are unref'd. */
export function endOfRun({ timeline }: Run, after: State): string {
  const kinds = apisOf(timeline, after).map((api) => apiKindOf(timeline.apis.kind[api]!));
  const isLeft = kinds.some((kind) => kind === 'timeout' || kind === 'interval');
  return `The run is over: the call stack and all queues are empty, and ${isLeft ? 'the timers that are left do not keep it alive' : 'no timer is left'}.`;
}
