/**
 * The chain of causes of what somebody chose, the thing itself first: each link leads to its line and to its moment. It
 * stands above the console, where nothing moves that is being looked at.
 */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon, IconButton, TimerPie } from '../icons.tsx';
import { placeText } from '../places.ts';
import type { Run } from '../run.ts';
import { Section } from '../section.tsx';
import { parts } from '../sentence.tsx';
import type { Store } from '../store.ts';
import { Actions } from './actions.tsx';
import { queueOf } from './chain.ts';
import type { Cause, QueueName } from './chain.ts';
import { describeCause, subjectWords } from './cause-words.ts';
import { linkAnchor } from './connections.ts';

export function CausesView({ store }: { readonly store: Store }): JSX.Element | null {
  const run = store.run.value;
  const subject = store.causes.chosen.value;
  const chain = store.causes.chain.value;
  if (run === undefined || subject === undefined) return null;
  return (
    <Section
      store={store}
      id="causes"
      title="Why"
      hint="What led to what you chose: who queued it, from which line, and why it ran when it did. The latest first."
    >
      <p class="causes-about">
        <span>What led to {parts(subjectWords(run, subject))}</span>
        {subject.kind === 'entry' && <Actions store={store} queue={subject.queue} index={subject.index} />}
        <IconButton icon="close" label="Close the chain of causes (Escape)" act={store.causes.chooseNothing} />
      </p>
      <Chain store={store} run={run} chain={chain} />
    </Section>
  );
}

interface ChainProps {
  readonly store: Store;
  readonly run: Run;
  readonly chain: readonly Cause[];
}

/** One link is in the tab order; arrows, Home and End move it. */
function Chain({ store, run, chain }: ChainProps): JSX.Element {
  const list = useRef<HTMLOListElement>(null);
  const shown = useRef<readonly Cause[]>(chain);
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, chain.length - 1);
  const cursor = store.cursor.value;

  useLayoutEffect(() => {
    if (shown.current === chain) return;
    shown.current = chain;
    setActive(0);
    if (list.current !== null) list.current.scrollTop = 0;
  });

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: chain.length - 1 }[event.key];
    if (next === undefined) return;
    const index = Math.max(0, Math.min(next, chain.length - 1));
    setActive(index);
    list.current?.querySelectorAll<HTMLElement>('.cause-link')[index]?.focus();
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <ol ref={list} class="causes" aria-label="Causes, the latest first" onKeyDown={onKeyDown}>
      {chain.map((cause, index) => {
        const { text, why } = describeCause(run, cause);
        const where = placeText(run, cause.place);
        const isHere = cause.event === cursor;
        return (
          <li key={index} class={`cause ${cause.kind === 'registered' || cause.kind === 'listened' ? 'beside' : ''}`}>
            <button
              type="button"
              class={`cause-link ${isHere ? 'fresh' : ''}`}
              data-anchor={linkAnchor(index)}
              tabIndex={index === active ? 0 : -1}
              aria-current={isHere ? 'step' : undefined}
              title="Go to this moment"
              onFocus={() => setActive(index)}
              onClick={() => {
                store.playing.value = false;
                store.moveTo(cause.event);
                store.reveal(cause.place);
                showConnected(store);
              }}
            >
              <CauseIcon run={run} cause={cause} />
              <span class="cause-text">
                {parts(text)}
                {why !== '' && <span class="why">{parts(why)}</span>}
              </span>
              <span class="meta">{where}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

/** Somebody goes to a moment by its link: the rows that its arrows lead to come into sight. */
function showConnected({ causes }: Store): void {
  requestAnimationFrame(() => {
    for (const { from, to } of causes.connections.peek())
      for (const anchor of [from, to])
        document.querySelector(`[data-anchor="${anchor}"]`)?.scrollIntoView({ block: 'nearest' });
  });
}

function CauseIcon({ run, cause }: { readonly run: Run; readonly cause: Cause }): JSX.Element {
  switch (cause.kind) {
    case 'happened':
      return <Icon name="print" />;
    case 'waits':
      return queueIcon(cause.queue);
    case 'ran':
      return queueIcon(queueOf(run.timeline.turnStations[cause.turn]!));
    case 'queued':
      return <Icon name="joins" class={tintOf(cause.queue)} />;
    case 'settled':
      return <Icon name="joins" class="tint-microtask" />;
    case 'registered':
      return <Icon name="parked" class="tint-microtask" />;
    case 'asked':
      return <TimerPie progress={0.25} />;
    case 'listened':
      return <TimerPie progress={0.25} />;
    case 'script':
      return <Icon name="script" />;
    case 'more':
      return <Icon name="back" />;
  }
}

function queueIcon(queue: QueueName): JSX.Element {
  if (queue === 'ticks') return <Icon name="tick" class="tint-microtask" />;
  if (queue === 'apis') return <TimerPie progress={0.25} />;
  if (queue === 'tasks') return <Icon name="task" class="tint-task" />;
  return <Icon name={queue === 'microtasks' ? 'microtask' : 'parked'} class="tint-microtask" />;
}

const tintOf = (queue: QueueName): string => (queue === 'tasks' ? 'tint-task' : 'tint-microtask');
