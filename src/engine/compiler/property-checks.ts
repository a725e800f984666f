/**
 * Which check of a property access fails in optimised code when its inline cache misses. Measured with --log-deopt.
 * V8: JSNativeContextSpecialization, MaglevGraphBuilder::TryBuildNamedAccess and TryBuildElementAccess.
 */
import type { Bytecode } from '../bytecode/bytecodes.ts';
import { megamorphic } from '../ic/feedback-vector.ts';
import { HiddenClass } from '../objects/hidden-class.ts';
import type { DeoptimizeReason } from './deoptimize-reasons.ts';
import type { OptimizingTier } from './function-tiering.ts';

export interface PropertyUse {
  readonly bytecode: Bytecode;
  readonly tier: OptimizingTier;
  /** The slot and the one behind it, as the code was made for them. */
  readonly feedback: unknown;
  readonly more: unknown;
  readonly receiver: unknown;
  /** Undefined for a primitive. */
  readonly hiddenClass: unknown;
  /** Of keyed accesses: the key as it came. */
  readonly key: unknown;
  readonly isSmi: (value: unknown) => boolean;
}

type Check = DeoptimizeReason | undefined;

export function failedPropertyCheck(use: PropertyUse): Check {
  const { feedback, bytecode, tier } = use;
  if (feedback === megamorphic) return undefined;
  if (feedback === undefined) return insufficient(bytecode, tier);
  if (bytecode === 'LdaGlobal' || bytecode === 'LdaGlobalInsideTypeof' || bytecode === 'StaGlobal') return undefined;
  if (bytecode === 'TestInstanceOf') return 'wrongValue';
  // Strings have several hidden classes; code that was made for some takes all.
  if (isStringSite(use) && typeof use.receiver === 'string') return keyed.has(bytecode) ? failedKey(use) : undefined;
  if (!knows(use)) {
    if (use.isSmi(use.receiver)) return tier === 'turbofan' ? 'smi' : isStringSite(use) ? 'notAString' : 'wrongMap';
    return isStringSite(use) ? 'notAString' : 'wrongMap';
  }
  return keyed.has(bytecode) ? failedKey(use) : undefined;
}

const keyed: ReadonlySet<Bytecode> = new Set<Bytecode>([
  'GetKeyedProperty',
  'SetKeyedProperty',
  'TestIn',
  'DefineKeyedOwnProperty',
]);

function insufficient(bytecode: Bytecode, tier: OptimizingTier): Check {
  switch (bytecode) {
    case 'LdaGlobal':
    case 'LdaGlobalInsideTypeof':
    case 'StaGlobal':
      return tier === 'maglev' ? 'insufficientGlobalAccess' : undefined;
    case 'TestInstanceOf':
      return tier === 'maglev' ? 'insufficientInstanceOf' : 'insufficientCompareOperation';
    case 'TestIn':
      return tier === 'maglev' ? undefined : 'insufficientNamedAccess';
    case 'CloneObject':
      return undefined;
    default:
      return keyed.has(bytecode) ? 'insufficientKeyedAccess' : 'insufficientNamedAccess';
  }
}

/** The receiver's hidden class is one that the site had met. */
function knows({ feedback, more, hiddenClass }: PropertyUse): boolean {
  if (feedback === hiddenClass) return true;
  if (feedback instanceof Array) return feedback.includes(hiddenClass);
  return more instanceof Array && more.includes(hiddenClass);
}

function isStringSite({ feedback, more }: PropertyUse): boolean {
  if (isStringMap(feedback)) return true;
  const pairs: unknown = feedback instanceof Array ? feedback : more;
  if (!(pairs instanceof Array) || pairs.length === 0) return false;
  return pairs.every((entry, i) => i % 2 === 1 || isStringMap(entry));
}

function isStringMap(value: unknown): boolean {
  return value instanceof HiddenClass && /^primitive (?:internalized )?string$/.test(value.instanceType);
}

function failedKey({ feedback, key, tier, bytecode }: PropertyUse): Check {
  const byName = typeof feedback === 'string' || isSymbol(feedback);
  if (byName) {
    if (key === feedback) return undefined;
    if (bytecode === 'TestIn') return tier === 'turbofan' ? 'wrongName' : undefined;
    return tier === 'turbofan' ? 'wrongName' : 'unexpectedName';
  }
  if (typeof key === 'number') return undefined;
  // As property keys, numbers that are no index have become strings.
  if (typeof key !== 'string' || String(Number(key)) !== key)
    return tier === 'turbofan' ? 'notAnArrayIndex' : 'notInt32';
  if (Number.isInteger(Number(key))) return 'outOfBounds';
  return tier === 'turbofan' ? 'lostPrecisionOrNaN' : 'notInt32';
}

function isSymbol(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'description' in value;
}
