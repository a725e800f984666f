/**
 * All objects that can be reached, wave by wave: first those that a root refers to, then those that they refer to, and so on, each
 * with the reference by which it was met first. So the way back from an object is a shortest one. V8 marks in another order
 * (src/heap/mark-compact.cc: a work list), and finds the same objects.
 */
import {
  Context,
  type HeapObject,
  HiddenClass,
  type Isolate,
  JSObject,
  JSSymbol,
  Realm,
  type RootKind,
  visitRoots,
} from '../../engine/index.ts';
import type { Timer } from '../../host/timers/timers.ts';
import { forEachFrameReference } from './frame-references.ts';
import { ObjectMap } from './object-map.ts';
import { forEachInData, forEachReference, type ReferenceKind } from './references.ts';

export interface Edge {
  /** Undefined: a root. */
  readonly from: HeapObject | undefined;
  readonly root: RootKind | undefined;
  readonly kind: ReferenceKind;
  /** '' where the kind says it all; of a timer, what of it. */
  readonly name: string | number;
  /** The timer that waits and holds it. */
  readonly timer: Timer | undefined;
  /** Of a root where frames are named: the function whose frame it is. */
  readonly frame: string | undefined;
}

interface Limits {
  /** Others are not looked at. */
  readonly within?: (object: HeapObject) => boolean;
  /** What these refer to is reached like what a root refers to. */
  readonly also?: Iterable<HeapObject>;
  /** As if the turn were over: what frames hold is no root. */
  readonly skipsFrames?: boolean;
  /** What frames hold is told by the names of their variables, and all that roots refer to is kept. */
  readonly namesRoots?: boolean;
}

export class ReachedObjects {
  readonly edges: ObjectMap<Edge>;
  /** In the order in which they were met. */
  readonly order: HeapObject[] = [];
  /** Where in `order` each wave ends. */
  readonly waveEnds: number[] = [];
  /** With `namesRoots`: all references from roots, also to what had been met. */
  readonly fromRoots: { readonly target: HeapObject; readonly edge: Edge }[] = [];
  private readonly seenData = new Set<object>();
  private readonly weakCollections: ReadonlyMap<unknown, unknown>[] = [];
  private readonly isWeak: boolean;
  private readonly within: Limits['within'];
  private readonly namesRoots: boolean;
  private from: HeapObject | undefined = undefined;
  private root: RootKind | undefined = undefined;
  private frame: string | undefined = undefined;

  /** `isWeak`: what only weak references lead to is not reached. */
  constructor(isolate: Isolate, isWeak: boolean, limits: Limits = {}) {
    const { within, also = [], skipsFrames = false, namesRoots = false } = limits;
    this.edges = new ObjectMap(isolate);
    this.isWeak = isWeak;
    this.within = within;
    this.namesRoots = namesRoots;
    if (namesRoots)
      forEachFrameReference(isolate, (frame, value, kind, name) => {
        this.root = 'frame';
        this.frame = frame;
        this.reach(value, kind, name);
      });
    this.frame = undefined;
    visitRoots(isolate, (value, kind) => {
      if (skipsFrames && (kind === 'stack' || kind === 'frame')) return;
      this.root = kind;
      this.reach(value, 'inside');
    });
    this.root = undefined;
    for (const object of also) this.lookInto(object);
    const { order, waveEnds } = this;
    for (let looked = 0; looked < order.length;) {
      const end = order.length;
      waveEnds.push(end);
      while (looked < end) this.lookInto(order[looked++]!);
      if (looked === order.length) this.reachWeakValues();
    }
  }

  has(object: HeapObject): boolean {
    return this.edges.has(object);
  }

  private lookInto(object: HeapObject): void {
    this.from = object;
    forEachReference(object, this.reach);
    if (!(object instanceof JSObject)) return;
    const { internal } = object;
    if (internal?.kind === 'weak collection') this.weakCollections.push(internal.entries);
    if (this.isWeak) return;
    if (internal?.kind === 'weak ref') this.reach(internal.target, 'inside');
    if (internal?.kind !== 'finalization registry') return;
    for (const { target, token } of internal.registrations) {
      this.reach(target, 'registry');
      this.reach(token, 'registry');
    }
  }

  /** Of weak collections that can be reached, the values whose keys can be reached otherwise. */
  private reachWeakValues(): void {
    for (const entries of this.weakCollections)
      for (const [key, value] of entries)
        if (!(key instanceof JSObject)) {
          this.from = undefined;
          this.root = 'builtins';
          this.reach(value, 'weakValue');
          this.root = undefined;
        } else if (this.edges.has(key)) {
          this.from = key;
          this.reach(value, 'weakValue');
        }
  }

  private readonly reach = (value: unknown, kind: ReferenceKind, name: string | number = '', timer?: Timer): void => {
    if (typeof value !== 'object' || value === null) return;
    if (value instanceof JSObject || value instanceof Context) {
      if (this.within?.(value) === false) return;
      const isMet = this.edges.has(value);
      if (isMet && (!this.namesRoots || this.root === undefined)) return;
      const { from, root, frame } = this;
      const edge: Edge = { from, root, kind, name, timer, frame };
      if (this.namesRoots && root !== undefined) this.fromRoots.push({ target: value, edge });
      if (isMet) return;
      this.edges.set(value, edge);
      this.order.push(value);
      return;
    }
    if (value instanceof JSSymbol || value instanceof Realm) return;
    if (value instanceof HiddenClass) this.reach(value.prototype, 'prototype');
    else forEachInData(value, this.seenData, kind, name, timer, this.reach);
  };
}
