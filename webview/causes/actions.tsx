/**
 * What the user can do about something that waits with the host: go to the moment at which it runs, which changes nothing,
 * or act at the moment of the cursor, which makes another run: a timer is due now, an event happens, a request is answered.
 */
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { ApiKind } from '../../src/protocol/events.ts';
import { Icon } from '../icons.tsx';
import { armOf } from '../state.ts';
import type { State } from '../state.ts';
import type { Run } from '../run.ts';
import type { HostAction, Store } from '../store.ts';
import * as words from '../words.ts';
import { turnOfEntry } from './chain.ts';
import type { QueueName } from './chain.ts';

interface Offer {
  readonly label: string;
  readonly hint: string;
  readonly action: HostAction;
  /** A property of the event that the user says. */
  readonly field?: string;
}

const timers: readonly ApiKind[] = ['timeout', 'interval'];

export function Actions({
  store,
  queue,
  index,
}: {
  readonly store: Store;
  readonly queue: QueueName;
  readonly index: number;
}): JSX.Element | null {
  const run = store.run.value;
  const state = store.state.value;
  if (run === undefined || state === undefined) return null;
  const next = nextTurnOf(run, queue, index, state.event);
  const offers = queue === 'apis' ? offersOf(run, index, state) : [];
  if (next < 0 && offers.length === 0) return null;
  return (
    <span class="actions">
      {next >= 0 && (
        <button
          type="button"
          class="button"
          title="Moves to the moment at which it runs; the run stays as it is"
          onClick={() => goTo(store, run, next)}
        >
          Advance to
        </button>
      )}
      {offers.map((offer) => (
        <OfferButton key={offer.label} store={store} offer={offer} />
      ))}
    </span>
  );
}

function OfferButton({ store, offer }: { readonly store: Store; readonly offer: Offer }): JSX.Element {
  const { label, hint, action, field } = offer;
  const input = useRef<HTMLInputElement>(null);
  const act = (): void => {
    const said = input.current?.value ?? '';
    const isSaid = field !== undefined && said !== '' && action.kind === 'dispatch';
    store.act(isSaid ? { ...action, data: { [field]: said } } : action);
  };
  return (
    <>
      {field !== undefined && (
        <input
          ref={input}
          class="event-field"
          aria-label={`${field} of the event`}
          title={`The event’s ${field}`}
          value="Enter"
          onKeyDown={(event) => event.key === 'Enter' && act()}
        />
      )}
      <button type="button" class="button" title={hint} onClick={act}>
        {label}
      </button>
    </>
  );
}

/** The same for the mouse, at the end of a row. The keyboard finds it where the row is chosen. */
export function AdvanceButton({
  store,
  run,
  index,
  event,
}: {
  readonly store: Store;
  readonly run: Run;
  readonly index: number;
  readonly event: number;
}): JSX.Element | null {
  const next = nextTurnOf(run, 'apis', index, event);
  if (next < 0) return null;
  return (
    <button
      type="button"
      class="row-action"
      tabIndex={-1}
      title="Advance to the moment at which it runs"
      onClick={(click) => {
        click.stopPropagation();
        goTo(store, run, next);
      }}
    >
      <Icon name="forward" />
    </button>
  );
}

function goTo(store: Store, run: Run, turn: number): void {
  store.playing.value = false;
  store.moveTo(run.timeline.turns.start[turn]!);
}

/** What repeats runs several times: the next one from a moment on. */
function nextTurnOf(run: Run, queue: QueueName, index: number, event: number): number {
  const { timeline } = run;
  if (queue !== 'apis') {
    const turn = turnOfEntry(timeline, queue, index);
    return turn >= 0 && timeline.turns.start[turn]! > event ? turn : -1;
  }
  const { tasks, apis } = timeline;
  // Tasks begin in the order of the log: those from before this moment need no look.
  for (let task = tasksBegunBefore(tasks, event); task < tasks.length; task++) {
    if (tasks.id[task] !== apis.id[index]) continue;
    const turn = turnOfEntry(timeline, 'tasks', task);
    if (turn >= 0 && timeline.turns.start[turn]! > event) return turn;
  }
  return -1;
}

/** A task that has begun may still wait: so the search begins a little earlier. */
function tasksBegunBefore({ start, end, length }: Run['timeline']['tasks'], event: number): number {
  let first = 0;
  while (first < length && start[first]! <= event && end[first]! <= event) first++;
  return first;
}

function offersOf(run: Run, index: number, state: State): Offer[] {
  const { apis } = run.timeline;
  // It is over by now, or not yet there.
  if (apis.start[index]! > state.event || apis.end[index]! <= state.event) return [];
  const id = apis.id[index]!;
  const isTimer = timers.includes(words.apiKindOf(apis.kind[index]!));
  if (isTimer && armOf(run.timeline, index, state) !== undefined) {
    const hint = 'The file runs again, and this timer is due at the moment of the cursor';
    return [{ label: 'Due now', hint, action: { kind: 'advance', id } }];
  }
  const kind = words.apiKindOf(apis.kind[index]!);
  if (kind === 'listener') {
    // It is named after the type of its event and its target: click on #buy.
    const [event = ''] = words.spanName(run, apis, index).split(' on ');
    const hint = `The file runs again, and ${event} happens at the moment of the cursor`;
    const dispatch = { kind: 'dispatch', id, event } as const;
    if (!event.startsWith('key')) return [{ label: `Fire ${event}`, hint, action: dispatch }];
    return [{ label: `Fire ${event}`, hint, action: dispatch, field: 'key' }];
  }
  if (!words.isAnswered(kind)) return [];
  return [
    {
      label: 'Answer now',
      hint: 'The file runs again, and the answer comes at the moment of the cursor',
      action: { kind: 'answer', id, fails: false },
    },
    {
      label: 'Fail',
      hint: 'The file runs again, and the request fails at the moment of the cursor',
      action: { kind: 'answer', id, fails: true },
    },
  ];
}
