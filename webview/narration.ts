/**
 * The sentence of a moment: what is happening and why, in words that a first-year developer understands and a V8
 * engineer signs. One entry per event type, so a new event without a sentence does not compile. Names and code stand
 * between backticks; `sentence.tsx` draws them as code.
 */
import {
  argumentsKindNames,
  argumentsKinds,
  CallFlag,
  consoleLevels,
  deleteEffectNames,
  deleteEffects,
  deoptimizationKindNames,
  deoptimizationKinds,
  dictionaryReasonNames,
  dictionaryReasons,
  forInPathNames,
  forInPaths,
  icKindNames,
  optimizingTiers,
  outcomes,
} from '../src/protocol/events.ts';
import { type ApiKind, type EventType, taskSources } from '../src/protocol/events.ts';
import { textAt, typeOf } from './log.ts';
import { inFile, placeWords } from './places.ts';
import {
  endOfRun,
  endSentence,
  microtaskSentences,
  phaseRules,
  raceSentence,
  startSentence,
  waitingSentence,
} from './queue-words.ts';
import { workerSentence } from './workers.ts';
import { lineOf, otherFile, placeOfMoment, placeOfStack, shorten, snippetAt } from './run.ts';
import type { Place, Run } from './run.ts';
import { isBuiltin, microtasksOf, stateAt, tasksOf, ticksOf } from './state.ts';
import type { State } from './state.ts';
import * as words from './words.ts';

/** Everything a sentence may look at. */
interface Moment {
  readonly run: Run;
  readonly event: number;
  readonly before: State;
  readonly after: State;
  /** The event's columns. */
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

export function narrate(run: Run, event: number, after: State = stateAt(run.timeline, event)): string {
  const { log } = run.timeline;
  if (event < 0 || event >= log.length) return 'Nothing has run yet.';
  const before = stateAt(run.timeline, event - 1);
  const columns = { a: log.a[event]!, b: log.b[event]!, c: log.c[event]! };
  return sentences[typeOf(log, event)]({ run, event, before, after, ...columns });
}

const sentences: { readonly [T in EventType]: (moment: Moment) => string } = {
  runStart: ({ run }) =>
    run.runtime === 'node'
      ? 'Node is ready: the call stack and all queues are empty, and the file is about to run.'
      : 'The page is ready: the call stack and all queues are empty, and the script is about to run.',

  statement: (moment) => {
    const place = placeOfMoment(moment.run, moment.before, moment.after);
    const code = snippetAt(moment.run, place);
    return `${reasonOfStatement(moment, place)}${code === '' ? '.' : `: ${quote(code)}`}`;
  },

  call: (moment) => {
    const { run, before, b } = moment;
    const callee = `\`${words.functionName(run, moment.a)}\``;
    const shown = `\`${callText(moment)}\``;
    if (b & CallFlag.resume) {
      const resumed = run.timeline.resumedFrom[moment.after.frame] ?? -1;
      const awaited = resumed >= 0 && run.timeline.parked.kind[resumed] === 1;
      return awaited || run.timeline.log.functions[moment.a]?.kind === 'async'
        ? `${callee} goes on after its await: the frame that was kept returns to the call stack.`
        : `${callee} goes on after its yield: the frame that was kept returns to the call stack.`;
    }
    if (before.frame < 0) {
      if (run.timeline.log.functions[moment.a]?.kind === 'script')
        return `${callee} gets the first frame on the call stack: its code runs from top to bottom.`;
      return `The event loop calls ${shown}: the call stack was empty, so its frame is the first.`;
    }
    const caller = top(moment, before);
    if (isOtherFile(run, moment.a))
      return `${owner(moment)} loads ${callee}: its code runs from top to bottom, and ${owner(moment)} waits below until it is done.`;
    if (b & CallFlag.getter)
      return `Reading a property in ${caller} runs its getter ${callee}: a getter is a call, so a frame goes on the stack.`;
    if (b & CallFlag.setter)
      return `Writing a property in ${caller} runs its setter ${callee}: a setter is a call, so a frame goes on the stack.`;
    if (b & CallFlag.builtin)
      return `${caller} calls ${shown}, which is part of the ${words.runtimeNames[run.runtime]}, not of your file.`;
    if (b & CallFlag.construct)
      return `${caller} calls \`new ${callText(moment)}\`: a new object is made, and the constructor's frame goes on the stack above it.`;
    return `${caller} calls ${shown}: its frame goes on the stack, and ${caller} waits below until it returns.`;
  },

  return: (moment) => {
    const value = textAt(moment.run.timeline.log, moment.c);
    const what = value === '' || value === 'undefined' ? 'returns' : `returns ${quote(value)}`;
    const callee = `\`${words.functionName(moment.run, moment.a)}\``;
    return `${callee} ${what}: its frame leaves the stack, and ${goesOn(moment)}.`;
  },

  suspend: (moment) => {
    const name = `\`${words.functionName(moment.run, moment.a)}\``;
    return moment.b === 1
      ? `${name} pauses at await: its frame leaves the stack and is kept. Its rest will run as a microtask when the promise settles; ${goesOn(moment)}.`
      : `${name} pauses at yield: its frame leaves the stack and is kept until someone asks for the next value; ${goesOn(moment)}.`;
  },

  throw: (moment) =>
    `${quote(text(moment, moment.a))} is thrown in ${top(moment, moment.before)}: the engine looks for a catch, frame by frame from the top.`,

  unwind: (moment) => {
    const name = `\`${words.functionName(moment.run, moment.a)}\``;
    return moment.after.frame < 0
      ? `${name} does not catch the exception: its frame is dropped, and no frame is left that could.`
      : `${name} does not catch the exception: its frame is dropped, and the search goes on in ${top(moment, moment.after)}.`;
  },

  catch: (moment) => {
    const what = quote(text(moment, moment.a));
    const where = placeWords(moment.run, placeOfMoment(moment.run, moment.before, moment.after));
    if (moment.run.timeline.log.position[moment.event]! < 0)
      return `${what} is caught by the engine itself: it turns the exception into a rejected promise.`;
    return `${top(moment, moment.after)} catches ${what}: its handler${where === '' ? '' : ` on ${where}`} runs, and the exception is over.`;
  },

  console: (moment) => {
    const level = consoleLevels[moment.b] ?? 'log';
    const line = quote(text(moment, moment.a));
    const who = owner(moment);
    if (level === 'error') return `${who} prints to the error stream of the console: ${line}`;
    if (level === 'warn') return `${who} prints a warning to the console: ${line}`;
    if (level === 'trace') return `${who} prints its stack trace to the console: ${line}`;
    return `${who} prints to the console: ${line}`;
  },

  turnStart: (moment) => {
    const { run, after } = moment;
    const name = `\`${words.spanName(run, run.timeline.turns, after.turn)}\``;
    if (words.turnKindOf(moment.a) === 'script')
      return 'The script starts: running the file from top to bottom is the first turn of the event loop.';
    switch (words.stationOf(run, after)) {
      case 'tick':
        return `${name} leaves the nextTick queue: the call stack is empty, and Node runs this queue before all other microtasks.`;
      case 'microtask':
        return `${name} leaves the microtask queue: the call stack is empty, and the queue is drained before any further task runs${tasksWait(run, after)}.`;
      default:
        return `${name} leaves the ${taskQueueName(run, after)}: the call stack is empty and no microtask waits.`;
    }
  },

  turnEnd: (moment) => {
    const { run, before, after } = moment;
    const what =
      words.turnKindOf(moment.a) === 'script'
        ? 'The script'
        : before.turn < 0
          ? 'The turn'
          : `\`${words.spanName(run, run.timeline.turns, before.turn)}\``;
    return `${what} is finished and the call stack is empty: ${next(run, after)}.`;
  },

  enqueueMicrotask: (moment) => {
    const name = text(moment, moment.c) || 'anonymous callback';
    const kind = words.microtaskKindOf(moment.b);
    return microtaskSentences[kind](`\`${name}\``);
  },

  enqueueTask: (moment) => {
    const name = `\`${text(moment, moment.c) || 'anonymous callback'}\``;
    const source = words.taskSourceOf(moment.b);
    if (source === 'immediate')
      return `${name} joins the task queue: the check phase has begun, and callbacks of setImmediate run in it.`;
    return `${name} joins the task queue, because ${taskSources[source]}: it waits until the call stack is empty.`;
  },

  cancelTask: (moment) => {
    const { tasks } = moment.run.timeline;
    const index = tasksOf(moment.run.timeline, moment.before).find((task) => tasks.id[task] === moment.a);
    const name = index === undefined ? 'A callback' : `\`${words.spanName(moment.run, tasks, index)}\``;
    return `${name} is taken out of the task queue again: its timer was cleared before it could run.`;
  },

  apiStart: (moment) => {
    const name = `\`${text(moment, moment.c) || 'anonymous callback'}\``;
    return startSentence(words.apiKindOf(moment.b), name, dueAfter(moment));
  },

  apiDue: (moment) =>
    `The timer is armed: its callback is due at ${words.formatMs(moment.b)}, ${words.formatMs(moment.c)} from now.`,

  apiEnd: (moment) => {
    const { kind, name = 'its callback' } = apiOf(moment);
    return endSentence(kind, name, moment.b === 1);
  },

  promiseSettled: (moment) => {
    const value = text(moment, moment.c);
    const how = moment.b === 1 ? 'rejected' : 'fulfilled';
    return `A promise is ${how}${value === '' ? '' : ` with ${quote(value)}`}: what waits for it joins the microtask queue.`;
  },

  promiseReaction: (moment) => waitingSentence(words.microtaskKindOf(moment.b), text(moment, moment.c)),

  phase: (moment) => {
    const name = text(moment, moment.a);
    const rule = phaseRules[name.toLowerCase()];
    return `The event loop enters the phase ${quote(name)}${rule === undefined ? '.' : `: ${rule}.`}`;
  },

  clock: (moment) =>
    `Nothing can run, so virtual time jumps from ${words.formatMs(moment.before.clock)} to ${words.formatMs(moment.a)}, when the next timer is due.`,

  uncaughtError: (moment) => {
    const what = quote(words.errorHeadline(text(moment, moment.a)));
    return moment.run.runtime === 'node'
      ? `Nobody caught ${what}: Node prints it and the process ends.`
      : `Nobody caught ${what}: the browser prints it, and this turn ends. Later tasks still run.`;
  },

  unhandledRejection: (moment) => {
    const what = quote(words.errorHeadline(text(moment, moment.a)));
    return moment.run.runtime === 'node'
      ? `A promise was rejected and nobody handles it: ${what}. Node ends the process for that.`
      : `A promise was rejected and nobody handles it: ${what}. The browser reports it on the console.`;
  },

  listenerCall: (moment) => `${apiOf(moment).name ?? 'An event'} happens: what listens to it is called.`,

  workerState: ({ run, event, before }) => workerSentence(run, event, before),

  race: (moment) => raceSentence(moment.a, moment.b === 1),

  directEval: (moment) =>
    `${top(moment, moment.before)} calls eval: its text is compiled now and can see and declare variables here, so their names cannot be resolved beforehand.`,
  withEnter: (moment) =>
    `${top(moment, moment.before)} enters a with block: each name inside is looked for in the object first, at run time.`,
  deleteProperty: (moment) => {
    const effect = deleteEffectNames[moment.a];
    const property = text(moment, moment.c);
    return `delete ${property === '' ? 'ran' : `of ${quote(property)}`}: ${effect === undefined ? 'the property is gone' : deleteEffects[effect]}.`;
  },
  argumentsObject: (moment) => {
    const kind = argumentsKindNames[moment.a];
    return `An arguments object with ${words.count(moment.b, 'element')} is made for ${top(moment, moment.before)}${kind === undefined ? '' : ` (${argumentsKinds[kind]})`}.`;
  },
  forIn: (moment) => {
    const path = forInPathNames[moment.a];
    return `A for-in loop begins over ${words.count(moment.b, 'key')}${path === undefined ? '' : ` (${forInPaths[path]})`}.`;
  },
  megamorphic: (moment) => {
    const kind = icKindNames[moment.a];
    return `The inline cache here${kind === undefined ? '' : ` (${kind})`} turns megamorphic: with ${quote(text(moment, moment.c))} it has met more than it remembers, so each access looks in a table that all such places share.`;
  },
  tierUp: (moment) => {
    const tier = optimizingTiers[moment.a] ?? 'optimised code';
    const name = quote(text(moment, moment.c));
    return moment.b === 1
      ? `The loop that runs in ${name} goes on in code of ${tier}, made for what it has met so far.`
      : `${name} is hot: this call compiles it for ${tier}, with what its caches and operators have met as assumptions.`;
  },
  deoptimized: (moment) => {
    const kind = deoptimizationKindNames[moment.a];
    const tier = optimizingTiers[moment.b] ?? 'optimising tier';
    return `The code of ${tier} is thrown away (${text(moment, moment.c)})${kind === undefined ? '' : `: ${deoptimizationKinds[kind]}`}. The function goes on in the interpreter.`;
  },
  dictionaryMode: (moment) => {
    const reason = dictionaryReasonNames[moment.a];
    return `An object goes to dictionary mode with ${quote(text(moment, moment.c))}${reason === undefined ? '' : `: ${dictionaryReasons[reason]}`}. It shares no hidden class from now on, so inline caches do not help with it.`;
  },
  scavenge: (moment) =>
    `New space is full: a scavenge keeps what can still be reached (${words.count(moment.b, 'object')}) and gives up the rest (${words.count(moment.c, 'object')}). ${words.capitalized(text(moment, moment.a))}.`,
  markCompact: (moment) =>
    `A mark-compact goes through the whole heap: it keeps what can be reached (${words.count(moment.b, 'object')}) and gives up the rest (${words.count(moment.c, 'object')}). ${words.capitalized(text(moment, moment.a))}.`,

  runEnd: (moment) => {
    const outcome = outcomes[moment.a] ?? 'completed';
    if (outcome === 'completed' && moment.run.summary?.waitsFor === undefined)
      return endOfRun(moment.run, moment.after);
    if (outcome === 'error') return 'The run is over: an error that nobody caught ended it.';
    const message = moment.run.summary?.message ?? 'The run reached its limit';
    return outcome === 'completed' ? `${message}.` : `${message}: what is shown here was still going on.`;
  },
};

/** How far back it is worth looking for what a frame did before. */
const maxLookBack = 5_000;

/** Why this statement runs now: what the same frame did last tells. */
function reasonOfStatement(moment: Moment, place: Place): string {
  const { run, event, after } = moment;
  const { log, depth } = run.timeline;
  const who = top(moment, after);
  const isScript = run.timeline.log.functions[run.timeline.frames.kind[after.frame] ?? -1]?.kind === 'script';
  const line = lineOf(run, place);
  const where = line > 0 ? `line ${words.formatNumber(line)}` : 'the next statement';
  const here = `${isScript || after.frame < 0 ? where : `${where} of ${who}`}${inFile(run, place.script)}`;
  for (let before = event - 1; before >= Math.max(0, event - maxLookBack); before--) {
    if (depth[before]! > after.depth) continue;
    if (depth[before]! < after.depth) break;
    switch (typeOf(log, before)) {
      case 'call':
        if (log.b[before]! & CallFlag.resume) return `${who} has what it waited for and goes on with ${where}`;
        return isScript
          ? `${otherFile(run, place.script) === '' ? 'A file' : who} runs from top to bottom, and ${where} comes first`
          : `${who} was called, so its body begins, at ${where}`;
      case 'catch':
        return `The exception was caught, so the handler goes on at ${here}`;
      case 'statement': {
        const placeBefore = placeOfMoment(run, stateAt(run.timeline, before - 1), stateAt(run.timeline, before));
        const lineBefore = lineOf(run, placeBefore);
        if (line > 0 && lineBefore === line) return `The part before is done, so ${here} goes on`;
        return lineBefore > line && line > 0
          ? `The loop goes round again, back to ${here}`
          : `The statement before is done, so ${here} runs next`;
      }
    }
  }
  return `${here[0]!.toUpperCase()}${here.slice(1)} runs`;
}

/** Why the event loop does what it does next, when a turn is over. */
function next(run: Run, state: State): string {
  const ticks = ticksOf(run.timeline, state).length;
  const microtasks = microtasksOf(run.timeline, state).length;
  const tasks = tasksOf(run.timeline, state).length;
  if (ticks > 0)
    return `${words.count(ticks, 'nextTick callback')} come${ticks === 1 ? 's' : ''} next, before all other microtasks`;
  if (microtasks > 0) return `the microtask queue (${words.formatNumber(microtasks)}) is drained next, before any task`;
  if (tasks > 0) return `no microtask waits, so the next task can run`;
  return 'nothing is queued, so the event loop looks for what is due';
}

function tasksWait(run: Run, state: State): string {
  const tasks = tasksOf(run.timeline, state).length;
  return tasks === 0 ? '' : ` (${words.count(tasks, 'task')} must wait)`;
}

function goesOn({ run, after }: Moment): string {
  if (after.frame < 0) return 'the stack is empty';
  const place = placeOfStack(run, after.frame, after.position);
  const line = lineOf(run, place);
  const name = words.frameName(run, after.frame);
  if (line === 0) return `\`${name}\` goes on`;
  // The frame of a whole file bears the file's name already.
  const file = name === otherFile(run, place.script) ? '' : inFile(run, place.script);
  return `\`${name}\` goes on at line ${words.formatNumber(line)}${file}`;
}

function taskQueueName(run: Run, state: State): string {
  const entry = run.timeline.turnEntries[state.turn] ?? -1;
  if (entry < 0) return 'task queue';
  return words.taskQueueNames[words.taskSourceOf(run.timeline.tasks.kind[entry]!)];
}

/** The due time of the timer that an apiStart begins: its apiDue follows at once, where it has arrived already. */
function dueAfter({ run, event, a }: Moment): string {
  const { log } = run.timeline;
  const follows = event + 1 < log.length && typeOf(log, event + 1) === 'apiDue' && log.a[event + 1] === a;
  return follows ? words.formatMs(log.b[event + 1]!) : 'its time';
}

function apiOf({ run, a }: Moment): { readonly kind: ApiKind; readonly name?: string } {
  const { apis, apiById } = run.timeline;
  const index = apiById.get(a) ?? -1;
  if (index < 0) return { kind: 'timeout' };
  return { kind: words.apiKindOf(apis.kind[index]!), name: `\`${words.spanName(run, apis, index)}\`` };
}

/** The function of the file that is at work: builtins on top of it work for it. */
function owner({ run, before }: Moment): string {
  let { frame } = before;
  while (frame >= 0 && isBuiltin(run.timeline, frame)) frame = run.timeline.frames.frame[frame]!;
  return frame < 0 ? 'The host' : `\`${words.frameName(run, frame)}\``;
}

/** The function is the whole of another file of the run. */
function isOtherFile(run: Run, index: number): boolean {
  const info = run.timeline.log.functions[index];
  return info?.kind === 'script' && otherFile(run, info.script) !== '';
}

function callText(moment: Moment): string {
  const shown = text(moment, moment.c).replace(/^\((.*)\)$/s, '$1');
  return shorten(`${words.functionName(moment.run, moment.a)}(${shown})`, 60);
}

const text = (moment: Moment, index: number): string => textAt(moment.run.timeline.log, index);
const quote = (code: string): string => `\`${shorten(code.replaceAll('`', '’'), 80)}\``;
const top = (moment: Moment, state: State): string =>
  state.frame < 0 ? 'the host' : `\`${words.frameName(moment.run, state.frame)}\``;
