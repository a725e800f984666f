/**
 * The lattices in which operators note what they have met: bits that are only ever added. V8: src/common/globals.h
 * (BinaryOperationFeedback, CompareOperationFeedback, TypeOfFeedback, ForInFeedback).
 */
import { JSObject } from '../objects/js-object.ts';
import { JSSymbol, type Value } from '../objects/value.ts';

export const BinaryFeedback = {
  none: 0,
  signedSmall: 1,
  /** Small integers in, something else out: divisions. */
  signedSmallInputs: 3,
  additiveSafeInteger: 7,
  number: 15,
  numberOrOddball: 31,
  bigInt64: 32,
  bigInt: 96,
  string: 128,
  stringOrStringWrapper: 384,
  any: 511,
} as const;

export const CompareFeedback = {
  none: 0,
  signedSmall: 1,
  number: 3,
  boolean: 4,
  numberOrBoolean: 7,
  nullOrUndefined: 8,
  numberOrOddball: 15,
  internalizedString: 16,
  string: 48,
  symbol: 64,
  bigInt64: 128,
  bigInt: 384,
  receiver: 512,
  receiverOrNullOrUndefined: 520,
  any: 1023,
} as const;

export const TypeOfFeedback = { none: 0, number: 1, function: 2, string: 4, any: 7 } as const;

export const ForInFeedback = { none: 0, enumCacheKeysAndIndices: 1, enumCacheKeys: 3, any: 7 } as const;

/** The narrowest of V8's hints that covers the bits. V8: BinaryOperationHintFromFeedback. */
export function binaryOperationName(bits: number): string {
  return covering(binaryNames, bits);
}

/** V8: CompareOperationHintFromFeedback. */
export function compareOperationName(bits: number): string {
  return covering(compareNames, bits);
}

/** V8: ForInHintFromFeedback. */
export function forInName(bits: number): string {
  return covering(forInNames, bits);
}

type Names = readonly (readonly [bits: number, name: string])[];

function covering(names: Names, bits: number): string {
  return names.find(([covered]) => (bits & ~covered) === 0)?.[1] ?? 'Any';
}

const binaryNames: Names = [
  [BinaryFeedback.none, 'None'],
  [BinaryFeedback.signedSmall, 'SignedSmall'],
  [BinaryFeedback.signedSmallInputs, 'SignedSmallInputs'],
  [BinaryFeedback.additiveSafeInteger, 'AdditiveSafeInteger'],
  [BinaryFeedback.number, 'Number'],
  [BinaryFeedback.numberOrOddball, 'NumberOrOddball'],
  [BinaryFeedback.string, 'String'],
  [BinaryFeedback.stringOrStringWrapper, 'StringOrStringWrapper'],
  [BinaryFeedback.bigInt64, 'BigInt64'],
  [BinaryFeedback.bigInt, 'BigInt'],
];

const compareNames: Names = [
  [CompareFeedback.none, 'None'],
  [CompareFeedback.signedSmall, 'SignedSmall'],
  [CompareFeedback.number, 'Number'],
  [CompareFeedback.numberOrBoolean, 'NumberOrBoolean'],
  [CompareFeedback.internalizedString, 'InternalizedString'],
  [CompareFeedback.string, 'String'],
  [CompareFeedback.receiver, 'Receiver'],
  [CompareFeedback.receiverOrNullOrUndefined, 'ReceiverOrNullOrUndefined'],
  [CompareFeedback.bigInt64, 'BigInt64'],
  [CompareFeedback.bigInt, 'BigInt'],
  [CompareFeedback.symbol, 'Symbol'],
];

const forInNames: Names = [
  [ForInFeedback.none, 'None'],
  [ForInFeedback.enumCacheKeysAndIndices, 'EnumCacheKeysAndIndices'],
  [ForInFeedback.enumCacheKeys, 'EnumCacheKeys'],
];

/** What an operator makes of numbers, in V8's groups. */
export type ArithmeticKind = 'additive' | 'multiplicative' | 'division' | 'exponentiation' | 'bitwise' | 'shift';

/** Of a profile: bits of a small integer, and whether Add and Sub tell safe integers from other numbers. */
export interface NumberRules {
  readonly smiBits: number;
  readonly hasAdditiveSafeIntegerFeedback: boolean;
}

/** V8: Smi::IsValid; -0 is a heap number. */
export function isSmallInteger(value: unknown, { smiBits }: NumberRules): boolean {
  if (typeof value !== 'number' || (value === 0 && 1 / value < 0)) return false;
  const unused = 32 - smiBits;
  return (value << unused) >> unused === value;
}

/** V8: BinaryOpAssembler. `result` is undefined where the operation calls guest code or throws. */
export function binaryFeedback(
  kind: ArithmeticKind,
  left: Value,
  right: Value,
  result: Value,
  rules: NumberRules,
): number {
  if (typeof left === 'number' && typeof right === 'number') return numberFeedback(kind, left, right, result, rules);
  if (isNumberOrOddball(left) && isNumberOrOddball(right)) return BinaryFeedback.numberOrOddball;
  if (typeof left === 'bigint' && typeof right === 'bigint') return bigIntFeedback(kind, left, right, result);
  if (kind === 'additive' && typeof left === 'string') {
    if (typeof right === 'string') return BinaryFeedback.string;
    if (isStringWrapper(right)) return BinaryFeedback.stringOrStringWrapper;
  }
  return BinaryFeedback.any;
}

function numberFeedback(kind: ArithmeticKind, left: number, right: number, result: Value, rules: NumberRules): number {
  if (kind === 'exponentiation') return BinaryFeedback.number;
  if (isSmallInteger(left, rules) && isSmallInteger(right, rules)) {
    if (isSmallInteger(result, rules)) return BinaryFeedback.signedSmall;
    if (kind === 'division') return BinaryFeedback.signedSmallInputs;
  }
  const isSafe = kind === 'additive' && rules.hasAdditiveSafeIntegerFeedback;
  return isSafe && [left, right, result].every(isAdditiveSafeInteger)
    ? BinaryFeedback.additiveSafeInteger
    : BinaryFeedback.number;
}

/** Sums of two of them are exact. V8: kMinAdditiveSafeInteger, kMaxAdditiveSafeInteger. */
function isAdditiveSafeInteger(value: unknown): boolean {
  return Number.isInteger(value) && Math.abs(value as number) <= 2 ** 52 - 1 && !Object.is(value, -0);
}

function isNumberOrOddball(value: Value): boolean {
  return value === undefined || value === null || typeof value === 'boolean' || typeof value === 'number';
}

function isStringWrapper(value: Value): boolean {
  return value instanceof JSObject && value.hiddenClass.instanceType === 'string wrapper';
}

function bigIntFeedback(kind: ArithmeticKind, left: bigint, right: bigint, result: Value): number {
  if (result === undefined) return kind === 'exponentiation' ? BinaryFeedback.bigInt : BinaryFeedback.any;
  if (kind === 'shift' || kind === 'exponentiation') return BinaryFeedback.bigInt;
  const isInt64 = (value: Value): boolean => typeof value === 'bigint' && BigInt.asIntN(64, value) === value;
  return isInt64(left) && isInt64(right) && isInt64(result) ? BinaryFeedback.bigInt64 : BinaryFeedback.bigInt;
}

/** -a, ~a, ++a, a--. V8: UnaryOpAssembler. */
export function unaryFeedback(value: Value, result: Value, rules: NumberRules): number {
  if (typeof value === 'number')
    return isSmallInteger(value, rules) && isSmallInteger(result, rules)
      ? BinaryFeedback.signedSmall
      : BinaryFeedback.number;
  if (isNumberOrOddball(value)) return BinaryFeedback.numberOrOddball;
  return typeof value === 'bigint' ? BinaryFeedback.bigInt : BinaryFeedback.any;
}

/** ToNumber and ToNumeric. V8: CodeStubAssembler::PlainPrimitiveToNumber…, InterpreterAssembler::ToNumberOrNumeric. */
export function toNumericFeedback(value: Value, rules: NumberRules): number {
  if (typeof value === 'number')
    return isSmallInteger(value, rules) ? BinaryFeedback.signedSmall : BinaryFeedback.number;
  return typeof value === 'bigint' ? BinaryFeedback.bigInt : BinaryFeedback.any;
}

export function typeOfFeedback(value: Value): number {
  if (typeof value === 'number') return TypeOfFeedback.number;
  if (typeof value === 'string') return TypeOfFeedback.string;
  return value instanceof JSObject && value.hiddenClass.isCallable ? TypeOfFeedback.function : TypeOfFeedback.any;
}

/** Tells an internalized string: V8 compares those by address. */
export interface InternalizedStrings {
  readonly has: (text: string) => boolean;
}

/** <, >, <=, >=. V8: CodeStubAssembler::RelationalComparison. */
export function relationalFeedback(left: Value, right: Value, rules: NumberRules): number {
  if (typeof left === 'number' && typeof right === 'number')
    return isSmallInteger(left, rules) && isSmallInteger(right, rules)
      ? CompareFeedback.signedSmall
      : CompareFeedback.number;
  if (typeof left === 'string' && typeof right === 'string') return CompareFeedback.string;
  if (typeof left === 'bigint' && typeof right === 'bigint') return compareBigInts(left, right);
  const isOddball = typeof left !== 'number' && isNumberOrOddball(left);
  return isOddball && isNumberOrOddball(right) && !isSmallInteger(right, rules)
    ? CompareFeedback.numberOrOddball
    : CompareFeedback.any;
}

function compareBigInts(left: bigint, right: bigint): number {
  const fits = (value: bigint): boolean => BigInt.asIntN(64, value) === value;
  return fits(left) && fits(right) ? CompareFeedback.bigInt64 : CompareFeedback.bigInt;
}

/** ===. V8: CodeStubAssembler::StrictEqual. */
export function strictEqualityFeedback(
  left: Value,
  right: Value,
  rules: NumberRules,
  strings: InternalizedStrings,
): number {
  if (typeof left === 'number' && typeof right === 'number') return relationalFeedback(left, right, rules);
  if (left === undefined || left === null) {
    const isOther = typeof right === 'number' || typeof right === 'string' || typeof right === 'bigint';
    return isOther || right instanceof JSSymbol ? CompareFeedback.any : CompareFeedback.receiverOrNullOrUndefined;
  }
  if (left instanceof JSObject) {
    if (right instanceof JSObject) return CompareFeedback.receiver;
    return right === undefined || right === null ? CompareFeedback.receiverOrNullOrUndefined : CompareFeedback.any;
  }
  return primitiveEqualityFeedback(left, right, strings);
}

function primitiveEqualityFeedback(left: Value, right: Value, strings: InternalizedStrings): number {
  if (typeof left === 'string' && typeof right === 'string')
    return strings.has(left) && strings.has(right) ? CompareFeedback.internalizedString : CompareFeedback.string;
  if (typeof left === 'bigint' && typeof right === 'bigint') return compareBigInts(left, right);
  if (typeof left === 'boolean' && typeof right === 'boolean') return CompareFeedback.boolean;
  return left instanceof JSSymbol && right instanceof JSSymbol ? CompareFeedback.symbol : CompareFeedback.any;
}

/**
 * ==. V8: CodeStubAssembler::Equal. Simplified: where V8 notes each conversion on the way and prints Any for what comes of it, Any
 * is noted.
 */
export function equalityFeedback(left: Value, right: Value, rules: NumberRules, strings: InternalizedStrings): number {
  const isNullish = (value: Value): boolean => value === undefined || value === null;
  if (isNullish(left) || isNullish(right)) {
    const other = isNullish(left) ? right : left;
    if (isNullish(other) || other instanceof JSObject) return CompareFeedback.receiverOrNullOrUndefined;
    return typeof left === 'bigint' ? CompareFeedback.bigInt : CompareFeedback.any;
  }
  if (typeof left === 'boolean' || typeof right === 'boolean') {
    const other = typeof left === 'boolean' ? right : left;
    if (typeof other === 'boolean') return CompareFeedback.boolean;
    if (typeof other !== 'number') return CompareFeedback.any;
    return CompareFeedback.boolean | relationalFeedback(other, 0, rules);
  }
  if (typeof left === 'bigint' && right instanceof JSSymbol) return CompareFeedback.bigInt;
  return strictEqualityFeedback(left, right, rules, strings);
}
