/**
 * The state of the simulated program at a moment, as a pure function of the log: the reducer, and the jump to event k
 * from the keyframe before it. A state is a few numbers: the stack is the top frame's index (frames know their caller),
 * a queue is a window on the spans of its kind. So a keyframe costs nothing, and a jump at most 1,023 applications.
 */
import { CallFlag, eventTypeNames } from '../src/protocol/events.ts';
import type { EventType } from '../src/protocol/events.ts';
import { liveSpans } from './spans.ts';
import type { Spans } from './spans.ts';
import type { Timeline } from './timeline.ts';

/** How many events lie between two keyframes. */
export const keyframeInterval = 1024;

export interface State {
  /** The last event that is applied; -1 before the first. */
  event: number;
  /** The frame on top, -1 when the stack is empty; how many there are; and what offset runs in the top one, or -1. */
  frame: number;
  depth: number;
  position: number;
  /** How many frames were ever pushed: the next one's index. */
  frames: number;
  /** Windows on the spans; only those that have not ended belong to the state. */
  ticksFrom: number;
  ticksTo: number;
  microtasksFrom: number;
  microtasksTo: number;
  tasksFrom: number;
  tasksTo: number;
  apisFrom: number;
  apisTo: number;
  parkedFrom: number;
  parkedTo: number;
  reactionsFrom: number;
  reactionsTo: number;
  /** The turn that runs: an index into turns, or -1 while the host decides. */
  turn: number;
  turnsBegun: number;
  /** Index into texts, or -1. */
  phase: number;
  clock: number;
  /** How many console events have happened. */
  console: number;
  /** The throw event whose exception looks for a handler, or -1. */
  thrown: number;
  /** The last uncaughtError or unhandledRejection, or -1. */
  lastError: number;
  over: boolean;
}

export function initialState(): State {
  return {
    event: -1,
    frame: -1,
    depth: 0,
    position: -1,
    frames: 0,
    ticksFrom: 0,
    ticksTo: 0,
    microtasksFrom: 0,
    microtasksTo: 0,
    tasksFrom: 0,
    tasksTo: 0,
    apisFrom: 0,
    apisTo: 0,
    parkedFrom: 0,
    parkedTo: 0,
    reactionsFrom: 0,
    reactionsTo: 0,
    turn: -1,
    turnsBegun: 0,
    phase: -1,
    clock: 0,
    console: 0,
    thrown: -1,
    lastError: -1,
    over: false,
  };
}

/** The state after `event`; -1 gives the state before the first. */
export function stateAt(timeline: Timeline, event: number): State {
  const last = Math.min(event, timeline.log.length - 1);
  if (last < 0) return initialState();
  const state = { ...timeline.keyframes[Math.floor(last / keyframeInterval)]! };
  for (let next = state.event + 1; next <= last; next++) applyEvent(state, timeline, next);
  return state;
}

/** Applies one event in place. The spans of the timeline must already know it. */
export function applyEvent(state: State, timeline: Timeline, event: number): void {
  const type = eventTypeNames[timeline.log.type[event]!]!;
  effects[type](state, timeline, event);
  state.event = event;
}

type Effect = (state: State, timeline: Timeline, event: number) => void;

const nothing: Effect = () => {};

/** The top frame goes on at the event's position; a builtin on top has none of its own. */
const moves: Effect = (state, timeline, event) => {
  const position = timeline.log.position[event]!;
  if (position < 0 || state.frame < 0 || isBuiltin(timeline, state.frame)) return;
  state.position = position;
};

const pops: Effect = (state, timeline) => {
  if (state.frame < 0) return;
  state.position = timeline.frames.position[state.frame]!;
  state.frame = timeline.frames.frame[state.frame]!;
  state.depth--;
};

const effects: { readonly [T in EventType]: Effect } = {
  runStart: nothing,
  statement: moves,
  call: (state, timeline, event) => {
    const { log, frames, parked, resumedFrom } = timeline;
    moves(state, timeline, event);
    state.frame = state.frames++;
    state.depth++;
    const resumed = resumedFrom[state.frame]!;
    const start = log.functions[frames.kind[state.frame]!]?.start ?? -1;
    state.position = resumed >= 0 ? parked.position[resumed]! : start;
    if (log.b[event]! & CallFlag.resume) state.parkedFrom = skipEnded(parked, state.parkedFrom, state.parkedTo, event);
  },
  return: pops,
  suspend: (state, timeline, event) => {
    pops(state, timeline, event);
    state.parkedTo++;
  },
  throw: (state, timeline, event) => {
    moves(state, timeline, event);
    state.thrown = event;
  },
  unwind: pops,
  catch: (state, timeline, event) => {
    moves(state, timeline, event);
    state.thrown = -1;
  },
  console: (state, timeline, event) => {
    moves(state, timeline, event);
    state.console++;
  },
  turnStart: (state, timeline, event) => {
    const { ticks, microtasks, tasks } = timeline;
    state.turn = state.turnsBegun++;
    state.ticksFrom = skipEnded(ticks, state.ticksFrom, state.ticksTo, event);
    state.microtasksFrom = skipEnded(microtasks, state.microtasksFrom, state.microtasksTo, event);
    state.tasksFrom = skipEnded(tasks, state.tasksFrom, state.tasksTo, event);
  },
  turnEnd: (state) => {
    // A turn leaves the stack empty; where the log's end of a broken turn says nothing of its frames, they go with it.
    state.turn = -1;
    state.frame = -1;
    state.depth = 0;
    state.position = -1;
    state.thrown = -1;
  },
  enqueueMicrotask: (state, timeline, event) => {
    moves(state, timeline, event);
    const isTick = timeline.ticks.start[state.ticksTo] === event && state.ticksTo < timeline.ticks.length;
    if (isTick) state.ticksTo++;
    else {
      state.microtasksTo++;
      state.reactionsFrom = skipEnded(timeline.reactions, state.reactionsFrom, state.reactionsTo, event);
    }
  },
  enqueueTask: (state) => void state.tasksTo++,
  cancelTask: (state, timeline, event) => {
    moves(state, timeline, event);
    state.tasksFrom = skipEnded(timeline.tasks, state.tasksFrom, state.tasksTo, event);
  },
  apiStart: (state, timeline, event) => {
    moves(state, timeline, event);
    state.apisTo++;
  },
  apiDue: nothing,
  apiEnd: (state, timeline, event) => {
    moves(state, timeline, event);
    state.apisFrom = skipEnded(timeline.apis, state.apisFrom, state.apisTo, event);
  },
  promiseSettled: moves,
  promiseReaction: (state, timeline, event) => {
    moves(state, timeline, event);
    state.reactionsTo++;
  },
  phase: (state, timeline, event) => void (state.phase = timeline.log.a[event]!),
  clock: (state, timeline, event) => void (state.clock = timeline.log.a[event]!),
  uncaughtError: (state, _timeline, event) => {
    state.lastError = event;
    state.thrown = -1;
  },
  unhandledRejection: (state, _timeline, event) => void (state.lastError = event),
  race: nothing,
  listenerCall: nothing,
  workerState: nothing,
  directEval: moves,
  withEnter: moves,
  deleteProperty: moves,
  argumentsObject: moves,
  forIn: moves,
  megamorphic: moves,
  tierUp: moves,
  deoptimized: moves,
  dictionaryMode: moves,
  scavenge: moves,
  markCompact: moves,
  runEnd: (state) => void (state.over = true),
};

/** The stack at a state: indices of frames, the top first. */
export function stackOf(timeline: Timeline, state: State): Int32Array {
  const stack = new Int32Array(state.depth);
  let frame = state.frame;
  for (let index = 0; index < stack.length && frame >= 0; index++) {
    stack[index] = frame;
    frame = timeline.frames.frame[frame]!;
  }
  return stack;
}

export const ticksOf = (timeline: Timeline, state: State): number[] =>
  liveSpans(timeline.ticks, state.ticksFrom, state.ticksTo, state.event);
export const microtasksOf = (timeline: Timeline, state: State): number[] =>
  liveSpans(timeline.microtasks, state.microtasksFrom, state.microtasksTo, state.event);
export const tasksOf = (timeline: Timeline, state: State): number[] =>
  liveSpans(timeline.tasks, state.tasksFrom, state.tasksTo, state.event);
export const apisOf = (timeline: Timeline, state: State): number[] =>
  liveSpans(timeline.apis, state.apisFrom, state.apisTo, state.event);
export const parkedOf = (timeline: Timeline, state: State): number[] =>
  liveSpans(timeline.parked, state.parkedFrom, state.parkedTo, state.event);
export const reactionsOf = (timeline: Timeline, state: State): number[] =>
  liveSpans(timeline.reactions, state.reactionsFrom, state.reactionsTo, state.event);

/** When a timer was armed last and when it is due, at a state; undefined for what has no due time (an immediate). */
export function armOf(timeline: Timeline, api: number, state: State): { clock: number; due: number } | undefined {
  const arms = timeline.armsOf[api]!;
  for (let index = arms.length - 1; index >= 0; index--) {
    const arm = timeline.dues[arms[index]!]!;
    // The due time follows its apiStart at once: the start already shows it.
    if (arm.event <= state.event || index === 0) return arm;
  }
  return undefined;
}

export function isBuiltin(timeline: Timeline, frame: number): boolean {
  return timeline.log.functions[timeline.frames.kind[frame]!]?.kind === 'builtin';
}

function skipEnded(spans: Spans, from: number, to: number, event: number): number {
  let first = from;
  while (first < to && spans.end[first]! <= event) first++;
  return first;
}
