/** What somebody wants to know the causes of, and what those are: made once for each choice, not for each moment. */
import { computed, effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Run } from '../run.ts';
import type { State } from '../state.ts';
import { causesOf } from './chain.ts';
import type { Cause, QueueName, Subject } from './chain.ts';
import { connectionsOf } from './connections.ts';
import type { Connection } from './connections.ts';

export interface Causes {
  readonly chosen: ReadonlySignal<Subject | undefined>;
  readonly chain: ReadonlySignal<readonly Cause[]>;
  /** What the rows of this moment have to do with the chain. */
  readonly connections: ReadonlySignal<readonly Connection[]>;
  choose(subject: Subject): void;
  chooseNothing(): void;
  isChosen(queue: QueueName, index: number): boolean;
}

export function createCauses(
  run: ReadonlySignal<Run | undefined>,
  version: ReadonlySignal<number>,
  state: ReadonlySignal<State | undefined>,
): Causes {
  const chosen = signal<Subject | undefined>(undefined);
  // What is chosen by its number means something else in another run.
  let before: Run | undefined;
  effect(() => {
    if (run.value === before) return;
    before = run.value;
    chosen.value = undefined;
  });
  const chain = computed<readonly Cause[]>(() => {
    void version.value;
    return run.value === undefined || chosen.value === undefined ? [] : causesOf(run.value, chosen.value);
  });
  return {
    chosen,
    chain,
    connections: computed(() =>
      run.value === undefined || state.value === undefined || chain.value.length === 0
        ? []
        : connectionsOf(run.value, state.value, chain.value),
    ),
    choose: (subject) => void (chosen.value = subject),
    chooseNothing: () => void (chosen.value = undefined),
    isChosen(queue, index) {
      const subject = chosen.value;
      return subject?.kind === 'entry' && subject.queue === queue && subject.index === index;
    },
  };
}
