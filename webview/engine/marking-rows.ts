/** The rows of the marking's tree in a phase: what has been reached by then hangs on what it was reached from. */
import type { MarkedGroupView, MarkedNodeView, MarkingView } from '../../src/protocol/engine-views.ts';
import type { Phase } from './marking-words.ts';

export interface MarkedRow {
  /** What is opened and closed. */
  readonly part: string;
  readonly level: number;
  /** Undefined: nothing hangs on it. */
  readonly isOpen: boolean | undefined;
  /** Marked in this phase. */
  readonly isFresh: boolean;
  readonly isGarbage: boolean;
  readonly name: string;
  readonly via: string;
  readonly count: number;
  readonly bytes: number;
  /** Of one object. */
  readonly serial?: number;
  /** Of several that have things hanging on them: the one that stands for them. */
  readonly first?: number;
}

type IsOpen = (part: string, byItself: boolean) => boolean;

/** `chosen`: an object; the others of its node are listed with it. */
export function rowsOf(
  view: MarkingView,
  phase: Phase,
  isOpen: IsOpen,
  chosen: number | undefined,
): readonly MarkedRow[] {
  if (phase.kind === 'unreachable') return garbageRows(view, isOpen);
  return phase.kind === 'wave' ? treeRows(view.tree.items, phase.wave, isOpen, chosen) : [];
}

/** Nodes that were too many to be sent. */
export function leftOut({ tree, unreachableGroups }: MarkingView, phase: Phase): number {
  if (phase.kind === 'unreachable') return unreachableGroups.total - unreachableGroups.items.length;
  return phase.kind === 'wave' ? tree.total - tree.items.length : 0;
}

function treeRows(
  nodes: readonly MarkedNodeView[],
  wave: number,
  isOpen: IsOpen,
  chosen: number | undefined,
): readonly MarkedRow[] {
  const children = new Map<number, number[]>();
  nodes.forEach(({ parent, wave: met }, index) => {
    if (met > wave) return;
    const known = children.get(parent);
    if (known === undefined) children.set(parent, [index]);
    else known.push(index);
  });
  const rows: MarkedRow[] = [];
  const pending = [...(children.get(-1) ?? [])].reverse().map((index) => ({ index, level: 1, path: '' }));
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { index, level, path } = next;
    const node = nodes[index]!;
    const { name, via, count, bytes, wave: met } = node;
    const part = `${path}/${name} ${via}`;
    const inside = children.get(index) ?? [];
    const hasMore = inside.length > 0 || node.samples.length > 0;
    const open = isOpen(part, inside.length > 0);
    const isFresh = met === wave && count > 0;
    const first = inside.length > 0 ? node.samples[0]?.serial : undefined;
    const row = { part, level, isOpen: hasMore ? open : undefined, isFresh, isGarbage: false, name, via, count, bytes };
    rows.push(first === undefined ? row : { ...row, first });
    if (!open) continue;
    const isLeaf = inside.length === 0;
    if (isLeaf || (count > 1 && node.samples.some(({ serial }) => serial === chosen)))
      rows.push(...objectRows(node, part, level, isLeaf, isOpen));
    for (const each of [...inside].reverse()) pending.push({ index: each, level: level + 1, path: part });
  }
  return rows;
}

/** The objects of a node: at once where nothing hangs on it, or else below a row of their own. */
function objectRows(
  { name, count, samples }: MarkedGroupView,
  part: string,
  level: number,
  isLeaf: boolean,
  isOpen: IsOpen,
): readonly MarkedRow[] {
  if (samples.length === 0) return [];
  const own = { isFresh: false, isGarbage: false, via: '', bytes: 0 };
  const listPart = `objects ${part}`;
  const list = samples.map(({ serial, text }): MarkedRow => ({
    ...own,
    part: `object ${serial}`,
    level: isLeaf ? level + 1 : level + 2,
    isOpen: undefined,
    name: text,
    count: 1,
    serial,
  }));
  if (isLeaf) return list;
  const open = isOpen(listPart, false);
  const title = samples.length < count ? `the first ${samples.length} of them` : name;
  const row: MarkedRow = {
    ...own,
    part: listPart,
    level: level + 1,
    isOpen: open,
    name: title,
    via: 'objects',
    count: 0,
  };
  return open ? [row, ...list] : [row];
}

function garbageRows({ unreachableGroups }: MarkingView, isOpen: IsOpen): readonly MarkedRow[] {
  return unreachableGroups.items.flatMap((group): MarkedRow[] => {
    const { name, count, bytes, samples } = group;
    const part = `garbage ${name}`;
    const open = isOpen(part, false);
    const row = { part, level: 1, isOpen: samples.length > 0 ? open : undefined, isFresh: false, isGarbage: true };
    return [{ ...row, name, via: '', count, bytes }, ...(open ? objectRows(group, part, 1, true, isOpen) : [])];
  });
}
