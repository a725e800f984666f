/**
 * What all closures of one site share: their feedback, and the budget that decides when they get it and are optimised.
 * V8: src/objects/feedback-cell.h.
 */
import { type FunctionData } from '../objects/internal-slots.ts';
import type { JSObject } from '../objects/js-object.ts';
import type { FeedbackVector } from './feedback-vector.ts';

export class FeedbackCell {
  /** What the interpreter caches in: V8's vector, or before there is one a private one that nobody is shown. */
  feedback: FeedbackVector | undefined = undefined;
  /** Bytes of bytecode that may run until the next interrupt, in V8's counting. */
  interruptBudget = 0;
  /** A loop that is less deep than this may be replaced on the stack. V8: FeedbackVector::osr_state. */
  osrState = 0;
  /** Calls have to look at `tiering` first: there is optimised code, or it is asked for. */
  hasEntry = false;
  /** A compiler/function-tiering FunctionTiering, once the function was called. */
  tiering: object | undefined = undefined;
  /** How many closures were made of the site: 0, 1, or 2 for many. V8: NoClosuresCell, OneClosureCell, ManyClosuresCell. */
  closureCount = 0;
  /** By the number of the CreateClosure in this function's code. V8: ClosureFeedbackCellArray. */
  readonly closureCells: FeedbackCell[] = [];

  /** Undefined until V8 would have one. */
  get vector(): FeedbackVector | undefined {
    return this.feedback?.isAllocated === true ? this.feedback : undefined;
  }
}

/** Of a function that is compiled from source. */
export function feedbackCellOf(closure: JSObject): FeedbackCell {
  return (closure.internal as FunctionData).feedbackCell as FeedbackCell;
}
