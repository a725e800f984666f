/** Map. V8: src/builtins/builtins-collections-gen.cc. */
import { hiddenClassFromConstructor } from '../execution/construct.ts';
import { defaultCallSite } from '../execution/default-call-site.ts';
import { describeUnquoted } from '../execution/describe.ts';
import type { Isolate } from '../execution/isolate.ts';
import { prototypeOfPrimitive } from '../execution/property-access.ts';
import type { RuntimeFunctions } from '../execution/runtime.ts';
import { lastExtensibleFastKind } from '../objects/elements-kind.ts';
import type { CollectionData, IteratorData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import { lookupNamed, PropertyLookup } from '../objects/lookup.ts';
import { addOwn } from '../objects/own-properties.ts';
import { builtinAttributes } from '../objects/property-details.ts';
import { theHole, type Value } from '../objects/value.ts';
import { collectionOf, newCollectionIterator } from './collection-receiver.ts';
import {
  collectionClear,
  collectionDelete,
  collectionFind,
  collectionSet,
  newCollection,
  nextEntry,
} from './collections.ts';
import { getter, methods, type Native, selfHosted, toStringTag } from './install.ts';
import { plainArrayElements } from './plain-array.ts';
import { installSelfHostedConstructor, rememberMethod } from './self-hosted-constructor.ts';
import { mapConstructorSource, mapSelfHosted, mapStaticSelfHosted } from './self-hosted/map.ts';

export function installMap(isolate: Isolate): void {
  const prototype = isolate.realm.plainPrototype();
  installSelfHostedConstructor(isolate, 'Map', mapConstructorSource, prototype);
  const constructor = isolate.realm.intrinsic('Map');
  selfHosted(isolate, constructor, mapStaticSelfHosted);
  getter(isolate, constructor, isolate.symbols.species, (_isolate, receiver) => receiver);
  methods(isolate, prototype, {
    get: [
      1,
      (current, receiver, args) =>
        collectionFind(collectionOf(current, receiver, 'map', 'Map.prototype.get'), args[0])?.value,
    ],
    set: [
      2,
      (current, receiver, args) => {
        collectionSet(collectionOf(current, receiver, 'map', 'Map.prototype.set'), args[0], args[1]);
        return receiver;
      },
    ],
    has: [
      1,
      (current, receiver, args) =>
        collectionFind(collectionOf(current, receiver, 'map', 'Map.prototype.has'), args[0]) !== undefined,
    ],
    delete: [
      1,
      (current, receiver, args) =>
        collectionDelete(collectionOf(current, receiver, 'map', 'Map.prototype.delete'), args[0]),
    ],
    clear: [0, (current, receiver) => collectionClear(collectionOf(current, receiver, 'map', 'Map.prototype.clear'))],
    entries: [0, mapIterator('entries')],
  });
  selfHosted(isolate, prototype, mapSelfHosted);
  methods(isolate, prototype, { keys: [0, mapIterator('keys')] });
  getter(
    isolate,
    prototype,
    'size',
    (current, receiver) => collectionOf(current, receiver, 'map', 'get Map.prototype.size').size,
  );
  methods(isolate, prototype, { values: [0, mapIterator('values')] });
  toStringTag(isolate, prototype, 'Map');
  rememberMethod(isolate, 'Map.prototype', prototype, 'entries');
  rememberMethod(isolate, 'Map.prototype', prototype, 'set');
  addOwn(prototype, isolate.symbols.iterator, isolate.realm.intrinsic('Map.prototype.entries'), builtinAttributes);
}

function mapIterator(mode: IteratorData['mode']): Native {
  return (isolate, receiver) => {
    collectionOf(isolate, receiver, 'map', `Map.prototype.${mode}`);
    return newCollectionIterator(isolate, 'map iterator', receiver as JSObject, mode);
  };
}

export const mapRuntime: RuntimeFunctions = {
  NewMap: (isolate, [newTarget]) => {
    const target = newTarget instanceof JSObject ? newTarget : undefined;
    const map = new JSObject(hiddenClassFromConstructor(isolate, target, 'map', 'Map.prototype'));
    map.internal = newCollection();
    return map;
  },
  IsMapSet: (isolate, [value]) => value === isolate.realm.intrinsic('Map.prototype.set'),
  /** True if all entries of a plain array of plain pairs went in. */
  FillMapFast: (isolate, [map, adder, iterable]) => {
    if (adder !== isolate.realm.intrinsic('Map.prototype.set')) return false;
    const pairs = plainArrayElements(isolate, iterable);
    if (pairs === undefined) return false;
    const isPlainPair = (pair: Value): pair is JSObject =>
      pair instanceof JSObject &&
      pair.hiddenClass.instanceType === 'array' &&
      pair.hiddenClass.elementsKind <= lastExtensibleFastKind &&
      pair.elements.length >= 2 &&
      pair.elements[0] !== theHole &&
      pair.elements[1] !== theHole;
    if (!pairs.every(isPlainPair)) return false;
    for (const pair of pairs)
      collectionSet(collectionData(map), (pair as JSObject).elements[0], (pair as JSObject).elements[1]);
    return true;
  },
  MapGet: (_isolate, [map, key]) => collectionFind(collectionData(map), key)?.value,
  MapSet: (_isolate, [map, key, value]) => {
    collectionSet(collectionData(map), key, value);
    return undefined;
  },
  MapCursor: (isolate, [map, method]) => {
    collectionOf(isolate, map, 'map', method as string);
    return newCollectionIterator(isolate, 'map iterator', map as JSObject, 'entries');
  },
  /** Moves on; the entry stays in the cursor's elements until the next step. */
  CursorNext: (_isolate, [cursor]) => {
    const entry = nextEntry((cursor as JSObject).internal as IteratorData);
    if (entry === undefined) return false;
    (cursor as JSObject).elements = [entry.key, entry.value];
    return true;
  },
  CursorKey: (_isolate, [cursor]) => (cursor as JSObject).elements[0],
  CursorValue: (_isolate, [cursor]) => (cursor as JSObject).elements[1],
  /** Whether a value is not iterable for sure; asked without running guest code. */
  LacksIterator: (isolate, [value]) => {
    const key = isolate.symbols.iterator;
    const start = value instanceof JSObject ? value : prototypeOfPrimitive(isolate, value, key);
    const found = new PropertyLookup();
    for (let holder: JSObject | null = start; holder !== null; holder = holder.hiddenClass.prototype) {
      if (holder.hiddenClass.instanceType === 'proxy') return false;
      if (lookupNamed(found, holder, key))
        return !found.isAccessor && (found.value === undefined || found.value === null);
    }
    return true;
  },
  DescribeUnquoted: (_isolate, [value]) => describeUnquoted(value),
  /** V8: BuildDefaultCallSite: what is called where no source says so. */
  DescribeCallSite: (_isolate, [value]) => defaultCallSite(value),
};

export function collectionData(value: Value): CollectionData {
  return (value as JSObject).internal as CollectionData;
}
