/** Frames over the log of a run: which one was on top at each event, and what it stood on. A frame is the event that pushed it. */
import { CallFlag, eventTypeIds } from '../../protocol/events.ts';
import type { LogChunk } from '../../protocol/log.ts';
import type { Moment } from '../../protocol/questions.ts';
import { lastEventAt } from '../stops/hits.ts';

/** No frame: the host is on its own. */
export const noFrame = -1;

export class Timeline {
  readonly log: LogChunk;
  /** By event: the frame on top; for one that pops it, that one still. */
  private readonly tops: Int32Array;
  /** By the event that pushed a frame: the frame below. */
  private readonly belows: Int32Array;
  /** By the event that pushed a frame: how many frames are below. */
  private readonly depths: Int32Array;

  constructor(log: LogChunk) {
    this.log = log;
    const { type } = log;
    this.tops = new Int32Array(type.length);
    this.belows = new Int32Array(type.length);
    this.depths = new Int32Array(type.length);
    let top = noFrame;
    for (let event = 0; event < type.length; event++) {
      if (type[event] === eventTypeIds.call) {
        this.belows[event] = top;
        this.depths[event] = this.depthOf(top) + 1;
        top = event;
      }
      this.tops[event] = top;
      if (top !== noFrame && this.pops(event)) top = this.belows[top]!;
      if (type[event] === eventTypeIds.turnEnd) top = noFrame;
    }
  }

  get length(): number {
    return this.log.type.length;
  }

  /** The frame that is on top at an event. */
  topAt(event: number): number {
    return this.tops[event] ?? noFrame;
  }

  below(frame: number): number {
    return frame === noFrame ? noFrame : this.belows[frame]!;
  }

  pops(event: number): boolean {
    const type = this.log.type[event];
    return type === eventTypeIds.return || type === eventTypeIds.suspend || type === eventTypeIds.unwind;
  }

  isGuest(frame: number): boolean {
    return frame !== noFrame && (this.log.b[frame]! & CallFlag.builtin) === 0;
  }

  /** How many frames there are below; -1 for none. */
  depthOf(frame: number): number {
    return frame === noFrame ? -1 : this.depths[frame]!;
  }

  /** The frame on top at a moment. */
  topOf({ event, step }: Moment): number {
    if (step === undefined) return this.topAt(event);
    const last = this.lastAtStep(step);
    if (last < 0) return noFrame;
    return this.pops(last) ? this.below(this.topAt(last)) : this.topAt(last);
  }

  /** The last event with no more bytecodes before it, -1 if there is none. */
  lastAtStep(steps: number): number {
    return lastEventAt(this.log, steps);
  }

  /** The moment before the bytecode after so many. */
  boundary(step: number): Moment {
    return { step, event: Math.max(this.lastAtStep(step), 0) };
  }

  /** The last event that comes before whatever stops at the moment. */
  lastBefore({ event, step }: Moment): number {
    if (step === undefined) return this.log.type[event] === eventTypeIds.call ? event : event - 1;
    const last = this.lastAtStep(step);
    // A statement that begins with the bytecode is told of after the moment.
    return this.log.type[last] === eventTypeIds.statement && this.log.step[last] === step ? last - 1 : last;
  }
}
