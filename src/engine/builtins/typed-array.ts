/** %TypedArray%, its prototype and the constructors. ECMAScript 23.2; V8: src/builtins/builtins-typed-array.cc, typed-array-*.tq. */
import { toIntegerOrInfinity, toObject, toRelativeIndex, toStringValue } from '../execution/conversions.ts';
import { call } from '../execution/calls.ts';
import { describeUnquoted } from '../execution/describe.ts';
import { throwRangeError, throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import { getProperty, toTypedElement } from '../execution/property-access.ts';
import type { RuntimeFunctions } from '../execution/runtime.ts';
import { setPrototype } from '../objects/own-properties.ts';
import { lookupNamed, PropertyLookup } from '../objects/lookup.ts';
import { addOwn } from '../objects/own-properties.ts';
import { builtinAttributes } from '../objects/property-details.ts';
import { JSObject } from '../objects/js-object.ts';
import {
  type ArrayBufferData,
  hostTypedArray,
  isOutOfBounds,
  isValidIndex,
  type TypedArrayData,
  typedArrayDataOf,
  type TypedArrayName,
  typedArrayTypes,
} from '../objects/typed-array.ts';
import type { Value } from '../objects/value.ts';
import { keyOf } from './array-elements.ts';
import { newArrayIterator } from './array-iterator.ts';
import { hideFrames } from './frame-marks.ts';
import { constant, constructor, getter, type Native, type NativeTable, selfHosted } from './install.ts';
import { installInOrder } from './ordered-install.ts';
import { rememberMethod } from './self-hosted-constructor.ts';
import { typedArraySelfHosted, typedArrayStaticSelfHosted } from './self-hosted/typed-array.ts';
import {
  bytesOf,
  constructTypedArray,
  copyElements,
  isTypedArray,
  iterableValues,
  setFromArrayLike,
  typedArrayCreate,
  typedArrayCreateSame,
  typedArraySpeciesCreate,
  validTypedArray,
  valuesArray,
} from './typed-array-create.ts';

export function installTypedArrays(isolate: Isolate): void {
  const { realm, symbols } = isolate;
  rememberMethod(isolate, 'Array.prototype', realm.arrayPrototype, 'sort');
  const prototype = realm.plainPrototype();
  const parent = realm.newNative(
    'TypedArray',
    0,
    () => throwTypeError(isolate, 'ConstructAbstractClass', 'TypedArray'),
    true,
  );
  addOwn(parent, 'prototype', prototype, 0);
  addOwn(prototype, 'constructor', parent, builtinAttributes);
  hideFrames(prototype, ['constructor']);
  realm.intrinsics.set('TypedArray', parent);
  realm.intrinsics.set('TypedArray.prototype', prototype);
  selfHosted(isolate, parent, typedArrayStaticSelfHosted);
  getter(isolate, parent, symbols.species, (_isolate, receiver) => receiver);
  installAccessors(isolate, prototype);
  installInOrder(isolate, prototype, methodOrder, prototypeMethods, typedArraySelfHosted);
  const found = new PropertyLookup();
  if (lookupNamed(found, prototype, 'values')) addOwn(prototype, symbols.iterator, found.value, builtinAttributes);
  if (lookupNamed(found, realm.arrayPrototype, 'toString')) {
    addOwn(prototype, 'toString', found.value, builtinAttributes);
  }
  for (const name of Object.keys(typedArrayTypes) as TypedArrayName[]) {
    if (hostTypedArray(name) === undefined) continue;
    const own = realm.plainPrototype(prototype);
    const maker = constructor(isolate, name, 3, constructTypedArray(name), own);
    setPrototype(maker, parent);
    constant(maker, 'BYTES_PER_ELEMENT', typedArrayTypes[name].bytes);
    constant(own, 'BYTES_PER_ELEMENT', typedArrayTypes[name].bytes);
  }
}

function installAccessors(isolate: Isolate, prototype: JSObject): void {
  const own = (name: string, read: (data: TypedArrayData) => Value): void =>
    getter(isolate, prototype, name, (current, receiver) => {
      if (isTypedArray(receiver)) return read(typedArrayDataOf(receiver));
      const shown = `get ${name === 'buffer' ? fullName(name) : `TypedArray.prototype.${name}`}`;
      return throwTypeError(current, 'IncompatibleMethodReceiver', shown, describeUnquoted(receiver));
    });
  own('buffer', ({ buffer }) => {
    (buffer.internal as ArrayBufferData).isInTypedArray = false;
    return buffer;
  });
  own('byteLength', (data) => (isOutOfBounds(data) ? 0 : data.view.byteLength));
  own('byteOffset', (data) => (isOutOfBounds(data) ? 0 : data.byteOffset));
  own('length', (data) => (isOutOfBounds(data) ? 0 : data.view.length));
  getter(isolate, prototype, isolate.symbols.toStringTag, (_isolate, receiver) =>
    isTypedArray(receiver) ? typedArrayDataOf(receiver).type : undefined,
  );
}

function fullName(name: string): string {
  return `%TypedArray%.prototype.${name}`;
}

function iteration(mode: 'keys' | 'values' | 'entries'): Native {
  return (isolate, receiver) => {
    validTypedArray(isolate, receiver, fullName(mode));
    return newArrayIterator(isolate, receiver as JSObject, mode);
  };
}

const at: Native = (isolate, receiver, [index]) => {
  const { view } = validTypedArray(isolate, receiver, fullName('at'));
  const { length } = view;
  const relative = toIntegerOrInfinity(isolate, index);
  const position = relative >= 0 ? relative : length + relative;
  return position < 0 || position >= length ? undefined : view[position];
};

const copyWithin: Native = (isolate, receiver, [target, start, end]) => {
  const data = validTypedArray(isolate, receiver, fullName('copyWithin'));
  const { length } = data.view;
  const to = toRelativeIndex(isolate, target, length, 0);
  const from = toRelativeIndex(isolate, start, length, 0);
  const final = toRelativeIndex(isolate, end, length, length);
  const count = Math.min(final - from, length - to);
  if (count <= 0) return receiver;
  const { view } = validTypedArray(isolate, receiver, fullName('copyWithin'));
  const bytes = view.BYTES_PER_ELEMENT;
  const available = view.length;
  const copied = Math.min(count, available - from, available - to);
  if (copied > 0) bytesOf(data).copyWithin(to * bytes, from * bytes, (from + copied) * bytes);
  return receiver;
};

/** What the host goes through at once. */
const elementsPerWork = 256;

const fill: Native = (isolate, receiver, [value, start, end]) => {
  const { view } = validTypedArray(isolate, receiver, fullName('fill'));
  const { length } = view;
  const converted = toTypedElement(isolate, receiver as JSObject, value);
  const from = toRelativeIndex(isolate, start, length, 0);
  const to = toRelativeIndex(isolate, end, length, length);
  const { length: available } = validTypedArray(isolate, receiver, fullName('fill')).view;
  isolate.meter.work(available / elementsPerWork);
  if (from < Math.min(to, available)) view.fill(converted, from, Math.min(to, available));
  return receiver;
};

function search(name: 'indexOf' | 'includes'): Native {
  return (isolate, receiver, [wanted, start]) => {
    const { view } = validTypedArray(isolate, receiver, fullName(name));
    const { length } = view;
    if (length === 0) return name === 'indexOf' ? -1 : false;
    const from = toRelativeIndex(isolate, start, length, 0);
    // An element that went away meanwhile reads as undefined.
    if (name === 'includes' && wanted === undefined && view.length < length) return from < length;
    // The host's own methods refuse a detached buffer.
    if (view.length === 0) return name === 'indexOf' ? -1 : false;
    if (name === 'includes' && wanted !== wanted) return view.includes(wanted, from);
    // Nor does one count that came meanwhile, which is a zero.
    isolate.meter.work(view.length / elementsPerWork);
    const found = view.indexOf(wanted, from);
    const isThere = found >= 0 && found < length;
    return name === 'indexOf' ? (isThere ? found : -1) : isThere;
  };
}

const lastIndexOf: Native = (isolate, receiver, args) => {
  const { view } = validTypedArray(isolate, receiver, fullName('lastIndexOf'));
  const { length } = view;
  if (length === 0) return -1;
  const start = args.length > 1 ? toIntegerOrInfinity(isolate, args[1]) : length - 1;
  const from = start >= 0 ? Math.min(start, length - 1) : length + start;
  for (let i = from; i >= 0; i--) if (i < view.length && view[i] === args[0]) return i;
  return -1;
};

const join: Native = (isolate, receiver, [separator]) => {
  const { view } = validTypedArray(isolate, receiver, fullName('join'));
  const { length } = view;
  const between = separator === undefined ? ',' : toStringValue(isolate, separator);
  const parts: string[] = [];
  for (let i = 0; i < length; i++) parts.push(i < view.length ? String(view[i]) : '');
  return parts.join(between);
};

const toLocaleString: Native = (isolate, receiver, args) => {
  const { view } = validTypedArray(isolate, receiver, fullName('toLocaleString'));
  const { length } = view;
  const parts: string[] = [];
  for (let i = 0; i < length; i++) {
    const value = view[i];
    if (value === undefined) parts.push('');
    else {
      const method = getProperty(isolate, value, 'toLocaleString');
      parts.push(toStringValue(isolate, call(isolate, method, value, [args[0], args[1]])));
    }
  }
  return parts.join(',');
};

const reverse: Native = (isolate, receiver) => {
  validTypedArray(isolate, receiver, fullName('reverse')).view.reverse();
  return receiver;
};

const toReversed: Native = (isolate, receiver) => {
  const data = validTypedArray(isolate, receiver, fullName('toReversed'));
  const result = typedArrayCreateSame(isolate, receiver as JSObject, data.view.length);
  copyElements(typedArrayDataOf(result), data, 0, 0, data.view.length);
  typedArrayDataOf(result).view.reverse();
  return result;
};

const withElement: Native = (isolate, receiver, [index, value]) => {
  const data = validTypedArray(isolate, receiver, fullName('with'));
  const { length } = data.view;
  const relative = toIntegerOrInfinity(isolate, index);
  const position = relative >= 0 ? relative : length + relative;
  const converted = toTypedElement(isolate, receiver as JSObject, value);
  if (!isValidIndex(receiver as JSObject, position) || position < 0 || Object.is(position, -0)) {
    throwRangeError(isolate, 'InvalidTypedArrayIndex');
  }
  const result = typedArrayCreateSame(isolate, receiver as JSObject, length);
  const target = typedArrayDataOf(result).view;
  for (let i = 0; i < length; i++) {
    const element = i === position ? converted : data.view[i];
    target[i] = element === undefined ? toTypedElement(isolate, result, undefined) : element;
  }
  return result;
};

const set: Native = (isolate, receiver, [source, wantedOffset]) => {
  if (!isTypedArray(receiver)) return throwTypeError(isolate, 'NotTypedArray');
  const offset = toIntegerOrInfinity(isolate, wantedOffset);
  if (offset < 0) throwRangeError(isolate, 'TypedArrayOffset');
  const target = validTypedArray(isolate, receiver, fullName('set'));
  if (!isTypedArray(source)) {
    setFromArrayLike(isolate, receiver, toObject(isolate, source), offset);
    return undefined;
  }
  const from = validTypedArray(isolate, source, fullName('set'));
  if (typedArrayTypes[target.type].isBigInt !== typedArrayTypes[from.type].isBigInt) {
    throwTypeError(isolate, 'BigIntMixedTypes');
  }
  if (offset === Infinity || from.view.length + offset > target.view.length) {
    throwRangeError(isolate, 'TypedArrayOffset');
  }
  copyElements(target, from, offset, 0, from.view.length);
  return undefined;
};

const slice: Native = (isolate, receiver, [start, end]) => {
  const data = validTypedArray(isolate, receiver, fullName('slice'));
  const { length } = data.view;
  const from = toRelativeIndex(isolate, start, length, 0);
  const to = toRelativeIndex(isolate, end, length, length);
  const count = Math.max(to - from, 0);
  const result = typedArraySpeciesCreate(isolate, receiver as JSObject, [count]);
  if (count === 0) return result;
  validTypedArray(isolate, receiver, fullName('slice'));
  const target = typedArrayDataOf(result);
  const final = Math.min(to, data.view.length);
  if (target.type !== data.type) {
    for (let i = from; i < final; i++) {
      if (i - from < target.view.length) target.view[i - from] = data.view[i]!;
    }
    return result;
  }
  // Byte by byte in order, as the standard says: source and target may share a buffer.
  const bytes = target.view.BYTES_PER_ELEMENT;
  const source = bytesOf(data);
  const stored = bytesOf(target);
  const end2 = Math.min(final * bytes, from * bytes + stored.length);
  for (let i = from * bytes; i < end2; i++) stored[i - from * bytes] = source[i]!;
  return result;
};

const subarray: Native = (isolate, receiver, [start, end]) => {
  if (!isTypedArray(receiver)) {
    return throwTypeError(isolate, 'IncompatibleMethodReceiver', fullName('subarray'), describeUnquoted(receiver));
  }
  const data = typedArrayDataOf(receiver);
  const length = isOutOfBounds(data) ? 0 : data.view.length;
  (data.buffer.internal as ArrayBufferData).isInTypedArray = false;
  const from = toRelativeIndex(isolate, start, length, 0);
  const offset = data.byteOffset + from * data.view.BYTES_PER_ELEMENT;
  if (data.fixedLength === undefined && end === undefined) {
    return typedArraySpeciesCreate(isolate, receiver, [data.buffer, offset]);
  }
  const to = toRelativeIndex(isolate, end, length, length);
  return typedArraySpeciesCreate(isolate, receiver, [data.buffer, offset, Math.max(to - from, 0)]);
};

const prototypeMethods: NativeTable = {
  entries: [0, iteration('entries')],
  keys: [0, iteration('keys')],
  values: [0, iteration('values')],
  at: [1, at],
  copyWithin: [2, copyWithin],
  fill: [1, fill],
  includes: [1, search('includes')],
  indexOf: [1, search('indexOf')],
  join: [1, join],
  lastIndexOf: [1, lastIndexOf],
  reverse: [0, reverse],
  set: [1, set],
  slice: [2, slice],
  subarray: [2, subarray],
  toReversed: [0, toReversed],
  toLocaleString: [0, toLocaleString] as const,
  with: [2, withElement],
};

const methodOrder =
  `entries keys values at copyWithin every fill filter find findIndex findLast findLastIndex forEach includes indexOf join
  lastIndexOf map reverse reduce reduceRight set slice some sort subarray toReversed toSorted with toLocaleString`.split(
    /\s+/,
  );

export const typedArrayRuntime: RuntimeFunctions = {
  TypedArrayLength: (isolate, [object, name]) => validTypedArray(isolate, object, String(name)).view.length,
  TypedArraySpeciesCreate: (isolate, [exemplar, length]) =>
    typedArraySpeciesCreate(isolate, exemplar as JSObject, [length]),
  TypedArrayCreateSame: (isolate, [exemplar, length]) =>
    typedArrayCreateSame(isolate, exemplar as JSObject, length as number),
  TypedArrayCreate: (isolate, [maker, length]) => typedArrayCreate(isolate, maker as JSObject, [length]),
  TypedArraySort: (isolate, [object]) => {
    isolate.meter.work(typedArrayDataOf(object as JSObject).view.length);
    typedArrayDataOf(object as JSObject).view.sort();
    return object;
  },
  TypedArrayValues: (isolate, [object, length]) => {
    const values: Value[] = [];
    for (let i = 0; i < (length as number); i++) values.push(getProperty(isolate, object, keyOf(i)));
    return valuesArray(isolate, values);
  },
  /** source: what its iterator gives, as an array; undefined if it has none. */
  TypedArrayIterableValues: (isolate, [source]) => {
    const values = iterableValues(isolate, source);
    return values === undefined ? undefined : valuesArray(isolate, values);
  },
};
