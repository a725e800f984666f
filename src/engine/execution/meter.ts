/**
 * What bytecodes do not count: the loops inside builtins, and memory. Both end a run at a place that follows from source and
 * environment alone, long before the host would die of it. V8: the heap's limit (src/heap/heap.cc) and its fatal out-of-memory error.
 * Simplified: the heap's limit knows nothing of the collector (collector.ts), which models V8's bytes: what is charged here, roughly and as
 * it happens, is what the host needs for its stand-ins; when enough has come together, what is still reachable is measured by
 * walking the guest's objects.
 */
import { allocateConcatenation, allocateList, allocateText } from '../objects/allocation.ts';
import { RunStopped } from './guest-exception.ts';
import type { Isolate } from './isolate.ts';
import { bytesPerCharacter, reachableBytes } from './reachable-bytes.ts';

/** Accesses of builtins that count as much as one bytecode. */
const accessesPerStep = 16;
/** A text's characters that count as much as an access. */
const charactersPerWork = 256;
/** Between two looks at the clock. */
const workSlice = 1_000_000;
/** Bytes that a bytecode is taken to allocate: objects, contexts and frames are not charged one by one. */
const bytesPerStep = 8;
/** Of a property that a builtin adds. */
const bytesPerStore = 48;
/** Nothing is measured before so much has been charged. */
const firstMeasure = 128 * 2 ** 20;
/** The worker's own limit is above it. */
const defaultMaxHeapBytes = 256 * 2 ** 20;
/** Shorter texts are too little to be charged one by one. */
const longText = 2 ** 16;
/** From here on a text may be more than the host can find room for at once. */
const hugeText = 2 ** 24;
/** V8: String::kMaxLength. What would be longer is an error. */
const maxTextLength = 2 ** 29 - 24;
/** So many characters may huge texts get by doubling before they are charged: as many as lead to V8's error. */
const longestByDoubling = 2 ** 29;
/** Of a long text that is put together from others, so much is charged: mostly it shares their characters. */
const shareOfConcatenation = 1 / 4;
/** Longer lists the host's engine cannot hold. V8: FixedArray::kMaxLength. */
const maxListLength = 2 ** 27 - 3;

export class Meter {
  private readonly isolate: Isolate;
  private workLeft = workSlice;
  private slices = 0;
  private charged = 0;
  private doubledLeft = longestByDoubling;
  private measureAt: number;

  constructor(isolate: Isolate) {
    this.isolate = isolate;
    this.measureAt = Math.min(firstMeasure, this.limit);
  }

  /** A builtin is about to do so many accesses, or one. */
  work(units = 1): void {
    this.workLeft -= units;
    if (this.workLeft < 0) this.endWorkSlice();
  }

  /** An access that may add a property. */
  store(): void {
    this.work();
    this.allocate(bytesPerStore);
  }

  /** So many bytes are about to be allocated at once, or were. */
  allocate(bytes: number): void {
    this.charged += bytes;
    if (this.charged >= this.measureAt) this.measure(bytes);
  }

  /** A list of so many values. */
  allocateList(length: number): void {
    if (length > maxListLength) throw new RunStopped('memory');
    this.allocate(length * 8);
    allocateList(this.isolate.heap, length);
  }

  /** A builtin is about to make a text of so many characters. */
  text(length: number): void {
    if (length > longText) this.allocate(length * bytesPerCharacter);
    allocateText(this.isolate.heap, length);
  }

  /**
   * Two texts are about to become one. The host copies them later, when somebody looks into the result, and all at once. A text
   * that is doubled soon is longer than texts may be: that is an error of its own, and is left to come to it.
   */
  concatenation(left: string, right: string): void {
    const length = left.length + right.length;
    allocateConcatenation(this.isolate.heap, left, right);
    if (length <= longText || length > maxTextLength) return;
    if (length <= hugeText) this.allocate(length * bytesPerCharacter * shareOfConcatenation);
    else if (left.length === right.length && length <= this.doubledLeft && left === right) this.doubledLeft -= length;
    else this.allocate(length * bytesPerCharacter);
  }

  /** A builtin is about to go through a text of so many characters. */
  scan(length: number): void {
    if (length > longText) this.work(length / charactersPerWork);
  }

  /** So many bytecodes have run. */
  steps(count: number): void {
    this.allocate(count * bytesPerStep);
  }

  /** What is counted from now on does not count when the result is called. */
  suspend(): () => void {
    const { workLeft, slices, charged, measureAt } = this;
    return () => {
      Object.assign(this, { workLeft, slices, charged, measureAt });
    };
  }

  private endWorkSlice(): void {
    while (this.workLeft < 0) {
      this.workLeft += workSlice;
      this.slices++;
      if ((this.slices * workSlice) / accessesPerStep > this.isolate.options.maxSteps) throw new RunStopped('steps');
    }
    this.isolate.interpreter.onSlice?.();
  }

  private get limit(): number {
    const { maxHeapBytes = defaultMaxHeapBytes, heapShare } = this.isolate.options;
    return heapShare === undefined ? maxHeapBytes : maxHeapBytes * heapShare();
  }

  private measure(bytes: number): void {
    const { limit } = this;
    if (bytes > limit) throw new RunStopped('memory');
    // What has come together since may be more than the host's own heap likes: its owner wants to look.
    this.isolate.interpreter.onSlice?.();
    const used = reachableBytes(this.isolate) + bytes;
    if (used > limit) throw new RunStopped('memory');
    this.measureAt = this.charged + Math.max((limit - used) / 2, 2 ** 23);
  }
}
