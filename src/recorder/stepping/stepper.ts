/**
 * Stepping as V8's debugger does it, over a replay that goes on from where the step begins. V8: Debug::PrepareStep,
 * Debug::Break, Debug::PrepareStepIn, Debug::PrepareStepOnThrow in src/debug/debug.cc, whose rules and names these are.
 *
 * Where V8 puts breaks into the code of a function ("floods" it), the replay's code has a marker at every break location, and
 * those in functions that are not flooded are passed over. Frames are compared by their depth. Builtins that are written in
 * JavaScript here are none of V8's frames: nothing stops in them.
 */
import {
  type BreakLocation,
  breakLocationsOf,
  type BytecodeArray,
  findHandler,
  type Frame,
  type Isolate,
  JSObject,
  type SharedFunctionInfo,
  statementPositionAt,
} from '../../engine/index.ts';
import { EventCounter } from '../log/event-counter.ts';

/** V8: StepAction. */
const StepAction = { none: -1, out: 0, over: 1, into: 2 } as const;
type StepAction = (typeof StepAction)[keyof typeof StepAction];

export interface StepStop {
  readonly isDebuggerStatement: boolean;
  /** It is the frame that the step began in, which was not left on the way. */
  readonly isSameFrame: boolean;
  readonly frame: Frame;
  readonly offset: number;
}

export interface StepPlan {
  readonly kind: 'in' | 'over' | 'out';
  /** The break location whose call is stepped into, by its offset. */
  readonly target?: number | undefined;
  /** The moment is a boundary: the marker there has not been passed. */
  readonly isAtMarker: boolean;
  /** The step is over; may throw. Whoever wants to go on returns true. */
  readonly reached: (stop: StepStop) => boolean;
}

export class Stepper extends EventCounter {
  private readonly isolate: Isolate;
  private readonly plan: StepPlan;
  private readonly startDepth: number;
  private hasLeftFrame = false;
  /** -1 once it was passed. */
  private stepOfMarker: number;
  /** Depth of the frame in which a call is waited for, -1 for none. */
  private targetFrame = -1;
  private readonly locations = new Map<BytecodeArray, readonly BreakLocation[]>();

  // V8: Debug::ThreadLocal.
  private readonly flooded = new Set<SharedFunctionInfo>();
  private onlyReturns = false;
  private lastStepAction: StepAction = StepAction.none;
  private lastStatementPosition = -1;
  private lastCodeIndex = -1;
  private lastDepth = -1;
  private targetDepth = -1;
  private fastForwardToReturn = false;
  private ignoreStepIntoFunction: JSObject | undefined;
  private suspendedGenerator: JSObject | undefined;

  constructor(isolate: Isolate, plan: StepPlan) {
    super();
    this.isolate = isolate;
    this.plan = plan;
    this.startDepth = isolate.currentFrame?.depth ?? -1;
    this.stepOfMarker = plan.isAtMarker ? isolate.steps : -1;
  }

  /** The moment that the step begins at has come. */
  start(): void {
    const frame = this.isolate.currentFrame;
    if (this.plan.target === undefined || frame === undefined || this.isAtTarget(frame)) {
      this.prepareStep(this.action);
      return;
    }
    this.targetFrame = frame.depth;
    this.prepareStep(StepAction.over);
  }

  private get action(): StepAction {
    return { in: StepAction.into, over: StepAction.over, out: StepAction.out }[this.plan.kind];
  }

  protected override count(): void {
    // Only what is listened to below matters.
  }

  override call(frame: Frame): void {
    const { shared } = frame;
    if (shared.script.kind === 'builtin') return;
    if (this.suspendedGenerator !== undefined && frame.generator === this.suspendedGenerator) {
      this.lastStepAction = StepAction.into;
      this.flood(shared);
      this.suspendedGenerator = undefined;
      return;
    }
    if (this.lastStepAction !== StepAction.into || frame.closure === this.ignoreStepIntoFunction) return;
    this.ignoreStepIntoFunction = undefined;
    this.flood(shared);
  }

  override return(frame: Frame): void {
    if (frame.depth === this.startDepth) this.hasLeftFrame = true;
  }

  override suspend(frame: Frame): void {
    this.return(frame);
  }

  override unwind(frame: Frame): void {
    this.return(frame);
  }

  /** V8: PrepareStepOnThrow. */
  override throw(): void {
    if (this.lastStepAction === StepAction.none) return;
    const frames = this.isolate.interpreter.liveFrames();
    let depth = frames.length - 1;
    while (depth >= 0 && findHandler(frames[depth]!) === undefined) depth--;
    // What a builtin catches itself changes nothing for those around it.
    if (depth >= 0 && isBuiltin(frames[depth]!)) return;
    this.flooded.clear();
    const mayGoDeeper = this.lastStepAction === StepAction.into;
    for (; depth >= 0; depth--) {
      if (isBuiltin(frames[depth]!) || (!mayGoDeeper && depth > this.targetDepth)) continue;
      this.flood(frames[depth]!.shared);
      return;
    }
  }

  /** V8: Debug::Break. */
  breakLocation(frame: Frame): void {
    if (this.stepOfMarker >= 0) {
      const isMarker = this.stepOfMarker === this.isolate.steps;
      this.stepOfMarker = -1;
      if (isMarker) return;
    }
    if (this.targetFrame === frame.depth && this.isAtTarget(frame)) {
      this.clearStepping();
      this.prepareStep(StepAction.into);
      return;
    }
    const location = this.locationOf(frame);
    if (location.kind === 'debugger') {
      this.clearStepping();
      this.suspendedGenerator = undefined;
      return this.stop(frame, location);
    }
    if (!this.flooded.has(frame.shared)) return;
    if (this.onlyReturns && !isReturnOrSuspend(location)) return;
    this.breakAt(frame, location);
  }

  private breakAt(frame: Frame, location: BreakLocation): void {
    const action = this.lastStepAction;
    if (this.fastForwardToReturn) {
      if (frame.depth > this.targetDepth) return;
      this.clearStepping();
      this.prepareStep(StepAction.out);
      return;
    }
    if (action !== StepAction.into && frame.depth > this.targetDepth) return;
    let isReached = action === StepAction.out;
    if (!isReached) {
      if (location.kind === 'suspend') {
        this.clearStepping();
        if (isInitialYield(frame, location)) this.prepareStep(StepAction.out);
        else this.suspendedGenerator = frame.generator;
        return;
      }
      isReached =
        location.kind === 'return' ||
        frame.depth !== this.lastDepth ||
        location.codeIndex === this.lastCodeIndex ||
        statementPositionAt(frame.bytecode, frame.pc) !== this.lastStatementPosition;
    }
    this.clearStepping();
    if (isReached) this.stop(frame, location);
    else this.prepareStep(action);
  }

  private stop(frame: Frame, { offset, kind }: BreakLocation): void {
    this.targetFrame = -1;
    const isSameFrame = !this.hasLeftFrame && frame.depth === this.startDepth;
    const goesOn = this.plan.reached({ frame, offset, isSameFrame, isDebuggerStatement: kind === 'debugger' });
    if (goesOn) this.prepareStep(this.action);
  }

  private prepareStep(asked: StepAction): void {
    let action = asked;
    const { isolate } = this;
    const frames = isolate.interpreter.liveFrames();
    const frame = frames.at(-1);
    this.lastStepAction = action;
    if (frame === undefined) {
      // Between two turns: the next function that is called.
      this.lastStepAction = StepAction.into;
      return;
    }
    let location: BreakLocation | undefined;
    if (!isBuiltin(frame)) {
      location = this.locationOf(frame);
      const isSuspend = location.kind === 'suspend';
      if (location.kind === 'return' || (isSuspend && (action === StepAction.out || isInitialYield(frame, location)))) {
        if (action === StepAction.out) this.ignoreStepIntoFunction = frame.closure;
        action = StepAction.out;
        this.lastStepAction = StepAction.into;
      }
      this.lastStatementPosition = statementPositionAt(frame.bytecode, frame.pc);
      this.lastCodeIndex = location.codeIndex;
      this.lastDepth = frame.depth;
      this.suspendedGenerator = undefined;
    }
    if (action === StepAction.out) return this.prepareStepOut(frames, frame, location);
    this.targetDepth = frame.depth;
    if (location !== undefined) this.flood(frame.shared);
    // In a builtin: on in what called it, or in what it calls.
    else this.prepareStepOut(frames, frame, undefined);
  }

  private prepareStepOut(frames: readonly Frame[], frame: Frame, location: BreakLocation | undefined): void {
    this.lastStatementPosition = this.lastCodeIndex = this.lastDepth = -1;
    if (location !== undefined) {
      if (!isReturnOrSuspend(location)) {
        this.targetDepth = frame.depth;
        this.fastForwardToReturn = true;
        this.flood(frame.shared);
        this.onlyReturns = true;
        return;
      }
      const awaiter = awaiterOf(frame, this.isolate);
      if (awaiter !== undefined) {
        this.suspendedGenerator = awaiter;
        this.clearStepping();
        return;
      }
    }
    for (let depth = frame.depth - 1; depth >= 0; depth--) {
      if (isBuiltin(frames[depth]!)) continue;
      this.flood(frames[depth]!.shared);
      this.targetDepth = depth;
      return;
    }
  }

  private flood(shared: SharedFunctionInfo): void {
    this.flooded.add(shared);
  }

  private clearStepping(): void {
    this.flooded.clear();
    this.onlyReturns = false;
    this.lastStepAction = StepAction.none;
    this.lastStatementPosition = this.lastCodeIndex = this.lastDepth = this.targetDepth = -1;
    this.ignoreStepIntoFunction = undefined;
    this.fastForwardToReturn = false;
  }

  private isAtTarget(frame: Frame): boolean {
    const { kind, offset } = this.locationOf(frame);
    return kind === 'call' && offset === this.plan.target;
  }

  /** The break location at or, in the order of the code, before what runs. V8: BreakLocation::FromFrame. */
  private locationOf({ bytecode, pc }: Frame): BreakLocation {
    let locations = this.locations.get(bytecode);
    if (locations === undefined) this.locations.set(bytecode, (locations = breakLocationsOf(bytecode)));
    let closest = locations[0];
    for (const location of locations) {
      if (location.codeIndex > pc) break;
      closest = location;
    }
    return closest ?? { codeIndex: 0, offset: -1, kind: 'statement' };
  }
}

function isBuiltin({ shared }: Frame): boolean {
  return shared.script.kind === 'builtin';
}

function isReturnOrSuspend({ kind }: BreakLocation): boolean {
  return kind === 'return' || kind === 'suspend';
}

/** The suspension before a generator's first statement. */
function isInitialYield({ shared }: Frame, { suspendId }: BreakLocation): boolean {
  return suspendId === 0 && shared.kind.includes('enerator');
}

/**
 * The suspended function that awaits what this async function returns: its job waits, once the promise is settled.
 * V8: promise_awaited_by_symbol.
 */
function awaiterOf({ generator }: Frame, { microtasks }: Isolate): JSObject | undefined {
  const data = generator?.internal;
  const promise = data?.kind === 'generator' ? data.promise : undefined;
  if (promise?.internal?.kind !== 'promise') return undefined;
  const jobs = microtasks.flatMap((job) => (job.kind === 'reaction' ? job.reaction : []));
  const reactions = [...jobs.filter((reaction) => reaction.promise === promise), ...promise.internal.reactions];
  return reactions.findLast(({ kind }) => kind !== 'then')?.generator;
}
