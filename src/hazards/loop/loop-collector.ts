/**
 * Gathers what the log of a run says about the thread and the event loop: one pass over the columns, beside that of
 * ../evidence.ts.
 *
 * HTML: event loop processing model; libuv: uv_run.
 */
import { CallFlag, eventTypeNames } from '../../protocol/events.ts';
import type { FunctionInfo, LogChunk, ScriptInfo } from '../../protocol/log.ts';
import type {
  CodePlace,
  LoopEvidence,
  OverflowEvidence,
  StarvationEvidence,
  StretchEvidence,
} from './loop-evidence.ts';
import { LoopQueues } from './loop-queues.ts';
import { TimerRecords } from './timer-evidence.ts';

/** On the virtual clock; V8's interpreter takes about as long. */
const stepsOfMillisecond = 100_000;
const stepsOfLongTurn = stepsOfMillisecond;
const heavyCall = stepsOfLongTurn / 2;
const framesOfOverflow = 500;
const chainOfStarvation = 1000;

interface HeavyCall {
  readonly functionIndex: number;
  readonly steps: number;
  readonly heaviest: HeavyCall | undefined;
}

interface Turn {
  readonly kind: number;
  readonly name: number;
  readonly start: number;
  readonly firstEvent: number;
}

interface Chain {
  microtasks: number;
  longest: number;
  readonly places: Map<string, { position: number; functionEnd: number; count: number }>;
  readonly firstEvent: number;
}

export class LoopCollector {
  private readonly texts: string[] = [];
  private readonly scripts: ScriptInfo[] = [];
  private readonly functions: FunctionInfo[] = [];
  /** Of the open frames, the top one last: function, start, the place of the call in the caller, the longest call so far. */
  private readonly stack: number[] = [];
  private readonly starts: number[] = [];
  private readonly callPlaces: number[] = [];
  private readonly heaviest: (HeavyCall | undefined)[] = [];
  private readonly queues = new LoopQueues();
  private readonly timers = new TimerRecords();
  private readonly overflows = new Map<string, OverflowEvidence>();
  private readonly stretches = new Map<string, StretchEvidence>();
  private readonly starvations = new Map<string, StarvationEvidence>();
  private turn: Turn | undefined;
  private turnHeaviest: HeavyCall | undefined;
  /** A long turn that has just ended: the clock is told behind it. */
  private ended: { readonly turn: Turn; readonly steps: number; readonly heaviest: HeavyCall | undefined } | undefined;
  private chain: Chain | undefined;
  private step = 0;
  private hasEnded = false;
  private lastUnhandledRejection = -1;

  add(chunk: LogChunk): void {
    for (const text of chunk.texts) this.texts.push(text);
    for (const script of chunk.scripts) this.scripts.push(script);
    for (const info of chunk.functions) this.functions.push(info);
    for (let index = 0; index < chunk.type.length; index++) this.addEvent(chunk, index);
    this.step = chunk.step.at(-1) ?? this.step;
  }

  /** Of the run so far; what is open counts as ended by a limit. */
  evidence(): LoopEvidence {
    this.finishTurn();
    if (this.turn !== undefined && !this.hasEnded) {
      while (this.stack.length > 0) this.leave(this.step);
      const steps = this.step - this.turn.start;
      this.queues.now += Math.floor(steps / stepsOfMillisecond);
      this.noteStretch(this.turn, steps, this.turnHeaviest, true);
    }
    if (this.chain !== undefined) this.finishChain(!this.hasEnded);
    return {
      overflows: [...this.overflows.values()],
      stretches: [...this.stretches.values()],
      starvations: [...this.starvations.values()],
      timers: this.timers.timers(),
      listeners: this.timers.listeners(),
      hasEnded: this.hasEnded,
      lastUnhandledRejection: this.lastUnhandledRejection,
    };
  }

  private addEvent(chunk: LogChunk, index: number): void {
    const event = eventTypeNames[chunk.type[index]!]!;
    if (event === 'statement') return;
    const step = chunk.step[index]!;
    const position = chunk.position[index]!;
    const a = chunk.a[index]!;
    const b = chunk.b[index]!;
    const c = chunk.c[index]!;
    const at = chunk.start + index;
    if (this.ended !== undefined && event !== 'clock') this.finishTurn();
    switch (event) {
      case 'call':
        return this.enter(step, position, a, (b & CallFlag.builtin) !== 0, at);
      case 'return':
      case 'unwind':
      case 'suspend':
        return this.leave(step);
      case 'throw':
        if (this.texts[a]?.startsWith('RangeError: Maximum call stack size')) this.noteOverflow(at);
        return;
      case 'turnStart':
        return this.startTurn(step, a, b, c, at);
      case 'turnEnd':
        return this.endTurn(step);
      case 'clock':
        this.queues.now = a;
        return this.finishTurn();
      case 'enqueueMicrotask':
        return this.enqueueMicrotask(step, position, a, c, at);
      case 'apiStart':
        this.timers.start(a, b, this.ownPosition(position), this.functionEnd(), at);
        return this.queues.start(a, b, this.nameOf(c), position, step);
      case 'apiDue':
        this.timers.due(a, c);
        return this.queues.due(a, b);
      case 'apiEnd':
        this.timers.end(a, b === 1);
        return this.queues.end(a, b === 1);
      case 'cancelTask':
        return this.queues.end(a, true);
      case 'unhandledRejection':
        this.lastUnhandledRejection = at;
        return;
      case 'runEnd':
        this.hasEnded = true;
        return;
      default:
        return;
    }
  }

  // -------------------------------------------------------------------------------------------------------------------
  // Frames

  private enter(step: number, position: number, functionIndex: number, isBuiltin: boolean, at: number): void {
    if (isBuiltin) this.noteListener(this.functions[functionIndex]?.name ?? '', position, at);
    this.stack.push(functionIndex);
    this.starts.push(step);
    this.callPlaces.push(position);
    this.heaviest.push(undefined);
  }

  private leave(step: number): void {
    const functionIndex = this.stack.pop();
    if (functionIndex === undefined) return;
    const steps = step - this.starts.pop()!;
    const heaviest = this.heaviest.pop();
    this.callPlaces.pop();
    if (steps < heavyCall) return;
    const call = { functionIndex, steps, heaviest };
    const caller = this.stack.length - 1;
    if (caller < 0) {
      if (steps > (this.turnHeaviest?.steps ?? 0)) this.turnHeaviest = call;
    } else if (steps > (this.heaviest[caller]?.steps ?? 0)) this.heaviest[caller] = call;
  }

  /**
   * Node warns itself from the eleventh listener of one kind on: process.emitWarning runs inside of addListener. In a browser
   * listenerRepeated of host/events/event-target-source.ts does.
   */
  private noteListener(name: string, position: number, at: number): void {
    if (name === 'emitWarning' || name === 'listenerRepeated') {
      const adding = this.stack.findLastIndex((each) => addingFunctions.has(this.functions[each]?.name ?? ''));
      if (adding >= 0) this.timers.warned(this.ownPosition(this.callPlaces[adding]!, adding - 1), at);
    } else if (addingFunctions.has(name)) {
      const own = this.ownPosition(position);
      if (own >= 0) this.timers.listenerAdded(own, this.functionEnd(), at);
    } else if (removingFunctions.has(name)) this.timers.listenerRemoved();
  }

  private noteOverflow(at: number): void {
    const { stack } = this;
    if (stack.length < framesOfOverflow) return;
    const period = periodOf(stack);
    const rotated = rotate(period === 0 ? this.busiestPlaces() : this.cycleOf(period));
    const key = rotated.map(({ functionEnd, position: place }) => `${functionEnd} ${place}`).join();
    const known = this.overflows.get(key);
    this.overflows.set(key, {
      cycle: rotated,
      depth: Math.max(known?.depth ?? 0, stack.length),
      firstEvent: known?.firstEvent ?? at,
      count: (known?.count ?? 0) + 1,
    });
  }

  /** The frames of the last whole cycle; the top frame has not called yet. */
  private cycleOf(period: number): CodePlace[] {
    const end = this.stack.length - 1;
    return Array.from({ length: period }, (_, index) => {
      const frame = end - period + index;
      return this.place(frame, this.callPlaces[frame + 1]!);
    });
  }

  /** Where functions call each other in no fixed order: the places that call the most among the last frames. */
  private busiestPlaces(): CodePlace[] {
    const places = new Map<string, { place: CodePlace; count: number }>();
    for (let frame = this.stack.length - 2; frame >= this.stack.length - framesOfOverflow; frame--) {
      const key = `${this.stack[frame]} ${this.callPlaces[frame + 1]}`;
      const known = places.get(key);
      if (known === undefined) places.set(key, { place: this.place(frame, this.callPlaces[frame + 1]!), count: 1 });
      else known.count++;
    }
    const sorted = [...places.values()].sort((one, other) => other.count - one.count);
    return sorted
      .filter(({ count }) => count > 4)
      .map(({ place }) => place)
      .slice(0, 5);
  }

  private place(index: number, position: number): CodePlace {
    const functionIndex = this.stack[index]!;
    const info = this.functions[functionIndex];
    const isMain = this.isMain(functionIndex);
    return { name: info?.name ?? '', functionEnd: isMain ? info!.end : -1, position: isMain ? position : -1 };
  }

  // -------------------------------------------------------------------------------------------------------------------
  // Turns

  private startTurn(step: number, kind: number, id: number, name: number, at: number): void {
    this.clearStack();
    this.turnHeaviest = undefined;
    this.turn = { kind, name, start: step, firstEvent: at };
    if (kind === microtask) {
      this.queues.startMicrotask(id);
      if (this.chain !== undefined) this.chain.microtasks++;
      return;
    }
    if (this.chain !== undefined) this.finishChain(false);
    this.queues.startTask(id);
    this.timers.fired(id);
  }

  private endTurn(step: number): void {
    const { turn } = this;
    while (this.stack.length > 0) this.leave(step);
    if (turn !== undefined && step - turn.start >= stepsOfLongTurn)
      this.ended = { turn, steps: step - turn.start, heaviest: this.turnHeaviest };
    this.turn = undefined;
  }

  private finishTurn(): void {
    const { ended } = this;
    this.ended = undefined;
    if (ended !== undefined) this.noteStretch(ended.turn, ended.steps, ended.heaviest, false);
  }

  private noteStretch(turn: Turn, steps: number, heaviest: HeavyCall | undefined, isUnfinished: boolean): void {
    if (steps < stepsOfLongTurn) return;
    const waiting = this.queues.waitingSince(turn.start, turn.start + steps, stepsOfLongTurn);
    if (waiting.length === 0) return;
    let spent = heaviest;
    while (spent?.heaviest !== undefined && spent.heaviest.steps > spent.steps * 0.8) spent = spent.heaviest;
    const functionIndex = spent?.functionIndex ?? -1;
    const functionEnd = this.isMain(functionIndex) ? (this.functions[functionIndex]?.end ?? -1) : -1;
    const key = `${turn.kind} ${functionEnd}`;
    const known = this.stretches.get(key);
    const count = (known?.count ?? 0) + 1;
    if (known !== undefined && known.steps >= steps) {
      this.stretches.set(key, { ...known, count });
      return;
    }
    this.stretches.set(key, {
      turnName: turn.kind === 0 ? '' : this.nameOf(turn.name),
      functionEnd,
      functionName: this.functions[functionIndex]?.name ?? '',
      steps,
      count,
      firstEvent: known?.firstEvent ?? turn.firstEvent,
      waiting,
      isUnfinished,
    });
  }

  private clearStack(): void {
    this.stack.length = 0;
    this.starts.length = 0;
    this.callPlaces.length = 0;
    this.heaviest.length = 0;
  }

  // -------------------------------------------------------------------------------------------------------------------
  // Microtasks

  private enqueueMicrotask(step: number, position: number, id: number, name: number, at: number): void {
    const generation = this.queues.enqueueMicrotask(id, this.nameOf(name), position, step);
    if (generation < 2) return;
    this.chain ??= { microtasks: 0, longest: 0, places: new Map(), firstEvent: at };
    this.chain.longest = Math.max(this.chain.longest, generation);
    const own = this.ownPosition(position);
    if (own < 0) return;
    const functionEnd = this.functionEnd();
    const key = `${own} ${functionEnd}`;
    const place = this.chain.places.get(key);
    if (place === undefined) this.chain.places.set(key, { position: own, functionEnd, count: 1 });
    else place.count++;
  }

  private finishChain(isUnfinished: boolean): void {
    const chain = this.chain!;
    this.chain = undefined;
    if (chain.longest < chainOfStarvation) return;
    const waiting = this.queues.overdue();
    const [place] = [...chain.places.values()].sort((one, other) => other.count - one.count);
    if (waiting.length === 0 || place === undefined) return;
    const key = `${place.position} ${place.functionEnd}`;
    const known = this.starvations.get(key);
    if (known !== undefined && known.microtasks >= chain.microtasks) return;
    this.starvations.set(key, {
      position: place.position,
      functionEnd: place.functionEnd,
      microtasks: chain.microtasks,
      chain: chain.longest,
      waiting,
      firstEvent: known?.firstEvent ?? chain.firstEvent,
      isUnfinished,
    });
  }

  // -------------------------------------------------------------------------------------------------------------------

  /** The position, if the frame (the top one) is the main file's. A builtin's has none. */
  private ownPosition(position: number, frame = this.stack.length - 1): number {
    return this.isMain(this.stack[frame] ?? -1) ? position : -1;
  }

  private functionEnd(): number {
    const top = this.stack.at(-1) ?? -1;
    return this.isMain(top) ? this.functions[top]!.end : -1;
  }

  private isMain(functionIndex: number): boolean {
    const info = this.functions[functionIndex];
    return info !== undefined && this.scripts[info.script]?.kind === 'main';
  }

  private nameOf(text: number): string {
    return this.texts[text] ?? '';
  }
}

const microtask = 2;
const addingFunctions = new Set(['addListener', 'prependListener', 'once', 'prependOnceListener', 'addEventListener']);
const removingFunctions = new Set(['removeListener', 'removeAllListeners', 'removeEventListener']);

/** Of how many functions the top of the stack consists again and again; 0 if it cannot be told. */
function periodOf(stack: readonly number[]): number {
  const top = stack.length - 1;
  const longest = Math.min(100, Math.floor(stack.length / 4));
  for (let period = 1; period <= longest; period++) {
    let same = 0;
    while (same < 3 * period && stack[top - same] === stack[top - same - period]) same++;
    if (same === 3 * period) return period;
  }
  return 0;
}

/** Begins with the function whose text ends first, so that one cycle is one wherever the stack ended. */
function rotate(cycle: readonly CodePlace[]): readonly CodePlace[] {
  const own = cycle.filter(({ functionEnd }) => functionEnd >= 0);
  if (own.length === 0) return cycle;
  const first = Math.min(...own.map(({ functionEnd }) => functionEnd));
  const start = cycle.findIndex(({ functionEnd }) => functionEnd === first);
  return [...cycle.slice(start), ...cycle.slice(0, start)];
}
