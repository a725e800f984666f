/**
 * What the page derives from the log once, as it arrives: every frame, queue entry, timer, parked function and turn as a
 * span of events, the console's lines, the depth of the stack at each event, and a keyframe of the state every 1,024
 * events. `state.ts` holds the reducer that both this file and a jump to a moment use.
 *
 * Simplified: ids say which span an event ends; a kept frame without an id is matched by its function, oldest first.
 */
import { CallFlag, eventTypeNames, microtaskKindNames, turnKinds } from '../src/protocol/events.ts';
import type { EventType, TurnKind } from '../src/protocol/events.ts';
import type { LogChunk } from '../src/protocol/log.ts';
import { appendChunk, createLog } from './log.ts';
import type { Log } from './log.ts';
import { closeSpan, createSpans, openSpan } from './spans.ts';
import type { Spans } from './spans.ts';
import { applyEvent, initialState, isBuiltin, keyframeInterval } from './state.ts';
import type { State } from './state.ts';
import { type WorkerChange, workerChangeOf } from './workers.ts';

/** What runs: a task (the script is the first), a nextTick job, another microtask, or nothing while the host decides. */
export type Station = 'task' | 'tick' | 'microtask' | 'wait';

export interface Timeline {
  readonly log: Log;
  /** Kind: the function. Text: the arguments. Position: the call in the caller. Frame: the caller. Id: the frame's number. */
  readonly frames: Spans;
  readonly ticks: Spans;
  readonly microtasks: Spans;
  readonly tasks: Spans;
  readonly apis: Spans;
  /** Kind: 0 yield, 1 await. Text: the function (an index into functions). Frame: the frame that was kept. */
  readonly parked: Spans;
  /** What waits for promises that are pending. Kind: the MicrotaskKind that it becomes. Id: its number, from 1. */
  readonly reactions: Spans;
  /** How many of them are callbacks, and no functions that await. */
  callbacksOfPromises: number;
  /** For each microtask the reaction that it was, and the event that settled the promise; -1 where it was settled already. */
  readonly reactionOf: number[];
  readonly settledBy: number[];
  readonly turns: Spans;
  /** For each turn what it runs, and the index of the queue entry it took, or -1. */
  readonly turnStations: Station[];
  readonly turnEntries: number[];
  /** For each frame the parked span that it goes on from, or -1. */
  readonly resumedFrom: number[];
  /** For the frames of listeners that the host called: what they listen to. */
  readonly listenerOfFrame: Map<number, number>;
  /** The listener, an index into `apis`, whose call comes next, if it comes before its caller returns; -1: none. */
  calledListener: number;
  /** Arms of the timers: which event set it, at what virtual time, due when. */
  readonly dues: { readonly event: number; readonly clock: number; readonly due: number }[];
  /** For each API span the indices of its arms, oldest first. */
  readonly armsOf: number[][];
  readonly consoleEvents: number[];
  /** For each console event the frame that was on top. */
  readonly consoleFrames: number[];
  /** For each console event the number of physical lines printed before it. */
  readonly consoleLines: number[];
  consoleLineCount: number;
  readonly errorEvents: number[];
  /** Scavenges and mark-compacts. */
  readonly collectionEvents: number[];
  /** The depth of the stack after each event. */
  depth: Uint16Array;
  peakDepth: number;
  readonly keyframes: State[];
  /** The state after the last event that arrived: where the next chunk goes on. */
  readonly last: State;
  readonly apiById: Map<number, number>;
  /** Tasks that have had their turn. */
  readonly taskById: Map<number, number>;
  /** By the ids of workers, oldest first. */
  readonly workerChanges: Map<number, WorkerChange[]>;
  parkedNumber: number;
  /** Reactions by the promise that they wait for, and those that a promise which has just been settled lets go. */
  readonly reactionsByPromise: Map<number, number[]>;
  settled: { readonly event: number; readonly reactions: number[] } | undefined;
}

export function createTimeline(): Timeline {
  return {
    log: createLog(),
    frames: createSpans(),
    ticks: createSpans(),
    microtasks: createSpans(),
    tasks: createSpans(),
    apis: createSpans(),
    parked: createSpans(),
    reactions: createSpans(),
    callbacksOfPromises: 0,
    reactionOf: [],
    settledBy: [],
    turns: createSpans(),
    turnStations: [],
    turnEntries: [],
    resumedFrom: [],
    listenerOfFrame: new Map(),
    calledListener: -1,
    dues: [],
    armsOf: [],
    consoleEvents: [],
    consoleFrames: [],
    consoleLines: [],
    consoleLineCount: 0,
    errorEvents: [],
    collectionEvents: [],
    depth: new Uint16Array(1024),
    peakDepth: 0,
    keyframes: [],
    last: initialState(),
    apiById: new Map(),
    taskById: new Map(),
    workerChanges: new Map(),
    parkedNumber: 0,
    reactionsByPromise: new Map(),
    settled: undefined,
  };
}

/** Appends a chunk and brings everything derived up to date. False: the chunk did not continue the log. */
export function extendTimeline(timeline: Timeline, chunk: LogChunk): boolean {
  const { log, last } = timeline;
  const start = log.length;
  if (!appendChunk(log, chunk)) return false;
  if (timeline.depth.length < log.length) {
    const larger = new Uint16Array(log.type.length);
    larger.set(timeline.depth);
    timeline.depth = larger;
  }
  for (let event = start; event < log.length; event++) {
    indexers[eventTypeNames[log.type[event]!]!]?.(timeline, event);
    applyEvent(last, timeline, event);
    timeline.depth[event] = Math.min(last.depth, 0xffff);
    if (last.depth > timeline.peakDepth) timeline.peakDepth = last.depth;
    if (event % keyframeInterval === 0) timeline.keyframes.push({ ...last });
  }
  return true;
}

type Indexer = (timeline: Timeline, event: number) => void;

/** What an event adds to the spans, seen from the state before it. Events that begin and end nothing are not listed. */
const indexers: { readonly [T in EventType]?: Indexer } = {
  call: (timeline, event) => {
    const { log, last, frames } = timeline;
    const resumed = log.b[event]! & CallFlag.resume ? takeParked(timeline, event) : -1;
    timeline.resumedFrom.push(resumed);
    if (timeline.calledListener >= 0) {
      timeline.listenerOfFrame.set(frames.length, timeline.calledListener);
      timeline.calledListener = -1;
    }
    openSpan(frames, {
      start: event,
      id: frames.length,
      kind: log.a[event]!,
      text: log.c[event]!,
      position: log.position[event]!,
      frame: last.frame,
    });
  },
  return: popFrame,
  unwind: popFrame,
  suspend: (timeline, event) => {
    const { log, last } = timeline;
    popFrame(timeline, event);
    timeline.parkedNumber++;
    openSpan(timeline.parked, {
      start: event,
      id: log.c[event]! > 0 ? log.c[event]! : -timeline.parkedNumber,
      kind: log.b[event]!,
      text: log.a[event]!,
      position: log.position[event]! >= 0 ? log.position[event]! : last.position,
      frame: last.frame,
    });
  },
  enqueueMicrotask: (timeline, event) => {
    const tick = microtaskKindNames[timeline.log.b[event]!] === 'nextTick';
    openEntry(timeline, tick ? timeline.ticks : timeline.microtasks, event);
    if (!tick) letGo(timeline, event);
  },
  promiseReaction: (timeline, event) => {
    const { log, reactions, reactionsByPromise } = timeline;
    const index = openSpan(reactions, {
      start: event,
      id: reactions.length + 1,
      kind: log.b[event]!,
      text: log.c[event]!,
      ...siteOf(timeline, event),
    });
    if (microtaskKindNames[log.b[event]!] !== 'await') timeline.callbacksOfPromises++;
    const waiting = reactionsByPromise.get(log.a[event]!);
    if (waiting === undefined) reactionsByPromise.set(log.a[event]!, [index]);
    else waiting.push(index);
  },
  promiseSettled: (timeline, event) => {
    const promise = timeline.log.a[event]!;
    const reactions = timeline.reactionsByPromise.get(promise);
    timeline.reactionsByPromise.delete(promise);
    timeline.settled = reactions === undefined ? undefined : { event, reactions };
  },
  enqueueTask: (timeline, event) => {
    const index = openEntry(timeline, timeline.tasks, event);
    const api = timeline.apiById.get(timeline.log.a[event]!);
    if (api === undefined || timeline.tasks.frame[index]! >= 0) return;
    // A task that the host queues has no line of its own: it leads back to where its timer was set.
    timeline.tasks.position[index] = timeline.apis.position[api]!;
    timeline.tasks.frame[index] = timeline.apis.frame[api]!;
  },
  cancelTask: (timeline, event) => {
    closeSpan(timeline.tasks, timeline.log.a[event]!, event);
  },
  apiStart: (timeline, event) => {
    const index = openEntry(timeline, timeline.apis, event);
    timeline.apiById.set(timeline.log.a[event]!, index);
    timeline.armsOf.push([]);
  },
  apiDue: (timeline, event) => {
    const index = timeline.apis.open.get(timeline.log.a[event]!);
    if (index === undefined) return;
    timeline.armsOf[index]!.push(timeline.dues.length);
    timeline.dues.push({ event, clock: timeline.last.clock, due: timeline.log.b[event]! });
  },
  apiEnd: (timeline, event) => {
    closeSpan(timeline.apis, timeline.log.a[event]!, event);
  },
  listenerCall: (timeline, event) => {
    timeline.calledListener = timeline.apiById.get(timeline.log.a[event]!) ?? -1;
  },
  workerState: (timeline, event) => {
    const change = workerChangeOf(timeline, event);
    const known = timeline.workerChanges.get(change.id);
    if (known === undefined) timeline.workerChanges.set(change.id, [change]);
    else known.push(change);
  },
  turnStart: (timeline, event) => {
    const { log, turns } = timeline;
    const kind = log.a[event]!;
    const id = log.b[event]!;
    const [station, entry] = takeEntry(timeline, turnKinds[kind] ?? 'task', id, event);
    for (const open of turns.open.keys()) closeSpan(turns, open, event);
    openSpan(turns, { start: event, id, kind, text: log.c[event]!, position: -1, frame: -1 });
    timeline.turnStations.push(station);
    timeline.turnEntries.push(entry);
  },
  turnEnd: (timeline, event) => {
    closeSpan(timeline.turns, timeline.log.b[event]!, event);
  },
  console: (timeline, event) => {
    timeline.consoleEvents.push(event);
    timeline.consoleFrames.push(timeline.last.frame);
    timeline.consoleLines.push(timeline.consoleLineCount);
    timeline.consoleLineCount += (timeline.log.texts[timeline.log.a[event]!] ?? '').split('\n').length;
  },
  throw: (timeline, event) => void timeline.errorEvents.push(event),
  scavenge: (timeline, event) => void timeline.collectionEvents.push(event),
  markCompact: (timeline, event) => void timeline.collectionEvents.push(event),
  uncaughtError: (timeline, event) => void timeline.errorEvents.push(event),
  unhandledRejection: (timeline, event) => void timeline.errorEvents.push(event),
};

/** Takes the entry that a turn runs out of its queue: which queue that was, and the entry's index or -1. */
function takeEntry(timeline: Timeline, kind: TurnKind, id: number, event: number): [Station, number] {
  if (kind === 'script') return ['task', -1];
  if (kind === 'task') {
    const task = closeSpan(timeline.tasks, id, event);
    if (task >= 0) timeline.taskById.set(id, task);
    // Microtasks that ran between two listeners of an event have interrupted its turn.
    return ['task', timeline.taskById.get(id) ?? -1];
  }
  const tick = closeSpan(timeline.ticks, id, event);
  return tick >= 0 ? ['tick', tick] : ['microtask', closeSpan(timeline.microtasks, id, event)];
}

function openEntry(timeline: Timeline, spans: Spans, event: number): number {
  const { log } = timeline;
  return openSpan(spans, {
    start: event,
    id: log.a[event]!,
    kind: log.b[event]!,
    text: log.c[event]!,
    ...siteOf(timeline, event),
  });
}

/** Where something was begun; a builtin that did it works for the function that called it. */
function siteOf(timeline: Timeline, event: number): { readonly position: number; readonly frame: number } {
  const { log, last, frames } = timeline;
  let position = log.position[event]!;
  let { frame } = last;
  while (position < 0 && frame >= 0 && isBuiltin(timeline, frame)) {
    position = frames.position[frame]!;
    frame = frames.frame[frame]!;
  }
  return { position, frame };
}

/** The reactions of a promise that is settled join the queue at once, in the order in which they were registered. */
function letGo(timeline: Timeline, event: number): void {
  const { settled, reactions } = timeline;
  const reaction = settled?.reactions.shift() ?? -1;
  timeline.reactionOf.push(reaction);
  timeline.settledBy.push(reaction < 0 ? -1 : settled!.event);
  if (reaction >= 0) closeSpan(reactions, reactions.id[reaction]!, event);
}

function popFrame(timeline: Timeline, event: number): void {
  timeline.calledListener = -1;
  if (timeline.last.frame >= 0) closeSpan(timeline.frames, timeline.last.frame, event);
}

function takeParked(timeline: Timeline, event: number): number {
  const { log, parked } = timeline;
  const id = log.b[event]! >>> 8;
  if (id > 0) return closeSpan(parked, id, event);
  for (const [key, index] of parked.open) {
    if (parked.text[index] === log.a[event]) return closeSpan(parked, key, event);
  }
  return -1;
}
