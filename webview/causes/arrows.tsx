/**
 * The arrows of a moment, over the page: from the place that queued something to its row in the queue, and from there to
 * the turn that runs it. Only rows that can be seen are connected, and the page is measured only while something is chosen.
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
  const start = boxOf(from);
  const end = boxOf(to);
  if (start === undefined || end === undefined) return [];
  const startY = Math.round(start.top + start.height / 2) + 0.5;
  const endY = Math.round(end.top + end.height / 2) + 0.5;
  const overlaps = start.left < end.right && end.left < start.right;
  if (overlaps) {
    // Below each other: through the margins on the left, and from column to column along the border of a section.
    const lane = 1.5 + (nth % lanes) * laneWidth;
    const [x1, x2] = [start.left + lane, end.left + lane];
    const headX = end.left + 8;
    const bend = endY > startY ? 4 : -4;
    const across = Math.abs(x1 - x2) < 1 ? '' : `V${borderBetween(from, endY > startY) + 0.5}H${x2}`;
    const path = `M${start.left + 8} ${startY}H${x1 + 4}Q${x1} ${startY} ${x1} ${startY + bend}${across}V${endY - bend}Q${x2} ${endY} ${x2 + 4} ${endY}H${headX - 1}`;
    return [{ path, head: headAt(headX, endY, 1), travels }];
  }
  // Side by side: from the near edge of one to the near edge of the other.
  const isRight = end.left >= start.right;
  const direction = isRight ? 1 : -1;
  const x1 = isRight ? start.right - 2 : start.left + 2;
  const x2 = isRight ? end.left + 7 : end.right - 7;
  const reach = Math.max(16, Math.abs(x2 - x1) / 2) * direction;
  const path = `M${x1} ${startY}C${x1 + reach} ${startY} ${x2 - reach} ${endY} ${x2 - direction} ${endY}`;
  return [{ path, head: headAt(x2, endY, direction), travels }];
}

/** The border of the section that an arrow leaves. */
function borderBetween(anchor: string, isDown: boolean): number {
  const box = elementOf(anchor)?.closest('.section')?.getBoundingClientRect();
  return box === undefined ? 0 : Math.round(isDown ? box.bottom : box.top);
}

function headAt(x: number, y: number, direction: number): string {
  return `M${x} ${y}l${-5 * direction} -3.500v7z`;
}

const elementOf = (anchor: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-anchor="${anchor}"]`);

/** Where a row is, if any of it can be seen. */
function boxOf(anchor: string): DOMRect | undefined {
  const element = elementOf(anchor);
  if (element === null) return undefined;
  const box = element.getBoundingClientRect();
  const hit = document.elementFromPoint(box.left + Math.min(40, box.width / 2), box.top + box.height / 2);
  return hit !== null && element.contains(hit) ? box : undefined;
}

function isSame(one: readonly Drawn[], other: readonly Drawn[]): boolean {
  return one.length === other.length && one.every(({ path }, index) => path === other[index]!.path);
}
