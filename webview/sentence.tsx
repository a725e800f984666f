/** The sentence of the moment beside the dial of the event loop, and the line with the numbers of the moment. */
import type { JSX } from 'preact';
import { eventTypeIds } from '../src/protocol/events.ts';
import { narrate } from './narration.ts';
import type { Run } from './run.ts';
import { apisOf, microtasksOf, tasksOf, ticksOf } from './state.ts';
import type { State } from './state.ts';
import type { Store } from './store.ts';
import type { Station } from './timeline.ts';
import { textAt } from './log.ts';
import * as words from './words.ts';

export function Sentence({ store }: { readonly store: Store }): JSX.Element | null {
  const run = store.run.value;
  const state = store.state.value;
  if (run === undefined || state === undefined) return null;
  // While the cursor flies past, a screen reader waits for where it lands.
  const calm = !store.dragging.value && !store.playing.value;
  return (
    <div class="sentence">
      <Dial run={run} state={state} />
      <div class="sentence-text">
        <p aria-live={calm ? 'polite' : 'off'} aria-atomic="true">
          {parts(narrate(run, state.event, state))}
        </p>
        <OtherOrder store={store} run={run} event={state.event} />
      </div>
    </div>
  );
}

/** At a race: the run with its other outcome, which is as legal. */
function OtherOrder({
  store,
  run,
  event,
}: {
  readonly store: Store;
  readonly run: Run;
  readonly event: number;
}): JSX.Element | null {
  const { log } = run.timeline;
  if (log.type[event] !== eventTypeIds.race) return null;
  return (
    <button type="button" class="link" onClick={() => store.setRaces(log.b[event] === 1 ? 'first' : 'second')}>
      Run it with the other order
    </button>
  );
}

/** Event, step, virtual time, turn and phase. */
export function MomentInfo({ store }: { readonly store: Store }): JSX.Element | null {
  const run = store.run.value;
  const state = store.state.value;
  void store.version.value;
  if (run === undefined || state === undefined) return null;
  const { log } = run.timeline;
  const phase = state.phase < 0 ? '' : textAt(log, state.phase);
  return (
    <dl class="moment">
      <Fact
        name="Event"
        value={`${words.formatNumber(state.event + 1)}/${words.formatNumber(log.length)}`}
        title="Events of the run"
      />
      <Fact
        name="Step"
        value={words.formatNumber(store.step.value >= 0 ? store.step.value : log.step[state.event]!)}
        title="Bytecodes executed so far"
      />
      <Fact name="Time" value={words.formatMs(state.clock)} title="Virtual time: it moves only while nothing runs" />
      {phase !== '' && <Fact name="Phase" value={phase} title="Phase of the event loop" />}
    </dl>
  );
}

function Fact({
  name,
  value,
  title,
}: {
  readonly name: string;
  readonly value: string;
  readonly title: string;
}): JSX.Element {
  return (
    <div class="fact" title={title}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

export function parts(sentence: string): (string | JSX.Element)[] {
  return sentence.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));
}

interface Stop {
  readonly station: Station;
  readonly letter: string;
  readonly label: string;
  readonly busy: boolean;
}

/**
 * The event loop as a ring: an arc is bold where it is now, solid where work waits, thin where there is none. Its words
 * stand in the sentence and in the sections, so it is for the eye only.
 */
function Dial({ run, state }: { readonly run: Run; readonly state: State }): JSX.Element {
  const stops = stopsOf(run, state);
  const current = words.stationOf(run, state);
  const at = Math.max(
    0,
    stops.findIndex((stop) => stop.station === current),
  );
  const share = 360 / stops.length;
  return (
    <svg class="dial" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false">
      <title>{stops[at]!.label}</title>
      {stops.map((stop, index) => (
        <path
          key={stop.station}
          class={`dial-arc tint-${stop.station === 'tick' ? 'microtask' : stop.station} ${index === at ? 'now' : stop.busy ? 'busy' : ''}`}
          d={arc(index * share + 7, (index + 1) * share - 7, 20)}
        />
      ))}
      <g class="dial-hand" style={{ transform: `rotate(${(at + 0.5) * share}deg)` }}>
        <path class="dial-pointer" d="M24 8.5 27.500 14h-7z" />
      </g>
      <text class="dial-letter" x="24" y="29" text-anchor="middle">
        {stops[at]!.letter}
      </text>
    </svg>
  );
}

function stopsOf(run: Run, state: State): Stop[] {
  const { timeline } = run;
  const isScript = state.turn >= 0 && words.turnKindOf(timeline.turns.kind[state.turn]!) === 'script';
  const task: Stop = {
    station: 'task',
    letter: isScript ? 'JS' : 'T',
    label: isScript ? 'The script runs' : 'A task runs',
    busy: tasksOf(timeline, state).length > 0,
  };
  const tick: Stop = {
    station: 'tick',
    letter: 'nT',
    label: 'A nextTick callback runs',
    busy: ticksOf(timeline, state).length > 0,
  };
  const microtask: Stop = {
    station: 'microtask',
    letter: 'µT',
    label: 'A microtask runs',
    busy: microtasksOf(timeline, state).length > 0,
  };
  const wait: Stop = {
    station: 'wait',
    letter: state.over ? '✓' : '…',
    label: state.over ? 'The run is over' : 'The event loop decides what runs next',
    busy: apisOf(timeline, state).length > 0,
  };
  return run.runtime === 'node' ? [task, tick, microtask, wait] : [task, microtask, wait];
}

/** An arc around (24, 24), angles in degrees clockwise from the top. */
function arc(from: number, to: number, radius: number): string {
  const point = (angle: number): string => {
    const radians = (angle * Math.PI) / 180;
    return `${(24 + radius * Math.sin(radians)).toFixed(2)} ${(24 - radius * Math.cos(radians)).toFixed(2)}`;
  };
  return `M${point(from)}A${radius} ${radius} 0 ${to - from > 180 ? 1 : 0} 1 ${point(to)}`;
}
