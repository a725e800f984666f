/**
 * Feedback of one function: what its inline caches and operators have seen, by slot. V8: src/objects/feedback-vector.h.
 *
 * What a slot holds depends on its kind:
 * - named properties take two entries: [slot] is undefined (uninitialised), one hidden class (monomorphic), an array of
 *   (hidden class, handler) pairs (polymorphic) or `megamorphic`; [slot + 1] is the monomorphic handler, or the name that a
 *   megamorphic load is for;
 * - keyed properties the same for elements; for a name [slot] is that name and [slot + 1] the pairs;
 * - calls: the callee, the FeedbackCell that several closures of one site share, or `megamorphic`; [slot + 1] counts calls;
 * - operators: bits of operator-feedback.ts.
 */
import type { BytecodeArray, FeedbackSlotKind } from '../bytecode/bytecode-array.ts';
import type { SharedFunctionInfo } from '../bytecode/shared-function-info.ts';
import { HiddenClass } from '../objects/hidden-class.ts';
import { JSSymbol } from '../objects/value.ts';
import { FeedbackCell } from './feedback-cell.ts';
import type { IcState } from './ic-state.ts';
import { binaryOperationName, compareOperationName, forInName, TypeOfFeedback } from './operator-feedback.ts';

/** In place of what a site has met. V8: megamorphic_symbol. */
export const megamorphic = Symbol('megamorphic');

export class FeedbackVector {
  readonly slots: unknown[];
  readonly kinds: readonly FeedbackSlotKind[];
  readonly shared: SharedFunctionInfo;
  /** V8: parent_feedback_cell. */
  readonly cell: FeedbackCell;
  /** False for the interpreter's own caches while V8 has no vector, and for builtins, which have none in V8. */
  readonly isAllocated: boolean;
  /** Calls since the vector is there. */
  invocationCount = 0;

  constructor(shared: SharedFunctionInfo, bytecode: BytecodeArray, cell: FeedbackCell, isAllocated: boolean) {
    this.kinds = bytecode.feedbackSlots;
    this.shared = shared;
    this.cell = cell;
    this.isAllocated = isAllocated;
    this.slots = initialSlots(this.kinds);
  }

  /** What a site with an inline cache knows. */
  icState(slot: number): IcState {
    const feedback = this.slots[slot];
    if (feedback === undefined) return 'UNINITIALIZED';
    if (feedback === megamorphic) return this.kinds[slot] === 'Call' ? 'GENERIC' : 'MEGAMORPHIC';
    if (feedback instanceof Array || feedback instanceof FeedbackCell) return 'POLYMORPHIC';
    const byName = keyedKinds.has(this.kinds[slot]!) ? this.slots[slot + 1] : undefined;
    return byName instanceof Array && byName.length > 2 ? 'POLYMORPHIC' : 'MONOMORPHIC';
  }

  /** As %DebugPrint has it behind the kind: `MONOMORPHIC`, `BinaryOp:SignedSmall`, `JumpLoop` … */
  state(slot: number): string {
    const feedback = this.slots[slot];
    switch (this.kinds[slot]) {
      case 'BinaryOp':
        return `BinaryOp:${binaryOperationName(feedback as number)}`;
      case 'CompareOp':
        return `CompareOp:${compareOperationName(feedback as number)}`;
      case 'ForIn':
        return `ForIn:${forInName(feedback as number)}`;
      case 'TypeOf':
        return typeOfState(feedback as number);
      case 'JumpLoop':
        return 'JumpLoop';
      case 'Literal':
        return '';
      case 'LoadKeyed': {
        const name = this.name(slot);
        const state = this.icState(slot);
        return name === undefined || state !== 'POLYMORPHIC' ? state : `${state} with name ${name}`;
      }
      case 'SetKeyedSloppy':
      case 'SetKeyedStrict': {
        const name = this.name(slot);
        return name === undefined ? this.icState(slot) : `${this.icState(slot)} with name ${name}`;
      }
      default:
        return this.icState(slot);
    }
  }

  /** The one name that a keyed site has met. */
  name(slot: number): string | undefined {
    const feedback = this.slots[slot];
    if (!keyedKinds.has(this.kinds[slot]!) || feedback === megamorphic) return undefined;
    if (typeof feedback === 'string') return feedback;
    return feedback instanceof JSSymbol ? (feedback.description ?? '') : undefined;
  }

  /** The hidden classes that a site of properties has met, and the handler for each. */
  classesAndHandlers(slot: number): readonly { readonly hiddenClass: HiddenClass; readonly handler: unknown }[] {
    const feedback = this.slots[slot];
    if (feedback instanceof HiddenClass) return [{ hiddenClass: feedback, handler: this.slots[slot + 1] }];
    const pairs = feedback instanceof Array ? feedback : keyedKinds.has(this.kinds[slot]!) ? this.slots[slot + 1] : [];
    if (!(pairs instanceof Array)) return [];
    const result = [];
    for (let i = 0; i < pairs.length; i += 2)
      result.push({ hiddenClass: pairs[i] as HiddenClass, handler: pairs[i + 1] as unknown });
    return result;
  }
}

function initialSlots(kinds: readonly FeedbackSlotKind[]): unknown[] {
  const slots: unknown[] = [];
  let previous: FeedbackSlotKind | undefined;
  for (const kind of kinds) {
    slots.push(countedKinds.has(kind) || previous === 'Call' ? 0 : undefined);
    previous = kind;
  }
  return slots;
}

const countedKinds: ReadonlySet<FeedbackSlotKind> = new Set<FeedbackSlotKind>([
  'BinaryOp',
  'CompareOp',
  'TypeOf',
  'ForIn',
]);

/** Sites whose key is a value. */
const keyedKinds: ReadonlySet<FeedbackSlotKind> = new Set<FeedbackSlotKind>([
  'LoadKeyed',
  'HasKeyed',
  'SetKeyedSloppy',
  'SetKeyedStrict',
  'StoreInArrayLiteral',
  'DefineKeyedOwn',
  'DefineKeyedOwnPropertyInLiteral',
]);

/** V8: IC state of a TypeOf slot: one type, two, or any. */
function typeOfState(bits: number): IcState {
  if (bits === TypeOfFeedback.none) return 'UNINITIALIZED';
  if (bits === TypeOfFeedback.any) return 'MEGAMORPHIC';
  return (bits & (bits - 1)) === 0 ? 'MONOMORPHIC' : 'POLYMORPHIC';
}

/** Whether the site's key is a value. */
export function isKeyedKind(kind: FeedbackSlotKind): boolean {
  return keyedKinds.has(kind);
}

/** V8: FeedbackSlotKind as %DebugPrint names it. */
export function slotKindName(kind: FeedbackSlotKind): string {
  if (kind === 'SetKeyedSloppy') return 'StoreKeyedSloppy';
  return kind === 'SetKeyedStrict' ? 'StoreKeyedStrict' : kind;
}
