/**
 * Array literals: what a site makes is a copy of its boilerplate. V8: src/runtime/runtime-literals.cc (CreateArrayLiteral,
 * JSObjectWalkVisitor), ConstructorBuiltinsAssembler::CreateShallowArrayLiteral. Without a feedback vector there is no site:
 * the array is made from the constants each time.
 */
import type { ArrayBoilerplate, BoilerplateValue, Constant, ObjectBoilerplate } from '../bytecode/bytecode-array.ts';
import { megamorphic } from '../ic/feedback-vector.ts';
import { allocate, allocateList, bytesOfList, heapNumberBytes, mementoBytes } from '../objects/allocation.ts';
import { AllocationSite } from '../objects/allocation-site.ts';
import { isCopyOnWrite, markCopyOnWrite } from '../objects/elements-capacity.ts';
import { transitionElementsKind } from '../objects/elements.ts';
import {
  ElementsKind,
  generalizeForValue,
  lastExtensibleFastKind,
  mergeKinds,
  toHoley,
} from '../objects/elements-kind.ts';
import { JSObject, noElements, noProperties } from '../objects/js-object.ts';
import { migrateInstance } from '../objects/migration.ts';
import { PropertyDictionary } from '../objects/property-dictionary.ts';
import { isSmi, theHole, type Value } from '../objects/value.ts';
import type { Frame } from './frame.ts';
import type { Isolate } from './isolate.ts';

/** Makes the object of a nested boilerplate. */
export type MakeObject = (isolate: Isolate, boilerplate: ObjectBoilerplate, withSites: boolean) => JSObject;

export function createArrayLiteral(
  isolate: Isolate,
  constant: Constant,
  { feedback: vector, optimized }: Frame,
  slot: number,
  makeObject: MakeObject,
): JSObject {
  const site = vector.slots[slot];
  if (site instanceof AllocationSite) return copyOfLiteral(site.boilerplate!, optimized === undefined);
  const { isAllocated } = vector;
  const array = arrayFromBoilerplate(isolate, constant as ArrayBoilerplate, makeObject, isAllocated);
  if (!isAllocated) return array;
  vector.slots[slot] = array.internal;
  return copyOfLiteral(array, true);
}

/** `[]`. Its site knows nothing but the elements kind. */
export function createEmptyArrayLiteral(
  isolate: Isolate,
  { feedback: vector, optimized }: Frame,
  slot: number,
): JSObject {
  const { array } = isolate.realm;
  if (!vector.isAllocated) return new JSObject(array);
  const known = vector.slots[slot] as AllocationSite | undefined;
  const site = known ?? ((vector.slots[slot] = new AllocationSite(undefined, array.elementsKind)) as AllocationSite);
  const object = new JSObject(array.withElementsKind(site.elementsKind));
  if (optimized === undefined) {
    object.internal = site;
    allocate(isolate.heap, mementoBytes);
  }
  return object;
}

/**
 * A copy of an array whose backing store holds all its elements; the store may be shared. V8: CloneFastJSArray,
 * CloneFastJSArrayFillingHoles.
 */
export function cloneFastArray(isolate: Isolate, source: JSObject, fillHoles: boolean): JSObject {
  const { length, elements } = source;
  isolate.meter.allocateList(length);
  let kind = source.hiddenClass.elementsKind;
  const values = elements.slice(0, length);
  while (values.length < length) values.push(theHole);
  const hasHoles = fillHoles && (kind & 1) === 1 && values.includes(theHole);
  if (hasHoles) for (let i = 0; i < length; i++) if (values[i] === theHole) values[i] = undefined;
  if (hasHoles || kind > lastExtensibleFastKind) kind = ElementsKind.PACKED_ELEMENTS;
  const copy = new JSObject(isolate.realm.array.withElementsKind(kind));
  if (length > 0) copy.elements = values;
  copy.length = length;
  if (!hasHoles && isCopyOnWrite(source)) markCopyOnWrite(copy);
  return copy;
}

/**
 * What `new Array(…)` made at a site begins with the kind that earlier ones led to; but with a single argument that is no
 * length V8 does not ask (`isAdvised`). V8: Runtime_NewArray, CreateArrayDispatch.
 */
export function adviseArray(
  array: JSObject,
  { feedback: vector, optimized }: Frame,
  slot: number,
  isAdvised: boolean,
): void {
  const known = vector.slots[slot];
  if (known !== undefined && !(known instanceof AllocationSite)) {
    vector.slots[slot] = megamorphic;
    return;
  }
  if (!vector.isAllocated) return;
  const site = known ?? new AllocationSite(undefined, ElementsKind.PACKED_SMI_ELEMENTS);
  vector.slots[slot] = site;
  if (array.sparse !== undefined) return;
  const { elementsKind } = array.hiddenClass;
  const kind = isAdvised ? mergeKinds(elementsKind, site.elementsKind) : elementsKind;
  // Only small integers are worth being watched. V8: AllocationSite::ShouldTrack.
  if ((!isAdvised || site.elementsKind <= ElementsKind.HOLEY_SMI_ELEMENTS) && optimized === undefined) {
    array.internal = site;
    allocate(array.hiddenClass.heap, mementoBytes);
  }
  if ((kind & 1) === 1) site.digest(array.hiddenClass.heap, toHoley(site.elementsKind));
  transitionElementsKind(array, kind);
}

/** V8: ArrayBoilerplateDescription. Elements that come later are zero for now, and do not count for the kind. */
export function arrayFromBoilerplate(
  isolate: Isolate,
  { elements, isPartial }: ArrayBoilerplate,
  makeObject: MakeObject,
  withSites: boolean,
): JSObject {
  let kind: number = ElementsKind.PACKED_SMI_ELEMENTS;
  let isConstant = isPartial !== true;
  const values: Value[] = [];
  for (const element of elements) {
    if (element.kind !== 'value' && element.kind !== 'hole') isConstant = false;
    const value = elementValue(isolate, element, makeObject, withSites);
    kind = value === theHole ? toHoley(kind) : generalizeForValue(kind, value, isolate.profile.smiBits);
    values.push(value);
  }
  const array = new JSObject(isolate.realm.array.withElementsKind(kind));
  array.elements = values.length === 0 ? noElements : values;
  array.length = values.length;
  if (isConstant) markCopyOnWrite(array);
  else allocateList(isolate.heap, values.length);
  if (withSites) array.internal = new AllocationSite(array, kind);
  return array;
}

function elementValue(isolate: Isolate, element: BoilerplateValue, makeObject: MakeObject, withSites: boolean): Value {
  switch (element.kind) {
    case 'value':
      return element.value;
    case 'object':
      return makeObject(isolate, element.value, withSites);
    case 'array':
      return arrayFromBoilerplate(isolate, element.value, makeObject, withSites);
    case 'hole':
      return theHole;
    case 'uninitialized':
      return 0;
  }
}

/**
 * The array or object with all arrays and objects in it. V8: JSObjectWalkVisitor::StructureWalk. Only `tracked` arrays tell
 * their site what becomes of them: optimised code makes them without a memento.
 */
export function copyOfLiteral(original: JSObject, tracked: boolean): JSObject {
  if (original.hiddenClass.isDeprecated) migrateInstance(original);
  const copy = new JSObject(original.hiddenClass);
  if (tracked) copy.internal = original.internal;
  allocate(copy.hiddenClass.heap, bytesOutside(original) + (tracked ? mementoBytes : 0));
  copy.length = original.length;
  copy.capacity = original.capacity;
  const { elements, properties, dictionary } = original;
  // What is shared until it is changed holds no objects.
  if (original.capacity < 0) copy.elements = elements.slice();
  else if (elements !== noElements) copy.elements = copyValues(elements, tracked);
  if (properties !== noProperties) copy.properties = copyValues(properties as Value[], tracked);
  if (dictionary !== undefined)
    copy.dictionary = new PropertyDictionary(
      Array.from(dictionary, ([key, { value, details }]) => [
        key,
        { value: copyValue(value as Value, tracked), details },
      ]),
    );
  copy.sparse = original.sparse?.copy();
  return copy;
}

/** What a copy of a literal has beside itself. */
function bytesOutside({ hiddenClass, properties, elements, capacity }: JSObject): number {
  let bytes = 0;
  const outside = hiddenClass.fieldCount - hiddenClass.inObjectProperties;
  if (outside > 0) bytes += bytesOfList(outside + hiddenClass.unusedPropertyFields);
  if (capacity >= 0 && elements !== noElements) bytes += bytesOfList(Math.max(capacity, elements.length));
  for (const value of properties) if (typeof value === 'number' && !isSmi(value)) bytes += heapNumberBytes;
  return bytes;
}

function copyValues(values: readonly Value[], tracked: boolean): Value[] {
  const copies = values.slice();
  for (let i = 0; i < copies.length; i++) {
    const value = copies[i];
    if (value instanceof JSObject) copies[i] = copyOfLiteral(value, tracked);
  }
  return copies;
}

function copyValue(value: Value, tracked: boolean): Value {
  return value instanceof JSObject ? copyOfLiteral(value, tracked) : value;
}
