/**
 * What was reached as a tree: each object hangs on the one by which it was met first. Objects of one kind that hang in the same way
 * on the same kind are one node; a chain of equal ones (a linked list) is one node, too. Of the surroundings only what leads to
 * objects of the program is there.
 */
import { Context, type HeapObject } from '../../engine/index.ts';
import type { Cut, MarkedNodeView } from '../../protocol/engine-views.ts';
import type { Marking } from '../heap/marking.ts';
import type { Edge } from '../heap/reached-objects.ts';
import { rootText } from '../heap/reference-words.ts';
import { referenceKinds } from '../heap/references.ts';
import { groupOf, textOf } from './heap.ts';
import { bytesOfObject } from './retaining-path.ts';

const maxNodes = 600;
const maxSamples = 20;

interface Node {
  readonly parent: Node | undefined;
  readonly name: string;
  readonly via: string;
  readonly wave: number;
  count: number;
  bytes: number;
  readonly samples: HeapObject[];
  readonly children: Map<string, Node>;
}

/** `waveOf`: undefined for what is the surroundings'. */
export function markedTree(
  { reached: { edges, order }, rest, bytes, isolate }: Marking,
  waveOf: (object: HeapObject) => number | undefined,
  lineOf: (timer: number) => number | undefined,
): Cut<MarkedNodeView> {
  const roots = new Map<string, Node>();
  const nodes = new Map<HeapObject, Node>();
  const { globalObject } = isolate.mainRealm;
  const nodeOf = (target: HeapObject): Node => {
    // From the next one above that is known, downwards: a way may be long.
    const way: HeapObject[] = [];
    let above: Node | undefined;
    for (let object: HeapObject | undefined = target; object !== undefined && above === undefined;) {
      above = nodes.get(object);
      if (above === undefined) {
        way.push(object);
        object = edges.get(object)?.from;
      }
    }
    while (way.length > 0) {
      const object = way.pop()!;
      const edge = edges.get(object);
      above ??= child(roots, undefined, edge === undefined ? 'old space' : rootText(edge, lineOfRoot(edge)), '', 0);
      if (object !== globalObject) above = below(above, groupOf(object), viaOf(edge, nodes), waveOf(object));
      nodes.set(object, above);
    }
    return above!;
  };
  const lineOfRoot = ({ timer }: Edge): number | undefined => timer && lineOf(timer.id);
  for (const object of [...order, ...rest]) {
    if (waveOf(object) === undefined) continue;
    const node = nodeOf(object);
    node.count++;
    node.bytes += bytes.get(object) ?? bytesOfObject(object);
    if (node.samples.length < maxSamples) node.samples.push(object);
  }
  return listed(roots);
}

/** A chain of objects of one kind, each of which refers to the next in the same way, is one node. */
function below(above: Node, name: string, via: string, wave: number | undefined): Node {
  if (above.name === name && above.via === via) return above;
  return child(above.children, above, name, via, wave ?? above.wave);
}

function child(to: Map<string, Node>, parent: Node | undefined, name: string, via: string, wave: number): Node {
  const key = `${name}\n${via}`;
  let node = to.get(key);
  if (node === undefined)
    to.set(key, (node = { parent, name, via, wave, count: 0, bytes: 0, samples: [], children: new Map() }));
  return node;
}

function viaOf(edge: Edge | undefined, nodes: ReadonlyMap<HeapObject, Node>): string {
  if (edge?.from === undefined || !nodes.has(edge.from)) return '';
  const { kind, name, from } = edge;
  if (kind === 'closure' && from instanceof Context) return '';
  const isNamed =
    kind === 'variable' || kind === 'property' || kind === 'export' || kind === 'getter' || kind === 'setter';
  return isNamed ? `${referenceKinds[kind]} ${name}` : referenceKinds[kind].replace(/of entry$/, 'of an entry');
}

/** Parents before their children, the largest subtrees first; of very many the smallest are left out. */
function listed(roots: ReadonlyMap<string, Node>): Cut<MarkedNodeView> {
  const sums = new Map<Node, number>();
  const all: Node[] = [];
  const gather = [...roots.values()];
  for (let node = gather.pop(); node !== undefined; node = gather.pop()) {
    all.push(node);
    gather.push(...node.children.values());
  }
  for (const node of [...all].reverse()) {
    const sum = (sums.get(node) ?? 0) + node.bytes;
    sums.set(node, sum);
    if (node.parent !== undefined) sums.set(node.parent, (sums.get(node.parent) ?? 0) + sum);
  }
  const kept = new Set(
    all.length <= maxNodes ? all : [...all].sort((one, other) => sums.get(other)! - sums.get(one)!).slice(0, maxNodes),
  );
  const items: MarkedNodeView[] = [];
  const places = new Map<Node, number>();
  const bySize = (list: Iterable<Node>): Node[] =>
    [...list].filter((node) => kept.has(node)).sort((one, other) => sums.get(one)! - sums.get(other)!);
  const pending = bySize(roots.values());
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const { parent, name, via, wave, count, bytes, samples } = node;
    places.set(node, items.length);
    items.push({
      parent: parent === undefined ? -1 : (places.get(parent) ?? -1),
      name,
      via,
      wave,
      count,
      bytes,
      samples: samples.map((object) => ({ serial: object.serial, text: textOf(object) })),
    });
    pending.push(...bySize(node.children.values()));
  }
  return { items, total: all.length };
}
