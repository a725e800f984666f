/**
 * The whole run as a track: the skyline is the depth of the stack; below it the turns (script and tasks tall, microtasks
 * low) and the console's lines; errors are crosses on top, collections of garbage triangles. Drag, or use the arrows, Home, End, PageUp, PageDown.
 */
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { leapsOf } from './causes/connections.ts';
import type { Leap } from './causes/connections.ts';
import { marksOf, stretches, TurnMark } from './marks.ts';
import type { Marks } from './marks.ts';
import { placeWords } from './places.ts';
import { placeOfMoment } from './run.ts';
import type { Run } from './run.ts';
import { stateAt } from './state.ts';
import { snapToStop } from './steps.ts';
import type { Store } from './store.ts';
import type { Timeline } from './timeline.ts';
import * as words from './words.ts';

const height = 52;
const lanes = { errors: 5, skyTop: 10, skyBottom: 32, turnTop: 35, turnBottom: 42, console: 47 } as const;

export function Scrubber({ store }: { readonly store: Store }): JSX.Element | null {
  const track = useRef<HTMLDivElement>(null);
  const wanted = useRef<number | undefined>(undefined);
  // Measured when a drag begins: to measure at each move would make the browser lay the page out twice.
  const box = useRef({ left: 0, width: 1 });
  const [width, setWidth] = useState(280);
  const run = store.run.value;
  const version = store.version.value;

  useEffect(() => {
    if (track.current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.max(60, Math.floor(entry!.contentRect.width))));
    observer.observe(track.current);
    return () => observer.disconnect();
  }, [run === undefined]);

  if (run === undefined) return null;
  const { timeline } = run;
  const last = Math.max(0, timeline.log.length - 1);
  const cursor = store.cursor.value;
  const x = last === 0 ? 0 : (cursor / last) * width;

  function eventAt(pointer: PointerEvent): number {
    const { left, width: whole } = box.current;
    const part = Math.max(0, Math.min(1, (pointer.clientX - left) / whole));
    return snapToStop(timeline, Math.round(part * last));
  }

  /** Several pointer moves may come in one frame: only the last one counts. */
  function moveSoon(event: number): void {
    const scheduled = wanted.current !== undefined;
    wanted.current = event;
    if (scheduled) return;
    requestAnimationFrame(() => {
      if (wanted.current !== undefined) store.moveTo(wanted.current);
      wanted.current = undefined;
    });
  }

  function release(): void {
    if (wanted.current !== undefined) store.moveTo(wanted.current);
    wanted.current = undefined;
    store.setDragging(false);
  }

  return (
    <div
      ref={track}
      class="scrubber"
      role="slider"
      tabIndex={0}
      aria-label="Moment of the run"
      aria-valuemin={1}
      aria-valuemax={last + 1}
      aria-valuenow={cursor + 1}
      aria-valuetext={momentText(run, cursor)}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        box.current = event.currentTarget.getBoundingClientRect();
        store.playing.value = false;
        store.setDragging(true);
        moveSoon(eventAt(event));
      }}
      onPointerMove={(event) => {
        if (store.dragging.peek()) moveSoon(eventAt(event));
      }}
      onPointerUp={release}
      onPointerCancel={release}
      onKeyDown={(event) => onKeyDown(event, store, timeline)}
    >
      <div class="scrubber-past" style={{ width: `${x}px` }} />
      <Track timeline={timeline} width={width} version={version} />
      <Leaps leaps={leapsOf(run, store.causes.chain.value)} last={last} width={width} />
      <div class="playhead" style={{ transform: `translateX(${x}px)` }} />
    </div>
  );
}

/** What a screen reader says of a moment, and the track's hover. */
function momentText(run: Run, event: number): string {
  const { timeline } = run;
  const state = stateAt(timeline, event);
  const where = placeWords(run, placeOfMoment(run, stateAt(timeline, event - 1), state));
  const parts = [`event ${words.formatNumber(event + 1)} of ${words.formatNumber(timeline.log.length)}`];
  if (where !== '') parts.push(where);
  parts.push(words.turnLabel(run, state));
  return parts.join(', ');
}

function onKeyDown(event: KeyboardEvent, store: Store, timeline: Timeline): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const page = Math.max(1, Math.round(timeline.log.length / 20));
  const act = {
    ArrowRight: () => store.jump(event.shiftKey ? 'nextTurn' : 'forward'),
    ArrowUp: () => store.jump(event.shiftKey ? 'nextTurn' : 'forward'),
    ArrowLeft: () => store.jump(event.shiftKey ? 'previousTurn' : 'back'),
    ArrowDown: () => store.jump(event.shiftKey ? 'previousTurn' : 'back'),
    Home: () => store.jump('first'),
    End: () => store.jump('last'),
    PageUp: () => store.moveTo(snapToStop(timeline, Math.min(timeline.log.length - 1, store.cursor.peek() + page))),
    PageDown: () => store.moveTo(snapToStop(timeline, Math.max(0, store.cursor.peek() - page))),
  }[event.key];
  if (act === undefined) return;
  act();
  event.preventDefault();
  event.stopPropagation();
}

interface TrackProps {
  readonly timeline: Timeline;
  readonly width: number;
  /** The timeline is mutable: this says when it grew. */
  readonly version: number;
}

/** Drawn anew only when the log or the width changes, never when the cursor moves. */
function Track({ timeline, width, version }: TrackProps): JSX.Element {
  return useMemo(() => drawTrack(timeline, width), [timeline, width, version]);
}

function drawTrack(timeline: Timeline, width: number): JSX.Element {
  const marks = marksOf(timeline, width);
  const unit = width / marks.buckets;
  const hasTurn = (bits: number) => (bucket: number) => (marks.turns[bucket]! & bits) !== 0;
  return (
    <svg class="track" width={width} height={height} aria-hidden="true" focusable="false">
      <path class="mark-sky" d={skyline(marks, unit)} />
      <path
        class="mark-script"
        d={bars(marks, unit, hasTurn(TurnMark.script), lanes.turnTop + 2, lanes.turnBottom - 2)}
      />
      <path class="mark-task" d={bars(marks, unit, hasTurn(TurnMark.task), lanes.turnTop, lanes.turnBottom)} />
      <path
        class="mark-microtask"
        d={bars(marks, unit, hasTurn(TurnMark.microtask | TurnMark.tick), lanes.turnBottom - 3, lanes.turnBottom)}
      />
      <path class="mark-console" d={dots(marks, unit)} />
      <path class="mark-collection" d={sweeps(marks, unit)} />
      <path class="mark-error" d={crosses(marks, unit)} />
    </svg>
  );
}

/** From when the things of a chosen chain were queued to when they ran. */
function Leaps(props: {
  readonly leaps: readonly Leap[];
  readonly last: number;
  readonly width: number;
}): JSX.Element | null {
  const { leaps, last, width } = props;
  if (leaps.length === 0 || last === 0) return null;
  const x = (event: number): number => (event / last) * width;
  return (
    <svg class="track leaps" width={width} height={height} aria-hidden="true" focusable="false">
      {leaps.map(({ from, to, travels, isBeside }, index) => {
        const [left, right] = [x(from), x(to)];
        const rise = Math.min(lanes.skyBottom - 4, 8 + (right - left) / 6);
        const top = lanes.turnTop - rise;
        const end = `${right.toFixed(1)} ${lanes.turnTop - 1}`;
        return (
          <g key={index} class={`arrow tint-${travels} ${isBeside ? 'beside' : ''}`}>
            <path
              d={`M${left.toFixed(1)} ${lanes.turnTop - 1}C${left.toFixed(1)} ${top.toFixed(1)} ${right.toFixed(1)} ${top.toFixed(1)} ${end}`}
            />
            {!isBeside && <path class="arrow-head" d={`M${end}l-2.500 -5h5z`} />}
          </g>
        );
      })}
    </svg>
  );
}

function skyline(marks: Marks, unit: number): string {
  let peak = 1;
  for (const depth of marks.depth) if (depth > peak) peak = depth;
  const room = lanes.skyBottom - lanes.skyTop;
  // The square root keeps shallow calls visible beside a recursion that overflows.
  const y = (depth: number): string => (lanes.skyBottom - room * Math.sqrt(depth / peak)).toFixed(1);
  let path = `M0 ${lanes.skyBottom}`;
  for (let bucket = 0; bucket < marks.buckets; bucket++)
    path += `V${y(marks.depth[bucket]!)}H${((bucket + 1) * unit).toFixed(1)}`;
  return `${path}V${lanes.skyBottom}z`;
}

function bars(marks: Marks, unit: number, has: (bucket: number) => boolean, top: number, bottom: number): string {
  return stretches(marks.buckets, has)
    .map(
      ([from, to]) =>
        `M${(from * unit).toFixed(1)} ${top}h${Math.max(1, (to - from) * unit - 0.6).toFixed(1)}v${bottom - top}h-${Math.max(1, (to - from) * unit - 0.6).toFixed(1)}z`,
    )
    .join('');
}

function dots(marks: Marks, unit: number): string {
  let path = '';
  for (let bucket = 0; bucket < marks.buckets; bucket++) {
    if (marks.console[bucket]) path += `M${(bucket * unit).toFixed(1)} ${lanes.console - 2}h3v4h-3z`;
  }
  return path;
}

/** Collections of garbage: small triangles on top. */
function sweeps(marks: Marks, unit: number): string {
  let path = '';
  for (let bucket = 0; bucket < marks.buckets; bucket++) {
    if (marks.collections[bucket]) path += `M${(bucket * unit - 2.5).toFixed(1)} ${lanes.errors - 3}h5l-2.5 5z`;
  }
  return path;
}

function crosses(marks: Marks, unit: number): string {
  let path = '';
  for (let bucket = 0; bucket < marks.buckets; bucket++) {
    if (marks.errors[bucket]) path += `M${(bucket * unit - 2.5).toFixed(1)} ${lanes.errors - 2.5}l5 5m0 -5l-5 5`;
  }
  return path;
}
