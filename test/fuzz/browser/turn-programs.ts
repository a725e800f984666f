/**
 * Programs of a browser's turns: promises, timers, messages, frames, idle callbacks, tasks of the scheduler and errors nested in
 * each other. Timers are due at moments that lie far apart. What begins in a frame, in idle time or in a background task comes at
 * a moment that nobody knows, so it has a channel of its own: only the order within a channel counts.
 */
import { Choices } from '../choices.ts';
import { Program } from '../program-context.ts';

const prelude = `let count = 0;
function log(channel, ...values) {
  if (count++ < 300) console.log(channel + ': ' + values.map(show).join(' '));
}
function show(value) {
  if (value instanceof Error) return value.name + ': ' + value.message;
  return Array.isArray(value) ? '[' + value.map(show).join() + ']' : String(value);
}
function failure(channel, text) {
  return Object.assign(new Error(text), { channel });
}
addEventListener('error', (event) => {
  event.preventDefault();
  log(event.error.channel, 'error event', event.error);
});
addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  log(event.reason?.channel ?? 'task', 'unhandled', event.reason);
});
addEventListener('rejectionhandled', (event) => log(event.reason?.channel ?? 'task', 'handled', event.reason));
const waiting = new Map();
addEventListener('message', ({ data }) => waiting.get(data)());
function viaWindow(callback) {
  waiting.set(waiting.size, callback);
  postMessage(waiting.size - 1, '*');
}
function newPort() {
  const { port1, port2 } = new MessageChannel();
  const callbacks = [];
  port1.onmessage = ({ data }) => callbacks[data]();
  return (callback) => port2.postMessage(callbacks.push(callback) - 1);
}
const ports = {};
function viaPort(channel, callback) {
  (ports[channel] ??= newPort())(callback);
}
const pause = (ms, value) => new Promise((resolve) => setTimeout(resolve, ms, value));
`;

/** What order is known within: all that begins in the script, in one frame's callbacks, and so on. */
type Channel = string;

interface Turn {
  readonly channel: Channel;
  readonly moment: number;
  readonly depth: number;
  /** Timers of 0 that set each other so far: soon they would be slowed down. */
  readonly nesting: number;
  readonly inAsync: boolean;
}

class Schedule extends Program {
  readonly #due = new Set<number>();
  budget = 50;
  channels = 0;

  later(now: number): number | undefined {
    for (let attempt = 0; attempt < 4; attempt++) {
      const moment = now + 25 * (1 + this.choices.below(3));
      if (moment > 100 || this.#due.has(moment)) continue;
      this.#due.add(moment);
      return moment;
    }
    return undefined;
  }
}

export function browserTurnProgram(seed: number): string {
  const schedule = new Schedule(new Choices(seed));
  const start: Turn = { channel: 'task', moment: 0, depth: 4, nesting: 0, inAsync: false };
  const parts = schedule.choices.list(3, 7, () => action(schedule, start));
  return `${prelude}${parts.join('\n')}\nlog('task', 'end of script');\n`;
}

function say(schedule: Schedule, { channel }: Turn, value?: string): string {
  return `log('${channel}', ${schedule.text()}${value === undefined ? '' : `, ${value}`});`;
}

function failure(schedule: Schedule, { channel }: Turn): string {
  return `failure('${channel}', ${schedule.text()})`;
}

/** A timed turn comes at a known moment only in the main channel. */
function action(schedule: Schedule, turn: Turn): string {
  const { choices } = schedule;
  if (turn.depth <= 0 || schedule.budget-- <= 0) return say(schedule, turn);
  const inner: Turn = { ...turn, depth: turn.depth - 1, inAsync: false };
  const task: Turn = { ...inner, nesting: 0 };
  const isMain = turn.channel === 'task';
  return choices.weighted<string>([
    [3, () => say(schedule, turn)],
    [3, () => `queueMicrotask(${callback(schedule, inner)});`],
    [turn.nesting < 4 ? 4 : 0, () => `setTimeout(${callback(schedule, { ...inner, nesting: turn.nesting + 1 })}, 0);`],
    [isMain ? 3 : 0, () => timer(schedule, inner)],
    // One port for each channel: what waits at a port decides how the next message there becomes a task.
    [4, () => `viaPort('${turn.channel}', ${callback(schedule, task)});`],
    [3, () => `viaWindow(${callback(schedule, task)});`],
    [
      isMain ? 2 : 0,
      () => `requestAnimationFrame(${callback(schedule, { ...task, channel: `frame${schedule.channels++}` })});`,
    ],
    [isMain ? 1 : 0, () => elsewhere(schedule, task)],
    [2, () => `scheduler.postTask(${callback(schedule, task)}, { priority: 'user-blocking' });`],
    [
      2,
      () =>
        `scheduler.postTask(${callback(schedule, task)}).then((value) => ${say(schedule, turn, 'value').slice(0, -1)});`,
    ],
    [
      6,
      () =>
        `${chain(schedule, inner)}.then((value) => ${say(schedule, turn, 'value').slice(0, -1)}, (error) => ${say(schedule, turn, 'error').slice(0, -1)});`,
    ],
    [2, () => `${chain(schedule, inner)};`],
    [4, () => `(${asyncFunction(schedule, inner)})();`],
    [2, () => combination(schedule, inner)],
    [1, () => dispatch(schedule, inner)],
    [turn.inAsync ? 8 : 0, () => `log('${turn.channel}', await ${value(schedule, inner)});`],
    [turn.inAsync ? 2 : 0, () => 'await scheduler.yield();'],
    [turn.inAsync ? 1 : 0, () => `throw ${failure(schedule, turn)};`],
  ]);
}

function callback(schedule: Schedule, turn: Turn): string {
  const { choices } = schedule;
  const body = choices.list(1, 2, () => action(schedule, turn)).join(' ');
  const end = choices.chance(8) ? ` throw ${failure(schedule, turn)};` : '';
  return `() => { ${say(schedule, turn)} ${body}${end} }`;
}

function timer(schedule: Schedule, turn: Turn): string {
  const moment = schedule.later(turn.moment);
  if (moment === undefined) return say(schedule, turn);
  const text = `setTimeout(${callback(schedule, { ...turn, moment, nesting: turn.nesting + 1 })}, ${moment - turn.moment})`;
  if (!schedule.choices.chance(15)) return `${text};`;
  const name = schedule.name('timer');
  return `const ${name} = ${text}; queueMicrotask(() => clearTimeout(${name}));`;
}

/** In idle time or in the background: a channel of its own. */
function elsewhere(schedule: Schedule, turn: Turn): string {
  const channel = `other${schedule.channels++}`;
  const body = callback(schedule, { ...turn, channel, depth: Math.min(turn.depth, 1) });
  return schedule.choices.chance(50)
    ? `requestIdleCallback(${body});`
    : `scheduler.postTask(${body}, { priority: 'background' });`;
}

function dispatch(schedule: Schedule, turn: Turn): string {
  const name = schedule.name('event');
  const listeners = schedule.choices.list(1, 2, () => `addEventListener('${name}', ${callback(schedule, turn)});`);
  return `${listeners.join(' ')} dispatchEvent(new Event('${name}'));`;
}

function value(schedule: Schedule, turn: Turn): string {
  const { choices } = schedule;
  return choices.weighted<string>([
    [5, () => schedule.text()],
    [2, () => `Promise.resolve(${schedule.text()})`],
    [
      1,
      () =>
        `{ then(resolve) { ${say(schedule, turn)} ${choices.pick(["resolve('thenable')", "queueMicrotask(() => resolve('late'))", `throw ${failure(schedule, turn)}`])}; } }`,
    ],
    [1, () => `(async (x) => x)(${schedule.text()})`],
    [1, () => `(async (x) => { await null; return x; })(${schedule.text()})`],
  ]);
}

function chain(schedule: Schedule, turn: Turn): string {
  const { choices } = schedule;
  const start = choices.weighted<string>([
    [4, () => `Promise.resolve(${value(schedule, turn)})`],
    [2, () => `Promise.reject(${failure(schedule, turn)})`],
    [
      2,
      () =>
        `new Promise((resolve, reject) => { ${say(schedule, turn)} ${choices.pick(['resolve', 'reject'])}(${failure(schedule, turn)}); })`,
    ],
    // What returns a promise would show that V8 13.6, which Underhood follows, waits two turns longer than Chromium's.
    [1, () => `Promise.try(() => { ${say(schedule, turn)} return ${schedule.text()}; })`],
  ]);
  const end = (): string =>
    choices.weighted<string>([
      [4, () => `return ${value(schedule, turn)};`],
      [2, () => `throw ${failure(schedule, turn)};`],
      [2, () => `queueMicrotask(() => ${say(schedule, turn).slice(0, -1)}); return 1;`],
    ]);
  const link = (): string =>
    choices.weighted<string>([
      [5, () => `.then((value) => { ${say(schedule, turn, 'value')} ${end()} })`],
      [3, () => `.catch((error) => { ${say(schedule, turn, 'error')} ${end()} })`],
      [2, () => `.finally(() => { ${say(schedule, turn)} ${end()} })`],
    ]);
  return start + choices.list(0, 3, link).join('');
}

function asyncFunction(schedule: Schedule, turn: Turn): string {
  const body = schedule.choices.list(1, 4, () => asyncStep(schedule, turn)).join(' ');
  return `async () => { ${say(schedule, turn)} ${body} ${say(schedule, turn)} }`;
}

/** Behind an await nothing may set a timer: how late it would be is not known here. */
function asyncStep(schedule: Schedule, turn: Turn): string {
  const { choices } = schedule;
  return choices.weighted<string>([
    [4, () => `${say(schedule, turn, `await ${value(schedule, turn)}`)}`],
    [2, () => `try { await ${chain(schedule, turn)}; } catch (error) { ${say(schedule, turn, 'error')} }`],
    [1, () => 'await scheduler.yield();'],
    [1, () => `throw ${failure(schedule, turn)};`],
    [2, () => `for (let i = 0; i < 2; i++) ${say(schedule, turn, 'await i')}`],
  ]);
}

function combination(schedule: Schedule, turn: Turn): string {
  const { choices } = schedule;
  const kind = choices.pick(['all', 'race', 'any', 'allSettled']);
  const list = choices.list(0, 3, () => value(schedule, turn));
  if (choices.chance(25)) list.push(`Promise.reject(${failure(schedule, turn)})`);
  const shown = kind === 'allSettled' ? 'value.map(({ status }) => status)' : 'value';
  return `Promise.${kind}([${list.join(', ')}]).then((value) => ${say(schedule, turn, shown).slice(0, -1)}, (error) => ${say(schedule, turn, 'error').slice(0, -1)});`;
}
