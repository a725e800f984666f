/** Arrays whose iteration is the original one, so that host loops may stand in for it. V8: IsFastJSArrayWithNoCustomIteration. */
import type { Isolate } from '../execution/isolate.ts';
import { lastExtensibleFastKind } from '../objects/elements-kind.ts';
import { JSObject } from '../objects/js-object.ts';
import { lookupNamed, PropertyLookup } from '../objects/lookup.ts';
import { theHole, type Value } from '../objects/value.ts';

/** The elements of an array that `for (const x of array)` would see, if nothing guest-written has a say in that. */
export function plainArrayElements(isolate: Isolate, iterable: Value): readonly Value[] | undefined {
  if (!(iterable instanceof JSObject)) return undefined;
  const { hiddenClass, elements } = iterable;
  if (hiddenClass.instanceType !== 'array' || hiddenClass.elementsKind > lastExtensibleFastKind) return undefined;
  if (
    hiddenClass.prototype !== isolate.realm.arrayPrototype ||
    elements.length !== iterable.length ||
    elements.includes(theHole)
  )
    return undefined;
  const found = new PropertyLookup();
  const { intrinsics, arrayPrototype } = isolate.realm;
  const values = intrinsics.get('Array.prototype.values');
  const iteratorPrototype = intrinsics.get('ArrayIteratorPrototype');
  const next = intrinsics.get('ArrayIteratorPrototype.next');
  if (values === undefined || iteratorPrototype === undefined || next === undefined) return undefined;
  if (lookupNamed(found, iterable, isolate.symbols.iterator)) return undefined;
  if (!lookupNamed(found, arrayPrototype, isolate.symbols.iterator) || found.value !== values) return undefined;
  if (!lookupNamed(found, iteratorPrototype, 'next') || found.value !== next) return undefined;
  return elements;
}
