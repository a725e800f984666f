/** The nodes of the drawn heap: how many objects each stands for, what hangs on it, and what else it refers to. */
import { type HeapObject, type HiddenClass, JSObject } from '../../engine/index.ts';
import type { HeapGraphView, HeapNodeView, HeapReferenceView, HeapRootGroup } from '../../protocol/heap-views.ts';
import { kindText, labelOf } from '../heap/reference-words.ts';
import type { ReferenceKind } from '../heap/references.ts';
import { textOf } from './heap.ts';
import { shapeBrief } from './shape-names.ts';

const maxNodes = 600;
const maxSamples = 20;
const maxReferences = 40;

interface Reference {
  readonly to: GraphNode;
  readonly kind: ReferenceKind;
  readonly first: string | number;
  last: string | number;
  count: number;
}

export class GraphNode {
  readonly parent: GraphNode | undefined;
  readonly title: string;
  readonly kind: ReferenceKind;
  /** Of a root. */
  readonly group: HeapRootGroup | undefined;
  wave: number;
  lastWave: number;
  count = 0;
  bytes = 0;
  /** References to it by which nothing new was met, from what it hangs on. */
  again = 0;
  readonly samples: HeapObject[] = [];
  readonly children = new Map<string, GraphNode>();
  readonly references = new Map<GraphNode, Map<string, Reference>>();
  private readonly key: string;
  private names: { first: string | number; last: string | number } | undefined;
  private hiddenClass: HiddenClass | undefined;
  private isMixed = false;
  private lastChild: GraphNode | undefined;

  constructor(
    parent: GraphNode | undefined,
    title: string,
    kind: ReferenceKind,
    group: GraphNode['group'],
    wave: number,
    key = '',
  ) {
    this.parent = parent;
    this.title = title;
    this.kind = kind;
    this.group = group;
    this.wave = wave;
    this.lastWave = wave;
    this.key = key;
  }

  add(object: HeapObject, bytes: number, wave: number): void {
    if (this.count === 0) this.wave = wave;
    this.count++;
    this.bytes += bytes;
    this.lastWave = Math.max(this.lastWave, wave);
    if (this.samples.length < maxSamples) this.samples.push(object);
    const hiddenClass = object instanceof JSObject ? object.hiddenClass : undefined;
    if (this.count === 1) this.hiddenClass = hiddenClass;
    else if (this.hiddenClass !== hiddenClass) this.isMixed = true;
  }

  isSame(title: string, kind: ReferenceKind, key: string): boolean {
    return this.group === undefined && this.title === title && this.kind === kind && this.key === key;
  }

  child(title: string, kind: ReferenceKind, key: string, wave: number): GraphNode {
    // Mostly the same as the one before: of a long list every element is.
    if (this.lastChild?.isSame(title, kind, key) === true) return this.lastChild;
    const place = `${title}\n${kind}\n${key}`;
    let node = this.children.get(place);
    if (node === undefined) this.children.set(place, (node = new GraphNode(this, title, kind, undefined, wave, key)));
    this.lastChild = node;
    return node;
  }

  name(name: string | number): void {
    if (this.names === undefined) this.names = { first: name, last: name };
    else this.names.last = name;
  }

  refer(to: GraphNode, kind: ReferenceKind, key: string | number, name: string | number): void {
    if (to === this && this.group !== undefined) return;
    if ((to.parent === this || to === this) && to.kind === kind && to.key === String(key)) {
      to.again++;
      if (to !== this) return;
    }
    let known = this.references.get(to);
    if (known === undefined) this.references.set(to, (known = new Map()));
    const place = `${kind}\n${key}`;
    const reference = known.get(place);
    if (reference === undefined) known.set(place, { to, kind, first: name, last: name, count: 1 });
    else {
      reference.last = name;
      reference.count++;
    }
  }

  get via(): string {
    return this.names === undefined ? '' : labelOf(this.kind, this.names.first, this.names.last);
  }

  /** The hidden class that all of them have. */
  get shape(): HiddenClass | undefined {
    return this.isMixed ? undefined : this.hiddenClass;
  }
}

/** Parents before their children, the largest subtrees first; of very many the smallest are left out. */
export function graphView(roots: Iterable<GraphNode>): HeapGraphView {
  const sums = new Map<GraphNode, number>();
  const all: GraphNode[] = [];
  const starts = [...roots]
    .filter(({ children, references }) => children.size + references.size > 0)
    .sort((one, other) => groupOrder.indexOf(one.group) - groupOrder.indexOf(other.group));
  const gather = [...starts];
  for (let node = gather.pop(); node !== undefined; node = gather.pop()) {
    all.push(node);
    gather.push(...node.children.values());
  }
  for (const node of [...all].reverse()) {
    const sum = (sums.get(node) ?? 0) + node.bytes;
    sums.set(node, sum);
    if (node.parent !== undefined) sums.set(node.parent, (sums.get(node.parent) ?? 0) + sum);
  }
  // A parent is at least as large as its children and stands before them, here and in `all`: none is kept without it.
  const bySize = (list: Iterable<GraphNode>): GraphNode[] =>
    [...list].sort((one, other) => sums.get(other)! - sums.get(one)!);
  const kept = new Set(bySize(all).slice(0, maxNodes));
  const listed: GraphNode[] = [];
  const places = new Map<GraphNode, number>();
  const pending = starts.filter((node) => kept.has(node)).reverse();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    places.set(node, listed.length);
    listed.push(node);
    pending.push(
      ...bySize(node.children.values())
        .filter((child) => kept.has(child))
        .reverse(),
    );
  }
  return { items: listed.map((node) => nodeView(node, places)), total: all.length };
}

const groupOrder: readonly GraphNode['group'][] = ['frame', 'global', 'waits', 'surroundings', 'left'];

function nodeView(node: GraphNode, places: ReadonlyMap<GraphNode, number>): HeapNodeView {
  const { parent, title, kind, group, via, wave, lastWave, count, bytes, again, samples, shape } = node;
  return {
    parent: parent === undefined ? -1 : (places.get(parent) ?? -1),
    name: title,
    ...(group === undefined ? {} : { root: group }),
    via,
    how: group === undefined && parent?.group !== 'left' ? kindText(kind) : '',
    wave,
    lastWave,
    count,
    bytes,
    again,
    ...(shape === undefined ? {} : { shape: shapeBrief(shape) }),
    samples: samples.map((object) => ({ serial: object.serial, text: textOf(object) })),
    references: referencesOf(node, places),
  };
}

/** Prototypes last: all objects have one. */
function referencesOf({ references }: GraphNode, places: ReadonlyMap<GraphNode, number>): HeapNodeView['references'] {
  const all: HeapReferenceView[] = [];
  let total = 0;
  for (const isPrototype of [false, true])
    for (const known of references.values())
      for (const { to, kind, first, last, count } of known.values()) {
        const place = places.get(to);
        if (place === undefined || (kind === 'prototype') !== isPrototype) continue;
        total++;
        if (all.length < maxReferences)
          all.push({ to: place, via: labelOf(kind, first, last), how: kindText(kind), count });
      }
  return { items: all, total };
}
