/** A syntax tree as rows: nodes of which none around is closed, and which of them a stretch of text belongs to. */
import type { SyntaxNodeView } from '../../src/protocol/engine-views.ts';

export interface TreeRow {
  /** Index of the node in the tree's list. */
  readonly index: number;
  readonly node: SyntaxNodeView;
  readonly hasChildren: boolean;
  readonly isOpen: boolean;
}

export function treeRows(nodes: readonly SyntaxNodeView[], closed: ReadonlySet<number>): TreeRow[] {
  const rows: TreeRow[] = [];
  let hiddenBelow = Infinity;
  nodes.forEach((node, index) => {
    if (node.depth > hiddenBelow) return;
    hiddenBelow = Infinity;
    const hasChildren = (nodes[index + 1]?.depth ?? 0) > node.depth;
    const isOpen = hasChildren && !closed.has(index);
    if (hasChildren && !isOpen) hiddenBelow = node.depth;
    rows.push({ index, node, hasChildren, isOpen });
  });
  return rows;
}

/** The innermost node around a stretch of text; of several of the same text the outermost. -1: none. */
export function nodeAround(nodes: readonly SyntaxNodeView[], start: number, end: number): number {
  let best = -1;
  let size = Infinity;
  nodes.forEach((node, index) => {
    if (node.start > start || node.end < Math.max(end, start + 1)) return;
    const length = node.end - node.start;
    if (length < size) {
      best = index;
      size = length;
    }
  });
  return best;
}

/** The largest node that begins at an offset and is no whole function: the statement that runs there. -1: none. */
export function nodeBeginningAt(nodes: readonly SyntaxNodeView[], position: number): number {
  return nodes.findIndex(({ start, isFunction, depth }) => start === position && depth > 0 && !isFunction);
}

/** ESTree's names in the words that V8's engineers and first-years share. */
export function roleWords(role: string): string {
  return role.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
}
