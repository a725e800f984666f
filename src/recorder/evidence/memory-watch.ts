/**
 * Notes what grows from turn to turn. A turn is a task with all its microtasks: what is there when it is over, it leaves to the
 * next. After the 4th, 6th, 9th ... turn the heap is gone through: what has more entries than the time before is watched from
 * then on, and its size is compared after each turn. So a run of a hundred thousand turns is gone through some thirty times, and less
 * often where the heap is large for what has happened meanwhile.
 */
import { Context, type HeapObject, type Isolate, JSObject, type Scope } from '../../engine/index.ts';
import { ReachedObjects } from '../heap/reached-objects.ts';
import { heldByTimers } from './held-by-timers.ts';
import { detachedNodesOf } from './detached-nodes.ts';
import { GrowingChains } from './growing-chains.ts';
import { functionScopeOf, keepingPathOf } from './keeping-path.ts';
import { bytesKeptBy, reachableBytes } from './kept-bytes.ts';
import { siblingsOf } from './shared-contexts.ts';
import type { GrowingKind, GrowthEvidence, KeepingPath, MemoryEvidence, SizeAt } from './memory-evidence.ts';

const firstSample = 4;
const sampleFactor = 1.5;
/** So many bytecodes have to run for each object that is gone through, where there are more than a realm has by itself. */
const stepsOfObject = 2;
const fewObjects = 5000;
const leastEntries = 8;
const leastCharacters = 1024;
const mostWatched = 32;
/** Turns in which it grew, before it is worth to know what keeps it. */
const leastGrownTurns = 8;
const mostTold = 8;
/** To know the way to each of more objects would take too much memory. */
const mostObjects = 1_000_000;

interface Watched {
  readonly holder: HeapObject;
  /** Of a text: the slot of the context. */
  readonly slot: number;
  readonly kind: GrowingKind;
  readonly sizes: SizeAt[];
  readonly since: number;
  readonly firstEvent: number;
  size: number;
  grownTurns: number;
  lastGrown: number;
  isKept: boolean;
  path: KeepingPath | undefined;
  bytes: number;
}

export class MemoryWatch {
  private readonly isolate: Isolate;
  private readonly now: () => number;
  private readonly isMain: (scope: Scope) => boolean;
  private turns = 0;
  private nextSample = firstSample;
  private steps = -1;
  private sampledAt = { turn: 0, steps: 0, objects: 0 };
  private watched: Watched[] = [];
  /** Sizes when the heap was last gone through, by serial number; of texts with the slot. */
  private sizes = new Map<string, number>();
  private readonly chains = new GrowingChains();
  /** What was seen to shrink. */
  private readonly bounded = new Set<string>();

  /** `now`: the event that was logged last; `isMain`: whether the function with that scope is the main file's. */
  constructor(isolate: Isolate, now: () => number, isMain: (scope: Scope) => boolean) {
    this.isolate = isolate;
    this.now = now;
    this.isMain = isMain;
  }

  /** A task and all its microtasks are over. */
  turnOver(): void {
    const { steps } = this.isolate;
    if (steps === this.steps) return;
    this.steps = steps;
    this.turns++;
    if (this.watched.length > 0) this.measure();
    const { sampledAt } = this;
    const many = Math.max(0, sampledAt.objects - fewObjects);
    if (this.turns < this.nextSample || steps - sampledAt.steps < many * stepsOfObject) return;
    this.nextSample = Math.ceil(this.turns * sampleFactor);
    this.sample(false);
  }

  evidence(): MemoryEvidence {
    const { turns, isolate } = this;
    if (this.sampledAt.turn > 0 && this.sampledAt.turn < turns) this.sample(true);
    const growths = this.watched.filter((each) => this.isGrowing(each)).map((each) => this.growthOf(each));
    growths.push(...this.chains.evidence(turns));
    const isSmall = isolate.collector.uncollected < mostObjects;
    const held = { growths, timers: heldByTimers(isolate) };
    // What the script alone has left is what it still works with, or nothing.
    if (turns < 2 || !isSmall) return { turns, ...held, siblings: [], detached: [] };
    const reached = new ReachedObjects(isolate, true, { skipsFrames: true });
    const siblings = siblingsOf(isolate, reached, this.isMain);
    return { turns, ...held, siblings, detached: detachedNodesOf(reached, this.isMain) };
  }

  private growthOf({ kind, path, sizes, size, grownTurns, since, bytes, isKept, firstEvent }: Watched): GrowthEvidence {
    const { turns } = this;
    const all = sizes.at(-1)!.turn === turns ? sizes : [...sizes, { turn: turns, size }];
    return { kind, path: path!, sizes: all, grownTurns, watchedTurns: turns - since, bytes, isKept, firstEvent };
  }

  /** It has been told what keeps it, and it did not come to rest. */
  private isGrowing({ path, sizes, size, lastGrown, since }: Watched): boolean {
    const { turns } = this;
    if (path === undefined || turns - lastGrown > (turns - since) / 4) return false;
    const middle = sizes.findLast(({ turn }) => turn <= (since + turns) / 2) ?? sizes[0]!;
    return size - middle.size >= (size - sizes[0]!.size) / 4;
  }

  private measure(): void {
    for (const each of this.watched) {
      const size = sizeOf(each.holder, each.slot);
      if (size > each.size) {
        each.grownTurns++;
        each.lastGrown = this.turns;
      } else if (size < each.size) this.bounded.add(keyOf(each.holder, each.slot));
      each.size = size;
    }
    this.watched = this.watched.filter(({ holder, slot }) => !this.bounded.has(keyOf(holder, slot)));
  }

  private sample(isLast: boolean): void {
    const { isolate, turns } = this;
    const { collector, steps } = isolate;
    const known = this.sizes;
    const sizes = new Map<string, number>();
    const grown: { readonly holder: HeapObject; readonly slot: number; readonly from: number; readonly to: number }[] =
      [];
    const look = (holder: HeapObject, slot: number, least: number): void => {
      const to = sizeOf(holder, slot);
      if (to < least) return;
      const key = keyOf(holder, slot);
      sizes.set(key, to);
      const from = known.get(key);
      if (from !== undefined && from < to && !this.bounded.has(key)) grown.push({ holder, slot, from, to });
    };
    let objects = 0;
    const walk = collector.walkAll(isolate.interpreter.nestingDepth <= 1, (object) => {
      objects++;
      if (object.serial < collector.firstOfProgram) return;
      look(object, -1, leastEntries);
      this.chains.count(object);
      if (object instanceof Context)
        for (let slot = 2; slot < object.slots.length; slot++)
          if (typeof object.slots[slot] === 'string') look(object, slot, leastCharacters);
    });
    this.chains.counted(turns, this.now());
    for (const each of this.watched) each.isKept = walk.isMarked(each.holder);
    if (!isLast) this.watched = this.watched.filter(({ isKept }) => isKept);
    for (const { sizes: list, size } of this.watched) list.push({ turn: turns, size });
    grown.sort((one, other) => other.to - other.from - (one.to - one.from));
    for (const { holder, slot, from, to } of grown) {
      if (this.watched.length >= mostWatched || isLast) break;
      if (this.watched.some((each) => each.holder === holder && each.slot === slot)) continue;
      this.watched.push({
        holder,
        slot,
        kind: slot < 0 ? kindOf(holder)! : 'text',
        sizes: [
          { turn: this.sampledAt.turn, size: from },
          { turn: turns, size: to },
        ],
        since: turns,
        firstEvent: this.now(),
        size: to,
        grownTurns: 0,
        lastGrown: turns,
        isKept: true,
        path: undefined,
        bytes: 0,
      });
    }
    this.sizes = sizes;
    this.sampledAt = { turn: turns, steps, objects };
    this.findOutAbout(
      this.watched.filter(({ isKept, grownTurns }) => isKept && grownTurns >= leastGrownTurns).slice(0, mostTold),
    );
  }

  /** What keeps it, and how much it keeps. */
  private findOutAbout(growing: readonly Watched[]): void {
    const hasChains = this.chains.areGrowing;
    if ((growing.length === 0 && !hasChains) || this.isolate.collector.uncollected > mostObjects) return;
    const { isolate } = this;
    const reached = new ReachedObjects(isolate, true, { skipsFrames: true });
    const all = reachableBytes(isolate);
    if (hasChains) this.chains.findOutAbout(isolate, reached, all, this.isMain);
    for (const each of growing) {
      const { holder, slot } = each;
      const path = keepingPathOf(reached, holder, this.isMain);
      if (path === undefined) continue;
      each.path = slot < 0 ? path : withText(path, holder as Context, slot, this.isMain);
      each.bytes =
        slot < 0
          ? bytesKeptBy(isolate, (walk) => walk.cut(holder), all)
          : bytesKeptBy(
              isolate,
              (walk) => {
                walk.skipsSlot = (context, index) => context === holder && index === slot;
              },
              all,
            );
    }
  }
}

function withText(
  path: KeepingPath,
  { scopeInfo }: Context,
  slot: number,
  isMain: (scope: Scope) => boolean,
): KeepingPath {
  const name = scopeInfo.contextLocals[slot - scopeInfo.firstSlot]?.name ?? '';
  const around = functionScopeOf(scopeInfo.scope);
  const functionEnd = around !== undefined && isMain(around) ? around.literal!.end : -1;
  const step = { kind: 'variable', name, functionEnd, text: 'a text', start: -1, isFunction: false } as const;
  return { ...path, steps: [...path.steps, step] };
}

function keyOf({ serial }: HeapObject, slot: number): string {
  return slot < 0 ? String(serial) : `${serial} ${slot}`;
}

function kindOf(object: HeapObject): GrowingKind | undefined {
  if (!(object instanceof JSObject)) return undefined;
  const { instanceType } = object.hiddenClass;
  return instanceType === 'array' || instanceType === 'map' || instanceType === 'set' || instanceType === 'object'
    ? instanceType
    : undefined;
}

/** Entries, or characters of the text in that slot; 0 where it is nothing that can grow. */
function sizeOf(object: HeapObject, slot: number): number {
  if (slot >= 0) {
    const value = object instanceof Context ? object.slots[slot] : undefined;
    return typeof value === 'string' ? value.length : 0;
  }
  if (!(object instanceof JSObject)) return 0;
  const { hiddenClass, elements, sparse, dictionary, internal } = object;
  switch (hiddenClass.instanceType) {
    case 'array':
      return sparse?.size ?? object.length;
    case 'map':
    case 'set':
      return internal?.kind === 'collection' ? internal.size : 0;
    case 'object':
      return (dictionary?.size ?? hiddenClass.propertyCount) + (sparse?.size ?? elements.length);
    default:
      return 0;
  }
}
