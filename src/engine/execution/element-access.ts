/** What keyed inline caches ask of keys and of objects with elements. V8: TryConvertKey and its neighbours in src/ic/ic.cc. */
import { type ElementRules } from '../ic/element-ic.ts';
import { type FeedbackVector } from '../ic/feedback-vector.ts';
import { polymorphicHandler } from '../ic/property-ic.ts';
import { capacityOf } from '../objects/elements-capacity.ts';
import { dictionaryElements, ElementsKind } from '../objects/elements-kind.ts';
import type { HiddenClass } from '../objects/hidden-class.ts';
import { JSObject } from '../objects/js-object.ts';
import { typedArrayDataOf } from '../objects/typed-array.ts';
import { JSSymbol, keyFromString, maxArrayIndex, type Value } from '../objects/value.ts';
import type { Isolate } from './isolate.ts';

/** The name that a key is; undefined for indices and for what has to be converted. V8: TryConvertKey. */
export function nameOf(key: Value): string | JSSymbol | undefined {
  if (key instanceof JSSymbol) return key;
  if (typeof key !== 'string') return undefined;
  return typeof keyFromString(key) === 'number' ? undefined : key;
}

/** The number that a key is; it may be negative. */
export function indexOf(key: Value): number | undefined {
  if (typeof key === 'number') return Number.isSafeInteger(key) ? key + 0 : undefined;
  if (typeof key !== 'string') return undefined;
  const index = keyFromString(key);
  return typeof index === 'number' && index < 2 ** 31 ? index : undefined;
}

/** V8: IsOutOfBoundsAccess. */
export function lengthOf(object: JSObject): number {
  const { instanceType, elementsKind } = object.hiddenClass;
  if (instanceType === 'array') return object.length;
  if (instanceType === 'typed array') return typedArrayDataOf(object).view.length;
  return elementsKind === dictionaryElements ? (object.sparse?.storeLength ?? 0) : capacityOf(object);
}

export function elementHandler(vector: FeedbackVector, slot: number, hiddenClass: HiddenClass): unknown {
  const feedback = vector.slots[slot];
  return feedback === hiddenClass ? vector.slots[slot + 1] : polymorphicHandler(feedback, hiddenClass);
}

/** V8: IntPtrKeyToSize. */
export function isIndexOf({ instanceType }: HiddenClass, index: number): boolean {
  return instanceType === 'typed array' || (index >= 0 && index <= maxArrayIndex);
}

/** V8: AllowConvertHoleElementToUndefined: no prototype has elements. */
export function readsHoles(isolate: Isolate, { instanceType, prototype }: HiddenClass): boolean {
  if (instanceType === 'typed array') return true;
  if (isolate.realm.hasIndexedPrototypes()) return false;
  if (instanceType.startsWith('primitive ')) return instanceType.endsWith('string');
  return prototype === isolate.realm.objectPrototype || prototype === isolate.realm.arrayPrototype;
}

export function rulesOf(isolate: Isolate): ElementRules {
  return {
    readsHoles: (hiddenClass) => readsHoles(isolate, hiddenClass),
    checksPrototypes,
  };
}

/** V8: Map::ShouldCheckForReadOnlyElementsInPrototypeChain. */
export function checksPrototypes({ instanceType, prototype }: HiddenClass): boolean {
  if (instanceType === 'typed array') return false;
  for (let holder = prototype; holder !== null; holder = holder.hiddenClass.prototype) {
    const { hiddenClass } = holder;
    if (hiddenClass.instanceType === 'proxy' || hiddenClass.instanceType === 'string wrapper') return true;
    if (hiddenClass.elementsKind === dictionaryElements && holder.sparse?.requiresSlow === true) return true;
    if (hiddenClass.elementsKind >= ElementsKind.PACKED_SEALED_ELEMENTS && holder.elements.length > 0) return true;
  }
  return false;
}
