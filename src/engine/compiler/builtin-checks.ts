/**
 * Builtins that optimised code does itself: which check it fails where the arguments are others than it has room for. The
 * call site remembers it, and the next code calls the builtin. Measured with --log-deopt.
 * V8: JSCallReducer, MaglevGraphBuilder::TryReduceBuiltin, SpeculationMode.
 */
import { ElementsKind } from '../objects/elements-kind.ts';
import { JSObject } from '../objects/js-object.ts';
import type { DeoptimizeReason } from './deoptimize-reasons.ts';
import type { OptimizingTier } from './function-tiering.ts';

export interface BuiltinUse {
  /** Of the function. */
  readonly name: string;
  readonly tier: OptimizingTier;
  readonly receiver: unknown;
  readonly args: readonly unknown[];
  readonly isSmi: (value: unknown) => boolean;
}

type Check = (use: BuiltinUse) => DeoptimizeReason | undefined;

const checks: ReadonlyMap<string, Check> = new Map(
  Object.entries({
    charCodeAt: stringIndex,
    codePointAt: stringIndex,
    charAt: (use) => (use.tier === 'turbofan' ? stringIndex(use) : undefined),
    push,
    abs: numbers,
    acos: numbers,
    asin: numbers,
    atan: numbers,
    atan2: numbers,
    cbrt: numbers,
    ceil: numbers,
    clz32: numbers,
    cos: numbers,
    exp: numbers,
    floor: numbers,
    fround: numbers,
    imul: numbers,
    log: numbers,
    log2: numbers,
    log10: numbers,
    max: numbers,
    min: numbers,
    pow: numbers,
    round: numbers,
    sign: numbers,
    sin: numbers,
    sqrt: numbers,
    tan: numbers,
    trunc: numbers,
  }),
);

export function failedBuiltinCheck(use: BuiltinUse): DeoptimizeReason | undefined {
  return checks.get(use.name)?.(use);
}

function stringIndex({ receiver, args, tier }: BuiltinUse): DeoptimizeReason | undefined {
  const [index] = args;
  if (typeof receiver !== 'string' || index === undefined) return undefined;
  if (typeof index !== 'number') return tier === 'turbofan' ? 'notASmi' : 'notInt32';
  if (!Number.isInteger(index)) return tier === 'turbofan' ? 'lostPrecisionOrNaN' : 'notInt32';
  return index >= 0 && index < receiver.length ? undefined : 'outOfBounds';
}

function push({ receiver, args, tier, isSmi }: BuiltinUse): DeoptimizeReason | undefined {
  if (!(receiver instanceof JSObject)) return undefined;
  const kind = receiver.hiddenClass.elementsKind;
  if (kind === ElementsKind.PACKED_SMI_ELEMENTS || kind === ElementsKind.HOLEY_SMI_ELEMENTS)
    return args.every(isSmi) ? undefined : 'notASmi';
  if (kind === ElementsKind.PACKED_DOUBLE_ELEMENTS || kind === ElementsKind.HOLEY_DOUBLE_ELEMENTS) {
    if (args.every((value) => typeof value === 'number')) return undefined;
    return tier === 'turbofan' ? 'notANumber' : 'notANumberOrOddball';
  }
  return undefined;
}

/** Maglev converts. */
function numbers({ args, tier }: BuiltinUse): DeoptimizeReason | undefined {
  if (tier === 'maglev') return undefined;
  const fits = (value: unknown): boolean =>
    typeof value === 'number' || value === undefined || value === null || typeof value === 'boolean';
  return args.every(fits) ? undefined : 'notANumberOrOddball';
}
