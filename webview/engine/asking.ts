/**
 * Questions of the engine's views to the worker, by way of the host. Each view says what it wants to know; the question is put
 * once the cursor rests, one at a time, and the answer before stays until the new one is there, so that nothing jumps.
 */
import { effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { HostToPage, PageToHost } from '../../src/protocol/page-messages.ts';
import type { EngineAnswer, EngineAsked, EngineQuestion } from '../../src/protocol/engine-questions.ts';

/** What was asked in which run, and what the answer is. */
export interface Told<Name extends EngineQuestion> {
  readonly generation: number;
  readonly asked: EngineAsked<Name>;
  readonly answer: EngineAnswer<Name>;
}

export interface Wanted<What> {
  readonly generation: number;
  readonly asked: What;
}

export interface Asking {
  /** `wanted` reads signals; undefined: nothing is to be asked now. */
  ask<Name extends EngineQuestion>(
    question: Name,
    wanted: () => Wanted<EngineAsked<Name>> | undefined,
  ): ReadonlySignal<Told<Name> | undefined>;
  /** At once, whatever else is under way; undefined where nobody knows. */
  once<Name extends EngineQuestion>(
    question: Name,
    wanted: Wanted<EngineAsked<Name>>,
  ): Promise<EngineAnswer<Name> | undefined>;
  receive(message: Extract<HostToPage, { type: 'answered' }>): void;
}

/** A cursor that rests this long is worth a question. */
const settleMs = 120;

/** A question that is not answered for so long no longer holds up the next one. */
const patienceMs = 3_000;

export function createAsking(post: (message: PageToHost) => void): Asking {
  const waiting = new Map<number, (answer: unknown) => void>();
  let requests = 0;

  return {
    ask(question, wanted) {
      const told = signal<Told<typeof question> | undefined>(undefined);
      let timer: ReturnType<typeof setTimeout> | undefined;
      let underway: number | undefined;
      let patience: ReturnType<typeof setTimeout> | undefined;

      const put = (): void => {
        const now = wanted();
        if (now === undefined || underway !== undefined || isSame(told.peek(), now)) return;
        const request = ++requests;
        underway = request;
        const done = (): void => {
          clearTimeout(patience);
          waiting.delete(request);
          if (underway === request) underway = undefined;
        };
        patience = setTimeout(() => {
          done();
          put();
        }, patienceMs);
        waiting.set(request, (answer) => {
          done();
          if (answer !== undefined) told.value = { ...now, answer: answer as EngineAnswer<typeof question> };
          // Meanwhile something else may be wanted; what failed once is not asked again at once.
          if (answer !== undefined) put();
        });
        post({ v: 1, type: 'ask', generation: now.generation, request, question, asked: { ...now.asked } });
      };
      effect(() => {
        const now = wanted();
        clearTimeout(timer);
        if (now !== undefined && !isSame(told.peek(), now)) timer = setTimeout(put, settleMs);
      });
      return told;
    },
    once(question, { generation, asked }) {
      return new Promise((resolve) => {
        const request = ++requests;
        waiting.set(request, (answer) => {
          waiting.delete(request);
          resolve(answer as EngineAnswer<typeof question> | undefined);
        });
        post({ v: 1, type: 'ask', generation, request, question, asked: { ...asked } });
      });
    },
    receive({ request, answer }) {
      waiting.get(request)?.(answer);
    },
  };
}

/** Whether the answer is the one to what is wanted. */
export function isSame<Name extends EngineQuestion>(
  told: Told<Name> | undefined,
  wanted: Wanted<EngineAsked<Name>> | undefined,
): boolean {
  if (told === undefined || wanted === undefined || told.generation !== wanted.generation) return false;
  return JSON.stringify(told.asked) === JSON.stringify(wanted.asked);
}
