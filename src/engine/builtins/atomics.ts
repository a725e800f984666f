/**
 * Atomics. ECMAScript 25.4; V8: src/builtins/builtins-sharedarraybuffer.cc.
 * The host lets an agent sleep (`Sleep`); without one it may not block. Simplified: who waits by waitAsync is woken by notify; its
 * timeout never comes, since the engine knows no time.
 */
import { newPromise, resolvePromise } from '../execution/promises.ts';
import { toBigInt, toIndex, toIntegerOrInfinity, toNumber } from '../execution/conversions.ts';
import { throwError, throwRangeError, throwTypeError } from '../execution/errors.ts';
import { describeUnquoted } from '../execution/describe.ts';
import type { Isolate } from '../execution/isolate.ts';
import { createDataPropertyOrThrow } from '../execution/property-access.ts';
import { type ArrayBufferData, isOutOfBounds, type TypedArrayData, typedArrayTypes } from '../objects/typed-array.ts';
import { JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';
import { methods, type Native, property, toStringTag } from './install.ts';
import { validTypedArray } from './typed-array-create.ts';

export function installAtomics(isolate: Isolate): void {
  const object = isolate.realm.newObject();
  methods(isolate, object, {
    load: [2, load],
    store: [3, store],
    // The operands are both numbers or both bigints; the host's operators take either.
    add: [3, modify('Atomics.add', (a, b) => (a as number) + (b as number))],
    sub: [3, modify('Atomics.sub', (a, b) => (a as number) - (b as number))],
    and: [3, modify('Atomics.and', (a, b) => (a as number) & (b as number))],
    or: [3, modify('Atomics.or', (a, b) => (a as number) | (b as number))],
    xor: [3, modify('Atomics.xor', (a, b) => (a as number) ^ (b as number))],
    exchange: [3, modify('Atomics.exchange', (_a, b) => b)],
    compareExchange: [4, compareExchange],
    isLockFree: [1, (current, _receiver, [size]) => [1, 2, 4, 8].includes(toIntegerOrInfinity(current, size))],
    wait: [4, wait],
    waitAsync: [4, waitAsync],
    notify: [3, notify],
    pause: [0, pause],
  });
  toStringTag(isolate, object, 'Atomics');
  property(isolate.realm.globalObject, 'Atomics', object);
}

/** ECMAScript: ValidateIntegerTypedArray. */
function integerArray(isolate: Isolate, value: Value, waitable: boolean, methodName: string): TypedArrayData {
  const template = waitable ? 'NotInt32OrBigInt64TypedArray' : 'NotIntegerTypedArray';
  if (!(value instanceof JSObject) || value.internal?.kind !== 'typed array')
    return throwTypeError(isolate, template, describeUnquoted(value));
  const data = validTypedArray(isolate, value, methodName);
  const fits = waitable
    ? data.type === 'Int32Array' || data.type === 'BigInt64Array'
    : !data.type.startsWith('Float') && data.type !== 'Uint8ClampedArray';
  return fits ? data : throwTypeError(isolate, template, describeUnquoted(value));
}

function atomicIndex(isolate: Isolate, data: TypedArrayData, value: Value): number {
  const { length } = data.view;
  const bad = (): never => throwRangeError(isolate, 'InvalidAtomicAccessIndex');
  const index = toIndex(isolate, value, bad);
  return index < length ? index : bad();
}

function convert(isolate: Isolate, data: TypedArrayData, value: Value): number | bigint {
  return typedArrayTypes[data.type].isBigInt ? toBigInt(isolate, value) : toIntegerOrInfinity(isolate, value);
}

function revalidate(isolate: Isolate, data: TypedArrayData, index: number, methodName: string): void {
  if (isOutOfBounds(data)) throwTypeError(isolate, 'DetachedOperation', methodName);
  if (index >= data.view.length) throwRangeError(isolate, 'InvalidAtomicAccessIndex');
}

const load: Native = (isolate, _receiver, [array, index]) => {
  const data = integerArray(isolate, array, false, 'Atomics.load');
  const at = atomicIndex(isolate, data, index);
  revalidate(isolate, data, at, 'Atomics.load');
  return data.view[at];
};

const store: Native = (isolate, _receiver, [array, index, value]) => {
  const data = integerArray(isolate, array, false, 'Atomics.store');
  const at = atomicIndex(isolate, data, index);
  const converted = convert(isolate, data, value);
  revalidate(isolate, data, at, 'Atomics.store');
  data.view[at] = converted;
  return converted;
};

/** Numbers: the host wraps the result to the array's type when it stores it. */
function modify(methodName: string, operate: (a: number | bigint, b: number | bigint) => number | bigint): Native {
  return (isolate, _receiver, [array, index, value]) => {
    const data = integerArray(isolate, array, false, methodName);
    const at = atomicIndex(isolate, data, index);
    const converted = convert(isolate, data, value);
    revalidate(isolate, data, at, methodName);
    const old = data.view[at]!;
    const operand = typeof converted === 'number' ? wrapped(data, converted) : converted;
    data.view[at] = operate(old, operand);
    return old;
  };
}

function wrapped(data: TypedArrayData, value: number | bigint): number | bigint {
  const View = data.view.constructor as new (length: number) => Record<number, number | bigint>;
  const cell = new View(1);
  cell[0] = value;
  return cell[0];
}

const compareExchange: Native = (isolate, _receiver, [array, index, expected, replacement]) => {
  const data = integerArray(isolate, array, false, 'Atomics.compareExchange');
  const at = atomicIndex(isolate, data, index);
  const wanted = convert(isolate, data, expected);
  const next = convert(isolate, data, replacement);
  revalidate(isolate, data, at, 'Atomics.compareExchange');
  const old = data.view[at]!;
  if (old === wrapped(data, wanted)) data.view[at] = next;
  return old;
};

interface Waiting {
  readonly data: TypedArrayData;
  readonly index: number;
  readonly isEqual: boolean;
  readonly milliseconds: number;
}

/** The common part of wait and waitAsync. */
function prepareWait(isolate: Isolate, args: readonly Value[], methodName: string): Waiting {
  const [array, index, value, timeout] = args;
  const data = integerArray(isolate, array, true, methodName);
  if (!isShared(data)) throwTypeError(isolate, 'NotSharedTypedArray', describeUnquoted(array));
  const at = atomicIndex(isolate, data, index);
  const wanted =
    data.type === 'BigInt64Array' ? BigInt.asIntN(64, toBigInt(isolate, value)) : toNumber(isolate, value) | 0;
  const given = toNumber(isolate, timeout);
  const milliseconds = Number.isNaN(given) ? Infinity : Math.max(given, 0);
  return { data, index: at, isEqual: data.view[at] === wanted, milliseconds };
}

function isShared(data: TypedArrayData): boolean {
  return (data.buffer.internal as ArrayBufferData).buffer instanceof SharedArrayBuffer;
}

const wait: Native = (isolate, _receiver, args) => {
  const { data, isEqual, milliseconds } = prepareWait(isolate, args, 'Atomics.wait');
  const sleep = isolate.runtime.get('Sleep');
  const waited = sleep?.(isolate, [data.buffer, isEqual ? milliseconds : 0]);
  if (waited !== true) throwError(isolate, 'TypeError', 'Atomics.wait cannot be called in this context');
  return isEqual ? 'timed-out' : 'not-equal';
};

const waitAsync: Native = (isolate, _receiver, args) => {
  const { data, index, isEqual, milliseconds } = prepareWait(isolate, args, 'Atomics.waitAsync');
  const result = isolate.realm.newObject();
  const waits = isEqual && milliseconds > 0;
  let value: Value = isEqual ? 'timed-out' : 'not-equal';
  if (waits) {
    const promise = newPromise(isolate);
    value = promise;
    isolate.waiters.push({ ...place(data, index), promise });
  }
  createDataPropertyOrThrow(isolate, result, 'async', waits);
  createDataPropertyOrThrow(isolate, result, 'value', value);
  return result;
};

const notify: Native = (isolate, _receiver, [array, index, count]) => {
  const data = integerArray(isolate, array, true, 'Atomics.notify');
  const { memory, offset } = place(data, atomicIndex(isolate, data, index));
  const most = count === undefined ? Infinity : Math.max(toIntegerOrInfinity(isolate, count), 0);
  const woken = isolate.waiters.filter((waiter) => waiter.memory === memory && waiter.offset === offset).slice(0, most);
  for (const waiter of woken) {
    isolate.waiters.splice(isolate.waiters.indexOf(waiter), 1);
    resolvePromise(isolate, waiter.promise, 'ok');
  }
  return woken.length;
};

/** Only a hint to the processor. */
const pause: Native = (isolate, _receiver, [iterations]) => {
  if (iterations !== undefined && !Number.isInteger(iterations)) throwTypeError(isolate, 'ArgumentIsNonIntegral');
  return undefined;
};

/** Two views of one buffer may mean the same place. */
function place(data: TypedArrayData, index: number): { memory: ArrayBufferLike; offset: number } {
  const { view } = data;
  return {
    memory: (data.buffer.internal as ArrayBufferData).buffer,
    offset: view.byteOffset + index * view.BYTES_PER_ELEMENT,
  };
}
