/**
 * A step backwards: what a step over mirrored in time would stop at. It follows from the moment alone and needs no replay:
 * the log tells where statements began, and which frames there were.
 */
import { lineAndColumn } from '../../engine/index.ts';
import { CallFlag, eventTypeIds } from '../../protocol/events.ts';
import type { Granularity, Moment, Stop } from '../../protocol/questions.ts';
import { outermostFunction } from './break-locations.ts';
import type { RecordedRun } from '../recorded-run.ts';
import { noFrame, type Timeline } from './timeline.ts';

export function stepBack(run: RecordedRun, timeline: Timeline, moment: Moment, granularity: Granularity): Stop {
  const from: Moment = moment.event < timeline.length ? moment : { event: timeline.length - 1 };
  const found =
    granularity === 'instruction'
      ? previousInstruction(timeline, from)
      : previousStatement(timeline, from, granularity === 'line' ? lineChanges(run, timeline, from) : () => true);
  if (found === undefined) return run.journeys.start();
  return { moment: found, reason: 'step', ids: [] };
}

/**
 * The last statement before the moment in the frame on top; if the frame began here, in the one that called it; if that was a
 * generator or an async function going on, where it was left; if it began a turn, where the turn before ended.
 */
function previousStatement(
  timeline: Timeline,
  moment: Moment,
  counts: (event: number, isSameFrame: boolean) => boolean,
): Moment | undefined {
  const { log } = timeline;
  const start = timeline.topOf(moment);
  let frame = start;
  const isBoundary = moment.step !== undefined;
  for (let event = timeline.lastBefore(moment); event >= 0; event--) {
    if (frame === noFrame) {
      const top = timeline.topAt(event);
      // A turn that is over: at its last return, as a step forward would have left it.
      if (log.type[event] === eventTypeIds.return && timeline.isGuest(top) && !hasGuestBelow(timeline, top))
        return timeline.boundary(log.step[event]! - 1);
      if (timeline.pops(event) && timeline.isGuest(top)) frame = top;
      continue;
    }
    if (timeline.topAt(event) !== frame) continue;
    if (event === frame) {
      const suspended = suspensionBefore(timeline, frame);
      if (suspended < 0) frame = timeline.below(frame);
      else {
        event = suspended;
        frame = timeline.topAt(suspended);
      }
      continue;
    }
    if (log.type[event] !== eventTypeIds.statement) continue;
    if (isBoundary && log.step[event] === moment.step) continue;
    if (counts(event, frame === start)) return timeline.boundary(log.step[event]!);
  }
  return undefined;
}

/** Where the generator or async function of a frame that resumes one was suspended; -1 if it begins there. */
function suspensionBefore(timeline: Timeline, frame: number): number {
  const { log } = timeline;
  const flags = log.b[frame]!;
  const id = flags >> 8;
  if ((flags & CallFlag.resume) === 0 || id === 0) return -1;
  let event = frame - 1;
  while (event >= 0 && (log.type[event] !== eventTypeIds.suspend || log.c[event] !== id)) event--;
  if (event < 0) return -1;
  // Before its first statement a generator is suspended by the call that makes it, which is no place of its own.
  const isFirst = (log.b[timeline.topAt(event)]! & CallFlag.resume) === 0;
  return isFirst && log.functions[log.a[frame]!]!.kind === 'generator' ? -1 : event;
}

function hasGuestBelow(timeline: Timeline, frame: number): boolean {
  for (let at = timeline.below(frame); at !== noFrame; at = timeline.below(at)) if (timeline.isGuest(at)) return true;
  return false;
}

/** Whether a statement of the frame is on another line than the moment. */
function lineChanges(
  run: RecordedRun,
  timeline: Timeline,
  moment: Moment,
): (event: number, isSameFrame: boolean) => boolean {
  const { log } = timeline;
  const frame = timeline.topOf(moment);
  const index = frame === noFrame ? -1 : log.functions[log.a[frame]!]!.script;
  const script = outermostFunction(run, index)?.script;
  const current = statementAt(timeline, moment, frame);
  if (script === undefined || current < 0) return () => true;
  const lineOf = (event: number): number => lineAndColumn(script, log.position[event]!).line;
  return (event, isSameFrame) => !isSameFrame || lineOf(event) !== lineOf(current);
}

/** The statement of the frame that the moment is in, or at whose beginning; -1 if there is none. */
function statementAt(timeline: Timeline, moment: Moment, frame: number): number {
  const last = moment.step === undefined ? moment.event : timeline.lastAtStep(moment.step);
  for (let event = last; event > frame; event--)
    if (timeline.topAt(event) === frame && timeline.log.type[event] === eventTypeIds.statement) return event;
  return -1;
}

/** The boundary before, with a frame of the program on top that is no deeper. */
function previousInstruction(timeline: Timeline, moment: Moment): Moment | undefined {
  const { log } = timeline;
  const start = timeline.topOf(moment);
  const depth = timeline.depthOf(start);
  // An event is told of within a bytecode: before the moment comes that one's own beginning.
  let step = (moment.step ?? log.step[moment.event]!) - 1;
  while (step >= 0) {
    const top = timeline.topOf({ event: 0, step });
    if (timeline.isGuest(top) && (start === noFrame || timeline.depthOf(top) <= depth)) return timeline.boundary(step);
    // Up to the event before, the same frame is on top.
    step = (log.step[timeline.lastAtStep(step)] ?? 0) - 1;
  }
  return undefined;
}
