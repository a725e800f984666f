/** How a run ends, and what is done to it from outside until then. */
import type { Outcome } from '../protocol/events.ts';
import type { HostInput, LimitKind, Waiting } from '../protocol/run.ts';

export interface RunEnd {
  readonly outcome: Outcome;
  readonly exitCode: number;
  readonly error?: string;
  readonly limit?: LimitKind;
  /** What keeps the process open: it would wait on. */
  readonly waitsFor?: readonly Waiting[];
  /** The worker that came to the limit. */
  readonly worker?: string;
}

/** By the kind of the input: DOM and network add theirs. */
export type InputActions = {
  [Kind in HostInput['kind']]?: (input: Extract<HostInput, { readonly kind: Kind }>) => string | undefined;
};
