/**
 * When functions are on top of the stack; one activation of a function from its call to its return, without what it calls,
 * of generators and async functions each time that they go on.
 */
import { CallFlag, eventTypeIds } from '../../protocol/events.ts';
import type { LogChunk } from '../../protocol/log.ts';
import { moveOnStack } from '../log/log-stack.ts';

/** Boundaries from the first to the last, both included. */
export interface TimeOnTop {
  readonly first: number;
  readonly last: number;
}

/** More than any run has: the replay ends with it. */
const noEnd = 2 ** 40;

/** When a frame is on top, from an event on, that was pushed by a call event which is wanted. */
export function timesOnTop(log: LogChunk, from: number, isWanted: (call: number) => boolean): TimeOnTop[] {
  const times: TimeOnTop[] = [];
  const stack: number[] = [];
  let since = -1;
  for (let event = from; event < log.type.length; event++) {
    if (!moveOnStack(stack, log.type[event]!, event)) continue;
    const step = log.step[event]!;
    // What changes the stack comes of the bytecode before: at the boundary before that, the old frame was on top.
    if (since >= 0 && step > since) times.push({ first: since, last: step - 1 });
    const top = stack.at(-1);
    since = top !== undefined && isWanted(top) ? step : -1;
  }
  // The run was stopped in it.
  if (since >= 0) times.push({ first: since, last: noEnd });
  return times;
}

export function activationTimes(log: LogChunk, call: number): TimeOnTop[] {
  const calls = callsOfActivation(log, call);
  return timesOnTop(log, Math.min(...calls), (event) => calls.has(event));
}

/** The event that called it, and those that resumed it. */
function callsOfActivation(log: LogChunk, call: number): Set<number> {
  const calls = new Set([call]);
  const id = generatorOf(log, call);
  if (id <= 0) return calls;
  const stack: number[] = [];
  for (let event = 0; event < log.type.length; event++) {
    const type = log.type[event]!;
    if (type === eventTypeIds.call && resumedBy(log, event) === id) calls.add(event);
    if (type === eventTypeIds.suspend && log.c[event] === id) calls.add(stack.at(-1)!);
    moveOnStack(stack, type, event);
  }
  return calls;
}

/** The id of the generator that the call resumes, or that it is suspended as. */
function generatorOf(log: LogChunk, call: number): number {
  const resumed = resumedBy(log, call);
  if (resumed > 0) return resumed;
  const stack: number[] = [];
  for (let event = call; event < log.type.length; event++) {
    const type = log.type[event]!;
    if (type === eventTypeIds.suspend && stack.at(-1) === call) return log.c[event]!;
    if (moveOnStack(stack, type, event) && stack.length === 0) break;
  }
  return 0;
}

function resumedBy(log: LogChunk, call: number): number {
  const flags = log.b[call]!;
  return (flags & CallFlag.resume) === 0 ? 0 : flags >> 8;
}
