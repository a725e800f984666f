/** Listens to a run and counts its events, one for each that recording.ts would write. */
import type {
  Collection,
  EngineListener,
  Frame,
  IcTransition,
  JSObject,
  Microtask,
  PromiseReaction,
  SharedFunctionInfo,
  Value,
} from '../../engine/index.ts';
import type { HostListener } from '../../host/host-listener.ts';
import type { ConsoleLevel, EventType, Outcome, TurnKind } from '../../protocol/events.ts';

export abstract class EventCounter implements EngineListener, HostListener {
  protected abstract count(type: EventType): void;

  statement(_frame: Frame, _offset: number): void {
    this.count('statement');
  }

  call(_frame: Frame): void {
    this.count('call');
  }

  return(_frame: Frame, _value: Value): void {
    this.count('return');
  }

  suspend(_frame: Frame, _isAwait: boolean): void {
    this.count('suspend');
  }

  throw(_value: Value): void {
    this.count('throw');
  }

  unwind(_frame: Frame, _value: Value): void {
    this.count('unwind');
  }

  catch(_frame: Frame, _value: Value): void {
    this.count('catch');
  }

  enqueueMicrotask(_task: Microtask): void {
    this.count('enqueueMicrotask');
  }

  promiseSettled(promise: JSObject): void {
    if (promise.internal?.kind === 'promise') this.count('promiseSettled');
  }

  promiseReaction(_reaction: PromiseReaction): void {
    this.count('promiseReaction');
  }

  directEval(_shared: SharedFunctionInfo): void {
    this.count('directEval');
  }

  withEnter(): void {
    this.count('withEnter');
  }

  deleteProperty(): void {
    this.count('deleteProperty');
  }

  argumentsObject(): void {
    this.count('argumentsObject');
  }

  forIn(): void {
    this.count('forIn');
  }

  icTransition({ from, to }: IcTransition): void {
    if (to === 'MEGAMORPHIC' && from !== 'MEGAMORPHIC') this.count('megamorphic');
  }

  tierMarked(): void {}

  garbageCollected({ kind }: Collection): void {
    this.count(kind);
  }

  tierChanged(): void {
    this.count('tierUp');
  }

  deoptimized(): void {
    this.count('deoptimized');
  }

  dictionaryMode(): void {
    this.count('dictionaryMode');
  }

  runStart(): void {
    this.count('runStart');
  }

  turnStart(_kind: TurnKind, _id: number, _name: string): void {
    this.count('turnStart');
  }

  turnEnd(): void {
    this.count('turnEnd');
  }

  console(_level: ConsoleLevel, _text: string, _indentation: number): void {
    this.count('console');
  }

  enqueueTask(): void {
    this.count('enqueueTask');
  }

  cancelTask(): void {
    this.count('cancelTask');
  }

  apiStart(): void {
    this.count('apiStart');
  }

  apiDue(): void {
    this.count('apiDue');
  }

  apiEnd(): void {
    this.count('apiEnd');
  }

  listenerCall(): void {
    this.count('listenerCall');
  }

  workerState(): void {
    this.count('workerState');
  }

  phase(): void {
    this.count('phase');
  }

  clock(): void {
    this.count('clock');
  }

  race(): void {
    this.count('race');
  }

  uncaughtError(_text: string, _value: Value): void {
    this.count('uncaughtError');
  }

  unhandledRejection(_text: string, _reason: Value): void {
    this.count('unhandledRejection');
  }

  runEnd(_outcome: Outcome): void {
    this.count('runEnd');
  }
}
