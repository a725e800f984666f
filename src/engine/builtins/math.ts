/** Math. V8: src/builtins/math.tq; random: src/numbers/math-random.h, here seeded by the environment. */
import { toNumber, toUint32 } from '../execution/conversions.ts';
import type { Isolate } from '../execution/isolate.ts';
import { constant, methods, type Native, property, toStringTag } from './install.ts';

/** Functions of one number that the host computes as V8 does. */
const unary = [
  'abs',
  'acos',
  'acosh',
  'asin',
  'asinh',
  'atan',
  'atanh',
  'ceil',
  'cbrt',
  'expm1',
  'cos',
  'cosh',
  'exp',
  'floor',
  'fround',
  'log',
  'log1p',
  'log2',
  'log10',
  'round',
  'sign',
  'sin',
  'sinh',
  'sqrt',
  'tan',
  'tanh',
  'trunc',
] as const;

const constants = ['E', 'LN10', 'LN2', 'LOG10E', 'LOG2E', 'PI', 'SQRT1_2', 'SQRT2'] as const;

const table: Readonly<Record<string, readonly [length: number, native: Native]>> = {
  ...Object.fromEntries(unary.map((name) => [name, [1, unaryFunction(Math[name])] as const])),
  atan2: [2, (isolate, _receiver, [y, x]) => Math.atan2(toNumber(isolate, y), toNumber(isolate, x))],
  clz32: [1, (isolate, _receiver, [value]) => Math.clz32(toUint32(isolate, value))],
  hypot: [2, (isolate, _receiver, args) => Math.hypot(...args.map((value) => toNumber(isolate, value)))],
  imul: [2, (isolate, _receiver, [a, b]) => Math.imul(toNumber(isolate, a), toNumber(isolate, b))],
  max: [2, (isolate, _receiver, args) => fold(isolate, args, -Infinity, Math.max)],
  min: [2, (isolate, _receiver, args) => fold(isolate, args, Infinity, Math.min)],
  pow: [2, (isolate, _receiver, [base, exponent]) => toNumber(isolate, base) ** toNumber(isolate, exponent)],
  random: [0, (isolate) => isolate.random()],
  f16round: [1, (isolate, _receiver, [value]) => roundToHalf(toNumber(isolate, value))],
};

const order =
  'abs acos acosh asin asinh atan atanh atan2 ceil cbrt expm1 clz32 cos cosh exp floor fround hypot imul log log1p log2 log10 max min pow random round sign sin sinh sqrt tan tanh trunc';

export function installMath(isolate: Isolate): void {
  const { realm } = isolate;
  const math = realm.newObject();
  methods(isolate, math, Object.fromEntries(order.split(' ').map((name) => [name, table[name]!])));
  for (const name of constants) constant(math, name, Math[name]);
  toStringTag(isolate, math, 'Math');
  methods(isolate, math, { f16round: table['f16round']! });
  realm.intrinsics.set('Math', math);
  property(realm.globalObject, 'Math', math);
}

function unaryFunction(host: (value: number) => number): Native {
  return (isolate, _receiver, args) => host(toNumber(isolate, args[0]));
}

/** All arguments are converted, even after a NaN. */
function fold(
  isolate: Isolate,
  args: Parameters<Native>[2],
  start: number,
  combine: (a: number, b: number) => number,
): number {
  let result = start;
  for (const value of args) result = combine(result, toNumber(isolate, value));
  return result;
}

/** The nearest binary16 number, ties to even. */
function roundToHalf(value: number): number {
  if (!Number.isFinite(value) || value === 0) return value;
  const magnitude = Math.abs(value);
  // Eleven significant bits; subnormals share the step 2^-24.
  const exponent = Math.max(Math.floor(Math.log2(magnitude)), -14);
  let step = 2 ** (exponent - 10);
  if (magnitude < 2 ** exponent && exponent > -14) step /= 2;
  const scaled = magnitude / step;
  const below = Math.floor(scaled);
  const rest = scaled - below;
  const rounded = rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? below + 1 : below;
  const result = rounded * step;
  return Math.sign(value) * (result > 65504 ? Infinity : result);
}
