/**
 * The lattices in which operators note what they have met: bits that are only ever added. V8: src/common/globals.h
 * (BinaryOperationFeedback, CompareOperationFeedback, TypeOfFeedback, ForInFeedback).
 */

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
