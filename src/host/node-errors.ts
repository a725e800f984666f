/** Errors of Node's own API: with a `code`, which stands in the stack's first line too. Node: lib/internal/errors.js. */
import {
  addOwn,
  Attribute,
  getProperty,
  GuestException,
  hasProperty,
  inspect,
  type Isolate,
  JSObject,
  makeError,
  method,
  setPrototype,
  toStringValue,
  type Value,
} from '../engine/index.ts';

type ErrorKind = 'TypeError' | 'RangeError' | 'URIError' | 'Error';

export function newNodeError(isolate: Isolate, name: ErrorKind, code: string, message: string): JSObject {
  const error = makeError(isolate, name, message);
  if (error.internal?.kind === 'error') error.internal.header = `${name} [${code}]: ${message}`;
  addOwn(error, 'code', code, Attribute.all);
  const prototype = isolate.realm.newObjectWithPrototype(error.hiddenClass.prototype);
  method(isolate, prototype, 'toString', 0, (_isolate, receiver) => {
    const [shownName, shownMessage] = ['name', 'message'].map((key) =>
      toStringValue(isolate, getProperty(isolate, receiver, key)),
    );
    return `${shownName} [${code}]: ${shownMessage}`;
  });
  // Simplified: each error has a class of its own, and not each code.
  setPrototype(error, prototype);
  return error;
}

/** As Node's C++ makes them: only the property tells the code. Node: src/node_errors.h. */
export function newBindingError(isolate: Isolate, name: ErrorKind, code: string, message: string): JSObject {
  const error = makeError(isolate, name, message);
  addOwn(error, 'code', code, Attribute.all);
  return error;
}

export function throwNodeError(isolate: Isolate, name: ErrorKind, code: string, message: string): never {
  throw new GuestException(newNodeError(isolate, name, code, message));
}

/** `expected` in Node's words: `of type string`, `an instance of Error`. */
export function throwInvalidType(isolate: Isolate, name: string, expected: string, value: Value): never {
  const subject = name.endsWith(' argument') ? name : `"${name}" ${kindOf(name)}`;
  const message = `The ${subject} must be ${expected}. Received ${received(isolate, value)}`;
  return throwNodeError(isolate, 'TypeError', 'ERR_INVALID_ARG_TYPE', message);
}

export function throwOutOfRange(isolate: Isolate, name: string, range: string, value: Value): never {
  const isLarge = typeof value === 'number' && Number.isInteger(value) && Math.abs(value) > 2 ** 32;
  const isLargeBigInt = typeof value === 'bigint' && (value > 2n ** 32n || value < -(2n ** 32n));
  const shown = isLarge
    ? grouped(String(value))
    : isLargeBigInt
      ? `${grouped(String(value))}n`
      : inspect(isolate, value);
  const message = `The value of "${name}" is out of range. It must be ${range}. Received ${shown}`;
  return throwNodeError(isolate, 'RangeError', 'ERR_OUT_OF_RANGE', message);
}

/** What was asked for is missing: `The "input" argument must be specified`. */
export function throwMissing(isolate: Isolate, ...names: readonly string[]): never {
  const shown = names.map((name) => `"${name}"`).join(' and ');
  const message = `The ${shown} argument${names.length > 1 ? 's' : ''} must be specified`;
  return throwNodeError(isolate, 'TypeError', 'ERR_MISSING_ARGS', message);
}

export function validateFunction(isolate: Isolate, value: Value, name: string): JSObject {
  if (value instanceof JSObject && value.hiddenClass.isCallable) return value;
  return throwInvalidType(isolate, name, 'of type function', value);
}

/** Node: validateInteger in lib/internal/validators.js. */
export function validateInteger(isolate: Isolate, value: Value, name: string): number {
  if (typeof value !== 'number') return throwInvalidType(isolate, name, 'of type number', value);
  if (Number.isSafeInteger(value)) return value;
  const range = Number.isInteger(value) ? '>= -9007199254740991 && <= 9007199254740991' : 'an integer';
  return throwOutOfRange(isolate, name, range, value);
}

export function validateNumber(isolate: Isolate, value: Value, name: string, least: number): void {
  if (typeof value !== 'number') throwInvalidType(isolate, name, 'of type number', value);
  else if (!(value >= least)) throwOutOfRange(isolate, name, `>= ${least}`, value);
}

/** Node: validateUint32. */
export function validateUint32(isolate: Isolate, value: Value, name: string): void {
  if (typeof value !== 'number') throwInvalidType(isolate, name, 'of type number', value);
  else if (!Number.isInteger(value)) throwOutOfRange(isolate, name, 'an integer', value);
  else if (value < 0 || value > 0xffffffff) throwOutOfRange(isolate, name, '>= 0 && <= 4294967295', value);
}

export function validateBoolean(isolate: Isolate, value: Value, name: string): void {
  if (typeof value !== 'boolean') throwInvalidType(isolate, name, 'of type boolean', value);
}

export function validateString(isolate: Isolate, value: Value, name: string): void {
  if (typeof value !== 'string') throwInvalidType(isolate, name, 'of type string', value);
}

function kindOf(name: string): 'property' | 'argument' {
  return name.includes('.') ? 'property' : 'argument';
}

/** Node: addNumericalSeparator, which groups an exponent too. */
function grouped(digits: string): string {
  let result = '';
  let end = digits.length;
  for (const start = digits.startsWith('-') ? 1 : 0; end >= start + 4; end -= 3)
    result = `_${digits.slice(end - 3, end)}${result}`;
  return digits.slice(0, end) + result;
}

/** Node: determineSpecificType. */
export function received(isolate: Isolate, value: Value): string {
  if (value === undefined || value === null) return String(value);
  if (value instanceof JSObject) return receivedObject(isolate, value);
  if (typeof value !== 'string') {
    const type = typeof value === 'object' ? 'symbol' : typeof value;
    return `type ${type} (${inspect(isolate, value)})`;
  }
  const text = value.length > 28 ? `${value.slice(0, 25)}...` : value;
  return `type string (${text.includes("'") ? JSON.stringify(text) : `'${text}'`})`;
}

function receivedObject(isolate: Isolate, value: JSObject): string {
  const nameOf = (object: JSObject): string => toStringValue(isolate, getProperty(isolate, object, 'name'));
  if (value.hiddenClass.isCallable) return `function ${nameOf(value)}`;
  const constructor = getProperty(isolate, value, 'constructor');
  if (constructor instanceof JSObject && hasProperty(isolate, constructor, 'name'))
    return `an instance of ${nameOf(constructor)}`;
  return inspect(isolate, value, { depth: -1 });
}
