/**
 * The lines of the drawn heap: from each row to what hangs on it, and in the right margin to what stands elsewhere. All rows are of
 * one height, so that nothing on the page need be measured; only lines that can be seen are drawn.
 */
import type { JSX } from 'preact';
import { rowHeight } from '../rows.tsx';
import type { GraphRow } from './graph-rows.ts';

const indent = 14;
const margin = 8;
const lanes = 4;
const laneWidth = 5;
/** The margin on the right, with room for an arrow's head. */
const width = 30;

interface GraphLinesProps {
  readonly rows: readonly GraphRow[];
  readonly first: number;
  readonly end: number;
  readonly isChosen: (row: GraphRow) => boolean;
}

export function GraphLines({ rows, first, end, isChosen }: GraphLinesProps): JSX.Element {
  const height = rows.length * rowHeight;
  return (
    <>
      <svg class="graph-lines" width="100%" height={height} aria-hidden="true" focusable="false">
        <path d={branches(rows, first, end)} />
      </svg>
      <svg class="graph-lines elsewhere" width={width} height={height} aria-hidden="true" focusable="false">
        {arcs(rows, first, end, isChosen).map(({ path, head, isMarked }) => (
          <g key={path} class={isMarked ? 'marked' : ''}>
            <path d={path} />
            <path class="head" d={head} />
          </g>
        ))}
      </svg>
    </>
  );
}

const middleOf = (row: number): number => row * rowHeight + rowHeight / 2;

function branches(rows: readonly GraphRow[], first: number, end: number): string {
  let path = '';
  rows.forEach(({ above, level, isOpen }, index) => {
    if (above < 0 || index < first || above >= end) return;
    // From below the twistie of the row above to where this row begins.
    const x = margin + (level - 2) * indent + 6.5;
    const y = middleOf(index) + 0.5;
    path += `M${x} ${middleOf(above) + 7}V${y}H${x + (isOpen === undefined ? 18 : 8)}`;
  });
  return path;
}

interface Arc {
  readonly path: string;
  readonly head: string;
  readonly isMarked: boolean;
}

/** Several that pass the same rows stand side by side, as far as there is room. */
function arcs(
  rows: readonly GraphRow[],
  first: number,
  end: number,
  isChosen: (row: GraphRow) => boolean,
): readonly Arc[] {
  const places = new Map<number, number>();
  rows.forEach((row, index) => {
    if (row.kind === 'node') places.set(row.index, index);
  });
  const busyUntil = Array.from({ length: lanes }, () => -1);
  const found: { readonly from: number; readonly to: number; readonly isMarked: boolean }[] = [];
  rows.forEach((row, from) => {
    if (row.kind !== 'reference') return;
    const to = places.get(row.reference.to);
    if (to === undefined || Math.max(from, to) < first || Math.min(from, to) >= end) return;
    found.push({ from, to, isMarked: isChosen(rows[to]!) || isChosen(rows[row.above]!) });
  });
  found.sort((one, other) => Math.min(one.from, one.to) - Math.min(other.from, other.to));
  const drawn = found.map(({ from, to, isMarked }): Arc => {
    const top = Math.min(from, to);
    let lane = busyUntil.findIndex((until) => until <= top);
    if (lane < 0) lane = lanes - 1;
    busyUntil[lane] = Math.max(busyUntil[lane]!, Math.max(from, to));
    const x = 8.5 + lane * laneWidth;
    const [y1, y2] = [middleOf(from) + 0.5, middleOf(to) + (from < to ? -2.5 : 3.5)];
    return { path: `M0 ${y1}H${x}V${y2}H3`, head: `M0 ${y2}l5 -3v6z`, isMarked };
  });
  return drawn.sort((one, other) => Number(one.isMarked) - Number(other.isMarked));
}
