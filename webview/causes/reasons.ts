/**
 * Why a callback ran when it did, in words: the rules of the event loop, with what stood in the queues at that moment.
 * HTML: perform a microtask checkpoint; Node: processTicksAndRejections; libuv: uv_run.
 */
import { taskSources } from '../../src/protocol/events.ts';
import { armOf, apisOf, microtasksOf, stateAt, tasksOf } from '../state.ts';
import { textAt } from '../log.ts';
import type { State } from '../state.ts';
import type { Run } from '../run.ts';
import * as words from '../words.ts';
import { apiOfTask, startOfTurn, turnToldOf } from './chain.ts';

/** A sentence about the start of a turn. */
export function reasonOfTurn(run: Run, turn: number): string {
  const { timeline } = run;
  const before = stateAt(timeline, timeline.turns.start[turn]! - 1);
  const entry = timeline.turnEntries[turn]!;
  switch (timeline.turnStations[turn]!) {
    case 'tick':
      return reasonOfTick(run, turn, entry, before);
    case 'microtask':
      return `${emptyAgain(run, turn)}: microtasks run then${tasksThatWait(run, before)}.`;
    default:
      return reasonOfTask(run, turn, entry, before);
  }
}

function reasonOfTick(run: Run, turn: number, entry: number, before: State): string {
  const { timeline } = run;
  const begin = `${emptyAgain(run, turn)}: callbacks of nextTick run then`;
  const waiting = microtasksOf(timeline, before).length;
  if (waiting > 0) return `${begin}, before all other microtasks (${words.count(waiting, 'waits', 'wait')}).`;
  if (entry >= 0 && hasWaitedForMicrotasks(run, turn, entry))
    return `${begin}. The microtask queue was being drained before, and that comes to its end first.`;
  return `${begin}, before all other microtasks.`;
}

/** Microtasks that were queued later ran before it. */
function hasWaitedForMicrotasks({ timeline }: Run, turn: number, tick: number): boolean {
  const queued = timeline.ticks.start[tick]!;
  for (let other = turn - 1; other >= 0 && timeline.turns.start[other]! > queued; other--)
    if (timeline.turnStations[other] === 'microtask') return true;
  return false;
}

const emptyForTask = 'the call stack was empty and no microtask waited';

function reasonOfTask(run: Run, turn: number, entry: number, before: State): string {
  const { timeline } = run;
  if (entry < 0 && turnToldOf(timeline, turn) >= 0) {
    if (turnName(run, turn) === '`rejectionHandled`')
      return 'A promise whose rejection had been told of as unhandled was handled after all.';
    return 'A promise had been rejected, and by the time the microtask queue was empty nobody handled that.';
  }
  if (entry < 0) return `The event loop called it: ${emptyForTask}.`;
  const source = words.taskSourceOf(timeline.tasks.kind[entry]!);
  const api = apiOfTask(timeline, entry);
  const arm = api < 0 ? undefined : armOf(timeline, api, before);
  if (source === 'immediate')
    return `The check phase had begun, which runs the callbacks of setImmediate; ${emptyForTask}.`;
  if (arm === undefined || source !== 'timer')
    return `Its turn had come, because ${causeOfTask(run, entry)}; ${emptyForTask}.`;
  const due = words.formatMs(arm.due);
  if (before.clock <= arm.due) return `Its time, ${due}, had come; ${emptyForTask}.`;
  return `It was due at ${due}, but had to wait until ${words.formatMs(before.clock)}: ${whoRanAt(run, turn, arm.due)}.`;
}

/** Why a task was queued. HTML: notify about rejected promises uses the DOM manipulation task source. */
export function causeOfTask(run: Run, task: number): string {
  const { tasks } = run.timeline;
  const source = words.taskSourceOf(tasks.kind[task]!);
  if (source !== 'domManipulation') return taskSources[source];
  switch (words.spanName(run, tasks, task)) {
    case 'unhandledrejection':
      return 'a promise had been rejected, and by the time the microtask queue was empty nobody handled that';
    case 'rejectionhandled':
      return 'a promise whose rejection had been told of as unhandled was handled after all';
    default:
      return taskSources[source];
  }
}

/** How far back it is worth looking for what kept a timer waiting. */
const maxLookBack = 100;

/** What ran when a timer was due. */
function whoRanAt(run: Run, turn: number, due: number): string {
  const { timeline } = run;
  for (let earlier = turn - 1; earlier >= Math.max(0, turn - maxLookBack); earlier--) {
    const { clock } = stateAt(timeline, timeline.turns.start[earlier]!);
    if (clock <= due) return `${turnName(run, earlier)} was running then`;
  }
  return 'other callbacks ran first';
}

/** What was over just before. */
function emptyAgain(run: Run, turn: number): string {
  return turn === 0 ? 'The call stack was empty' : `The call stack was empty after ${turnName(run, turn - 1)}`;
}

export function turnName(run: Run, turn: number): string {
  const { log, turns, frames } = run.timeline;
  if (words.turnKindOf(turns.kind[turn]!) === 'script') return 'the script';
  const name = textAt(log, turns.text[turn]!);
  if (name !== '') return `\`${name}\``;
  // What finally registers has no name, but calls the program's function.
  const { frame } = startOfTurn(run, turn);
  if (frame < 0) return 'a built-in callback';
  const inner = log.functions[frames.kind[frame]!]!.name;
  return inner === '' ? 'an anonymous callback' : `\`${inner}\``;
}

/** Those that are due by then, although the loop has not looked for them yet. */
function tasksThatWait({ timeline }: Run, before: State): string {
  const due = apisOf(timeline, before).filter((api) => {
    const arm = armOf(timeline, api, before);
    return arm !== undefined && arm.due <= before.clock;
  });
  const waiting = tasksOf(timeline, before).length + due.length;
  return waiting === 0 ? ', before any task' : `, before any task (${words.count(waiting, 'waits', 'wait')})`;
}
