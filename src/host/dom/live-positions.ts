/**
 * What follows the tree while it changes: ranges and node iterators. DOM: 4.2.3 (live range pre-remove steps), 4.10 replace data,
 * 4.11 split a Text node, 6.1 NodeIterator pre-removing steps. The page knows them weakly: what nobody holds is not kept.
 */
import { HostData } from '../../engine/index.ts';
import { CharacterData, type NodeData, ParentData } from './nodes.ts';

export abstract class LiveData extends HostData {
  /** The node is still there. */
  abstract removing(node: NodeData, parent: ParentData, index: number): void;
  inserting(_parent: ParentData, _index: number, _count: number): void {}
  replacingData(_node: CharacterData, _offset: number, _count: number, _length: number): void {}
  /** What is behind an offset of the first node is in the second, beside it, now. */
  split(_node: CharacterData, _offset: number, _rest: CharacterData): void {}
  /** The second node's text is at the end of the first. */
  merged(_node: CharacterData, _length: number, _gone: CharacterData): void {}
}

export class LivePositions {
  /** Held weakly, and so by no field that a walk over the run's memory would follow. */
  #known: WeakRef<LiveData>[] = [];

  add(data: LiveData): void {
    this.#known.push(new WeakRef(data));
  }

  get isEmpty(): boolean {
    return this.#known.length === 0;
  }

  each(visit: (data: LiveData) => void): void {
    if (this.#known.length === 0) return;
    this.#known = this.#known.filter((each) => each.deref() !== undefined);
    for (const each of this.#known) {
      const data = each.deref();
      if (data !== undefined) visit(data);
    }
  }
}

/** DOM: length of a node. */
export function lengthOf(node: NodeData): number {
  if (node instanceof CharacterData) return node.data.length;
  return node instanceof ParentData ? node.children.length : 0;
}

export function indexOf(node: NodeData): number {
  return node.parent?.children.indexOf(node) ?? 0;
}

function pathOf(node: NodeData): NodeData[] {
  const path: NodeData[] = [];
  for (let each: NodeData | undefined = node; each !== undefined; each = each.parent) path.unshift(each);
  return path;
}

export interface Boundary {
  readonly node: NodeData;
  readonly offset: number;
}

/** -1, 0 or 1, of boundary points in one tree. DOM: 5.2 position of a boundary point relative to another. */
export function compareBoundaries(first: Boundary, second: Boundary): number {
  if (first.node === second.node) return Math.sign(first.offset - second.offset);
  const [one, other] = [pathOf(first.node), pathOf(second.node)];
  let depth = 0;
  while (depth < one.length && one[depth] === other[depth]) depth++;
  if (depth === one.length) return indexOf(other[depth]!) < first.offset ? 1 : -1;
  if (depth === other.length) return indexOf(one[depth]!) < second.offset ? -1 : 1;
  return Math.sign(indexOf(one[depth]!) - indexOf(other[depth]!));
}
