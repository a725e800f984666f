/**
 * Type conversion (ECMAScript 7.1). Those that may meet an object with guest conversions nest in the interpreter: they
 * are for builtins; the interpreter's own operators go through self-hosted frames (operators.ts).
 */
import { JSObject } from '../objects/js-object.ts';
import type { PrimitiveData } from '../objects/internal-slots.ts';
import { JSSymbol, keyFromNumber, keyFromString, type PropertyKey, type Value } from '../objects/value.ts';
import { call, isCallable } from './calls.ts';
import { describeUnquoted } from './describe.ts';
import { throwRangeError, throwTypeError } from './errors.ts';
import type { Isolate } from './isolate.ts';
import { getProperty } from './property-access.ts';

export function toBoolean(value: Value): boolean {
  if (value instanceof JSObject || value instanceof JSSymbol) return true;
  return Boolean(value);
}

export type PreferredType = 'default' | 'number' | 'string';

/** ECMAScript: ToPrimitive. Nests. */
export function toPrimitive(isolate: Isolate, value: Value, hint: PreferredType = 'default'): Value {
  if (!(value instanceof JSObject)) return value;
  const exotic = getProperty(isolate, value, isolate.symbols.toPrimitive);
  if (exotic !== undefined && exotic !== null) {
    const result = call(isolate, exotic, value, [hint]);
    if (result instanceof JSObject) throwTypeError(isolate, 'CannotConvertToPrimitive');
    return result;
  }
  const order = hint === 'string' ? ['toString', 'valueOf'] : ['valueOf', 'toString'];
  for (const name of order) {
    const method = getProperty(isolate, value, name);
    if (!isCallable(method)) continue;
    const result = call(isolate, method, value, []);
    if (!(result instanceof JSObject)) return result;
  }
  throwTypeError(isolate, 'CannotConvertToPrimitive');
}

export function toNumber(isolate: Isolate, value: Value): number {
  if (typeof value === 'number') return value;
  const primitive = toPrimitive(isolate, value, 'number');
  return primitiveToNumber(isolate, primitive);
}

/** ToNumber of what is no object. */
export function primitiveToNumber(isolate: Isolate, value: Value): number {
  if (typeof value === 'bigint') throwTypeError(isolate, 'BigIntToNumber');
  if (value instanceof JSSymbol) throwTypeError(isolate, 'SymbolToNumber');
  return Number(value);
}

export function toNumeric(isolate: Isolate, value: Value): number | bigint {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  const primitive = toPrimitive(isolate, value, 'number');
  return typeof primitive === 'bigint' ? primitive : primitiveToNumber(isolate, primitive);
}

/** ECMAScript: ToString. */
export function toStringValue(isolate: Isolate, value: Value): string {
  if (typeof value === 'string') return value;
  return primitiveToString(isolate, toPrimitive(isolate, value, 'string'));
}

export function primitiveToString(isolate: Isolate, value: Value): string {
  if (value instanceof JSSymbol) throwTypeError(isolate, 'SymbolToString');
  return String(value);
}

export function toPropertyKey(isolate: Isolate, value: Value): PropertyKey {
  if (typeof value === 'string') return keyFromString(value);
  if (typeof value === 'number') return keyFromNumber(value);
  if (value instanceof JSSymbol) return value;
  const primitive = toPrimitive(isolate, value, 'string');
  return primitive instanceof JSSymbol ? primitive : keyFromString(primitiveToString(isolate, primitive));
}

export function toObject(isolate: Isolate, value: Value): JSObject {
  if (value instanceof JSObject) return value;
  if (value === undefined || value === null) throwTypeError(isolate, 'UndefinedOrNullToObject');
  const data: PrimitiveData = { kind: 'primitive', value };
  const wrapper = new JSObject(isolate.realm.wrapperHiddenClass(value));
  wrapper.internal = data;
  return wrapper;
}

export function toIntegerOrInfinity(isolate: Isolate, value: Value): number {
  const number = toNumber(isolate, value);
  return Number.isNaN(number) ? 0 : Math.trunc(number) + 0;
}

export function toLength(isolate: Isolate, value: Value): number {
  const length = toIntegerOrInfinity(isolate, value);
  return length <= 0 ? 0 : Math.min(length, Number.MAX_SAFE_INTEGER);
}

/** ECMAScript: ToIndex. */
export function toIndex(
  isolate: Isolate,
  value: Value,
  onError: () => never = () => throwRangeError(isolate, 'InvalidArrayLength'),
): number {
  const index = toIntegerOrInfinity(isolate, value);
  if (index < 0 || index > Number.MAX_SAFE_INTEGER) onError();
  return index;
}

export function toInt32(isolate: Isolate, value: Value): number {
  return toNumber(isolate, value) | 0;
}

export function toUint32(isolate: Isolate, value: Value): number {
  return toNumber(isolate, value) >>> 0;
}

export function toBigInt(isolate: Isolate, value: Value): bigint {
  const primitive = toPrimitive(isolate, value, 'number');
  if (typeof primitive === 'bigint') return primitive;
  if (typeof primitive === 'boolean') return primitive ? 1n : 0n;
  if (typeof primitive === 'string') {
    const parsed = parseBigInt(primitive);
    if (parsed !== undefined) return parsed;
    throw isolate.error('SyntaxError', `Cannot convert ${primitive} to a BigInt`);
  }
  return throwTypeError(isolate, 'BigIntFromObject', describeUnquoted(primitive));
}

export function parseBigInt(text: string): bigint | undefined {
  try {
    return BigInt(text);
  } catch {
    return undefined;
  }
}

/** A relative index as slice and its family take it: from the end if negative, within 0 … length. */
export function toRelativeIndex(isolate: Isolate, value: Value, length: number, ifUndefined: number): number {
  if (value === undefined) return ifUndefined;
  const relative = toIntegerOrInfinity(isolate, value);
  return relative < 0 ? Math.max(length + relative, 0) : Math.min(relative, length);
}
