/**
 * Feedback of one function: what its inline caches and operators have seen, by slot. V8: src/objects/feedback-vector.h.
 *
 * A cache of a property site takes two entries: [slot] is undefined (uninitialised), one hidden class (monomorphic), an
 * array of (hidden class, handler) pairs (polymorphic) or `megamorphic`; [slot + 1] is the monomorphic handler.
 * A handler is a number (the receiver's own field with that index) or an object of handlers.ts.
 */
import type { BytecodeArray } from '../bytecode/bytecode-array.ts';
import type { FeedbackCell } from '../objects/internal-slots.ts';

export const megamorphic = 'megamorphic';

export class FeedbackVector {
  readonly slots: unknown[];
  /** By the CreateClosure's place in the code: what closures of that site share. V8: ClosureFeedbackCellArray. */
  closureCells: Map<number, FeedbackCell> | undefined = undefined;

  constructor(bytecode: BytecodeArray) {
    const slots: unknown[] = [];
    for (let i = 0; i < bytecode.feedbackSlots.length; i++) slots.push(undefined);
    this.slots = slots;
  }
}
