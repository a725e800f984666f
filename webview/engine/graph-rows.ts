/**
 * The rows of the drawn heap: each node below the one that it was met from first, and behind its children the references to what
 * stands elsewhere. In a phase of the marking every row has the colour that V8's marker would give it.
 */
import type { HeapGraphView, HeapNodeView, HeapReferenceView } from '../../src/protocol/heap-views.ts';
import type { Phase } from './marking-words.ts';

/** V8's three colours: not met; met, and what it refers to has not been looked at; done. */
export type MarkColour = 'white' | 'grey' | 'black';

interface RowPlace {
  /** What is opened and closed. */
  readonly part: string;
  readonly level: number;
  /** The row that it hangs on, or -1. */
  readonly above: number;
  /** Undefined: nothing hangs on it. */
  readonly isOpen?: boolean;
  readonly colour?: MarkColour | undefined;
}

export type GraphRow = RowPlace &
  (
    | { readonly kind: 'node'; readonly index: number; readonly node: HeapNodeView; readonly isGarbage: boolean }
    | {
        readonly kind: 'reference';
        readonly from: number;
        readonly reference: HeapReferenceView;
        readonly target: HeapNodeView;
        readonly isCycle: boolean;
      }
    | { readonly kind: 'objects'; readonly node: HeapNodeView }
    | { readonly kind: 'object'; readonly serial: number; readonly text: string }
    | { readonly kind: 'more'; readonly count: number }
  );

export type IsOpen = (part: string, byItself: boolean) => boolean;

/** Deeper ones are closed until somebody asks, where no marking opens them; variables of closures are on the way to what they hold. */
const openLevels = 2;
const openContexts = 4;
const opensEarly = ({ count, shape }: HeapNodeView, level: number): boolean =>
  level <= (count === 1 && shape === undefined ? openContexts : openLevels);

export function graphRows({ items }: HeapGraphView, phase: Phase | undefined, isOpen: IsOpen): readonly GraphRow[] {
  const children = childrenOf(items, phase);
  const rows: GraphRow[] = [];
  const add = (index: number, level: number, above: number, path: string, ancestors: ReadonlySet<number>): void => {
    const node = items[index]!;
    const { name, how, via, samples, references } = node;
    const part = `${path}/${name} ${how} ${via}`;
    const inside = children.get(index) ?? [];
    const colour = colourOf(node, phase);
    const hasMore = inside.length + references.total > 0 || (node.count > 1 && samples.length > 0);
    const byItself = opensByItself(node, level, phase, inside.length > 0);
    // What is closed by itself in one phase and open in another is opened and closed by different names.
    const open = isOpen(byItself ? part : `closed ${part}`, byItself);
    const own = rows.length;
    const isGarbage = node.wave < 0;
    const place = { part: byItself ? part : `closed ${part}`, level, above, colour };
    rows.push({ ...place, kind: 'node', index, node, isGarbage, ...(hasMore ? { isOpen: open } : {}) });
    if (!hasMore || !open) return;
    const around = new Set(ancestors).add(index);
    for (const child of inside) add(child, level + 1, own, part, around);
    references.items.forEach((reference, nth) => {
      const target = items[reference.to]!;
      if (phase?.kind === 'freed' && target.wave < 0) return;
      rows.push({
        kind: 'reference',
        part: `${part} ${nth}`,
        level: level + 1,
        above: own,
        from: index,
        reference,
        target,
        isCycle: around.has(reference.to),
      });
    });
    const left = references.total - references.items.length;
    if (left > 0) rows.push({ kind: 'more', part: `${part} more`, level: level + 1, above: own, count: left });
    if (node.count > 1 && samples.length > 0) addObjects(rows, node, part, level + 1, own, isOpen);
  };
  for (const root of children.get(-1) ?? []) add(root, 1, -1, '', new Set());
  return rows;
}

/** The nodes around one, from the outermost on, by their indices. */
export function ancestorsOf({ items }: HeapGraphView, index: number): readonly number[] {
  const way: number[] = [];
  for (let at = items[index]?.parent ?? -1; at >= 0; at = items[at]!.parent) way.unshift(at);
  return way;
}

/** What is left comes first where it is spoken of, and is not there any more when it is freed. */
function childrenOf(nodes: readonly HeapNodeView[], phase: Phase | undefined): ReadonlyMap<number, readonly number[]> {
  const children = new Map<number, number[]>();
  nodes.forEach(({ parent, wave }, index) => {
    if (wave < 0 && phase?.kind === 'freed') return;
    const known = children.get(parent);
    if (known === undefined) children.set(parent, [index]);
    else if (parent < 0 && wave < 0 && phase?.kind === 'unreachable') known.unshift(index);
    else known.push(index);
  });
  return children;
}

function opensByItself(node: HeapNodeView, level: number, phase: Phase | undefined, hasChildren: boolean): boolean {
  if (!hasChildren) return false;
  if (phase === undefined) return opensEarly(node, level);
  switch (phase.kind) {
    case 'before':
      return false;
    case 'wave':
      // What has been looked into, so that what was met last is in sight.
      return node.root === undefined ? node.wave >= 0 && node.wave < phase.wave : node.wave >= 0;
    default:
      return opensEarly(node, level) && (node.wave < 0 || phase.kind === 'freed' || node.root !== undefined);
  }
}

function colourOf({ wave, lastWave, root }: HeapNodeView, phase: Phase | undefined): MarkColour | undefined {
  if (phase === undefined || root !== undefined) return undefined;
  if (wave < 0 || phase.kind === 'before') return 'white';
  if (phase.kind !== 'wave') return 'black';
  if (wave > phase.wave) return 'white';
  return lastWave < phase.wave ? 'black' : 'grey';
}

function addObjects(
  rows: GraphRow[],
  node: HeapNodeView,
  part: string,
  level: number,
  above: number,
  isOpen: IsOpen,
): void {
  const listPart = `objects ${part}`;
  const open = isOpen(listPart, false);
  const own = rows.length;
  rows.push({ kind: 'objects', part: listPart, level, above, isOpen: open, node });
  if (!open) return;
  for (const { serial, text } of node.samples)
    rows.push({ kind: 'object', part: `object ${serial} ${part}`, level: level + 1, above: own, serial, text });
}
