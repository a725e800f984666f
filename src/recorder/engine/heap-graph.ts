/**
 * The heap as a graph that can be drawn: roots, the objects below what they were met from first, and all other references among
 * them. Objects of one kind that hang in the same way on the same are one node; a chain of equal ones (a linked list) is one node,
 * too. Of the surroundings only what leads to objects of the program is there. DevTools: the containment view of a heap snapshot.
 */
import { Context, type HeapObject, type HiddenClass, type Isolate } from '../../engine/index.ts';
import type { HeapGraphView } from '../../protocol/heap-views.ts';
import { ObjectMap } from '../heap/object-map.ts';
import { forEachOwnReference } from '../heap/own-references.ts';
import type { Edge, ReachedObjects } from '../heap/reached-objects.ts';
import { rootGroups, rootName, rootWords } from '../heap/reference-words.ts';
import type { ReferenceKind } from '../heap/references.ts';
import { GraphNode, graphView } from './graph-nodes.ts';
import { groupOf } from './heap.ts';

export interface GraphSource {
  readonly isolate: Isolate;
  readonly reached: ReachedObjects;
  /** Reached by ways that have no name. */
  readonly rest: readonly HeapObject[];
  /** What nothing leads to. */
  readonly left: readonly HeapObject[];
  readonly bytesOf: (object: HeapObject) => number;
  /** Undefined for what is the surroundings'. */
  readonly waveOf: (object: HeapObject) => number | undefined;
  /** Where a timer was started. */
  readonly lineOf: (timer: number) => number | undefined;
}

export function heapGraph(source: GraphSource): HeapGraphView {
  const graph = new Graph(source);
  graph.placeReached();
  graph.placeLeft();
  graph.connect();
  return graphView(graph.roots.values());
}

class Graph {
  readonly roots = new Map<string, GraphNode>();
  private readonly nodes: ObjectMap<GraphNode>;
  /** How what nothing leads to was met. */
  private readonly leftEdges: ObjectMap<Place>;
  private readonly shapeTexts = new Map<HiddenClass, string>();
  private readonly source: GraphSource;

  constructor(source: GraphSource) {
    this.source = source;
    this.nodes = new ObjectMap(source.isolate);
    this.leftEdges = new ObjectMap(source.isolate);
  }

  placeReached(): void {
    const { reached, rest, waveOf, bytesOf, isolate } = this.source;
    const { globalObject } = isolate.mainRealm;
    // What it refers to may all have been met from frames.
    if (reached.has(globalObject)) this.nodeOf(globalObject, waveOf(globalObject));
    for (const list of [reached.order, rest])
      for (const object of list) {
        const wave = waveOf(object);
        if (wave !== undefined) this.nodeOf(object, wave).add(object, bytesOf(object), wave);
      }
  }

  /** From those that nothing refers to; of a ring from the one that was made first. */
  placeLeft(): void {
    const { left, bytesOf } = this.source;
    if (left.length === 0) return;
    const isLeft = new Set(left);
    const held = new Set<HeapObject>();
    for (const object of left)
      forEachOwnReference(object, (target) => {
        if (target !== object) held.add(target);
      });
    const root = this.root('Nothing leads to these', 'left', -1);
    for (const start of [...left.filter((object) => !held.has(object)), ...left]) {
      if (this.nodes.has(start)) continue;
      const pending = [start];
      this.nodes.set(start, root.child(groupOf(start, this.shapeTexts), 'inside', '', -1));
      for (let object = pending.shift(); object !== undefined; object = pending.shift()) {
        const from = object;
        const node = this.nodes.get(from)!;
        node.add(from, bytesOf(from), -1);
        forEachOwnReference(from, (target, kind, name) => {
          if (this.nodes.has(target) || !isLeft.has(target)) return;
          this.leftEdges.set(target, { from, kind, name });
          this.nodes.set(target, this.below(node, from, target, kind, name, -1));
          pending.push(target);
        });
      }
    }
  }

  /** What is referred to a second time, by the same or by another. */
  connect(): void {
    const { reached, waveOf, isolate } = this.source;
    const { globalObject } = isolate.mainRealm;
    this.nodes.forEach((object, node) => {
      if (waveOf(object) === undefined && node.wave >= 0 && object !== globalObject) return;
      forEachOwnReference(object, (target, kind, name) => {
        const to = this.nodes.get(target);
        if (to === undefined || to.count === 0) return;
        const first = reached.edges.get(target) ?? this.leftEdges.get(target);
        if (first?.from === object && first.kind === kind && first.name === name) return;
        node.refer(to, kind, this.isMerged(object, kind) ? '' : name, name);
      });
    });
    for (const { target, edge } of reached.fromRoots) {
      const to = this.nodes.get(target);
      const isGeneric = edge.frame === undefined && (edge.root === 'stack' || edge.root === 'frame');
      if (to === undefined || to.count === 0 || isGeneric || reached.edges.get(target) === edge) continue;
      const { kind, name } = placeOf(edge);
      if (kind !== 'register' || edge.frame === undefined) this.rootOf(edge).refer(to, kind, name, name);
    }
  }

  private nodeOf(target: HeapObject, wave: number | undefined): GraphNode {
    const known = this.nodes.get(target);
    if (known !== undefined) return known;
    const { edges } = this.source.reached;
    const edge = edges.get(target);
    // What is above was met before and is known, but for what is the surroundings': a way of those may be long.
    const way: HeapObject[] = [];
    let above: GraphNode | undefined;
    for (let object = edge?.from; object !== undefined && above === undefined;) {
      above = this.nodes.get(object);
      if (above === undefined) {
        way.push(object);
        object = edges.get(object)?.from;
      }
    }
    while (way.length > 0) {
      const object = way.pop()!;
      above = this.hang(object, edges.get(object), above, this.source.waveOf(object));
    }
    return this.hang(target, edge, above, wave);
  }

  private hang(
    object: HeapObject,
    edge: Edge | undefined,
    above: GraphNode | undefined,
    wave: number | undefined,
  ): GraphNode {
    let node = this.rootOfObject(object);
    if (node === undefined) {
      const from = above ?? (edge === undefined ? this.root('old space', 'surroundings', 0) : this.rootOf(edge));
      const place = placeOf(edge);
      node = this.below(from, place.from, object, place.kind, place.name, wave ?? from.wave);
    }
    this.nodes.set(object, node);
    return node;
  }

  /** The global object and the context of what scripts declare are roots themselves, also where a frame leads to them first. */
  private rootOfObject(object: HeapObject): GraphNode | undefined {
    const isScript = object instanceof Context && object.scopeInfo.kind === 'script';
    if (!isScript && object !== this.source.isolate.mainRealm.globalObject) return undefined;
    return this.root(rootWords[isScript ? 'scriptContext' : 'global'], 'global', 0);
  }

  private rootOf(edge: Edge): GraphNode {
    const { timer, root } = edge;
    return this.root(rootName(edge, timer && this.source.lineOf(timer.id)), rootGroups[root ?? 'builtins'], 0);
  }

  private root(name: string, group: GraphNode['group'], wave: number): GraphNode {
    let root = this.roots.get(name);
    if (root === undefined) this.roots.set(name, (root = new GraphNode(undefined, name, 'inside', group, wave)));
    return root;
  }

  /** A chain of objects of one kind, each of which refers to the next in the same way, is one node. */
  private below(
    above: GraphNode,
    from: HeapObject | undefined,
    object: HeapObject,
    kind: ReferenceKind,
    name: string | number,
    wave: number,
  ): GraphNode {
    const group = groupOf(object, this.shapeTexts);
    const key = from !== undefined && this.isMerged(from, kind) ? '' : String(name);
    const node = above.isSame(group, kind, key) ? above : above.child(group, kind, key, wave);
    node.name(name);
    return node;
  }

  /** Elements and entries are many, and so are the properties of an object that is used as a map. */
  private isMerged(from: HeapObject, kind: ReferenceKind): boolean {
    if (kind === 'element' || kind === 'key' || kind === 'value') return true;
    if (kind !== 'property' || from instanceof Context || from === this.source.isolate.mainRealm.globalObject)
      return false;
    return (from.dictionary?.size ?? 0) > mostNames;
  }
}

const mostNames = 32;

type Place = Pick<Edge, 'from' | 'kind' | 'name'>;

/** The host has names of its own for what it holds of a timer. */
function placeOf(edge: Edge | undefined): Place {
  if (edge === undefined) return { from: undefined, kind: 'inside', name: '' };
  const kind = edge.timer === undefined || edge.from !== undefined ? undefined : timerKinds[edge.name];
  return kind === undefined ? edge : { from: undefined, kind, name: '' };
}

const timerKinds: Readonly<Record<string, ReferenceKind>> = {
  callback: 'callback',
  args: 'callbackArguments',
  object: 'timer',
};
