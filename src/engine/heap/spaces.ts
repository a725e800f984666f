/**
 * How much stands in which space of the heap, and when what is collected. V8: src/heap/heap.cc (ShouldResizeNewSpace,
 * ConfigureInitialOldGenerationSize), new-spaces.cc, memory-controller.cc.
 *
 * Young objects stand in new space: a semi-space of some capacity. When it is full a scavenge copies what is still reachable
 * to the other semi-space, or, if it has survived one before, to old space. When the old generation has outgrown its limit, a
 * mark-compact goes through everything and leaves nothing young.
 *
 * Simplified: bytes only, no pages, so nothing is fragmented and nothing is wasted. V8 marks in steps from when the limit is
 * reached, and may finish before new space is full again, in a task; here it never does. Its growing factor depends on measured speeds
 * and is mostly the greatest, which is taken. The read-only, code and trusted spaces and what the engine itself keeps in old
 * space (hidden classes, feedback, bytecode) are not counted.
 */

export const megabyte = 2 ** 20;
/** What is larger is an object of large object space. V8: kMaxRegularHeapObjectSize. */
export const maxRegularObjectBytes = 128 * 1024;
/** V8: kMinSemiSpaceSize on 64 bits without pointer compression. */
const initialSemiSpaceBytes = megabyte;
/** V8: kMaxInitialOldGenerationSize. */
const initialOldLimit = 512 * megabyte;
/** V8: MinimumAllocationLimitGrowingStep. */
const minimumGrowingStep = 8 * megabyte;
/** V8: kMaxGrowingFactor. */
const growingFactor = 4;
/** V8: GCTracer::AverageSurvivalRatio is that of the last so many. */
const survivalSamples = 10;

/** What of the surroundings is in the heap before the program begins. */
export interface StartOfHeap {
  /** In new space: reachable or not. */
  readonly young: number;
  /** Of that, so much survives the first scavenge and the second. */
  readonly youngReachable: number;
  readonly old: number;
}

export interface SpaceSizes {
  readonly young: number;
  readonly old: number;
  readonly large: number;
}

/** What a walk over the young generation has found. */
export interface YoungSurvivors {
  /** Survived for the first time. */
  readonly copied: number;
  /** Survived before. */
  readonly promoted: number;
  /** Of the large objects that were made since the last collection. */
  readonly large: number;
}

/** What a walk over everything has found. */
export interface MarkedBytes {
  readonly regular: number;
  readonly large: number;
  readonly survivedYoung: number;
}

export class Spaces {
  private readonly start: StartOfHeap;
  private readonly maxSemiSpaceBytes: number;
  /** Of one semi-space. */
  capacity = initialSemiSpaceBytes;
  /** What the last scavenge left in new space. */
  private copied: number;
  /** How many collections the surroundings' young objects have survived, which no walk finds; 2: they are old. */
  private startAge = 0;
  old: number;
  large = 0;
  /** Of the old generation: what is more is for a mark-compact. */
  limit = initialOldLimit;
  private survivedSinceExpansion = 0;
  private readonly survivalRatios: number[] = [];
  private hasMarked = false;

  constructor(start: StartOfHeap, maxSemiSpaceBytes: number) {
    this.start = start;
    this.maxSemiSpaceBytes = maxSemiSpaceBytes;
    this.copied = start.young;
    this.old = start.old;
  }

  /** What of the sizes is the surroundings'. */
  get surroundings(): { readonly young: number; readonly old: number } {
    const { young, youngReachable, old } = this.start;
    if (this.startAge === 0) return { young, old };
    return this.startAge === 1 ? { young: youngReachable, old } : { young: 0, old: old + youngReachable };
  }

  /** So much fits into new space before it is full. */
  get free(): number {
    return this.capacity - this.copied;
  }

  /** As things stand when `youngLeft` and `largeLeft` bytes of what was free are left. */
  sizes(youngLeft: number, largeLeft: number): SpaceSizes {
    return {
      young: this.capacity - youngLeft,
      old: this.old,
      large: this.large + this.capacity - largeLeft,
    };
  }

  /** True: the old generation is beyond its limit now. */
  scavenged(before: SpaceSizes, { copied, promoted, large }: YoungSurvivors): boolean {
    // The surroundings' young objects are copied once and then promoted, as all others.
    const copiedNow = copied + (this.startAge === 0 ? this.start.youngReachable : 0);
    const promotedNow = promoted + (this.startAge === 1 ? this.start.youngReachable : 0);
    this.startAge++;
    this.copied = copiedNow;
    this.old += promotedNow;
    this.large += large;
    const survived = copiedNow + promotedNow + large;
    this.resize(survived);
    const isBeyond = this.old + this.large > this.limit;
    this.lowerLimit(survived / before.young);
    return isBeyond;
  }

  /** `survivedYoung`: how much of what lives was young. */
  markCompacted({ regular, large, survivedYoung }: MarkedBytes): void {
    this.hasMarked = true;
    this.startAge = 2;
    this.copied = 0;
    this.old = this.start.old + this.start.youngReachable + regular;
    this.large = large;
    this.resize(survivedYoung);
    const size = this.old + this.large;
    this.limit = Math.max(size * growingFactor, size + minimumGrowingStep) + this.capacity;
  }

  /** V8: ShouldResizeNewSpace. */
  private resize(survived: number): void {
    this.survivedSinceExpansion += survived;
    if (this.capacity >= this.maxSemiSpaceBytes || this.survivedSinceExpansion <= this.capacity) return;
    this.capacity *= 2;
    this.survivedSinceExpansion = 0;
  }

  /** Before the first mark-compact the limit comes down the faster, the less survives. */
  private lowerLimit(survivalRatio: number): void {
    const { survivalRatios } = this;
    if (survivalRatios.push(survivalRatio) > survivalSamples) survivalRatios.shift();
    if (this.hasMarked) return;
    const average = survivalRatios.reduce((sum, ratio) => sum + ratio, 0) / survivalRatios.length;
    const lowered = Math.max(this.old + this.large + minimumGrowingStep, this.limit * average);
    this.limit = Math.min(this.limit, lowered);
  }
}
