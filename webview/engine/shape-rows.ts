/** Hidden classes as rows of a tree: each below the one that a transition leads from. */
import type { ShapeNodeView } from '../../src/protocol/engine-views.ts';

export interface ShapeRow {
  readonly node: ShapeNodeView;
  readonly depth: number;
  readonly hasChildren: boolean;
  readonly isOpen: boolean;
}

/** `nodes` in the order of their birth. */
export function shapeRows(nodes: readonly ShapeNodeView[], isOpen: (number: number) => boolean): ShapeRow[] {
  const known = new Set(nodes.map(({ shape }) => shape.number));
  const children = new Map<number | undefined, ShapeNodeView[]>();
  for (const node of nodes) {
    const parent = node.parent !== undefined && known.has(node.parent) ? node.parent : undefined;
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [node]);
    else siblings.push(node);
  }
  const rows: ShapeRow[] = [];
  // Trees are as deep as objects have properties: no recursion.
  const pending = (children.get(undefined) ?? []).map((node) => ({ node, depth: 0 })).reverse();
  while (pending.length > 0) {
    const { node, depth } = pending.pop()!;
    const below = children.get(node.shape.number) ?? [];
    const open = below.length > 0 && isOpen(node.shape.number);
    rows.push({ node, depth, hasChildren: below.length > 0, isOpen: open });
    if (open) for (const child of [...below].reverse()) pending.push({ node: child, depth: depth + 1 });
  }
  return rows;
}
