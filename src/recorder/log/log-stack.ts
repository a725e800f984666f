/** The call stack from the log alone: what it was in turns that are long over, and which events pushed its frames. */
import { eventTypeIds } from '../../protocol/events.ts';
import type { LogChunk } from '../../protocol/log.ts';
import type { Moment } from '../../protocol/questions.ts';
import { lastEventAt } from '../stops/hits.ts';

export interface LogFrame {
  readonly functionIndex: number;
  /** Where it called the next one; of the innermost, where the event is. -1 for builtins. */
  readonly position: number;
  readonly pushedBy: number;
}

const { call, return: returned, suspend, unwind, turnStart, turnEnd } = eventTypeIds;

/**
 * What an event does to a stack: a call pushes what is given for it, usually its function (the event's `a`) or the event itself.
 * False: nothing.
 */
export function moveOnStack<Frame>(stack: Frame[], type: number, pushed: NoInfer<Frame> | undefined): boolean {
  if (type === call) stack.push(pushed!);
  else if (type === returned || type === suspend || type === unwind) stack.pop();
  else if (type === turnStart || type === turnEnd) stack.length = 0;
  else return false;
  return true;
}

/** The stack at events that are asked for in their order. */
class LogStack {
  private readonly log: LogChunk;
  /** The call events of its frames, the outermost first. */
  private readonly calls: number[] = [];
  private event: number;

  constructor(log: LogChunk, event: number) {
    this.log = log;
    this.event = turnAt(log, event);
    this.goTo(event);
  }

  /** To a later event. What it takes off the stack still counts until `passEvent`. */
  goTo(event: number): void {
    const { log, calls } = this;
    while (this.event < event) {
      this.passEvent();
      this.event++;
      if (log.type[this.event] === call) calls.push(this.event);
    }
  }

  passEvent(): void {
    const type = this.log.type[this.event];
    if (type !== undefined && type !== call) moveOnStack(this.calls, type, this.event);
  }

  /** The innermost frame first. */
  frames(): LogFrame[] {
    return this.calls.map((_, index) => this.frameAt(index)).reverse();
  }

  private frameAt(index: number): LogFrame {
    const { log, calls, event } = this;
    const pushedBy = calls[index]!;
    const inner = calls[index + 1] ?? (log.type[event] === call ? -1 : event);
    return { functionIndex: log.a[pushedBy]!, position: log.position[inner] ?? -1, pushedBy };
  }
}

/** The frames of a moment, the innermost first. */
export function framesOfLog(log: LogChunk, moment: Moment): LogFrame[] {
  return stackAt(log, eventOf(log, moment), moment.step !== undefined);
}

/** The last event that has come by a moment. With a step, whatever the panel shows. */
export function eventOf(log: LogChunk, { event, step }: Moment): number {
  return step === undefined ? event : lastEventAt(log, step);
}

/** The innermost frame first. `isAfter`: everything that comes of the event is over. */
export function stackAt(log: LogChunk, event: number, isAfter: boolean): LogFrame[] {
  const stack = new LogStack(log, event);
  if (isAfter) stack.passEvent();
  return stack.frames();
}

/** The start or the end of the turn that is the last up to an event; -1 before all of them. */
export function turnAt(log: LogChunk, event: number): number {
  for (let at = event; at >= 0; at--) if (log.type[at] === turnStart || log.type[at] === turnEnd) return at;
  return -1;
}
