/**
 * The heap as a picture: a dot for each object (or each so-many-th), the old ones and the young ones apart, in the order in which
 * they were made. One canvas, so that thousands of them are drawn at once; a click chooses the object.
 */
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { HeapDots } from '../../src/protocol/heap-views.ts';
import { type DotState, dotState, type Phase } from './marking-words.ts';

const mostHeight = 130;
const largestCell = 11;
const smallestCell = 5;
/** There is room for a cross. */
const crossedCell = 8;

export interface HeapMapProps {
  readonly name: string;
  readonly dots: HeapDots;
  /** Which of the dots are drawn here. */
  readonly from: number;
  readonly to: number;
  readonly phase: Phase;
  readonly chosen: number | undefined;
  readonly choose: (serial: number) => void;
}

export function HeapMap({ name, dots, from, to, phase, chosen, choose }: HeapMapProps): JSX.Element | null {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [width, setWidth] = useState(280);
  const [themes, setThemes] = useState(0);
  const count = to - from;
  const cell = cellFor(count, width);
  const columns = Math.max(1, Math.floor(width / cell));
  const height = Math.max(cell, Math.ceil(count / columns) * cell);

  useEffect(() => {
    const box = canvas.current?.parentElement;
    if (!box) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.max(40, Math.floor(entry!.contentRect.width))));
    observer.observe(box);
    // The colours are the theme's.
    const theme = new MutationObserver(() => setThemes((times) => times + 1));
    theme.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
    return () => {
      observer.disconnect();
      theme.disconnect();
    };
  }, [count === 0]);

  useLayoutEffect(() => {
    if (canvas.current !== null) draw(canvas.current, { dots, from, to, phase, chosen, cell, columns, width, height });
  }, [dots, from, to, phase, chosen, cell, columns, width, height, themes]);

  if (count === 0) return null;
  return (
    <div class="heap-map">
      <span class="name">{name}</span>
      <span class="heap-map-box">
        <canvas
          ref={canvas}
          role="img"
          aria-label={`${name} space: ${wordsOf(dots, from, to, phase)}`}
          style={{ width: `${width}px`, height: `${height}px` }}
          onClick={(event) => {
            const column = Math.floor(event.offsetX / cell);
            const index = from + Math.floor(event.offsetY / cell) * columns + column;
            const serial = dots.serials[index];
            if (column < columns && index < to && serial !== undefined) choose(serial);
          }}
        />
      </span>
    </div>
  );
}

/** As large as fits. */
function cellFor(count: number, width: number): number {
  for (let cell = largestCell; cell > smallestCell; cell--)
    if (Math.ceil(count / Math.max(1, Math.floor(width / cell))) * cell <= mostHeight) return cell;
  return smallestCell;
}

/** What a screen reader says of it. */
function wordsOf({ waves }: HeapDots, from: number, to: number, phase: Phase): string {
  const counts = new Map<DotState, number>();
  for (let index = from; index < to; index++) {
    const state = dotState(phase, waves[index]!);
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return [...counts].map(([state, count]) => `${count} ${stateWords[state]}`).join(', ');
}

const stateWords: Readonly<Record<DotState, string>> = {
  waiting: 'not marked yet',
  now: 'marked now',
  marked: 'marked',
  garbage: 'unreachable',
  freed: 'freed',
  aside: 'not looked at',
};

interface Drawing {
  readonly dots: HeapDots;
  readonly from: number;
  readonly to: number;
  readonly phase: Phase;
  readonly chosen: number | undefined;
  readonly cell: number;
  readonly columns: number;
  readonly width: number;
  readonly height: number;
}

function draw(
  canvas: HTMLCanvasElement,
  { dots, from, to, phase, chosen, cell, columns, width, height }: Drawing,
): void {
  const scale = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  if (context === null) return;
  const style = getComputedStyle(canvas);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  const colours = { line: colour('--dot-line'), now: colour('--dot-now'), marked: colour('--dot-marked') };
  const garbage = colour('--dot-garbage');
  context.scale(scale, scale);
  const size = cell - (cell > 6 ? 2 : 1);
  for (let index = from; index < to; index++) {
    const place = index - from;
    const x = (place % columns) * cell + 0.5;
    const y = Math.floor(place / columns) * cell + 0.5;
    const state = dotState(phase, dots.waves[index]!);
    context.globalAlpha = 1;
    if (state === 'now' || state === 'marked') {
      context.fillStyle = colours[state];
      context.fillRect(x, y, size, size);
    } else if (state === 'garbage') {
      // Hollow and crossed out, so that it is told from the others without colour, too.
      context.strokeStyle = garbage;
      context.strokeRect(x, y, size - 1, size - 1);
      if (cell >= crossedCell) {
        context.beginPath();
        context.moveTo(x, y);
        context.lineTo(x + size - 1, y + size - 1);
        context.stroke();
      }
    } else if (state !== 'freed') {
      context.globalAlpha = state === 'aside' ? 0.15 : 0.35;
      context.fillStyle = colours.line;
      context.fillRect(x, y, size, size);
    }
    if (dots.serials[index] !== chosen) continue;
    context.globalAlpha = 1;
    context.lineWidth = 2;
    context.strokeStyle = colour('--dot-chosen');
    context.strokeRect(x - 0.5, y - 0.5, size + 0.5, size + 0.5);
    context.lineWidth = 1;
  }
}
