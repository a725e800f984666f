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
/** V8: String::kMaxLength on 64 bits. What would be longer is an error. */
export const maxTextLength = 2 ** 29 - 24;
/** So many bytes may huge texts get by doubling, repeating and being put together before they are charged: as many as lead to V8's error. */
const bytesByDoubling = 2 ** 30;
/** Units of a repetition that are longer are not looked through for characters of two bytes. */
const longUnit = 64;
/** A text that grows is measured anew when it is so much longer. */
const growth = 1.25;
/** Of what a long text shares with those that it is put together from, so much counts: rarely does the host copy it. */
const countedShare = 1 / 4;
/** Measuring for shared characters found so little of them kept that it is done half as often. */
const keptShare = 1 / 8;
/** Longer lists the host's engine cannot hold. V8: FixedArray::kMaxLength. */
const maxListLength = 2 ** 27 - 3;

export class Meter {
  private readonly isolate: Isolate;
  private workLeft = workSlice;
  private slices = 0;
  private charged = 0;
  private doublingLeft = bytesByDoubling;
  private longestText = hugeText;
  private measureAt: number;
  /** In use when it was measured last. */
  private used = 0;
  private shared = 0;
  private unmeasured = 0;
  private measureSharedAt: number;

  constructor(isolate: Isolate) {
    this.isolate = isolate;
    this.measureAt = Math.min(firstMeasure, this.limit);
    this.measureSharedAt = this.measureAt;
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

  /** Nobody could make a text of so many characters. */
  isTooLong(length: number): boolean {
    return length > hugeText && length * bytesPerCharacter > this.limit;
  }

  /** A builtin is about to repeat a text. The host doubles it, and copies the characters when somebody looks into the result. */
  repetition(unit: string, length: number): void {
    if (length > hugeText) {
      const bytes = length * (unit.length <= longUnit && isOneByte(unit) ? 1 : bytesPerCharacter);
      this.double(bytes);
    } else this.text(length);
  }

  /** Two texts are about to become one. */
  concatenation(left: string, right: string): void {
    allocateConcatenation(this.isolate.heap, left, right);
    if (left.length + right.length > longText) this.lengthen(left, right);
  }

  /**
   * A text gets the characters of another. The host copies them later, when somebody looks into the result, and all at once. A text
   * that is doubled soon is longer than texts may be: that is an error of its own, and is left to come to it.
   */
  lengthen(left: string, right: string): void {
    const length = left.length + right.length;
    if (length <= longText || length > maxTextLength) return;
    const bytes = length * bytesPerCharacter;
    if (length > hugeText) {
      if (this.isTooLong(length) || (left.length === right.length && left === right)) {
        this.double(bytes);
        return;
      }
      if (length > this.longestText * growth) {
        this.longestText = length;
        this.measure(0);
      }
    }
    this.allocate(Math.min(left.length, right.length) * bytesPerCharacter);
    this.share(bytes * countedShare);
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
    const { workLeft, slices, charged, measureAt, doublingLeft, longestText, used } = this;
    const { shared, unmeasured, measureSharedAt } = this;
    return () => {
      Object.assign(this, { workLeft, slices, charged, measureAt, doublingLeft, longestText, used });
      Object.assign(this, { shared, unmeasured, measureSharedAt });
    };
  }

  /** What was doubled before does not count any more if nobody holds it. */
  private double(bytes: number): void {
    const { limit } = this;
    if (this.doublingLeft < bytesByDoubling && reachableBytes(this.isolate, limit) <= limit)
      this.doublingLeft = bytesByDoubling;
    if (bytes > this.doublingLeft) throw new RunStopped('memory');
    this.doublingLeft -= bytes;
  }

  /**
   * Characters that two texts have in common until somebody looks into both. A program that keeps and looks into all of them has
   * to be noticed; one that builds a single text is not to be measured at each step: so the less was kept, the later.
   */
  private share(bytes: number): void {
    this.shared += bytes;
    if (this.shared < firstMeasure && this.shared < this.measureSharedAt) return;
    this.unmeasured += this.shared;
    this.shared = 0;
    if (this.unmeasured < this.measureSharedAt) {
      this.isolate.interpreter.onSlice?.();
      return;
    }
    const before = this.used;
    this.measure(0);
    const first = Math.min(firstMeasure, this.limit);
    this.measureSharedAt = this.used - before > this.unmeasured * keptShare ? first : this.measureSharedAt * 2;
    this.unmeasured = 0;
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
    const used = reachableBytes(this.isolate, limit) + bytes;
    this.used = used;
    if (used > limit) throw new RunStopped('memory');
    this.measureAt = this.charged + Math.max((limit - used) / 2, 2 ** 23);
  }
}

function isOneByte(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0xff) return false;
  return true;
}
