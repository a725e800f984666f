/**
 * Which check of an operator fails in optimised code when its feedback has to grow: code is made for what the operator had
 * met, and Maglev and TurboFan look at it in different ways. Measured with --log-deopt.
 * V8: JSTypeHintLowering, SimplifiedLowering, MaglevGraphBuilder::VisitBinaryOperation and VisitCompareOperation.
 *
 * Simplified: what a tier knows of an operand from the operation before it is not used.
 */
import type { Bytecode } from '../bytecode/bytecodes.ts';
import { BinaryFeedback, CompareFeedback, TypeOfFeedback } from '../ic/operator-feedback.ts';
import type { DeoptimizeReason } from './deoptimize-reasons.ts';
import type { OptimizingTier } from './function-tiering.ts';

/** What is done with two operands; of unary operators `right` is undefined. */
export interface OperatorUse {
  readonly bytecode: Bytecode;
  readonly tier: OptimizingTier;
  /** The feedback that the code was made for. */
  readonly before: number;
  readonly left: unknown;
  readonly right: unknown;
  readonly isSmi: (value: unknown) => boolean;
}

type Check = DeoptimizeReason | undefined;

/** Undefined: the code is generic there. */
export function failedOperatorCheck(use: OperatorUse): Check {
  const { bytecode } = use;
  if (bytecode === 'TypeOf') return failedTypeOf(use);
  if (comparisons.has(bytecode)) return failedComparison(use);
  if (bytecode === 'ForInPrepare' || bytecode === 'ForInNext')
    return use.before === 0 && use.tier === 'turbofan' ? 'insufficientForIn' : undefined;
  return failedArithmetic(use);
}

const comparisons: ReadonlySet<Bytecode> = new Set<Bytecode>([
  'TestEqual',
  'TestEqualStrict',
  'TestLessThan',
  'TestGreaterThan',
  'TestLessThanOrEqual',
  'TestGreaterThanOrEqual',
]);

const bitwise = /^(?:Bitwise|Shift)/;

const unary: ReadonlySet<Bytecode> = new Set<Bytecode>(['Inc', 'Dec', 'Negate', 'BitwiseNot']);

function failedArithmetic(use: OperatorUse): Check {
  const { bytecode, tier, before, left, right, isSmi } = use;
  const operands = unary.has(bytecode) || right === undefined ? [left] : [left, right];
  if (before === BinaryFeedback.none) {
    if (bytecode === 'ToNumber' || bytecode === 'ToNumeric') return undefined;
    return tier === 'turbofan' && unary.has(bytecode) ? 'insufficientUnaryOperation' : 'insufficientBinaryOperation';
  }
  if (before === BinaryFeedback.signedSmall) {
    if (!operands.every(isSmi) || bytecode === 'ToNumber' || bytecode === 'ToNumeric') return 'notASmi';
    return failedSmiResult(bytecode.replace(/Smi$/, '') as Bytecode, tier, left as number, right as number);
  }
  if ((before & ~BinaryFeedback.numberOrOddball) === 0) {
    if (operands.every((operand) => typeof operand === 'number')) return undefined;
    if (tier === 'maglev') return 'notANumberOrOddball';
    if (before === BinaryFeedback.number && bitwise.test(bytecode)) return 'notAHeapNumber';
    // TurboFan takes oddballs wherever it takes numbers.
    return operands.every((operand) => typeof operand === 'number' || isOddball(operand))
      ? undefined
      : 'notANumberOrOddball';
  }
  if (before === BinaryFeedback.string || before === BinaryFeedback.stringOrStringWrapper) {
    return failedString(tier, operands, isSmi);
  }
  if ((before & ~BinaryFeedback.bigInt) === 0) return tier === 'turbofan' ? 'notABigInt' : undefined;
  return undefined;
}

function failedString(tier: OptimizingTier, operands: readonly unknown[], isSmi: OperatorUse['isSmi']): Check {
  const wrong = operands.find((operand) => typeof operand !== 'string');
  return tier === 'turbofan' && isSmi(wrong) ? 'smi' : 'notAString';
}

function isOddball(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'boolean';
}

/** Small integers in, something else out. */
function failedSmiResult(bytecode: Bytecode, tier: OptimizingTier, left: number, right: number): Check {
  switch (bytecode) {
    case 'Mul':
      return left * right === 0 && tier === 'turbofan' ? 'minusZero' : 'overflow';
    case 'Div':
      if (tier === 'maglev') return 'notInt32';
      if (right === 0) return 'divisionByZero';
      if (left === 0) return 'minusZero';
      return left % right === 0 ? 'overflow' : 'lostPrecision';
    case 'Mod':
      return right === 0 || tier === 'maglev' ? 'divisionByZero' : 'minusZero';
    case 'Negate':
      return left === 0 && tier === 'turbofan' ? 'minusZero' : 'overflow';
    case 'ShiftRightLogical':
      return tier === 'turbofan' ? 'lostPrecision' : undefined;
    default:
      return 'overflow';
  }
}

function failedComparison(use: OperatorUse): Check {
  const { bytecode, tier, before, left, right, isSmi } = use;
  const isTurbofan = tier === 'turbofan';
  const firstWrong = (fits: (value: unknown) => boolean): unknown => (fits(left) ? right : left);
  const smiOr = (wrong: unknown, reason: DeoptimizeReason): Check => (isTurbofan && isSmi(wrong) ? 'smi' : reason);
  switch (before) {
    case CompareFeedback.none:
      return 'insufficientCompareOperation';
    case CompareFeedback.signedSmall:
      return 'notASmi';
    case CompareFeedback.number:
      return isTurbofan ? 'notAHeapNumber' : 'notANumberOrOddball';
    case CompareFeedback.numberOrBoolean:
      return 'notANumberOrOddball';
    case CompareFeedback.internalizedString:
      return isTurbofan
        ? smiOr(
            firstWrong((value) => typeof value === 'string'),
            'wrongInstanceType',
          )
        : 'wrongMap';
    case CompareFeedback.string:
      return smiOr(
        firstWrong((value) => typeof value === 'string'),
        'notAString',
      );
    case CompareFeedback.symbol:
      return smiOr(left, 'notASymbol');
    case CompareFeedback.bigInt64:
    case CompareFeedback.bigInt:
      return isTurbofan ? 'notABigInt' : undefined;
    case CompareFeedback.receiver:
      return smiOr(firstWrong(isReceiver), isTurbofan ? 'notAJSReceiver' : 'wrongInstanceType');
    case CompareFeedback.nullOrUndefined:
    case CompareFeedback.receiverOrNullOrUndefined:
      if (!isTurbofan) return bytecode === 'TestEqualStrict' ? 'notAJSReceiverOrNullOrUndefined' : undefined;
      return smiOr(
        firstWrong((value) => isReceiver(value) || value === undefined || value === null),
        'notAJSReceiverOrNullOrUndefined',
      );
    default:
      return undefined;
  }
}

/** Objects of the guest are objects of the host, but so are its symbols. */
function isReceiver(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function failedTypeOf({ before, tier, left, isSmi }: OperatorUse): Check {
  if (before === TypeOfFeedback.none) return tier === 'maglev' ? 'insufficientTypeOf' : 'insufficientUnaryOperation';
  if (before === TypeOfFeedback.number) return 'notANumber';
  if (before === TypeOfFeedback.function) return 'notADetectableReceiver';
  if (before !== TypeOfFeedback.string) return undefined;
  return tier === 'turbofan' && isSmi(left) ? 'smi' : 'notAString';
}
