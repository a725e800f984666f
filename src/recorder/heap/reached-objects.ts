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
}

interface Limits {
  /** Nothing more is wanted than the object of that serial number. */
  readonly wanted?: number;
  /** Others are not looked at. */
  readonly within?: (object: HeapObject) => boolean;
  /** What these refer to is reached like what a root refers to. */
  readonly also?: Iterable<HeapObject>;
  /** As if the turn were over: what frames hold is no root. */
  readonly skipsFrames?: boolean;
}

export class ReachedObjects {
  readonly edges = new Map<HeapObject, Edge>();
  /** In the order in which they were met. */
  readonly order: HeapObject[] = [];
  /** Where in `order` each wave ends. */
  readonly waveEnds: number[] = [];
  private readonly seenData = new Set<object>();
  private readonly weakCollections: ReadonlyMap<unknown, unknown>[] = [];
  private readonly isWeak: boolean;
  private readonly wanted: number;
  private readonly within: Limits['within'];
  /** The wanted one. */
  found: HeapObject | undefined = undefined;
  private from: HeapObject | undefined = undefined;
  private root: RootKind | undefined = undefined;

  /** `isWeak`: what only weak references lead to is not reached. */
  constructor(isolate: Isolate, isWeak: boolean, { wanted = -1, within, also = [], skipsFrames = false }: Limits = {}) {
    this.isWeak = isWeak;
    this.wanted = wanted;
    this.within = within;
    visitRoots(isolate, (value, kind) => {
      if (skipsFrames && (kind === 'stack' || kind === 'frame')) return;
      this.root = kind;
      this.reach(value, 'inside');
    });
    this.root = undefined;
    for (const object of also) this.lookInto(object);
    const { order, waveEnds } = this;
    for (let looked = 0; looked < order.length && this.found === undefined;) {
      const end = order.length;
      waveEnds.push(end);
      while (looked < end && this.found === undefined) this.lookInto(order[looked++]!);
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
      if (this.edges.has(value) || this.within?.(value) === false) return;
      this.edges.set(value, { from: this.from, root: this.root, kind, name, timer });
      this.order.push(value);
      if (value.serial === this.wanted) this.found = value;
      return;
    }
    if (value instanceof JSSymbol || value instanceof Realm) return;
    if (value instanceof HiddenClass) this.reach(value.prototype, 'prototype');
    else forEachInData(value, this.seenData, kind, name, timer, this.reach);
  };
}
