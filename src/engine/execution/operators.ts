/**
 * Operators beyond the interpreter's fast paths. Operands that are objects go through a self-hosted frame, so these
 * return a value or `framePushed`. V8: src/builtins/number.tq, conversion.tq; ECMAScript 13.
 */
import type { FeedbackVector } from '../ic/feedback-vector.ts';
import { allocateText } from '../objects/allocation.ts';
import { FunctionData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import { deleteOwn } from '../objects/own-properties.ts';
import { JSSymbol, keyToDisplay, keyToValue, type Value } from '../objects/value.ts';
import { bigintBytes } from './bigint-size.ts';
import { isCallable } from './calls.ts';
import { parseBigInt, primitiveToNumber, primitiveToString, toObject, toPropertyKey } from './conversions.ts';
import { describeUnquoted } from './describe.ts';
import { throwRangeError, throwTypeError } from './errors.ts';
import { ReturnMode } from './frame.ts';
import type { InternalFunction } from './internal-functions.ts';
import type { Isolate } from './isolate.ts';
import { noteCall } from './callee-feedback.ts';
import { hasKeyed, noteHasOfPrimitive } from './keyed-load-ic.ts';
import { loadNamed, noteLoadByName } from './named-ic.ts';
import { hasPrivateName } from './private-names.ts';
import { typeOf } from './type-of.ts';
import { getProperty } from './property-access.ts';
import { proxyDelete } from './proxy.ts';
import { notCallableMessage, notIterableMessage } from './render-call-site.ts';

export type BinaryOperator =
  | 'Add'
  | 'Sub'
  | 'Mul'
  | 'Div'
  | 'Mod'
  | 'Exp'
  | 'BitwiseOr'
  | 'BitwiseXor'
  | 'BitwiseAnd'
  | 'ShiftLeft'
  | 'ShiftRight'
  | 'ShiftRightLogical';

function internal(isolate: Isolate, name: InternalFunction, ...args: Value[]): Value {
  return isolate.interpreter.enterCall(isolate.internalFunction(name), undefined, args);
}

export function binaryOperation(isolate: Isolate, operator: BinaryOperator, left: Value, right: Value): Value {
  if (left instanceof JSObject || right instanceof JSObject) return internal(isolate, operator, left, right);
  if (operator === 'Add' && (typeof left === 'string' || typeof right === 'string')) {
    const start = primitiveToString(isolate, left);
    const end = primitiveToString(isolate, right);
    if (typeof left === 'number' || typeof right === 'number')
      allocateText(isolate.heap, typeof left === 'number' ? start.length : end.length);
    isolate.meter.concatenation(start, end);
    return start + end;
  }
  if (typeof left === 'bigint' && typeof right === 'bigint') return bigintOperation(isolate, operator, left, right);
  if (typeof left === 'bigint' || typeof right === 'bigint') {
    // A symbol is reported as such; anything else is a mix of types.
    if (left instanceof JSSymbol || right instanceof JSSymbol) throwTypeError(isolate, 'SymbolToNumber');
    throwTypeError(isolate, 'BigIntMixedTypes');
  }
  const a = primitiveToNumber(isolate, left);
  const b = primitiveToNumber(isolate, right);
  switch (operator) {
    case 'Add':
      return a + b;
    case 'Sub':
      return a - b;
    case 'Mul':
      return a * b;
    case 'Div':
      return a / b;
    case 'Mod':
      return a % b;
    case 'Exp':
      return a ** b;
    case 'BitwiseOr':
      return a | b;
    case 'BitwiseXor':
      return a ^ b;
    case 'BitwiseAnd':
      return a & b;
    case 'ShiftLeft':
      return a << b;
    case 'ShiftRight':
      return a >> b;
    case 'ShiftRightLogical':
      return a >>> b;
  }
}

/** Arithmetic of the host, and what it costs. */
function bigintOperation(isolate: Isolate, operator: BinaryOperator, a: bigint, b: bigint): Value {
  const result = bigintResult(isolate, operator, a, b);
  if (typeof result !== 'bigint') return result;
  const bytes = bigintBytes(result);
  if (bytes === 0) return result;
  if (bytes * 8 > largestResultBits) throwRangeError(isolate, 'BigIntTooBig');
  isolate.meter.allocate(bytes);
  isolate.meter.work(bytes / bytesPerWork);
  return result;
}

/**
 * Simplified: V8 computes up to 2^30 bits, which takes it minutes; here the error comes at 2^26. What is larger than that the
 * host makes at most once, from operands that are smaller.
 */
const largestResultBits = 2 ** 26;
const bytesPerWork = 64;
/** V8's limit is 2^30 bits. */
const maxBigIntBits = 1n << 30n;

function bigintResult(isolate: Isolate, operator: BinaryOperator, a: bigint, b: bigint): Value {
  switch (operator) {
    case 'Add':
      return a + b;
    case 'Sub':
      return a - b;
    case 'Mul':
      return a * b;
    case 'Div':
      return b === 0n ? throwRangeError(isolate, 'BigIntDivZero') : a / b;
    case 'Mod':
      return b === 0n ? throwRangeError(isolate, 'BigIntDivZero') : a % b;
    case 'Exp':
      if (b < 0n) throwRangeError(isolate, 'BigIntNegativeExponent');
      if (a !== 0n && a !== 1n && a !== -1n && b * BigInt(a.toString(2).length - 1) > 1n << 25n)
        throwRangeError(isolate, 'BigIntTooBig');
      return a ** b;
    case 'BitwiseOr':
      return a | b;
    case 'BitwiseXor':
      return a ^ b;
    case 'BitwiseAnd':
      return a & b;
    case 'ShiftLeft':
    case 'ShiftRight': {
      const by = operator === 'ShiftLeft' ? b : -b;
      if (by > 1n << 25n && a !== 0n) throwRangeError(isolate, 'BigIntTooBig');
      if (by < -maxBigIntBits) return a < 0n ? -1n : 0n;
      return by >= 0n ? a << by : a >> -by;
    }
    case 'ShiftRightLogical':
      return throwTypeError(isolate, 'BigIntShr');
  }
}

/** value + by, for ++ and --. */
export function increment(isolate: Isolate, value: Value, by: number): Value {
  if (value instanceof JSObject) return internal(isolate, 'Increment', value, by);
  if (typeof value === 'bigint') return value + BigInt(by);
  return primitiveToNumber(isolate, value) + by;
}

export function negate(isolate: Isolate, value: Value): Value {
  if (typeof value === 'number') return -value;
  if (value instanceof JSObject) return internal(isolate, 'Negate', value);
  if (typeof value === 'bigint') return -value;
  return -primitiveToNumber(isolate, value);
}

export function bitwiseNot(isolate: Isolate, value: Value): Value {
  if (typeof value === 'number') return ~value;
  if (value instanceof JSObject) return internal(isolate, 'BitwiseNot', value);
  if (typeof value === 'bigint') return ~value;
  return ~primitiveToNumber(isolate, value);
}

export type Comparison = 'LessThan' | 'GreaterThan' | 'LessThanOrEqual' | 'GreaterThanOrEqual';

export function compareOperation(isolate: Isolate, comparison: Comparison, left: Value, right: Value): Value {
  if (left instanceof JSObject || right instanceof JSObject) return internal(isolate, comparison, left, right);
  const [a, b] = comparable(isolate, left, right);
  switch (comparison) {
    case 'LessThan':
      return a < b;
    case 'GreaterThan':
      return a > b;
    case 'LessThanOrEqual':
      return a <= b;
    case 'GreaterThanOrEqual':
      return a >= b;
  }
}

/** Two strings, or two numerics; a string that is no BigInt compares as NaN. */
function comparable(
  isolate: Isolate,
  left: Value,
  right: Value,
): [string, string] | [number | bigint, number | bigint] {
  if (typeof left === 'string' && typeof right === 'string') return [left, right];
  const numeric = (value: Value, other: Value): number | bigint => {
    if (typeof value === 'bigint') return value;
    if (typeof value === 'string' && typeof other === 'bigint') return parseBigInt(value) ?? NaN;
    return primitiveToNumber(isolate, value);
  };
  return [numeric(left, right), numeric(right, left)];
}

export function looseEquals(isolate: Isolate, left: Value, right: Value): Value {
  if (left === right) return true;
  const leftIsObject = left instanceof JSObject;
  const rightIsObject = right instanceof JSObject;
  if (leftIsObject && rightIsObject) return false;
  if (leftIsObject || rightIsObject) {
    const other = leftIsObject ? right : left;
    return other === undefined || other === null ? false : internal(isolate, 'LooseEquals', left, right);
  }
  if (left instanceof JSSymbol || right instanceof JSSymbol) return false;
  // Both are primitives of the host now.
  // eslint-disable-next-line eqeqeq
  return left == right;
}

/** V8: TestTypeOfFlags::LiteralFlag, in its order. */
const typeOfLiterals = ['number', 'string', 'symbol', 'boolean', 'bigint', 'undefined', 'function', 'object'];

export function typeOfMatches(value: Value, flag: number): boolean {
  return typeOf(value) === typeOfLiterals[flag];
}

export function instanceOfOperator(isolate: Isolate, value: Value, target: Value): Value {
  if (!(target instanceof JSObject)) throwTypeError(isolate, 'NonObjectInInstanceOfCheck');
  const handler = getProperty(isolate, target, isolate.symbols.hasInstance);
  const isDefault = handler === isolate.realm.intrinsics.get('Function.prototype[Symbol.hasInstance]');
  if (handler !== undefined && handler !== null && !isDefault) {
    if (!isCallable(handler)) throw isolate.error('TypeError', notCallableMessage(isolate, handler));
    return isolate.interpreter.enterCall(handler, target, [value], ReturnMode.toBoolean);
  }
  if (!target.hiddenClass.isCallable)
    return isDefault ? false : throwTypeError(isolate, 'NonCallableInInstanceOfCheck');
  return ordinaryHasInstance(isolate, target, value);
}

/** ECMAScript: OrdinaryHasInstance. */
function ordinaryHasInstance(isolate: Isolate, target: JSObject, value: Value): Value {
  const data = target.internal;
  if (data instanceof FunctionData && data.boundTarget !== undefined)
    return instanceOfOperator(isolate, value, data.boundTarget);
  if (!(value instanceof JSObject)) return false;
  return internal(isolate, 'InstanceOf', value, target);
}

export function inOperator(isolate: Isolate, key: Value, object: Value, vector: FeedbackVector, slot: number): Value {
  if (key instanceof JSSymbol && key.isPrivate) {
    if (object instanceof JSObject) noteLoadByName(isolate, object, key, vector, slot);
    return hasPrivateName(isolate, object, key);
  }
  if (!(object instanceof JSObject)) {
    noteHasOfPrimitive(isolate, object, key, vector, slot);
    return throwTypeError(
      isolate,
      'InvalidInOperatorUse',
      key instanceof JSSymbol ? keyToDisplay(key) : String(describeUnquoted(key)),
      describeUnquoted(object),
    );
  }
  return hasKeyed(isolate, object, key, vector, slot);
}

export function deleteOperation(isolate: Isolate, base: Value, keyValue: Value, strict: boolean): boolean {
  const object = toObject(isolate, base);
  const key = toPropertyKey(isolate, keyValue);
  if (object.hiddenClass.instanceType === 'proxy') {
    const deleted = proxyDelete(isolate, object, key);
    if (!deleted && strict) throwTypeError(isolate, 'ProxyTrapReturnedFalsishFor', 'deleteProperty', keyToDisplay(key));
    return deleted;
  }
  const before = object.hiddenClass.id;
  const result = deleteOwn(object, key);
  isolate.listener?.deleteProperty(result, object, key, before);
  if (result === 'refused' && strict)
    throwTypeError(isolate, 'StrictDeleteProperty', keyToDisplay(key), describeUnquoted(object));
  return result !== 'refused';
}

export function toNumberOperation(isolate: Isolate, value: Value): Value {
  return value instanceof JSObject ? internal(isolate, 'ToNumber', value) : primitiveToNumber(isolate, value);
}

export function toNumericOperation(isolate: Isolate, value: Value): Value {
  if (value instanceof JSObject) return internal(isolate, 'ToNumeric', value);
  return typeof value === 'bigint' ? value : primitiveToNumber(isolate, value);
}

export function toStringOperation(isolate: Isolate, value: Value): Value {
  if (typeof value === 'string') return value;
  return value instanceof JSObject ? internal(isolate, 'ToString', value) : primitiveToString(isolate, value);
}

export function toNameOperation(isolate: Isolate, value: Value): Value {
  if (typeof value === 'string' || typeof value === 'number' || value instanceof JSSymbol) return value;
  if (value instanceof JSObject) return internal(isolate, 'ToName', value);
  return keyToValue(toPropertyKey(isolate, value));
}

/** GetIterator: loads value[Symbol.iterator] and calls it. */
export function getIterator(
  isolate: Isolate,
  value: Value,
  vector: FeedbackVector,
  loadSlot: number,
  callSlot: number,
): Value {
  const symbol = isolate.symbols.iterator;
  // A getter for Symbol.iterator is rare: it may nest.
  const method = isolate.interpreter.nest(() => loadNamed(isolate, value, symbol, vector, loadSlot));
  noteCall(isolate, vector.slots, callSlot, method);
  if (!isCallable(method)) throw isolate.error('TypeError', notIterableMessage(isolate, value));
  return isolate.interpreter.enterCall(method, value, [], ReturnMode.iterator);
}
