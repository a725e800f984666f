/** Number. V8: src/builtins/number.tq, builtins-number.cc. */
import { hiddenClassFromConstructor } from '../execution/construct.ts';
import { toIntegerOrInfinity, toNumber, toNumeric, toStringValue } from '../execution/conversions.ts';
import { throwRangeError, throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import type { PrimitiveData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import { lookupNamed, PropertyLookup } from '../objects/lookup.ts';
import type { Value } from '../objects/value.ts';
import { localesFrom, numberFormatOptions, optionsFrom, withHostIntl } from './host-intl.ts';
import { constant, constructor, method, methods, type Native, property } from './install.ts';

export function installNumber(isolate: Isolate): void {
  const prototype = isolate.realm.numberPrototype;
  const object = constructor(isolate, 'Number', 1, numberConstructor, prototype);
  methods(isolate, object, {
    isFinite: [1, (_isolate, _receiver, [value]) => Number.isFinite(value)],
    isInteger: [1, (_isolate, _receiver, [value]) => Number.isInteger(value)],
    isNaN: [1, (_isolate, _receiver, [value]) => Number.isNaN(value)],
    isSafeInteger: [1, (_isolate, _receiver, [value]) => Number.isSafeInteger(value)],
  });
  property(object, 'parseFloat', globalFunction(isolate, 'parseFloat', 1, parseFloatNative));
  property(object, 'parseInt', globalFunction(isolate, 'parseInt', 2, parseIntNative));
  constant(object, 'MAX_VALUE', Number.MAX_VALUE);
  constant(object, 'MIN_VALUE', Number.MIN_VALUE);
  constant(object, 'NaN', NaN);
  constant(object, 'NEGATIVE_INFINITY', -Infinity);
  constant(object, 'POSITIVE_INFINITY', Infinity);
  constant(object, 'MAX_SAFE_INTEGER', Number.MAX_SAFE_INTEGER);
  constant(object, 'MIN_SAFE_INTEGER', Number.MIN_SAFE_INTEGER);
  constant(object, 'EPSILON', Number.EPSILON);
  methods(isolate, prototype, {
    toExponential: [1, toExponential],
    toFixed: [1, toFixed],
    toPrecision: [1, toPrecision],
    toString: [1, numberToString],
    valueOf: [0, (current, receiver) => thisNumber(current, receiver, 'Number.prototype.valueOf')],
    toLocaleString: [0, numberToLocaleString],
  });
}

/** parseFloat and parseInt are the same functions as the global ones, whoever installs them first. */
function globalFunction(isolate: Isolate, name: string, length: number, native: Native): JSObject {
  const found = new PropertyLookup();
  const { globalObject } = isolate.realm;
  if (lookupNamed(found, globalObject, name)) return found.value as JSObject;
  return method(isolate, globalObject, name, length, native);
}

const numberConstructor: Native = (isolate, _receiver, args, newTarget) => {
  let value = 0;
  if (args.length > 0) {
    const numeric = toNumeric(isolate, args[0]);
    value = typeof numeric === 'bigint' ? Number(numeric) : numeric;
  }
  if (newTarget === undefined) return value;
  const wrapper = new JSObject(hiddenClassFromConstructor(isolate, newTarget, 'number wrapper', 'Number.prototype'));
  wrapper.internal = { kind: 'primitive', value };
  return wrapper;
};

const parseFloatNative: Native = (isolate, _receiver, args) => parseFloat(toStringValue(isolate, args[0]));

const parseIntNative: Native = (isolate, _receiver, args) => {
  const text = toStringValue(isolate, args[0]);
  return parseInt(text, toNumber(isolate, args[1]) | 0);
};

function thisNumber(isolate: Isolate, receiver: Value, method: string): number {
  if (typeof receiver === 'number') return receiver;
  if (receiver instanceof JSObject && receiver.hiddenClass.instanceType === 'number wrapper') {
    return (receiver.internal as PrimitiveData).value as number;
  }
  return throwTypeError(isolate, 'NotGeneric', method, 'Number');
}

const numberToString: Native = (isolate, receiver, args) => {
  const value = thisNumber(isolate, receiver, 'Number.prototype.toString');
  const radix = args[0] === undefined ? 10 : toIntegerOrInfinity(isolate, args[0]);
  if (radix < 2 || radix > 36) throwRangeError(isolate, 'InvalidRadix');
  return value.toString(radix);
};

const toFixed: Native = (isolate, receiver, args) => {
  const value = thisNumber(isolate, receiver, 'Number.prototype.toFixed');
  const digits = toIntegerOrInfinity(isolate, args[0]);
  if (digits < 0 || digits > 100) throwRangeError(isolate, 'ToFixedFormatRange');
  return value.toFixed(digits);
};

const toExponential: Native = (isolate, receiver, args) => {
  const value = thisNumber(isolate, receiver, 'Number.prototype.toExponential');
  const digits = toIntegerOrInfinity(isolate, args[0]);
  if (!Number.isFinite(value)) return String(value);
  if (digits < 0 || digits > 100) throwRangeError(isolate, 'NumberFormatRange', 'toExponential()');
  return args[0] === undefined ? value.toExponential() : value.toExponential(digits);
};

const toPrecision: Native = (isolate, receiver, args) => {
  const value = thisNumber(isolate, receiver, 'Number.prototype.toPrecision');
  if (args[0] === undefined) return String(value);
  const precision = toIntegerOrInfinity(isolate, args[0]);
  if (!Number.isFinite(value)) return String(value);
  if (precision < 1 || precision > 100) throwRangeError(isolate, 'ToPrecisionFormatRange');
  return value.toPrecision(precision);
};

const numberToLocaleString: Native = (isolate, receiver, args) => {
  const value = thisNumber(isolate, receiver, 'Number.prototype.toLocaleString');
  const locales = localesFrom(isolate, args[0]);
  const options = optionsFrom<Intl.NumberFormatOptions>(isolate, args[1], numberFormatOptions);
  return withHostIntl(isolate, () => new Intl.NumberFormat(locales, options).format(value));
};
