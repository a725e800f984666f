/** The row below the call stack: which turn of the event loop all of it belongs to. */
import type { JSX } from 'preact';
import { turnAnchor } from './causes/connections.ts';
import { Icon } from './icons.tsx';
import { placeText, placeWords } from './places.ts';
import { placeOfSpan } from './run.ts';
import type { Run } from './run.ts';
import type { State } from './state.ts';
import type { Store } from './store.ts';
import * as words from './words.ts';

export function TurnRow({
  store,
  run,
  state,
}: {
  readonly store: Store;
  readonly run: Run;
  readonly state: State;
}): JSX.Element {
  const station = words.stationOf(run, state);
  const entry = run.timeline.turnEntries[state.turn] ?? -1;
  const { ticks, microtasks, tasks } = run.timeline;
  const spans = station === 'tick' ? ticks : station === 'microtask' ? microtasks : tasks;
  const place = entry < 0 ? undefined : placeOfSpan(run, spans, entry);
  const where = place === undefined ? '' : placeText(run, place);
  const label = words.turnLabel(run, state);
  const token =
    state.turn < 0 ? undefined : `${station === 'tick' ? 'microtask' : station}:${run.timeline.turns.id[state.turn]}`;
  const content = (
    <>
      <Icon name={turnIcons[station]} class={`tint-${station === 'tick' ? 'microtask' : station}`} />
      <span class="name">{label}</span>
      <span class="meta">{where === '' ? '' : `from ${where}`}</span>
    </>
  );
  if (place === undefined)
    return (
      <div class="turn" data-token={token} data-anchor={turnAnchor}>
        {content}
      </div>
    );
  return (
    <button
      type="button"
      class="turn"
      data-token={token}
      data-anchor={turnAnchor}
      title={
        where === ''
          ? 'Click to see what led to it'
          : `Queued by ${placeWords(run, place)}: click to show it, and what led to it`
      }
      onClick={() => {
        store.causes.choose({ kind: 'turn', turn: state.turn });
        store.reveal(place);
      }}
    >
      {content}
    </button>
  );
}

const turnIcons = { task: 'task', tick: 'tick', microtask: 'microtask', wait: 'parked' } as const;
