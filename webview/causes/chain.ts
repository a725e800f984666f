/**
 * Why something happened, from the log alone: the turn in which it was, what that turn ran, what put that into its queue
 * and which frame was on top then, and so on back to the script. Made for what somebody asks about, and only then.
 *
 * A reaction of a promise has two causes: whoever registered it, and what settled the promise. The chain goes on from
 * what settled it, because that is why it ran; where the promise was settled already, it is the same moment.
 */
import { turnKindOf } from '../words.ts';
import { isBuiltin, stateAt } from '../state.ts';
import { nowhere, placeOfStack } from '../run.ts';
import type { Place, Run } from '../run.ts';
import { spansBegun } from '../spans.ts';
import type { Spans } from '../spans.ts';
import type { Station, Timeline } from '../timeline.ts';

/** The lists of things that wait. */
const queueNames = ['ticks', 'microtasks', 'tasks', 'apis', 'parked', 'reactions'] as const;
export type QueueName = (typeof queueNames)[number];

/** What somebody chose: an event, something that waits, or a turn. */
export type Subject =
  | { readonly kind: 'event'; readonly event: number }
  | { readonly kind: 'entry'; readonly queue: QueueName; readonly index: number }
  | { readonly kind: 'turn'; readonly turn: number };

/**
 * One step of a chain. `event` is its moment; `frame` the frame of the program that was at work then, or -1; `place` where
 * it was.
 */
export type Cause = { readonly event: number; readonly frame: number; readonly place: Place } & (
  | { readonly kind: 'happened' }
  /** It waits, or waited, in a queue. */
  | { readonly kind: 'waits'; readonly queue: QueueName; readonly index: number }
  /** The event loop ran a callback. */
  | { readonly kind: 'ran'; readonly turn: number }
  /** Something joined a queue: by queueMicrotask, nextTick, or as the reaction of a promise that was settled already. */
  | { readonly kind: 'queued'; readonly queue: 'ticks' | 'microtasks' | 'tasks'; readonly index: number }
  /** The promise that a reaction waited for was settled. */
  | { readonly kind: 'settled'; readonly reaction: number }
  /** The reaction was registered: beside the chain, not a part of the way back. */
  | { readonly kind: 'registered'; readonly reaction: number }
  /** The host was asked for something. */
  | { readonly kind: 'asked'; readonly api: number }
  /** Since when what was called had listened: beside the chain, too. */
  | { readonly kind: 'listened'; readonly api: number }
  | { readonly kind: 'script' }
  /** There is more, but nobody reads that far. */
  | { readonly kind: 'more' }
);

/** Timers that set the next one make chains without end. */
const maxTurns = 40;

/** What led to a thing, the thing itself first. */
export function causesOf(run: Run, subject: Subject): readonly Cause[] {
  const { timeline } = run;
  const causes: Cause[] = [];
  switch (subject.kind) {
    case 'event':
      causes.push({ kind: 'happened', ...at(run, subject.event) });
      climb(run, turnOf(timeline, subject.event), causes);
      break;
    case 'turn':
      climb(run, subject.turn, causes);
      break;
    case 'entry':
      climb(run, turnOf(timeline, causeOfEntry(run, subject.queue, subject.index, causes)), causes);
  }
  return causes;
}

/** The turn in which an event is, or -1: then the host did it between two turns. */
export function turnOf({ turns }: Timeline, event: number): number {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (turns.start[middle]! <= event) low = middle + 1;
    else high = middle;
  }
  return low > 0 && turns.end[low - 1]! >= event ? low - 1 : -1;
}

/** The turn that runs an entry of a queue, the first that a request leads to; -1: none does, as far as the log goes. */
export function turnOfEntry(timeline: Timeline, queue: QueueName, index: number): number {
  const { turns, turnEntries, turnStations } = timeline;
  if (queue === 'reactions') {
    const microtask = timeline.reactionOf.indexOf(index);
    return microtask < 0 ? -1 : turnOfEntry(timeline, 'microtasks', microtask);
  }
  if (queue === 'apis') {
    const { tasks, apis } = timeline;
    for (let task = 0; task < tasks.length; task++)
      if (tasks.id[task] === apis.id[index]) return turnOfEntry(timeline, 'tasks', task);
    return -1;
  }
  if (queue === 'parked') {
    const end = timeline.parked.end[index]!;
    return end < timeline.log.length ? turnOf(timeline, end) : -1;
  }
  const end = timeline[queue].end[index]!;
  const turn = end < timeline.log.length ? turnOf(timeline, end) : -1;
  const isIt = turn >= 0 && turns.start[turn] === end && queueOf(turnStations[turn]!) === queue;
  return isIt && turnEntries[turn] === index ? turn : -1;
}

/** The queue that a turn took its callback from. */
export function queueOf(station: Station): 'ticks' | 'microtasks' | 'tasks' {
  return station === 'tick' ? 'ticks' : station === 'microtask' ? 'microtasks' : 'tasks';
}

/** The request that led to a task, or -1. */
export function apiOfTask({ tasks, apiById }: Timeline, task: number): number {
  return apiById.get(tasks.id[task]!) ?? -1;
}

/** From a turn back to the script. */
function climb(run: Run, from: number, causes: Cause[]): void {
  const { timeline } = run;
  let turn = from;
  for (let turns = 0; turn >= 0; turns++) {
    addListeners(run, causes);
    if (turnKindOf(timeline.turns.kind[turn]!) === 'script') {
      causes.push({ kind: 'script', ...startOfTurn(run, turn) });
      return;
    }
    if (turns === maxTurns) {
      causes.push({ kind: 'more', ...startOfTurn(run, turn) });
      return;
    }
    causes.push({ kind: 'ran', turn, ...startOfTurn(run, turn) });
    const entry = timeline.turnEntries[turn]!;
    if (entry < 0) {
      turn = turnToldOf(timeline, turn);
      continue;
    }
    turn = turnOf(timeline, causeOfEntry(run, queueOf(timeline.turnStations[turn]!), entry, causes, false));
  }
}

/** Listeners of the process hear of a rejection in a turn of their own: the turn in which the promise was rejected; else -1. */
export function turnToldOf({ turns }: Timeline, turn: number): number {
  return Math.max(-1, -1 - turns.id[turn]!);
}

/** The listeners that the program was in when it did what the last link tells, the innermost first. */
function addListeners(run: Run, causes: Cause[]): void {
  const { frames, apis, listenerOfFrame } = run.timeline;
  for (let frame = causes.at(-1)?.frame ?? -1; frame >= 0; frame = frames.frame[frame]!) {
    const api = listenerOfFrame.get(frame);
    if (api !== undefined) causes.push({ kind: 'listened', api, ...spanAt(run, apis, api) });
  }
}

/** Adds what put a thing where it waits, and returns the event from which the chain goes on; -1: nothing is known. */
function causeOfEntry(run: Run, queue: QueueName, index: number, causes: Cause[], isSubject = true): number {
  const { timeline } = run;
  const start = timeline[queue].start[index]!;
  if (isSubject) causes.push({ kind: 'waits', queue, index, ...spanAt(run, timeline[queue], index) });
  switch (queue) {
    case 'apis':
      causes.push({ kind: 'asked', api: index, ...spanAt(run, timeline.apis, index) });
      return start;
    case 'parked':
      return start;
    case 'reactions':
      causes.push({ kind: 'registered', reaction: index, ...spanAt(run, timeline.reactions, index) });
      return start;
    case 'tasks': {
      const api = apiOfTask(timeline, index);
      if (api >= 0) return causeOfEntry(run, 'apis', api, causes, false);
      break;
    }
    case 'microtasks': {
      const reaction = timeline.reactionOf[index]!;
      if (reaction < 0) break;
      const settled = timeline.settledBy[index]!;
      causes.push({ kind: 'registered', reaction, ...spanAt(run, timeline.reactions, reaction) });
      causes.push({ kind: 'settled', reaction, ...at(run, settled, timeline.microtasks.frame[index]!) });
      return settled;
    }
    case 'ticks':
      break;
  }
  causes.push({ kind: 'queued', queue, index, ...spanAt(run, timeline[queue], index) });
  return start;
}

type Moment = Pick<Cause, 'event' | 'frame' | 'place'>;

/** The start of a turn, with the function of the program that it calls first, and where that begins or goes on. */
export function startOfTurn(run: Run, turn: number): Moment {
  const { frames, turns, log, parked, resumedFrom } = run.timeline;
  const event = turns.start[turn]!;
  for (let frame = spansBegun(frames, event); frame < frames.length; frame++) {
    if (frames.start[frame]! > turns.end[turn]!) break;
    const info = log.functions[frames.kind[frame]!];
    if (info === undefined || info.kind === 'builtin') continue;
    const resumed = resumedFrom[frame]!;
    const position = resumed >= 0 ? parked.position[resumed]! : info.start;
    return { event, frame, place: { script: info.script, position } };
  }
  return { event, frame: -1, place: nowhere };
}

function spanAt(run: Run, spans: Spans, index: number): Moment {
  return at(run, spans.start[index]!, spans.frame[index]!, spans.position[index]!);
}

/** Builtins work for the function that called them. */
function at(
  run: Run,
  event: number,
  top = stateAt(run.timeline, event).frame,
  offset = run.timeline.log.position[event]!,
): Moment {
  let frame = top;
  while (frame >= 0 && isBuiltin(run.timeline, frame)) frame = run.timeline.frames.frame[frame]!;
  return { event, frame, place: placeOfStack(run, top, offset) };
}
