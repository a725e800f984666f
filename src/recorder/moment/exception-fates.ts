/**
 * What became of each exception of a run: a replay listens to where its value goes. V8 has to predict it when the exception is
 * thrown (Isolate::PredictExceptionCatcher), and can be wrong: a `finally` that returns, a promise that is handled later.
 * Simplified: exceptions of the same value are taken for one that is thrown again; so two throws of the same number may be
 * mistaken for each other.
 */
import type { Frame, Isolate, JSObject, Value } from '../../engine/index.ts';
import { type EventType, eventTypeIds, type Outcome, type TurnKind } from '../../protocol/events.ts';
import { EventCounter } from '../log/event-counter.ts';
import type { Hits } from '../stops/hits.ts';
import { lastEventAt } from '../stops/hits.ts';
import type { RecordedRun } from '../recorded-run.ts';

/** Rejections are handled, or they are not; what is thrown may become one. */
export type ExceptionFate = 'caught' | 'uncaught' | 'unhandled';

export type ExceptionFates = Readonly<Record<ExceptionFate, Hits>>;

interface Thrown {
  /** The throw event, or -1 for a promise that is rejected by a call. */
  readonly event: number;
  readonly position: number;
  fate: ExceptionFate | undefined;
  /** Nothing on the stack caught it. If no promise takes it, it is uncaught. */
  hasLeftStack: boolean;
}

export function fatesOfExceptions(run: RecordedRun): ExceptionFates {
  const thrown = listen(run).toSorted((a, b) => a.position - b.position);
  const hitsOf = (fate: ExceptionFate): Hits => {
    const own = thrown.filter(
      (each, index) =>
        (each.fate ?? 'caught') === fate &&
        (each.event >= 0 || fate === 'unhandled') &&
        each.position !== thrown[index - 1]?.position,
    );
    return { positions: own.map(({ position }) => position), events: own.map(({ event }) => event) };
  };
  return { caught: hitsOf('caught'), uncaught: hitsOf('uncaught'), unhandled: hitsOf('unhandled') };
}

function listen(run: RecordedRun): readonly Thrown[] {
  const throwEvents: number[] = [];
  run.log.type.forEach((type, event) => {
    if (type === eventTypeIds.throw) throwEvents.push(event);
  });
  let listener: FateListener | undefined;
  run.replayer.walk(
    Infinity,
    () => undefined,
    (simulation) => {
      const { isolate } = simulation.host;
      const fates = (listener = new FateListener(isolate, run, throwEvents));
      simulation.listenToHost(fates);
      simulation.listenToEngine(fates);
      const { onRejection } = isolate;
      isolate.onRejection = (promise, isHandled, stackRoom) => {
        fates.rejection(promise, isHandled);
        onRejection?.(promise, isHandled, stackRoom);
      };
    },
  );
  return listener?.thrown ?? [];
}

class FateListener extends EventCounter {
  readonly thrown: Thrown[] = [];
  private readonly isolate: Isolate;
  private readonly run: RecordedRun;
  private readonly throwEvents: readonly number[];
  private throws = 0;
  private readonly byValue = new Map<Value, Thrown>();
  /** Out of all frames, and nobody has taken it yet. */
  private left: Thrown | undefined;
  private readonly withoutHandler = new Map<JSObject, Thrown>();

  constructor(isolate: Isolate, run: RecordedRun, throwEvents: readonly number[]) {
    super();
    this.isolate = isolate;
    this.run = run;
    this.throwEvents = throwEvents;
  }

  protected override count(_type: EventType): void {
    // Only some events matter, and each of those has a method of its own.
  }

  override throw(value: Value): void {
    const event = this.throwEvents[this.throws++] ?? -1;
    this.add(value, event, this.isolate.steps - 0.5);
  }

  override catch(frame: Frame, value: Value): void {
    const thrown = this.byValue.get(value);
    if (thrown === undefined || frame.shared.script.kind === 'builtin') return;
    const handler = frame.bytecode.handlers.find((entry) => entry.handler === frame.pc);
    if (handler?.prediction === 'caught') thrown.fate = 'caught';
  }

  override unwind(frame: Frame, value: Value): void {
    if (frame.depth > 0) return;
    this.left = this.byValue.get(value);
    if (this.left !== undefined) this.left.hasLeftStack = true;
  }

  override promiseSettled(promise: JSObject): void {
    if (promise.internal?.kind === 'promise' && promise.internal.state === 'rejected')
      this.takenByPromise(promise.internal.result);
  }

  /** A promise without a handler is rejected, or such a one is handled after all. */
  rejection(promise: JSObject, isHandled: boolean): void {
    if (promise.internal?.kind !== 'promise') return;
    if (isHandled) {
      this.withoutHandler.delete(promise);
      return;
    }
    const { result } = promise.internal;
    this.takenByPromise(result);
    this.withoutHandler.set(promise, this.origin(result));
  }

  override turnStart(kind: TurnKind, _id: number, _name: string): void {
    this.endTurn();
    if (kind === 'task') this.giveUpRejections();
  }

  override uncaughtError(_text: string, value: Value): void {
    const thrown = this.byValue.get(value);
    if (thrown !== undefined) thrown.fate = 'uncaught';
  }

  override unhandledRejection(_text: string, reason: Value): void {
    const thrown = this.byValue.get(reason);
    if (thrown !== undefined) thrown.fate = 'unhandled';
  }

  override runEnd(outcome: Outcome): void {
    this.endTurn();
    if (outcome === 'completed') this.giveUpRejections();
  }

  private add(value: Value, event: number, position: number): Thrown {
    const thrown: Thrown = { event, position, fate: undefined, hasLeftStack: false };
    this.thrown.push(thrown);
    this.byValue.set(value, thrown);
    return thrown;
  }

  /** What was thrown and made the rejection, or the call that rejected the promise. */
  private origin(reason: Value): Thrown {
    const thrown = this.byValue.get(reason);
    if (thrown !== undefined && thrown.fate === undefined) return thrown;
    const { steps, currentFrame } = this.isolate;
    if (currentFrame === undefined) return this.add(reason, lastEventAt(this.run.log, steps), steps - 0.5);
    return this.add(reason, -1, steps - 1);
  }

  private takenByPromise(reason: Value): void {
    const thrown = this.byValue.get(reason);
    if (thrown !== undefined) thrown.hasLeftStack = false;
  }

  private endTurn(): void {
    if (this.left?.hasLeftStack === true) this.left.fate ??= 'uncaught';
    this.left = undefined;
  }

  /** Whatever waited to be handled when the queues were empty. */
  private giveUpRejections(): void {
    for (const thrown of this.withoutHandler.values()) thrown.fate ??= 'unhandled';
    this.withoutHandler.clear();
  }
}
