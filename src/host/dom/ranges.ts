/** Ranges as data: their boundary points, and what taking out, copying and putting in does to the tree. DOM: 5 Ranges. */
import type { Dom } from './dom.ts';
import { type Boundary, compareBoundaries, indexOf, lengthOf, LiveData } from './live-positions.ts';
import { setData } from './mutation-observers.ts';
import { CharacterData, DoctypeData, FragmentData, type NodeData, ParentData, TextData } from './nodes.ts';
import { checkInsertion, cloned, copyOf, insert, remove, splitText } from './tree.ts';

export class RangeData extends LiveData {
  start: Boundary;
  end: Boundary;

  constructor(start: Boundary, end = start) {
    super();
    this.start = start;
    this.end = end;
  }

  get isCollapsed(): boolean {
    return this.start.node === this.end.node && this.start.offset === this.end.offset;
  }

  get root(): NodeData {
    return this.start.node.root;
  }

  get commonAncestor(): NodeData {
    let node = this.start.node;
    while (!node.contains(this.end.node)) node = node.parent!;
    return node;
  }

  setStart(boundary: Boundary): void {
    const isBehind = this.root !== boundary.node.root || compareBoundaries(boundary, this.end) > 0;
    this.start = boundary;
    if (isBehind) this.end = boundary;
  }

  setEnd(boundary: Boundary): void {
    const isBefore = this.root !== boundary.node.root || compareBoundaries(boundary, this.start) < 0;
    this.end = boundary;
    if (isBefore) this.start = boundary;
  }

  private move(change: (boundary: Boundary) => Boundary): void {
    this.start = change(this.start);
    this.end = change(this.end);
  }

  override removing(removed: NodeData, parent: ParentData, index: number): void {
    this.move((boundary) => {
      const { node, offset } = boundary;
      if (removed.contains(node)) return { node: parent, offset: index };
      return node === parent && offset > index ? { node, offset: offset - 1 } : boundary;
    });
  }

  override inserting(parent: ParentData, index: number, count: number): void {
    this.move((boundary) => {
      const { node, offset } = boundary;
      return node === parent && offset > index ? { node, offset: offset + count } : boundary;
    });
  }

  override replacingData(changed: CharacterData, from: number, count: number, length: number): void {
    this.move((boundary) => {
      const { node, offset } = boundary;
      if (node !== changed || offset <= from) return boundary;
      return { node, offset: offset <= from + count ? from : offset + length - count };
    });
  }

  override split(divided: CharacterData, at: number, rest: CharacterData): void {
    const place = indexOf(divided) + 1;
    this.move((boundary) => {
      const { node, offset } = boundary;
      if (node === divided && offset > at) return { node: rest, offset: offset - at };
      return node === divided.parent && offset === place ? { node, offset: offset + 1 } : boundary;
    });
  }

  override merged(kept: CharacterData, length: number, gone: CharacterData): void {
    const place = indexOf(gone);
    this.move((boundary) => {
      const { node, offset } = boundary;
      if (node === gone) return { node: kept, offset: offset + length };
      return node === gone.parent && offset === place ? { node: kept, offset: length } : boundary;
    });
  }
}

/** DOM: a node is contained in a live range. */
function isContained(node: NodeData, { start, end }: RangeData): boolean {
  const isBehindStart = compareBoundaries({ node, offset: 0 }, start) > 0;
  return isBehindStart && compareBoundaries({ node, offset: lengthOf(node) }, end) < 0;
}

export function textOfRange(range: RangeData): string {
  const { start, end } = range;
  if (start.node === end.node && start.node instanceof TextData) return start.node.data.slice(start.offset, end.offset);
  let text = start.node instanceof TextData ? start.node.data.slice(start.offset) : '';
  const root = range.commonAncestor;
  if (root instanceof ParentData)
    for (const node of root.descendants()) if (node instanceof TextData && isContained(node, range)) text += node.data;
  return end.node instanceof TextData ? text + end.node.data.slice(0, end.offset) : text;
}

/** What becomes of the contents: copies as the program gets them, plain ones, the nodes themselves, or nothing. */
export type TakeMode = 'clone' | 'copy' | 'extract' | 'delete';

/** DOM: extract, clone the contents, deleteContents(). */
export function takeContents(dom: Dom, range: RangeData, mode: TakeMode): FragmentData {
  const { start, end } = range;
  const fragment = new FragmentData(start.node.ownerDocument);
  if (range.isCollapsed) return fragment;
  const common = range.commonAncestor;
  if (mode === 'clone' || mode === 'extract')
    if (common instanceof ParentData && common.children.some((n) => n instanceof DoctypeData && isContained(n, range)))
      dom.throwException('HierarchyRequestError', `A range may not hold a doctype.`);
  const isInStart = start.node.contains(end.node);
  let last = start.node;
  while (!isInStart && last.parent !== undefined && !last.parent.contains(end.node)) last = last.parent;
  const after = isInStart ? start : { node: last.parent!, offset: indexOf(last) + 1 };
  take(dom, range, fragment, mode);
  if (mode === 'extract' || mode === 'delete') [range.start, range.end] = [after, after];
  return fragment;
}

function take(dom: Dom, range: RangeData, into: ParentData, mode: TakeMode): void {
  const { start, end } = range;
  const text = (node: CharacterData, from: number, to: number): void => {
    if (mode !== 'delete') {
      const copy = copy1(dom, node, mode, false) as CharacterData;
      copy.data = node.data.slice(from, to);
      append(dom, into, copy);
    }
    if (mode === 'extract' || mode === 'delete')
      setData(dom, node, node.data.slice(0, from) + node.data.slice(to), { from, count: to - from, length: 0 });
  };
  if (start.node === end.node && start.node instanceof CharacterData) return text(start.node, start.offset, end.offset);
  const common = range.commonAncestor as ParentData;
  const childWith = (node: NodeData): NodeData | undefined => common.children.find((child) => child.contains(node));
  const first = start.node.contains(end.node) ? undefined : childWith(start.node);
  const last = end.node.contains(start.node) ? undefined : childWith(end.node);
  const contained = common.children.filter((child) => isContained(child, range));
  const part = (node: NodeData, from: Boundary, to: Boundary): void => {
    const inner = new RangeData(from, to);
    if (mode === 'delete') return take(dom, inner, into, mode);
    const copy = copy1(dom, node, mode, false) as ParentData;
    append(dom, into, copy);
    if (!inner.isCollapsed) take(dom, inner, copy, mode);
  };
  if (first instanceof CharacterData) text(first, start.offset, first.data.length);
  else if (first !== undefined) part(first, start, { node: first, offset: lengthOf(first) });
  for (const child of contained) {
    if (mode === 'delete') remove(dom, child);
    else append(dom, into, mode === 'extract' ? child : copy1(dom, child, mode, true));
  }
  if (last instanceof CharacterData) text(last, 0, end.offset);
  else if (last !== undefined) part(last, { node: last, offset: 0 }, end);
}

const copy1 = (dom: Dom, node: NodeData, mode: TakeMode, isDeep: boolean): NodeData =>
  mode === 'copy' ? copyOf(node, isDeep) : cloned(dom, node, isDeep);

/** Into what nobody can see yet. */
function append(dom: Dom, parent: ParentData, node: NodeData): void {
  if (node.parent !== undefined) remove(dom, node);
  parent.children.push(node);
  node.parent = parent;
}

/** DOM: insert a node into a live range. */
export function insertIntoRange(dom: Dom, range: RangeData, node: NodeData, where: string): void {
  const { start } = range;
  const isText = start.node instanceof TextData;
  if (
    (start.node instanceof CharacterData && !isText) ||
    (isText && start.node.parent === undefined) ||
    node === start.node
  )
    dom.throwException('HierarchyRequestError', `Failed to ${where}: This node type does not support this method.`);
  let reference = isText ? start.node : (start.node as ParentData).children[start.offset];
  const parent = isText ? start.node.parent! : (start.node as ParentData);
  checkInsertion(dom, where, parent, node, reference);
  if (isText) reference = splitText(dom, start.node as TextData, start.offset);
  if (node === reference) reference = reference.next;
  if (node.parent !== undefined) remove(dom, node);
  const place = reference === undefined ? parent.children.length : indexOf(reference);
  const offset = place + (node instanceof FragmentData ? node.children.length : 1);
  const { isCollapsed } = range;
  insert(dom, parent, node, reference);
  if (isCollapsed) range.setEnd({ node: parent, offset });
}
