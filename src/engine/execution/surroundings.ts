/**
 * Makes parts of a program's surroundings when they are first asked for, as if they had been there from the beginning: it takes
 * no bytecodes and no memory of the run, nobody is told, and serial numbers come from a range that was kept free before the
 * program began. So a run is the same wherever a debugger has looked at such a part before. V8: the startup snapshot.
 */
import type { Value } from '../objects/value.ts';
import type { Isolate } from './isolate.ts';

/** How many objects and contexts, and hidden classes, may be made late. */
const serialsKept = 200_000;
const hiddenClassesKept = 50_000;
const maxSteps = 50_000_000;
/** More than is ever allocated, and an integer that the host holds without a box. */
const muchRoom = 2 ** 30;

export class Surroundings {
  private readonly isolate: Isolate;
  private nextSerial = -1;
  private nextHiddenClassId = -1;
  /** Or the surroundings are not ready yet. */
  private isMaking = true;

  constructor(isolate: Isolate) {
    this.isolate = isolate;
  }

  /** Called once, before the program's first object. */
  keepRoom(): void {
    const { heap } = this.isolate;
    this.nextSerial = heap.nextSerial;
    this.nextHiddenClassId = heap.nextHiddenClassId;
    heap.nextSerial += serialsKept;
    heap.nextHiddenClassId += hiddenClassesKept;
    this.isMaking = false;
  }

  /** Runs `make`, which may call builtin code. */
  make<Result>(make: () => Result): Result {
    if (this.isMaking) return make();
    const { isolate, nextSerial, nextHiddenClassId } = this;
    const { listener, watcher, onThrow, onRejection } = isolate;
    const restoreMeter = isolate.meter.suspend();
    const restoreCounters = isolate.rememberCounters();
    Object.assign(isolate, { listener: undefined, watcher: undefined, onThrow: undefined, onRejection: undefined });
    Object.assign(isolate.heap, { nextSerial, nextHiddenClassId, youngLeft: muchRoom, largeLeft: muchRoom });
    this.isMaking = true;
    let result: Result | undefined;
    try {
      isolate.interpreter.beside(maxSteps, (): Value => {
        result = isolate.inRealm(isolate.mainRealm, make);
        return undefined;
      });
    } finally {
      this.isMaking = false;
      this.nextSerial = isolate.heap.nextSerial;
      this.nextHiddenClassId = isolate.heap.nextHiddenClassId;
      restoreCounters();
      restoreMeter();
      Object.assign(isolate, { listener, watcher, onThrow, onRejection });
      isolate.collector.surroundingsGrew();
    }
    return result as Result;
  }
}
