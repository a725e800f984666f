/** keys, values and entries of arrays, and %ArrayIteratorPrototype%. ECMAScript 23.1.5; V8: src/builtins/builtins-array-gen.cc. */
import { toObject } from '../execution/conversions.ts';
import { describeUnquoted } from '../execution/describe.ts';
import { throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import { getProperty, lengthOfArrayLike } from '../execution/property-access.ts';
import { ElementsKind } from '../objects/elements-kind.ts';
import type { IteratorData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import { isOutOfBounds, typedArrayDataOf } from '../objects/typed-array.ts';
import { theHole, type Value } from '../objects/value.ts';
import { keyOf, newArrayOfKind } from './array-elements.ts';
import { method, type Native, type NativeTable, toStringTag } from './install.ts';
import { iteratorResult } from './iterator-result.ts';

export function installArrayIterator(isolate: Isolate): void {
  const { realm } = isolate;
  const prototype = realm.plainPrototype(realm.iteratorPrototype);
  realm.intrinsics.set('ArrayIteratorPrototype', prototype);
  realm.intrinsics.set('ArrayIteratorPrototype.next', method(isolate, prototype, 'next', 0, next));
  toStringTag(isolate, prototype, 'Array Iterator');
}

export function newArrayIterator(isolate: Isolate, target: JSObject, mode: IteratorData['mode']): JSObject {
  const iterator = new JSObject(
    isolate.realm.root('array iterator', isolate.realm.intrinsic('ArrayIteratorPrototype')),
  );
  iterator.internal = { kind: 'iterator', target, index: 0, mode, extra: undefined };
  return iterator;
}

const next: Native = (isolate, receiver) => {
  if (!(receiver instanceof JSObject) || receiver.hiddenClass.instanceType !== 'array iterator') {
    return throwTypeError(
      isolate,
      'IncompatibleMethodReceiver',
      'Array Iterator.prototype.next',
      describeUnquoted(receiver),
    );
  }
  const data = receiver.internal as IteratorData;
  const target = data.target;
  if (!(target instanceof JSObject)) return iteratorResult(isolate, undefined, true);
  const index = data.index;
  const length = iterationLength(isolate, target);
  if (index >= length) {
    data.target = undefined;
    return iteratorResult(isolate, undefined, true);
  }
  data.index = index + 1;
  if (data.mode === 'keys') return iteratorResult(isolate, index, false);
  const value = elementAt(isolate, target, index);
  if (data.mode === 'values') return iteratorResult(isolate, value, false);
  return iteratorResult(isolate, newArrayOfKind(isolate, [index, value], ElementsKind.PACKED_ELEMENTS), false);
};

function iterationLength(isolate: Isolate, target: JSObject): number {
  const type = target.hiddenClass.instanceType;
  if (type === 'array') return target.length;
  if (type !== 'typed array') return lengthOfArrayLike(isolate, target);
  const data = typedArrayDataOf(target);
  if (isOutOfBounds(data)) throwTypeError(isolate, 'DetachedOperation', '%ArrayIteratorPrototype%.next');
  return data.view.length;
}

function elementAt(isolate: Isolate, target: JSObject, index: number): Value {
  if (target.hiddenClass.instanceType === 'array') {
    const value = target.elements[index];
    if (value !== undefined && value !== theHole) return value;
  }
  return getProperty(isolate, target, keyOf(index));
}

function iterationMethod(mode: IteratorData['mode']): Native {
  return (isolate, receiver) => newArrayIterator(isolate, toObject(isolate, receiver), mode);
}

export const arrayIterationMethods: NativeTable = {
  keys: [0, iterationMethod('keys')],
  entries: [0, iterationMethod('entries')],
  values: [0, iterationMethod('values')],
};
