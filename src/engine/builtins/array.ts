/**
 * Array and its prototype's table. ECMAScript 23.1; V8: src/builtins/array-*.tq, builtins-array.cc. The methods are split by
 * family: array-stack.ts (push and siblings), array-slice.ts, array-search.ts, array-change.ts, array-join.ts, array-copy.ts;
 * those that call guest code in a loop are in self-hosted/array.ts and self-hosted/array-sort.ts.
 */
import { derivedHiddenClass, prototypeFromConstructor } from '../execution/construct.ts';
import { throwRangeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import { createDataPropertyOrThrow, setProperty } from '../execution/property-access.ts';
import { isArray } from '../execution/proxy.ts';
import { construct, isConstructor } from '../execution/calls.ts';
import { kindOfAll } from '../execution/realm.ts';
import { ElementsKind } from '../objects/elements-kind.ts';
import { maxFastArrayLength, setArrayLength } from '../objects/elements.ts';
import { preallocatedElements } from '../objects/elements-capacity.ts';
import { transitionToPrototype } from '../objects/map-updater.ts';
import { optimizeAsPrototype } from '../objects/migration.ts';
import { JSObject, noElements } from '../objects/js-object.ts';
import { addOwn } from '../objects/own-properties.ts';
import { lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import { Attribute } from '../objects/property-details.ts';
import type { Value } from '../objects/value.ts';
import { changingMethods } from './array-change.ts';
import { copyingMethods } from './array-copy.ts';
import { keyOf } from './array-elements.ts';
import { arrayIterationMethods } from './array-iterator.ts';
import { joiningMethods } from './array-join.ts';
import { searchMethods } from './array-search.ts';
import { slicingMethods } from './array-slice.ts';
import { stackMethods } from './array-stack.ts';
import { hideFrames } from './frame-marks.ts';
import { constructor, getter, type Native, property } from './install.ts';
import { installInOrder } from './ordered-install.ts';
import { arraySelfHosted, arrayStaticSelfHosted } from './self-hosted/array.ts';
import { arraySortSelfHosted } from './self-hosted/array-sort.ts';

export function installArray(isolate: Isolate): void {
  const { realm } = isolate;
  const prototype = realm.arrayPrototype;
  const array = constructor(isolate, 'Array', 1, constructArray, prototype);
  hideFrames(realm.globalObject, ['Array']);
  installInOrder(
    isolate,
    array,
    ['isArray', 'from', 'fromAsync', 'of'],
    { isArray: [1, isArrayFunction], of: [0, of] },
    arrayStaticSelfHosted,
  );
  const found = new PropertyLookup();
  getter(isolate, array, isolate.symbols.species, (_isolate, receiver) => receiver);
  if (lookupOwn(found, array, isolate.symbols.species))
    realm.intrinsics.set('get Array[Symbol.species]', found.getter!);

  const natives = {
    ...stackMethods,
    ...slicingMethods,
    ...searchMethods,
    ...changingMethods,
    ...joiningMethods,
    ...copyingMethods,
    ...arrayIterationMethods,
  };
  installInOrder(isolate, prototype, prototypeInOrder, natives, { ...arraySelfHosted, ...arraySortSelfHosted });
  lookupOwn(found, prototype, 'values');
  const values = found.value as JSObject;
  realm.intrinsics.set('Array.prototype.values', values);
  for (const name of ['join', 'toString'] as const) {
    lookupOwn(found, prototype, name);
    realm.intrinsics.set(`Array.prototype.${name}`, found.value as JSObject);
  }
  property(prototype, isolate.symbols.iterator, values);
  addOwn(prototype, isolate.symbols.unscopables, unscopables(isolate), Attribute.configurable);
}

function unscopables(isolate: Isolate): JSObject {
  const list = isolate.realm.newObjectWithPrototype(null);
  for (const name of unscopableNames) addOwn(list, name, true, Attribute.all);
  return list;
}

const constructArray: Native = (isolate, _receiver, args, newTarget) => {
  const { realm } = isolate;
  let hiddenClass = realm.array;
  if (newTarget !== undefined && newTarget !== realm.intrinsic('Array')) {
    const prototype = prototypeFromConstructor(isolate, newTarget, 'Array.prototype');
    const derived = derivedHiddenClass(isolate, newTarget, prototype, () => realm.array);
    if (derived !== undefined) hiddenClass = derived;
    else if (prototype !== realm.arrayPrototype) {
      optimizeAsPrototype(prototype);
      hiddenClass = transitionToPrototype(hiddenClass, prototype);
    }
  }
  const array = new JSObject(hiddenClass);
  const first = args[0];
  if (args.length === 1 && typeof first === 'number') {
    if (first >>> 0 !== first) throwRangeError(isolate, 'InvalidArrayLength');
    if (first === 0 && hiddenClass !== realm.array) {
      array.capacity = preallocatedElements;
      return array;
    }
    array.hiddenClass = hiddenClass.withElementsKind(ElementsKind.HOLEY_SMI_ELEMENTS);
    if (first > maxFastArrayLength) setArrayLength(array, first);
    else {
      array.length = first;
      array.capacity = first;
    }
    return array;
  }
  array.hiddenClass = hiddenClass.withElementsKind(kindOfAll(args, hiddenClass.heap.profile.smiBits));
  array.elements = args.length === 0 ? noElements : args.slice();
  array.length = args.length;
  if (args.length === 0) array.capacity = preallocatedElements;
  return array;
};

const isArrayFunction: Native = (isolate, _receiver, [value]) => isArray(isolate, value);

const of: Native = (isolate, receiver, args) => {
  if (!isConstructor(receiver) || receiver === isolate.realm.intrinsic('Array'))
    return isolate.realm.newArray(args.slice());
  const object = construct(isolate, receiver, [args.length]);
  args.forEach((value: Value, index) => createDataPropertyOrThrow(isolate, object, keyOf(index), value));
  setProperty(isolate, object, 'length', args.length);
  return object;
};

const prototypeInOrder = [
  'at',
  'concat',
  'copyWithin',
  'fill',
  'find',
  'findIndex',
  'findLast',
  'findLastIndex',
  'lastIndexOf',
  'pop',
  'push',
  'reverse',
  'shift',
  'unshift',
  'slice',
  'sort',
  'splice',
  'includes',
  'indexOf',
  'join',
  'keys',
  'entries',
  'values',
  'forEach',
  'filter',
  'flat',
  'flatMap',
  'map',
  'every',
  'some',
  'reduce',
  'reduceRight',
  'toReversed',
  'toSorted',
  'toSpliced',
  'with',
  'toLocaleString',
  'toString',
] as const;

const unscopableNames = [
  'at',
  'copyWithin',
  'entries',
  'fill',
  'find',
  'findIndex',
  'findLast',
  'findLastIndex',
  'flat',
  'flatMap',
  'includes',
  'keys',
  'toReversed',
  'toSorted',
  'toSpliced',
  'values',
] as const;
