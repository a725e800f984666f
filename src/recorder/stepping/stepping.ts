/** A step forward: the run is run again to where the step begins, and on from there to where it ends. */
import {
  breakLocationsOf,
  type Frame,
  framePosition,
  type Isolate,
  lineAndColumn,
  RunStopped,
} from '../../engine/index.ts';
import { eventTypeIds } from '../../protocol/events.ts';
import type { Granularity, Moment, Stop, StopReason } from '../../protocol/questions.ts';
import { EventCounter } from '../log/event-counter.ts';
import type { RecordedRun } from '../recorded-run.ts';
import { Stepper, type StepStop } from './stepper.ts';
import type { Timeline } from './timeline.ts';

export interface ForwardStep {
  readonly moment: Moment;
  readonly kind: 'in' | 'over' | 'out';
  readonly granularity: Granularity;
  readonly target?: number | undefined;
}

/** Ends the replay where it stands. */
type StopHere = (reason: StopReason) => never;

export function stepForward(run: RecordedRun, timeline: Timeline, asked: ForwardStep): Stop {
  let found: Stop | undefined;
  goOnFrom(run, timeline, asked.moment, (isolate, end) => {
    const stop = (reason: StopReason): never => {
      found = { moment: timeline.boundary(isolate.steps), reason, ids: [] };
      throw new RunStopped('moment');
    };
    if (asked.granularity === 'instruction') stepByInstruction(isolate, timeline, asked, end, stop);
    else stepByStatement(isolate, asked, end, stop);
  });
  return found ?? run.journeys.end();
}

/** The first stop in a frame, which the event pushed; undefined if it is left before there is one. */
export function firstStopIn(run: RecordedRun, timeline: Timeline, frame: number): Stop | undefined {
  let found: Stop | undefined;
  goOnFrom(run, timeline, { event: frame }, (isolate) => {
    const depth = isolate.currentFrame?.depth ?? -1;
    isolate.listener = new FirstStop(depth, () => {
      found = { moment: timeline.boundary(isolate.steps), reason: 'step', ids: [] };
      endReplay();
    });
  });
  return found;
}

/** Waits for a break location of the frame at a depth. The suspension before a generator's first statement is none. */
class FirstStop extends EventCounter {
  private readonly depth: number;
  private readonly reached: () => void;

  constructor(depth: number, reached: () => void) {
    super();
    this.depth = depth;
    this.reached = reached;
  }

  protected override count(): void {
    // Only what is listened to below matters.
  }

  breakLocation({ depth, bytecode, pc }: Frame): void {
    if (depth !== this.depth) return;
    const location = breakLocationsOf(bytecode).findLast(({ codeIndex }) => codeIndex <= pc);
    if (location?.kind !== 'suspend') this.reached();
  }

  override return(frame: Frame): void {
    if (frame.depth === this.depth) endReplay();
  }

  override suspend(frame: Frame): void {
    this.return(frame);
  }

  override unwind(frame: Frame): void {
    this.return(frame);
  }
}

/** `end`: how many bytecodes the run has; where somebody ended it, a replay would go on. */
function goOnFrom(
  run: RecordedRun,
  timeline: Timeline,
  moment: Moment,
  reached: (isolate: Isolate, end: number) => void,
): void {
  const end = timeline.log.step[timeline.length - 1] ?? 0;
  const isInRun = moment.event < timeline.length && (moment.step ?? 0) <= end;
  if (isInRun) run.replayer.goOnFrom(moment, (isolate) => reached(isolate, end));
}

function stepByStatement(isolate: Isolate, asked: ForwardStep, end: number, stop: StopHere): void {
  const { kind, target, moment, granularity } = asked;
  const startsOn = lineOf(isolate.currentFrame);
  const skipsLine = granularity === 'line' && kind !== 'out' && target === undefined;
  const isSkipped = ({ frame, offset, isSameFrame }: StepStop): boolean =>
    skipsLine && isSameFrame && lineAndColumn(frame.shared.script, offset).line === startsOn;
  const stepper: Stepper = new Stepper(isolate, {
    kind,
    target,
    isAtMarker: moment.step !== undefined,
    reached: (stopped) => {
      if (stopped.isDebuggerStatement) return stop('debugger statement');
      return isSkipped(stopped) || stop('step');
    },
  });
  isolate.interpreter.watchStep(end + 1, endReplay);
  isolate.listener = stepper;
  stepper.start();
}

/** Each bytecode is a stop, of those in the program's own functions. */
function stepByInstruction(
  isolate: Isolate,
  { log }: Timeline,
  { moment, kind }: ForwardStep,
  end: number,
  stop: StopHere,
): void {
  const { interpreter } = isolate;
  const depth = isolate.currentFrame?.depth ?? -1;
  const isDeepEnough = (frame: Frame): boolean =>
    depth < 0 || kind === 'in' || (kind === 'over' ? frame.depth <= depth : frame.depth < depth || frame.depth === 0);
  const isBeforeBytecode = moment.step !== undefined || log.type[moment.event] === eventTypeIds.statement;
  const watch = (step: number): void => {
    if (step > end) interpreter.watchStep(end + 1, endReplay);
    else interpreter.watchStep(step, () => look(step));
  };
  const look = (step: number): void => {
    const frame = isolate.currentFrame;
    if (frame !== undefined && frame.shared.script.kind !== 'builtin' && isDeepEnough(frame)) stop('step');
    watch(step + 1);
  };
  watch(isBeforeBytecode ? isolate.steps + 1 : isolate.steps);
}

function endReplay(): never {
  throw new RunStopped('moment');
}

function lineOf(frame: Frame | undefined): number {
  return frame === undefined ? -1 : lineAndColumn(frame.shared.script, framePosition(frame)).line;
}
