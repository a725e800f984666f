/**
 * The arrows of a moment, over the page: from the place that queued something to its row in the queue, and from there to
 * the turn that runs it. Where a row is scrolled out of sight an arrow ends at the edge. The page is measured only while
 * something is chosen.
 */
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Store } from '../store.ts';
import type { Connection } from './connections.ts';

interface Drawn {
  readonly path: string;
  readonly head: string;
  readonly travels: Connection['travels'];
}

const nothing: readonly Drawn[] = [];

export function Arrows({ store }: { readonly store: Store }): JSX.Element | null {
  const [drawn, setDrawn] = useState(nothing);
  const connections = store.causes.connections.value;
  const frame = useRef(0);
  // What opens, closes and moves rows.
  void [store.state.value, store.closedSections.value, store.inspected.value, store.version.value];

  function drawSoon(): void {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      const next = connections.flatMap((connection, nth) => draw(connection, nth));
      setDrawn((before) => (isSame(before, next) ? before : next));
    });
  }

  useLayoutEffect(() => {
    if (connections.length > 0) drawSoon();
    else if (drawn.length > 0) setDrawn(nothing);
  });
  useEffect(() => {
    if (connections.length === 0) return;
    const root = document.getElementById('root')!;
    const observer = new ResizeObserver(drawSoon);
    observer.observe(root);
    // Scrolling does not bubble.
    root.addEventListener('scroll', drawSoon, true);
    return () => {
      observer.disconnect();
      root.removeEventListener('scroll', drawSoon, true);
      cancelAnimationFrame(frame.current);
    };
  }, [connections]);

  if (drawn.length === 0) return null;
  return (
    <svg class="arrows" aria-hidden="true" focusable="false">
      {drawn.map(({ path, head, travels }, index) => (
        <g key={index} class={`arrow tint-${travels}`}>
          <path d={path} />
          <path class="arrow-head" d={head} />
        </g>
      ))}
    </svg>
  );
}

/** Several lines in one margin stand side by side. */
const lanes = 3;
const laneWidth = 2;

function draw({ from, to, travels }: Connection, nth: number): Drawn[] {
  const start = endOf(from);
  const end = endOf(to);
  if (start === undefined || end === undefined || start.y === end.y) return [];
  const overlaps = start.left < end.right && end.left < start.right;
  if (overlaps) {
    // Below each other: through the margins on the left, and from column to column along the border of a section.
    const lane = 1.5 + (nth % lanes) * laneWidth;
    const [x1, x2] = [start.left + lane, end.left + lane];
    const isDown = end.y > start.y;
    const bend = isDown ? 4 : -4;
    const begin = start.isHidden
      ? `M${x1} ${start.y}`
      : `M${start.left + 8} ${start.y}H${x1 + 4}Q${x1} ${start.y} ${x1} ${start.y + bend}`;
    const across = Math.abs(x1 - x2) < 1 ? '' : `V${borderBetween(from, isDown) + 0.5}H${x2}`;
    if (end.isHidden)
      return [{ path: `${begin}${across}V${end.y}`, head: headUpOrDown(x2, end.y, isDown ? 1 : -1), travels }];
    const headX = end.left + 8;
    const path = `${begin}${across}V${end.y - bend}Q${x2} ${end.y} ${x2 + 4} ${end.y}H${headX - 1}`;
    return [{ path, head: headAt(headX, end.y, 1), travels }];
  }
  // Side by side: from the near edge of one to the near edge of the other.
  const isRight = end.left >= start.right;
  const direction = isRight ? 1 : -1;
  const x1 = isRight ? start.right - 2 : start.left + 2;
  const x2 = isRight ? end.left + 7 : end.right - 7;
  const reach = Math.max(16, Math.abs(x2 - x1) / 2) * direction;
  const path = `M${x1} ${start.y}C${x1 + reach} ${start.y} ${x2 - reach} ${end.y} ${x2 - direction} ${end.y}`;
  return [{ path, head: headAt(x2, end.y, direction), travels }];
}

/** The border of the section that an arrow leaves. */
function borderBetween(anchor: string, isDown: boolean): number {
  const box = elementOf(anchor)?.closest('.section')?.getBoundingClientRect();
  return box === undefined ? 0 : Math.round(isDown ? box.bottom : box.top);
}

function headAt(x: number, y: number, direction: number): string {
  return `M${x} ${y}l${-5 * direction} -3.500v7z`;
}

function headUpOrDown(x: number, y: number, direction: number): string {
  return `M${x} ${y}l-3.500 ${-5 * direction}h7z`;
}

const elementOf = (anchor: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-anchor="${anchor}"]`);

interface End {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** It is scrolled out of sight: the arrow ends at the edge behind which it is. */
  readonly isHidden: boolean;
}

const scrolls = '.rows, .causes, .sections, .area-stack, .area-queues, .area-engine';

/** The middle of a row, as far as it can be seen; undefined where it is not on the page. */
function endOf(anchor: string): End | undefined {
  const element = elementOf(anchor);
  if (element === null) return undefined;
  const { left, right, top, height } = element.getBoundingClientRect();
  const middle = top + height / 2;
  let y = middle;
  for (let list = element.closest(scrolls); list !== null; list = list.parentElement?.closest(scrolls) ?? null) {
    if (getComputedStyle(list).overflowY === 'visible') continue;
    const seen = list.getBoundingClientRect();
    y = Math.max(seen.top + 1, Math.min(y, seen.bottom - 1));
  }
  return { left, right, y: Math.round(y) + 0.5, isHidden: Math.abs(y - middle) > 2 };
}

function isSame(one: readonly Drawn[], other: readonly Drawn[]): boolean {
  return one.length === other.length && one.every(({ path }, index) => path === other[index]!.path);
}
