/** Set. V8: src/builtins/builtins-collections-gen.cc, set-union.tq and siblings. */
import { hiddenClassFromConstructor } from '../execution/construct.ts';
import type { Isolate } from '../execution/isolate.ts';
import type { RuntimeFunctions } from '../execution/runtime.ts';
import type { IteratorData } from '../objects/internal-slots.ts';
import type { HiddenClass } from '../objects/hidden-class.ts';
import { JSObject } from '../objects/js-object.ts';
import { addOwn } from '../objects/own-properties.ts';
import { builtinAttributes } from '../objects/property-details.ts';
import { collectionOf, newCollectionIterator } from './collection-receiver.ts';
import { collectionClear, collectionDelete, collectionFind, collectionSet, newCollection } from './collections.ts';
import { getter, methods, type Native, selfHosted, toStringTag } from './install.ts';
import { collectionData } from './map.ts';
import { plainArrayElements } from './plain-array.ts';
import { installSelfHostedConstructor, rememberMethod } from './self-hosted-constructor.ts';
import { setConstructorSource, setSelfHosted } from './self-hosted/set.ts';

export function installSet(isolate: Isolate): void {
  const prototype = isolate.realm.plainPrototype();
  installSelfHostedConstructor(isolate, 'Set', setConstructorSource, prototype);
  getter(isolate, isolate.realm.intrinsic('Set'), isolate.symbols.species, (_isolate, receiver) => receiver);
  methods(isolate, prototype, {
    has: [
      1,
      (current, receiver, args) =>
        collectionFind(collectionOf(current, receiver, 'set', 'Set.prototype.has'), args[0]) !== undefined,
    ],
    add: [
      1,
      (current, receiver, args) => {
        collectionSet(collectionOf(current, receiver, 'set', 'Set.prototype.add'), args[0], args[0]);
        return receiver;
      },
    ],
    delete: [
      1,
      (current, receiver, args) =>
        collectionDelete(collectionOf(current, receiver, 'set', 'Set.prototype.delete'), args[0]),
    ],
  });
  // In V8's order, which Object.getOwnPropertyNames shows.
  const { union, symmetricDifference, difference, ...others } = setSelfHosted;
  selfHosted(isolate, prototype, { difference });
  methods(isolate, prototype, {
    clear: [0, (current, receiver) => collectionClear(collectionOf(current, receiver, 'set', 'Set.prototype.clear'))],
    entries: [0, setIterator('entries')],
  });
  selfHosted(isolate, prototype, others);
  getter(
    isolate,
    prototype,
    'size',
    (current, receiver) => collectionOf(current, receiver, 'set', 'get Set.prototype.size').size,
  );
  selfHosted(isolate, prototype, { symmetricDifference, union });
  methods(isolate, prototype, { values: [0, setIterator('values')] });
  rememberMethod(isolate, 'Set.prototype', prototype, 'values');
  rememberMethod(isolate, 'Set.prototype', prototype, 'add');
  const values = isolate.realm.intrinsic('Set.prototype.values');
  addOwn(prototype, 'keys', values, builtinAttributes);
  toStringTag(isolate, prototype, 'Set');
  addOwn(prototype, isolate.symbols.iterator, values, builtinAttributes);
}

function setIterator(mode: IteratorData['mode']): Native {
  return (isolate, receiver) => {
    collectionOf(isolate, receiver, 'set', `Set.prototype.${mode}`);
    return newCollectionIterator(isolate, 'set iterator', receiver as JSObject, mode);
  };
}

export const setRuntime: RuntimeFunctions = {
  NewSet: (isolate, [newTarget]) => {
    const target = newTarget instanceof JSObject ? newTarget : undefined;
    return newSet(hiddenClassFromConstructor(isolate, target, 'set', 'Set.prototype'));
  },
  IsSetAdd: (isolate, [value]) => value === isolate.realm.intrinsic('Set.prototype.add'),
  /** True if all elements of a plain array went in. */
  FillSetFast: (isolate, [set, adder, iterable]) => {
    if (adder !== isolate.realm.intrinsic('Set.prototype.add')) return false;
    const values = plainArrayElements(isolate, iterable);
    if (values === undefined) return false;
    for (const value of values) collectionSet(collectionData(set), value, value);
    return true;
  },
  SetCheckReceiver: (isolate, [receiver, method]) => {
    collectionOf(isolate, receiver, 'set', method as string);
    return undefined;
  },
  SetSize: (_isolate, [set]) => collectionData(set).size,
  SetHas: (_isolate, [set, key]) => collectionFind(collectionData(set), key) !== undefined,
  SetAdd: (_isolate, [set, key]) => {
    collectionSet(collectionData(set), key, key === 0 ? 0 : key);
    return undefined;
  },
  SetDelete: (_isolate, [set, key]) => collectionDelete(collectionData(set), key),
  CopySet: (isolate, [set]) => {
    const copy = newSet(isolate.realm.root('set', isolate.realm.intrinsic('Set.prototype')));
    for (const entry of collectionData(set).entries)
      if (entry !== undefined) collectionSet(collectionData(copy), entry.key, entry.key);
    return copy;
  },
  SetCursor: (isolate, [set, method]) => {
    collectionOf(isolate, set, 'set', method as string);
    return newCollectionIterator(isolate, 'set iterator', set as JSObject, 'values');
  },
};

function newSet(hiddenClass: HiddenClass): JSObject {
  const set = new JSObject(hiddenClass);
  set.internal = newCollection();
  return set;
}
