/** The queues: nextTick (Node) above the microtasks, tasks, the timers that wait with the host, the functions that are paused. */
import type { JSX } from 'preact';
import { AdvanceButton } from './causes/actions.tsx';
import type { QueueName } from './causes/chain.ts';
import { entryAnchor } from './causes/connections.ts';
import { Icon, TimerPie } from './icons.tsx';
import { Rows } from './rows.tsx';
import type { RowContent } from './rows.tsx';
import { placeText, placeWords } from './places.ts';
import { placeOfSpan } from './run.ts';
import type { Run } from './run.ts';
import { Empty, Section } from './section.tsx';
import type { Spans } from './spans.ts';
import { apisOf, armOf, microtasksOf, parkedOf, reactionsOf, tasksOf, ticksOf } from './state.ts';
import { workerAt, workerText } from './workers.ts';
import type { State } from './state.ts';
import type { Store } from './store.ts';
import * as words from './words.ts';

const maxRows = 8;
/** Timers are shown in the order of their due times; with more than this, in the order in which they were set. */
const maxSorted = 2000;

interface ViewProps {
  readonly store: Store;
}

export function TicksView({ store }: ViewProps): JSX.Element | null {
  const { run, state } = drawn(store);
  if (run === undefined || state === undefined || run.runtime !== 'node') return null;
  return (
    <Queue
      store={store}
      id="ticks"
      title="nextTick queue"
      hint="Callbacks of process.nextTick: run before all other microtasks."
      queue="ticks"
      entries={ticksOf(run.timeline, state)}
      entry={(index, place) => jobRow(store, run, state, 'ticks', index, place)}
    />
  );
}

export function MicrotasksView({ store }: ViewProps): JSX.Element | null {
  const { run, state } = drawn(store);
  if (run === undefined || state === undefined) return null;
  return (
    <Queue
      store={store}
      id="microtasks"
      title="Microtask queue"
      hint="Promise reactions, awaits and queueMicrotask: drained whenever the call stack is empty, before the next task."
      queue="microtasks"
      entries={microtasksOf(run.timeline, state)}
      entry={(index, place) => jobRow(store, run, state, 'microtasks', index, place)}
    />
  );
}

export function TasksView({ store }: ViewProps): JSX.Element | null {
  const { run, state } = drawn(store);
  if (run === undefined || state === undefined) return null;
  const { tasks } = run.timeline;
  return (
    <Queue
      store={store}
      id="tasks"
      title="Task queue"
      hint="Callbacks that are due: one runs when the call stack is empty and no microtask waits."
      queue="tasks"
      entries={tasksOf(run.timeline, state)}
      entry={(index, place) => {
        const kind = words.taskLabels[words.taskSourceOf(tasks.kind[index]!)];
        return {
          ...entryRow(store, run, state, 'tasks', index),
          token: `task:${tasks.id[index]}`,
          content: (
            <Entry
              run={run}
              spans={tasks}
              index={index}
              icon={<Icon name="task" class="tint-task" />}
              kind={kind}
              next={place === 0}
            />
          ),
        };
      }}
    />
  );
}

export function ApisView({ store }: ViewProps): JSX.Element | null {
  const { run, state } = drawn(store);
  if (run === undefined || state === undefined) return null;
  const { apis } = run.timeline;
  const entries = apisOf(run.timeline, state);
  const dueOf = (index: number): number => armOf(run.timeline, index, state)?.due ?? -1;
  if (entries.length <= maxSorted) entries.sort((one, other) => dueOf(one) - dueOf(other) || one - other);
  return (
    <Queue
      store={store}
      id="apis"
      title={words.apisTitle[run.runtime]}
      hint="What the host keeps for you while your code goes on: timers, requests and listeners, with their due time in virtual time where they have one."
      queue="apis"
      entries={entries}
      entry={(index) => {
        const arm = armOf(run.timeline, index, state);
        const apiKind = words.apiKindOf(apis.kind[index]!);
        const kind = words.apiLabels[apiKind];
        const isWorker = apiKind === 'worker';
        const doing = isWorker ? workerText(workerAt(run.timeline, apis.id[index]!, state)) : '';
        const row = entryRow(store, run, state, 'apis', index);
        return {
          ...row,
          // In a narrow view there is no room for it in the row.
          title: isWorker ? `${words.capitalized(doing)}\n${row.title}` : row.title,
          token: `task:${apis.id[index]}`,
          content: (
            <>
              {arm === undefined ? (
                <Icon name="immediate" class="tint-task" />
              ) : (
                <TimerPie progress={progressOf(arm, state.clock)} />
              )}
              <span class="name">{words.spanName(run, apis, index)}</span>
              <span class="detail">{kind}</span>
              <span class={isWorker ? 'meta doing' : 'meta'}>
                {isWorker ? doing : arm === undefined ? unarmed(kind) : dueText(arm.due, state.clock)}
              </span>
              <AdvanceButton store={store} run={run} index={index} event={state.event} />
            </>
          ),
        };
      }}
    />
  );
}

export function ParkedView({ store }: ViewProps): JSX.Element | null {
  const { run, state } = drawn(store);
  if (run === undefined || state === undefined || run.timeline.parked.length === 0) return null;
  const { parked } = run.timeline;
  return (
    <Queue
      store={store}
      id="parked"
      title="Paused functions"
      hint="Frames that left the stack at an await or a yield and are kept until they go on."
      queue="parked"
      entries={parkedOf(run.timeline, state)}
      entry={(index) => {
        return {
          ...entryRow(store, run, state, 'parked', index),
          content: (
            <>
              <Icon name="parked" class="tint-microtask" />
              <span class="name">{words.functionName(run, parked.text[index]!)}</span>
              <span class="detail">{parked.kind[index] === 1 ? 'awaits' : 'yielded'}</span>
              <span class="meta">{placeText(run, placeOfSpan(run, parked, index))}</span>
            </>
          ),
        };
      }}
    />
  );
}

export function ReactionsView({ store }: ViewProps): JSX.Element | null {
  const { run, state } = drawn(store);
  if (run === undefined || state === undefined) return null;
  const { reactions } = run.timeline;
  if (run.timeline.callbacksOfPromises === 0) return null;
  // A function that awaits is among those that are paused.
  const isShown = (index: number): boolean => words.microtaskKindOf(reactions.kind[index]!) !== 'await';
  return (
    <Queue
      store={store}
      id="reactions"
      title="Waiting for promises"
      hint="Callbacks of then, catch and finally whose promise is pending: each joins the microtask queue once it is settled."
      queue="reactions"
      entries={reactionsOf(run.timeline, state).filter(isShown)}
      entry={(index) => {
        const kind = words.microtaskKindOf(reactions.kind[index]!);
        return {
          ...entryRow(store, run, state, 'reactions', index),
          content: (
            <>
              <Icon name="parked" class="tint-microtask" />
              <span class="name">{words.spanName(run, reactions, index)}</span>
              <span class="detail">{words.microtaskLabels[kind]}</span>
              <span class="meta">{placeText(run, placeOfSpan(run, reactions, index))}</span>
            </>
          ),
        };
      }}
    />
  );
}

/** Queues that this run never uses take one line together: the others need the room. */
export function UnusedNote({ store }: ViewProps): JSX.Element | null {
  void store.version.value;
  const { run } = drawn(store);
  if (run === undefined) return null;
  const { ticks, microtasks, tasks, apis } = run.timeline;
  const unused = [
    run.runtime === 'node' && ticks.length === 0 ? 'nextTick queue' : '',
    microtasks.length === 0 ? 'microtask queue' : '',
    tasks.length === 0 ? 'task queue' : '',
    apis.length === 0 ? words.apisTitle[run.runtime] : '',
  ].filter((name) => name !== '');
  if (unused.length === 0) return null;
  return <p class="unused">Not used in this run: {unused.join(', ')}</p>;
}

interface QueueProps extends ViewProps {
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  readonly queue: QueueName;
  readonly entries: readonly number[];
  readonly entry: (index: number, place: number) => RowContent;
}

function Queue({ store, id, title, hint, queue, entries, entry }: QueueProps): JSX.Element | null {
  const run = store.run.value!;
  const spans = run.timeline[queue];
  if (spans.length === 0) return null;
  // Room for what this queue holds at most in this run: stepping does not push the sections below around.
  const minRows = Math.min(spans.peak, 2);
  return (
    <Section
      store={store}
      id={id}
      title={title}
      hint={hint}
      badge={entries.length > 0 ? words.formatNumber(entries.length) : undefined}
    >
      {entries.length === 0 ? (
        <Empty minRows={minRows}>empty</Empty>
      ) : (
        <Rows
          label={title}
          role="listbox"
          count={entries.length}
          minRows={minRows}
          maxRows={maxRows}
          row={(place) => entry(entries[place]!, place)}
          onActivate={(place) => {
            store.causes.choose({ kind: 'entry', queue, index: entries[place]! });
            store.reveal(placeOfSpan(run, spans, entries[place]!));
          }}
        />
      )}
    </Section>
  );
}

function jobRow(
  store: Store,
  run: Run,
  state: State,
  queue: 'ticks' | 'microtasks',
  index: number,
  place: number,
): RowContent {
  const spans = run.timeline[queue];
  const kind = words.microtaskKindOf(spans.kind[index]!);
  const icon = <Icon name={kind === 'nextTick' ? 'tick' : 'microtask'} class="tint-microtask" />;
  return {
    ...entryRow(store, run, state, queue, index),
    token: `microtask:${spans.id[index]}`,
    content: (
      <Entry run={run} spans={spans} index={index} icon={icon} kind={words.microtaskLabels[kind]} next={place === 0} />
    ),
  };
}

function entryRow(
  store: Store,
  run: Run,
  state: State,
  queue: QueueName,
  index: number,
): Pick<Required<RowContent>, 'key' | 'class' | 'title' | 'anchor' | 'selected'> {
  const spans = run.timeline[queue];
  const where = placeWords(run, placeOfSpan(run, spans, index));
  const selected = store.causes.isChosen(queue, index);
  return {
    key: String(index),
    class: `${spans.start[index] === state.event ? 'fresh' : ''} ${selected ? 'linked' : ''}`,
    title: where === '' ? 'Click to see what led to it' : `From ${where}: click to show it, and what led to it`,
    anchor: entryAnchor(queue, index),
    selected,
  };
}

interface EntryProps {
  readonly run: Run;
  readonly spans: Spans;
  readonly index: number;
  readonly icon: JSX.Element;
  readonly kind: string;
  readonly next: boolean;
}

function Entry({ run, spans, index, icon, kind, next }: EntryProps): JSX.Element {
  return (
    <>
      {icon}
      <span class="name">{words.spanName(run, spans, index)}</span>
      <span class="detail">{kind}</span>
      <span class="meta">{next ? 'next' : ''}</span>
    </>
  );
}

function drawn(store: Store): { readonly run: Run | undefined; readonly state: State | undefined } {
  return { run: store.run.value, state: store.state.value };
}

function progressOf(arm: { readonly clock: number; readonly due: number }, clock: number): number {
  return arm.due <= arm.clock ? 1 : (clock - arm.clock) / (arm.due - arm.clock);
}

/** Without a time of its own. */
const unarmed = (kind: string): string => (kind === words.apiLabels.immediate ? 'next check' : '');

function dueText(due: number, clock: number): string {
  return due <= clock ? 'due now' : `due ${words.formatMs(due)}`;
}
