/**
 * The call stack goes on below its last frame: with the stack that set the timer, queued the microtask or began to wait, and
 * what led to that. Counterpart: recorder/moment/async-stack.ts, which tells the debugger the same.
 * V8: AsyncStackTrace::capture (src/inspector/v8-stack-trace-impl.cc). Simplified: as there.
 */
import { apiKinds, taskCallers } from '../../src/protocol/events.ts';
import type { MicrotaskKind } from '../../src/protocol/events.ts';
import { placeOfStack } from '../run.ts';
import type { Place, Run } from '../run.ts';
import { isBuiltin, stackOf, stateAt } from '../state.ts';
import type { Timeline } from '../timeline.ts';
import { apiKindOf, microtaskKindOf, taskSourceOf } from '../words.ts';
import { apiOfTask, queueOf, turnOf } from './chain.ts';

export interface AsyncFrame {
  readonly frame: number;
  readonly place: Place;
}

export interface AsyncPart {
  /** How these frames led to those above: setTimeout, await, Promise.then. */
  readonly name: string;
  /** When that was. */
  readonly event: number;
  readonly frames: readonly AsyncFrame[];
}

const maxParts = 32;

const names: Readonly<Partial<Record<MicrotaskKind, string>>> = {
  await: 'await',
  then: 'Promise.then',
  catch: 'Promise.catch',
  finally: 'Promise.finally',
  queueMicrotask: 'queueMicrotask',
};

/** What led to a turn, the latest first. */
export function asyncPartsOf(run: Run, from: number): readonly AsyncPart[] {
  const { timeline } = run;
  const parts: AsyncPart[] = [];
  for (let turn = from; turn >= 0 && parts.length < maxParts;) {
    const cause = causeOf(timeline, turn);
    if (cause === undefined) break;
    const frames = framesAt(run, cause.event);
    // The function that awaits is on the stack again: those that called it are what is missing there.
    if (cause.name === 'await') frames.shift();
    // One that awaits for the second time has no callers any more: what led to its first await says it all.
    if (frames.length > 0) parts.push({ ...cause, frames });
    turn = turnOf(timeline, cause.event);
  }
  return parts;
}

function causeOf(timeline: Timeline, turn: number): { readonly name: string; readonly event: number } | undefined {
  const entry = timeline.turnEntries[turn]!;
  if (entry < 0) return undefined;
  switch (queueOf(timeline.turnStations[turn]!)) {
    case 'ticks':
      return { name: 'process.nextTick', event: timeline.ticks.start[entry]! };
    case 'tasks': {
      const api = apiOfTask(timeline, entry);
      if (api < 0) {
        const caller = taskCallers[taskSourceOf(timeline.tasks.kind[entry]!)];
        return caller === undefined ? undefined : { name: caller, event: timeline.tasks.start[entry]! };
      }
      return { name: apiKinds[apiKindOf(timeline.apis.kind[api]!)], event: timeline.apis.start[api]! };
    }
    case 'microtasks': {
      const { microtasks, reactions } = timeline;
      const reaction = timeline.reactionOf[entry]!;
      const name = names[microtaskKindOf(reaction < 0 ? microtasks.kind[entry]! : reactions.kind[reaction]!)];
      if (name === undefined) return undefined;
      return { name, event: reaction < 0 ? microtasks.start[entry]! : reactions.start[reaction]! };
    }
  }
}

/** The frames of the program at an event, the innermost first. */
function framesAt(run: Run, event: number): AsyncFrame[] {
  const { timeline } = run;
  const state = stateAt(timeline, event);
  const stack = stackOf(timeline, state);
  const frames: AsyncFrame[] = [];
  for (const [at, frame] of stack.entries()) {
    if (isBuiltin(timeline, frame)) continue;
    const position = at === 0 ? state.position : timeline.frames.position[stack[at - 1]!]!;
    frames.push({ frame, place: placeOfStack(run, frame, position) });
  }
  return frames;
}
