/**
 * Linked lists that grow: objects of one hidden class of which there are more each time that the heap is gone through, and most of
 * which are reached through another one of them.
 */
import {
  Context,
  FunctionData,
  type HeapObject,
  type HiddenClass,
  type Isolate,
  JSObject,
  type Scope,
} from '../../engine/index.ts';
import type { ReachedObjects } from '../heap/reached-objects.ts';
import { keepingPathOf } from './keeping-path.ts';
import { bytesKeptBy } from './kept-bytes.ts';
import type { GrowthEvidence, KeepingPath, SizeAt } from './memory-evidence.ts';

const leastObjects = 32;
/** So often there were more of them than the time before. */
const leastSizes = 4;
const mostChains = 4;

interface Chain {
  readonly sizes: SizeAt[];
  readonly firstEvent: number;
  path: KeepingPath | undefined;
  bytes: number;
  isKept: boolean;
}

export class GrowingChains {
  private counts = new Map<HiddenClass, number>();
  private chains = new Map<HiddenClass, Chain>();

  /** Each object that can be reached. */
  count(object: HeapObject): void {
    if (!(object instanceof JSObject) || object.hiddenClass.instanceType !== 'object') return;
    const { hiddenClass } = object;
    if (!hiddenClass.isDictionary) this.counts.set(hiddenClass, (this.counts.get(hiddenClass) ?? 0) + 1);
  }

  /** They have all been counted, after that turn. */
  counted(turn: number, event: number): void {
    const chains = new Map<HiddenClass, Chain>();
    for (const [map, size] of this.counts) {
      if (size < leastObjects) continue;
      const known = this.chains.get(map);
      const chain = known ?? { sizes: [], firstEvent: event, path: undefined, bytes: 0, isKept: true };
      if (known !== undefined && size <= known.sizes.at(-1)!.size) continue;
      chain.sizes.push({ turn, size });
      chain.isKept = true;
      chains.set(map, chain);
    }
    // What the program had to the end, it may have given up with its end.
    for (const [map, chain] of this.chains)
      if (chain.path !== undefined && !this.counts.has(map)) chains.set(map, { ...chain, isKept: false });
    this.chains = chains;
    this.counts = new Map();
  }

  get areGrowing(): boolean {
    for (const { sizes } of this.chains.values()) if (sizes.length >= leastSizes) return true;
    return false;
  }

  findOutAbout(isolate: Isolate, reached: ReachedObjects, all: number, isMain: (scope: Scope) => boolean): void {
    const growing = [...this.chains].filter(([, { sizes, isKept }]) => isKept && sizes.length >= leastSizes);
    for (const [map, chain] of growing.slice(0, mostChains)) {
      const first = firstOfChain(map, reached, chain.sizes.at(-1)!.size);
      const path = first && keepingPathOf(reached, first, isMain);
      if (first === undefined || path === undefined) continue;
      chain.path = path;
      chain.bytes = bytesOfChain(isolate, first, reached.edges.get(first)?.from, all);
    }
  }

  evidence(turns: number): readonly GrowthEvidence[] {
    const found: GrowthEvidence[] = [];
    for (const { sizes, path, bytes, isKept, firstEvent } of this.chains.values()) {
      if (path === undefined || sizes.length < leastSizes) continue;
      const watchedTurns = turns - sizes[0]!.turn;
      found.push({ kind: 'chain', path, sizes, grownTurns: watchedTurns, watchedTurns, bytes, isKept, firstEvent });
    }
    return found;
  }
}

/** Of the longest way through objects of that hidden class alone, the first; undefined where none is long. */
function firstOfChain(map: HiddenClass, { order, edges }: ReachedObjects, count: number): HeapObject | undefined {
  const depths = new Map<HeapObject, { readonly depth: number; readonly first: HeapObject }>();
  let deepest: { readonly depth: number; readonly first: HeapObject } | undefined;
  for (const object of order) {
    if (!(object instanceof JSObject) || object.hiddenClass !== map) continue;
    const { from } = edges.get(object)!;
    const before = from === undefined ? undefined : depths.get(from);
    const place = { depth: (before?.depth ?? 0) + 1, first: before?.first ?? object };
    depths.set(object, place);
    if (place.depth > (deepest?.depth ?? 0)) deepest = place;
  }
  // A list with a beginning and an end is reached from both.
  return deepest !== undefined && deepest.depth >= count / 4 ? deepest.first : undefined;
}

/** Without what refers to the first one: an object that knows its end, too, goes with it. */
function bytesOfChain(isolate: Isolate, first: HeapObject, holder: HeapObject | undefined, all: number): number {
  return bytesKeptBy(
    isolate,
    (walk) => {
      if (holder instanceof Context)
        walk.skipsSlot = (context, slot) => context === holder && context.slots[slot] === first;
      else if (
        holder === undefined ||
        holder.internal instanceof FunctionData ||
        holder === isolate.mainRealm.globalObject
      )
        walk.cut(first);
      else walk.cut(holder);
    },
    all,
  );
}
