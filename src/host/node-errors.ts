/** Errors of Node's own API: with a `code`, which stands in the stack's first line too. Node: lib/internal/errors.js. */
import {
  addOwn,
  Attribute,
  FunctionData,
  functionName,
  GuestException,
  inspect,
  type Isolate,
  JSObject,
  makeError,
  type Value,
} from '../engine/index.ts';

export function throwNodeError(
  isolate: Isolate,
  name: 'TypeError' | 'RangeError' | 'Error',
  code: string,
  message: string,
): never {
  const error = makeError(isolate, name, message);
  if (error.internal?.kind === 'error') error.internal.header = `${name} [${code}]: ${message}`;
  addOwn(error, 'code', code, Attribute.all);
  throw new GuestException(error);
}

export function validateFunction(isolate: Isolate, value: Value, name: string): JSObject {
  if (value instanceof JSObject && value.hiddenClass.isCallable) return value;
  const message = `The "${name}" argument must be of type function. Received ${received(isolate, value)}`;
  return throwNodeError(isolate, 'TypeError', 'ERR_INVALID_ARG_TYPE', message);
}

/** Node: validateInteger in lib/internal/validators.js. */
export function validateInteger(isolate: Isolate, value: Value, name: string): number {
  if (typeof value !== 'number') {
    const message = `The "${name}" argument must be of type number. Received ${received(isolate, value)}`;
    return throwNodeError(isolate, 'TypeError', 'ERR_INVALID_ARG_TYPE', message);
  }
  if (Number.isSafeInteger(value)) return value;
  const range = Number.isInteger(value) ? '>= -9007199254740991 && <= 9007199254740991' : 'an integer';
  const message = `The value of "${name}" is out of range. It must be ${range}. Received ${inspect(isolate, value)}`;
  return throwNodeError(isolate, 'RangeError', 'ERR_OUT_OF_RANGE', message);
}

export function validateString(isolate: Isolate, value: Value, name: string): void {
  if (typeof value === 'string') return;
  const message = `The "${name}" argument must be of type string. Received ${received(isolate, value)}`;
  throwNodeError(isolate, 'TypeError', 'ERR_INVALID_ARG_TYPE', message);
}

/** Node: determineSpecificType. */
function received(isolate: Isolate, value: Value): string {
  if (value === undefined || value === null) return String(value);
  if (!(value instanceof JSObject)) {
    const text = inspect(isolate, value);
    return `type ${typeof value === 'object' ? 'symbol' : typeof value} (${text.length > 28 ? `${text.slice(0, 25)}...` : text})`;
  }
  if (value.hiddenClass.isCallable) return `function ${functionName(value)}`;
  const constructor = constructorName(value);
  return constructor === '' ? inspect(isolate, value) : `an instance of ${constructor}`;
}

function constructorName(object: JSObject): string {
  const prototype = object.hiddenClass.prototype;
  const row =
    prototype === null || prototype.hiddenClass.isDictionary ? -1 : prototype.hiddenClass.lookup('constructor');
  if (prototype === null || row < 0) return '';
  const found = prototype.properties.find(
    (property) => property instanceof JSObject && property.internal instanceof FunctionData,
  );
  return found instanceof JSObject ? functionName(found) : '';
}
