/** What the page about a hazard knows: the explanation that came last, and the versions as they are being edited. */
import { signal } from '@preact/signals';
import type { Signal } from '@preact/signals';
import type { HazardExplanation, HazardPageToHost, HostToHazardPage } from '../../src/protocol/explanation.ts';

export type Side = 'before' | 'after';

/** So long after a keystroke the versions run. */
const delayMs = 150;

export interface HazardStore {
  readonly explanation: Signal<HazardExplanation | undefined>;
  readonly drafts: { readonly [Name in Side]: Signal<string> };
  /** What is shown is of an earlier text. */
  readonly isStale: Signal<boolean>;
  readonly failure: Signal<string | undefined>;
  receive(message: HostToHazardPage): void;
  edit(side: Side, source: string): void;
  open(side: Side): void;
  retry(): void;
}

export function createHazardStore(post: (message: HazardPageToHost) => void): HazardStore {
  const explanation = signal<HazardExplanation>();
  const drafts = { before: signal(''), after: signal('') };
  const isStale = signal(false);
  const failure = signal<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    explanation,
    drafts,
    isStale,
    failure,
    receive(message) {
      if (message.type === 'failed') {
        failure.value = message.message;
        return;
      }
      const isFirst = explanation.value === undefined;
      const { before, after } = message.explanation;
      explanation.value = message.explanation;
      if (isFirst) {
        drafts.before.value = before.source;
        drafts.after.value = after.source;
      }
      failure.value = undefined;
      isStale.value = before.source !== drafts.before.value || after.source !== drafts.after.value;
    },
    edit(side, source) {
      drafts[side].value = source;
      isStale.value = true;
      clearTimeout(timer);
      timer = setTimeout(
        () => post({ type: 'compare', before: drafts.before.value, after: drafts.after.value }),
        delayMs,
      );
    },
    retry() {
      failure.value = undefined;
      // What was edited is known there.
      post({ type: 'ready' });
    },
    open: (side) => post({ type: 'open', source: drafts[side].value }),
  };
}
