/**
 * The garbage collector: when new space is full, what is young and reachable stays, and the old generation is marked when it has
 * outgrown its limit. It frees nothing, as the host's engine does that: it knows what V8 would free, how much that is, and
 * which weak references are cleared. V8: src/heap/heap.cc (CollectGarbage), scavenger.cc, mark-compact.cc.
 *
 * A collection happens between two bytecodes, where what follows from the source alone has filled new space: a replay has the
 * same ones. Simplified: V8 collects within the bytecode that does not find room.
 */
import { type SpaceSizes, Spaces } from '../heap/spaces.ts';
import { Context } from '../objects/context.ts';
import { type HeapObject, HeapWalk } from './heap-walk.ts';
import { clearWeakReferences } from './weak-references.ts';
import { visitRoots } from './heap-roots.ts';
import type { Isolate } from './isolate.ts';

/** Why there is a collection, in V8's words. V8: GarbageCollectionReason. */
export const collectionReasons = {
  allocationFailure: 'allocation failure',
  testing: 'testing',
  runtime: 'runtime',
} as const;
export type CollectionReason = keyof typeof collectionReasons;

export interface Collection {
  readonly kind: 'scavenge' | 'markCompact';
  readonly reason: CollectionReason;
  readonly before: SpaceSizes;
  readonly after: SpaceSizes;
  /** Bytes that went from the young to the old generation. */
  readonly promoted: number;
  /** Objects and contexts that were looked at: of the young generation, or all that the program made. */
  readonly survivors: number;
  readonly freed: number;
}

/** Who looks at what a collection looks at. */
export interface CollectionObserver {
  /** Nothing has been looked at yet. */
  before(kind: Collection['kind'], reason: CollectionReason): void;
  /** What the walk has not marked is freed. */
  marked(walk: HeapWalk): void;
}

export class Collector {
  private readonly isolate: Isolate;
  readonly spaces: Spaces;
  observer: CollectionObserver | undefined = undefined;
  /** Serial number of the first object that the program made, and not its surroundings. */
  firstOfProgram = 0;
  /** The last scavenge has left the old generation beyond its limit. */
  private isBeyondLimit = false;
  /** Objects with lower serial numbers have survived a scavenge. V8: the age mark. */
  private ageMark = 0;
  /** Objects and contexts of the program that the last collection left in new space, and that are old. */
  private readonly counts = { young: 0, old: 0 };
  /** What had been made by then. */
  private madeBefore = 0;
  /** Old ones of which a scavenge does not know whether they have changed: contexts, collections, promises that wait. */
  private oldMutable: HeapObject[] | undefined = undefined;
  /** Other old ones that the last collection found to refer to young objects, and those that were written before it. */
  private rememberedBefore: ReadonlySet<HeapObject> = new Set();

  constructor(isolate: Isolate) {
    this.isolate = isolate;
    const { youngBytesAtStart, youngReachableAtStart, oldBytesAtStart, maxSemiSpaceMegabytes } = isolate.profile;
    this.spaces = new Spaces(
      { young: youngBytesAtStart, youngReachable: youngReachableAtStart, old: oldBytesAtStart },
      maxSemiSpaceMegabytes * 2 ** 20,
    );
    this.beginProgram();
  }

  /** All that is there now belongs to the surroundings. */
  beginProgram(): void {
    const { heap } = this.isolate;
    heap.remembered.clear();
    this.firstOfProgram = this.ageMark = this.madeBefore = heap.firstYoung = heap.nextSerial;
    this.makeRoom();
  }

  /** Something was made late that is old from the beginning: the next scavenge looks for what it has to look into. */
  surroundingsGrew(): void {
    this.oldMutable = undefined;
  }

  /** Told while something is made. */
  spaceIsFull(): void {
    this.isolate.interpreter.collectSoon();
  }

  /** Between two bytecodes. */
  collectFullSpace(): void {
    const { youngLeft, largeLeft } = this.isolate.heap;
    if (youngLeft >= 0 && largeLeft >= 0) return;
    // V8 begins to mark when the limit is reached, and has to finish when new space is full again.
    if (this.isBeyondLimit) this.markCompact('allocationFailure');
    else this.isBeyondLimit = this.scavenge('allocationFailure');
  }

  /** Objects and contexts that the program has made and nothing has collected yet. */
  get uncollected(): number {
    return this.counts.young + this.counts.old + this.isolate.heap.nextSerial - this.madeBefore;
  }

  sizes(): SpaceSizes {
    const { youngLeft, largeLeft } = this.isolate.heap;
    return this.spaces.sizes(youngLeft, largeLeft);
  }

  /** True: the old generation is beyond its limit. */
  scavenge(reason: CollectionReason): boolean {
    this.observer?.before('scavenge', reason);
    const { spaces, ageMark, counts } = this;
    const { heap } = this.isolate;
    const before = this.sizes();
    const made = heap.nextSerial;
    const oldOnes: HeapObject[] = [];
    const stillYoung: HeapObject[] = [];
    const bytes = { copied: 0, promoted: 0 };
    const objects = { copied: 0, promoted: 0 };
    const walkOfYoung = this.walkYoung((object, size, walk) => {
      const fate = object.serial >= ageMark ? 'copied' : 'promoted';
      objects[fate]++;
      bytes[fate] += size;
      if (fate === 'copied') return;
      if (isMutable(object)) oldOnes.push(object);
      else if (walk.refersToNewest) stillYoung.push(object);
    });
    this.observer?.marked(walkOfYoung);
    for (const object of oldOnes) this.oldMutable!.push(object);
    // What they refer to may be young once more.
    this.rememberedBefore = new Set([...heap.remembered, ...stillYoung]);
    const large = Math.min(before.large - spaces.large, walkOfYoung.largeBytes);
    const isBeyond = spaces.scavenged(before, { ...bytes, large });
    const freed = counts.young + (made - this.madeBefore) - objects.copied - objects.promoted;
    this.counts.young = objects.copied;
    this.counts.old += objects.promoted;
    heap.firstYoung = ageMark;
    this.startAgain(made);
    this.tell({
      kind: 'scavenge',
      reason,
      before,
      after: this.sizes(),
      promoted: bytes.promoted,
      survivors: objects.copied + objects.promoted,
      freed,
    });
    return isBeyond;
  }

  /** From the roots and from old objects that may refer to young ones, through what is young. */
  walkYoung(reached: (object: HeapObject, bytes: number, walk: HeapWalk) => void): HeapWalk {
    const { isolate } = this;
    const { firstYoung, remembered } = isolate.heap;
    this.oldMutable ??= this.findOldMutable();
    const walk = new HeapWalk(
      isolate,
      firstYoung,
      false,
      (object, bytes) => reached(object, bytes, walk),
      this.ageMark,
    );
    for (const object of this.oldMutable) walk.visitInside(object);
    for (const object of this.rememberedBefore) walk.visitInside(object);
    for (const object of remembered) walk.visitInside(object);
    walk.visitInside(isolate.mainRealm.globalObject);
    visitRoots(isolate, walk.visit);
    walk.finish();
    return walk;
  }

  /** From the roots through everything. */
  walkAll(
    isWeak: boolean,
    reached: (object: HeapObject, bytes: number) => void,
    prepare?: (walk: HeapWalk) => void,
  ): HeapWalk {
    const walk = new HeapWalk(this.isolate, 0, isWeak, reached);
    prepare?.(walk);
    visitRoots(this.isolate, (value, kind) => {
      if (!walk.skipsFrames || (kind !== 'stack' && kind !== 'frame')) walk.visit(value);
    });
    walk.finish();
    return walk;
  }

  markCompact(reason: CollectionReason): void {
    this.observer?.before('markCompact', reason);
    const { spaces, firstOfProgram, counts } = this;
    const { heap } = this.isolate;
    const before = this.sizes();
    const made = heap.nextSerial;
    const oldMutable: HeapObject[] = [];
    let regular = 0;
    let survivedYoung = 0;
    let survivors = 0;
    this.isBeyondLimit = false;
    // A builtin that waits for guest code may hold objects that no root leads to.
    const isWeak = this.isolate.interpreter.nestingDepth <= 1;
    const walk = this.walkAll(isWeak, (object, bytes) => {
      if (isMutable(object)) oldMutable.push(object);
      if (object.serial < firstOfProgram) return;
      survivors++;
      regular += bytes;
      if (object.serial >= heap.firstYoung) survivedYoung += bytes;
    });
    this.observer?.marked(walk);
    spaces.markCompacted({ regular, large: walk.largeBytes, survivedYoung });
    const freed = counts.young + counts.old + (made - this.madeBefore) - survivors;
    this.counts.young = 0;
    this.counts.old = survivors;
    this.oldMutable = oldMutable;
    this.rememberedBefore = new Set();
    heap.firstYoung = made;
    this.startAgain(made);
    if (isWeak) clearWeakReferences(this.isolate, walk);
    this.tell({ kind: 'markCompact', reason, before, after: this.sizes(), promoted: survivedYoung, survivors, freed });
  }

  private startAgain(made: number): void {
    this.isolate.heap.remembered.clear();
    this.ageMark = this.madeBefore = made;
    this.makeRoom();
  }

  private makeRoom(): void {
    const { heap } = this.isolate;
    heap.youngLeft = this.spaces.free;
    heap.largeLeft = this.spaces.capacity;
  }

  /** Of the surroundings, before the first collection. */
  private findOldMutable(): HeapObject[] {
    const found: HeapObject[] = [];
    const { firstYoung } = this.isolate.heap;
    this.walkAll(false, (object) => {
      if (object.serial < firstYoung && isMutable(object)) found.push(object);
    });
    return found;
  }

  private tell(collection: Collection): void {
    this.isolate.listener?.garbageCollected(collection);
  }
}

/** Whether it can be given objects without telling (objects/write-barrier.ts). */
function isMutable(object: HeapObject): boolean {
  if (object instanceof Context) return true;
  const { internal } = object;
  switch (internal?.kind) {
    case undefined:
    case 'function':
    case 'allocation site':
    case 'primitive':
    case 'date':
    case 'regexp':
    case 'typed array':
    case 'array buffer':
    case 'data view':
      return false;
    case 'promise':
      return internal.state === 'pending';
    case 'generator':
      return internal.state !== -2;
    default:
      return true;
  }
}
