/**
 * What operators note in the feedback, where the interpreter does not see at once that it is known already.
 * V8: BinaryOpAssembler, UnaryOpAssembler, CodeStubAssembler::UpdateFeedback.
 */
import type { FeedbackVector } from '../ic/feedback-vector.ts';
import {
  type ArithmeticKind,
  binaryFeedback,
  CompareFeedback,
  equalityFeedback,
  relationalFeedback,
  strictEqualityFeedback,
  toNumericFeedback,
  typeOfFeedback,
  unaryFeedback,
} from '../ic/operator-feedback.ts';
import { JSSymbol, type Value } from '../objects/value.ts';
import { operatorMet } from './feedback-changes.ts';
import type { Isolate } from './isolate.ts';
import type { BinaryOperator } from './operators.ts';

const kinds: { readonly [O in BinaryOperator]: ArithmeticKind } = {
  Add: 'additive',
  Sub: 'additive',
  Mul: 'multiplicative',
  Div: 'division',
  Mod: 'multiplicative',
  Exp: 'exponentiation',
  BitwiseOr: 'bitwise',
  BitwiseXor: 'bitwise',
  BitwiseAnd: 'bitwise',
  ShiftLeft: 'shift',
  ShiftRight: 'shift',
  ShiftRightLogical: 'shift',
};

export function noteBinary(
  isolate: Isolate,
  operator: BinaryOperator,
  vector: FeedbackVector,
  slot: number,
  left: Value,
  right: Value,
  result: Value,
): void {
  const kind = operator === 'Sub' && typeof left === 'string' ? 'multiplicative' : kinds[operator];
  // V8 throws before it has noted anything.
  if ((kind === 'bitwise' || kind === 'shift') && typeof left === 'bigint' && right instanceof JSSymbol) return;
  operatorMet(isolate, vector, slot, binaryFeedback(kind, left, right, result, isolate.profile), left, right);
}

export function noteUnary(isolate: Isolate, vector: FeedbackVector, slot: number, value: Value, result: Value): void {
  operatorMet(isolate, vector, slot, unaryFeedback(value, result, isolate.profile), value, undefined);
}

export function noteToNumeric(isolate: Isolate, vector: FeedbackVector, slot: number, value: Value): void {
  operatorMet(isolate, vector, slot, toNumericFeedback(value, isolate.profile), value, undefined);
}

export function noteTypeOf(isolate: Isolate, vector: FeedbackVector, slot: number, value: Value): void {
  operatorMet(isolate, vector, slot, typeOfFeedback(value), value, undefined);
}

export function noteComparison(
  isolate: Isolate,
  vector: FeedbackVector,
  slot: number,
  left: Value,
  right: Value,
): void {
  operatorMet(isolate, vector, slot, relationalFeedback(left, right, isolate.profile), left, right);
}

export function noteStrictEquality(
  isolate: Isolate,
  vector: FeedbackVector,
  slot: number,
  left: Value,
  right: Value,
): void {
  const seen = vector.slots[slot];
  if (seen === CompareFeedback.any) return;
  if (seen === CompareFeedback.string && typeof left === 'string' && typeof right === 'string') return;
  operatorMet(
    isolate,
    vector,
    slot,
    strictEqualityFeedback(left, right, isolate.profile, isolate.strings),
    left,
    right,
  );
}

export function noteEquality(isolate: Isolate, vector: FeedbackVector, slot: number, left: Value, right: Value): void {
  const seen = vector.slots[slot];
  if (seen === CompareFeedback.any) return;
  if (seen === CompareFeedback.string && typeof left === 'string' && typeof right === 'string') return;
  operatorMet(isolate, vector, slot, equalityFeedback(left, right, isolate.profile, isolate.strings), left, right);
}
