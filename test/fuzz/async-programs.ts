/**
 * Programs of turns: promises, timers, immediates, ticks and microtasks nested in each other. Timers are due at moments that
 * lie far enough apart, so that their order is the same on each run in real Node.
 */
import { Choices } from './choices.ts';
import { Program } from './program-context.ts';
import { prelude } from './prelude.ts';

/** A place in time: the moment of its turn, and how much deeper it may get. */
interface Turn {
  readonly moment: number;
  readonly depth: number;
  readonly inAsync: boolean;
}

class Schedule extends Program {
  readonly #due = new Set<number>();
  budget = 60;

  /** A moment later than `now`, or undefined when none is left. */
  later(now: number): number | undefined {
    for (let attempt = 0; attempt < 4; attempt++) {
      const moment = now + 20 * (1 + this.choices.below(3));
      if (moment > 100 || this.#due.has(moment)) continue;
      this.#due.add(moment);
      return moment;
    }
    return undefined;
  }
}

export function asyncProgram(seed: number): string {
  const schedule = new Schedule(new Choices(seed));
  const strict = schedule.choices.chance(30) ? "'use strict';\n" : '';
  const start: Turn = { moment: 0, depth: 4, inAsync: false };
  const parts = schedule.choices.list(3, 8, () => action(schedule, start).text);
  return `${strict}${prelude}const pause = (ms, value) => new Promise((resolve) => setTimeout(resolve, ms, value));\n${parts.join('\n')}\nlog('end of script');\n`;
}

interface Written {
  readonly text: string;
  /** When what stands behind it runs. */
  readonly moment: number;
}

function actions(schedule: Schedule, turn: Turn, least: number, most: number): Written {
  let { moment } = turn;
  const parts = schedule.choices.list(least, most, () => {
    const written = action(schedule, { ...turn, moment });
    moment = written.moment;
    return written.text;
  });
  return { text: parts.join('\n'), moment };
}

function action(schedule: Schedule, turn: Turn): Written {
  const { choices } = schedule;
  const say = `log(${schedule.text()});`;
  const stay = (text: string): Written => ({ text, moment: turn.moment });
  if (turn.depth <= 0 || schedule.budget-- <= 0) return stay(say);
  const inner: Turn = { ...turn, depth: turn.depth - 1, inAsync: false };
  return choices.weighted<Written>([
    [3, () => stay(say)],
    [3, () => stay(`queueMicrotask(${callback(schedule, inner)});`)],
    [3, () => stay(`process.nextTick(${callback(schedule, inner)});`)],
    [2, () => stay(`setImmediate(${callback(schedule, inner)});`)],
    [4, () => stay(timer(schedule, inner))],
    [
      8,
      () =>
        stay(
          `${chain(schedule, inner)}.then((value) => log(${schedule.text()}, value), (error) => log(${schedule.text()}, error));`,
        ),
    ],
    [3, () => stay(combination(schedule, inner))],
    [4, () => stay(`settle(${schedule.text()}, ${asyncFunction(schedule, inner).text});`)],
    [1, () => stay(asyncGenerator(schedule, inner))],
    [2, () => deferred(schedule, inner, turn)],
    [turn.inAsync ? 12 : 0, () => awaiting(schedule, turn)],
    [turn.inAsync ? 4 : 0, () => tryAwait(schedule, turn)],
    [
      turn.inAsync ? 1 : 0,
      () => stay(`if (fuel-- > ${choices.pick([60, 118, 119])}) throw new Error(${schedule.text()});`),
    ],
  ]);
}

function callback(schedule: Schedule, turn: Turn): string {
  const body = actions(schedule, turn, 1, 2).text;
  return `() => { log(${schedule.text()}); ${body} }`;
}

function timer(schedule: Schedule, turn: Turn): string {
  const moment = schedule.later(turn.moment);
  if (moment === undefined) return `log(${schedule.text()});`;
  const delay = moment - turn.moment;
  const body = callback(schedule, { ...turn, moment });
  if (!schedule.choices.chance(12)) return `setTimeout(${body}, ${delay});`;
  const name = schedule.name('timer');
  return `const ${name} = setTimeout(${body}, ${delay}); ${schedule.choices.pick(['queueMicrotask', 'setImmediate', 'process.nextTick'])}(() => clearTimeout(${name}));`;
}

/** A value for a promise to be resolved with. */
function value(schedule: Schedule, turn: Turn): string {
  const { choices } = schedule;
  return choices.weighted<string>([
    [5, () => schedule.text()],
    [2, () => `Promise.resolve(${schedule.text()})`],
    [
      1,
      () =>
        `{ then(resolve) { log(${schedule.text()}); ${choices.pick(['resolve(1)', 'queueMicrotask(() => resolve(2))', 'resolve(Promise.resolve(3))', "throw new Error('thenable')", "resolve(1); throw new Error('late')"])}; } }`,
    ],
    [1, () => `pauseless(${schedule.text()})`.replace('pauseless', '(async (x) => x)')],
    [1, () => `get(${schedule.text()})`.replace('get', '(async (x) => { await null; return x; })')],
    [turn.depth > 0 ? 1 : 0, () => chain(schedule, { ...turn, depth: turn.depth - 1 })],
  ]);
}

function startOfChain(schedule: Schedule, turn: Turn): string {
  const { choices } = schedule;
  return choices.weighted<string>([
    [4, () => `Promise.resolve(${value(schedule, turn)})`],
    [2, () => `Promise.reject(new Error(${schedule.text()}))`],
    [
      2,
      () =>
        `new Promise((resolve, reject) => { log(${schedule.text()}); ${choices.pick(['resolve', 'reject', 'resolve'])}(${choices.chance(60) ? schedule.text() : `Promise.resolve(${schedule.text()})`}); ${choices.chance(20) ? "throw new Error('in the executor');" : ''} })`,
    ],
    [2, () => `(${asyncFunction(schedule, turn).text})()`],
    [1, () => `Promise.try(() => { ${body(schedule, turn)} })`],
  ]);
}

function chain(schedule: Schedule, turn: Turn): string {
  const { choices } = schedule;
  const inner: Turn = { ...turn, depth: turn.depth - 1 };
  // Chains behind an async function may run at its later moments: nothing in them may set a timer of its own.
  const link = (): string =>
    choices.weighted<string>([
      [5, () => `.then((value) => { log(${schedule.text()}, value); ${late(schedule, inner)} })`],
      [3, () => `.catch((error) => { log(${schedule.text()}, error); ${late(schedule, inner)} })`],
      [2, () => `.finally(() => { log(${schedule.text()}); ${late(schedule, inner)} })`],
      [1, () => `.then(${choices.pick(['null', '5', 'undefined, undefined'])})`],
      [
        1,
        () =>
          `.then((value) => log(${schedule.text()}, value), (error) => { log(${schedule.text()}, error); throw error; })`,
      ],
    ]);
  return startOfChain(schedule, turn) + choices.list(0, 4, link).join('');
}

/** The rest of a handler: nothing timed. */
function late(schedule: Schedule, turn: Turn): string {
  const { choices } = schedule;
  return choices.weighted<string>([
    [4, () => `return ${value(schedule, { ...turn, depth: 0 })};`],
    [2, () => `throw new Error(${schedule.text()});`],
    [2, () => ''],
    [2, () => `${choices.pick(['queueMicrotask', 'process.nextTick'])}(() => log(${schedule.text()})); return 1;`],
  ]);
}

function body(schedule: Schedule, turn: Turn): string {
  return `log(${schedule.text()}); ${late(schedule, turn)}`;
}

function combination(schedule: Schedule, turn: Turn): string {
  const { choices } = schedule;
  const kind = choices.pick(['all', 'race', 'any', 'allSettled']);
  const list = choices.list(0, 3, () => value(schedule, turn));
  if (choices.chance(25)) list.push(`Promise.reject(${schedule.text()})`);
  return `Promise.${kind}([${list.join(', ')}]).then((value) => log(${schedule.text()}, value), (error) => log(${schedule.text()}, error, error.errors));`;
}

function asyncFunction(schedule: Schedule, turn: Turn): { readonly text: string; readonly moment: number } {
  const { choices } = schedule;
  const written = actions(schedule, { ...turn, inAsync: true }, 1, 4);
  const end = choices.weighted<string>([
    [3, () => `return ${value(schedule, { ...turn, depth: 0 })};`],
    [1, () => `return await ${value(schedule, { ...turn, depth: 0 })};`],
    [1, () => `throw new Error(${schedule.text()});`],
    [2, () => ''],
  ]);
  return { text: `async () => { log(${schedule.text()}); ${written.text} ${end} }`, moment: written.moment };
}

function awaiting(schedule: Schedule, turn: Turn): Written {
  const { choices } = schedule;
  const inner: Turn = { ...turn, depth: turn.depth - 1, inAsync: false };
  const stay = (text: string): Written => ({ text, moment: turn.moment });
  return choices.weighted<Written>([
    [4, () => stay(`log(${schedule.text()}, await ${value(schedule, { ...inner, depth: 0 })});`)],
    [
      3,
      () => {
        const moment = schedule.later(turn.moment);
        if (moment === undefined) return stay('await null;');
        return { text: `log(await pause(${moment - turn.moment}, ${schedule.text()}));`, moment };
      },
    ],
    [
      3,
      () => {
        const { text, moment } = asyncFunction(schedule, inner);
        return { text: `log(${schedule.text()}, await (${text})().catch((error) => (log(error), 'caught')));`, moment };
      },
    ],
    [
      1,
      () =>
        stay(
          `for await (const each of [${choices.list(0, 3, () => value(schedule, { ...inner, depth: 0 })).join(', ')}]) log(${schedule.text()}, each);`,
        ),
    ],
    [1, () => stay(`for (let i = 0; i < 3; i++) log(${schedule.text()}, i, await i);`)],
  ]);
}

/** Which of its parts runs to its end is not known here, so only the first moment counts: nothing in it waits for a timer. */
function tryAwait(schedule: Schedule, turn: Turn): Written {
  const { choices } = schedule;
  const quiet = (): string =>
    choices.pick([
      `await ${value(schedule, { ...turn, depth: 0 })};`,
      `throw new Error(${schedule.text()});`,
      `log(${schedule.text()}, await null);`,
      `await Promise.reject(new Error(${schedule.text()}));`,
      `process.nextTick(() => log(${schedule.text()}));`,
    ]);
  const final = choices.chance(50) ? ` finally { log(${schedule.text()}); await ${schedule.text()}; }` : '';
  const text = `try { ${quiet()} ${quiet()} } catch (error) { log(${schedule.text()}, error); await null; }${final}`;
  return { text, moment: turn.moment };
}

function asyncGenerator(schedule: Schedule, turn: Turn): string {
  const { choices } = schedule;
  const name = schedule.name('stream');
  const step = (): string =>
    choices.pick([
      `log(${schedule.text()}, yield ${value(schedule, { ...turn, depth: 0 })});`,
      `await ${value(schedule, { ...turn, depth: 0 })};`,
      `yield ${schedule.text()};`,
      `yield* [${schedule.text()}, Promise.resolve(2)];`,
      `try { yield ${schedule.text()}; } finally { log(${schedule.text()}); await null; }`,
      `try { yield ${schedule.text()}; } catch (error) { log(error); }`,
    ]);
  const methods = choices.list(
    1,
    5,
    () => `['${choices.pick(['next', 'next', 'next', 'return', 'throw'])}', ${schedule.text()}]`,
  );
  const use = choices.chance(50)
    ? `driveAsync(${schedule.text()}, ${name}(), [${methods.join(', ')}]);`
    : `{ const each = ${name}(); for (const [method, value] of [${methods.join(', ')}]) each[method](value).then((x) => log(${schedule.text()}, x), (e) => log(${schedule.text()}, e)); }`;
  return `async function* ${name}() { log(${schedule.text()}); ${choices.list(1, 4, step).join(' ')} return ${value(schedule, { ...turn, depth: 0 })}; }\n${use}`;
}

/** A promise that something later resolves. */
function deferred(schedule: Schedule, inner: Turn, turn: Turn): Written {
  const { choices } = schedule;
  const name = schedule.name('later');
  const how = choices.pick(['queueMicrotask', 'process.nextTick', 'setImmediate']);
  const settle = choices.pick(['resolve', 'resolve', 'reject']);
  const text = `const ${name} = Promise.withResolvers(); ${name}.promise.then((value) => log(${schedule.text()}, value), (error) => log(${schedule.text()}, error)); ${how}(() => { log(${schedule.text()}); ${name}.${settle}(${value(schedule, { ...inner, depth: 0 })}); });`;
  return { text, moment: turn.moment };
}
