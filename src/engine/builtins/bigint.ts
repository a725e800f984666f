/** BigInt. V8: src/builtins/builtins-bigint.cc. */
import { toBigInt, toIntegerOrInfinity, toPrimitive } from '../execution/conversions.ts';
import { throwRangeError, throwTypeError } from '../execution/errors.ts';
import { bigintBytes } from '../execution/bigint-size.ts';
import type { Isolate } from '../execution/isolate.ts';
import type { PrimitiveData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';
import { localesFrom, numberFormatOptions, optionsFrom, withHostIntl } from './host-intl.ts';
import { constructor, methods, type Native, toStringTag } from './install.ts';

export function installBigInt(isolate: Isolate): void {
  const prototype = isolate.realm.bigintPrototype;
  const object = constructor(isolate, 'BigInt', 1, bigintConstructor, prototype);
  methods(isolate, object, {
    asUintN: [
      2,
      (current, _receiver, [bits, value]) => BigInt.asUintN(toBits(current, bits), toBigInt(current, value)),
    ],
    asIntN: [2, (current, _receiver, [bits, value]) => BigInt.asIntN(toBits(current, bits), toBigInt(current, value))],
  });
  methods(isolate, prototype, {
    toLocaleString: [0, bigintToLocaleString],
    toString: [0, bigintToString],
    valueOf: [0, (current, receiver) => thisBigInt(current, receiver, 'BigInt.prototype.valueOf')],
  });
  toStringTag(isolate, prototype, 'BigInt');
}

const bigintConstructor: Native = (isolate, _receiver, args, newTarget) => {
  if (newTarget !== undefined) return throwTypeError(isolate, 'NotConstructor', 'BigInt');
  const primitive = toPrimitive(isolate, args[0], 'number');
  if (typeof primitive !== 'number') return toBigInt(isolate, primitive);
  if (!Number.isInteger(primitive)) throwRangeError(isolate, 'BigIntFromNumber', String(primitive));
  return BigInt(primitive);
};

function toBits(isolate: Isolate, value: Value): number {
  const bits = toIntegerOrInfinity(isolate, value);
  if (bits < 0 || bits > Number.MAX_SAFE_INTEGER) throwRangeError(isolate, 'BigIntInvalidBits');
  return bits;
}

function thisBigInt(isolate: Isolate, receiver: Value, method: string): bigint {
  if (typeof receiver === 'bigint') return receiver;
  if (receiver instanceof JSObject && receiver.hiddenClass.instanceType === 'bigint wrapper') {
    return (receiver.internal as PrimitiveData).value as bigint;
  }
  return throwTypeError(isolate, 'NotGeneric', method, 'BigInt');
}

const bigintToString: Native = (isolate, receiver, args) => {
  const value = thisBigInt(isolate, receiver, 'BigInt.prototype.toString');
  const radix = args[0] === undefined ? 10 : toIntegerOrInfinity(isolate, args[0]);
  if (radix < 2 || radix > 36) throwRangeError(isolate, 'InvalidRadix');
  // Digits of radix 10 take the host longer than linear time.
  isolate.meter.work(bigintBytes(value));
  isolate.meter.text(bigintBytes(value) * 2);
  return value.toString(radix);
};

const bigintToLocaleString: Native = (isolate, receiver, args) => {
  const value = thisBigInt(isolate, receiver, 'BigInt.prototype.toLocaleString');
  const locales = localesFrom(isolate, args[0]);
  const options = optionsFrom<Intl.NumberFormatOptions>(isolate, args[1], numberFormatOptions);
  return withHostIntl(isolate, () => new Intl.NumberFormat(locales, options).format(value));
};
