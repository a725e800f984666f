/**
 * Finding an own property without calling guest code. V8: src/objects/lookup.h (LookupIterator).
 */
import { AccessorPair } from './accessor-pair.ts';
import { dictionaryElements, ElementsKind } from './elements-kind.ts';
import { FunctionData, type PrimitiveData, type SloppyArgumentsData } from './internal-slots.ts';
import type { JSObject } from './js-object.ts';
import { makeLazyEntry } from './lazy-value.ts';
import { Attribute, detailsAttributes, detailsFieldIndex, detailsKind, PropertyKind } from './property-details.ts';
import type { ModuleNamespaceData } from './module.ts';
import type { TypedArrayData } from './typed-array.ts';
import { type JSSymbol, type PropertyKey, theHole, type Value } from './value.ts';

/** Where `lookupOwn` puts what it found, so that lookups need no allocation. */
export class PropertyLookup {
  value: Value | AccessorPair = undefined;
  attributes = 0;
  /** PropertyKind. */
  kind = 0;
  /** Fast named properties: the row in the descriptors, else -1. */
  row = -1;
  /** Fast named properties with a field: its index, else -1. */
  field = -1;

  get isAccessor(): boolean {
    return this.kind === PropertyKind.accessor;
  }

  get isWritable(): boolean {
    return (this.attributes & Attribute.writable) !== 0;
  }

  get isEnumerable(): boolean {
    return (this.attributes & Attribute.enumerable) !== 0;
  }

  get isConfigurable(): boolean {
    return (this.attributes & Attribute.configurable) !== 0;
  }

  get getter(): JSObject | undefined {
    return this.value instanceof AccessorPair ? this.value.getter : undefined;
  }

  get setter(): JSObject | undefined {
    return this.value instanceof AccessorPair ? this.value.setter : undefined;
  }
}

/** Whether the object has the own property; if so `out` describes it. Proxies and typed arrays are the caller's. */
export function lookupOwn(out: PropertyLookup, object: JSObject, key: PropertyKey): boolean {
  return typeof key === 'number' ? lookupElement(out, object, key) : lookupNamed(out, object, key);
}

export function lookupNamed(out: PropertyLookup, object: JSObject, key: string | JSSymbol): boolean {
  const hiddenClass = object.hiddenClass;
  if (hiddenClass.isDictionary) {
    const entry = object.dictionary!.get(key);
    if (entry === undefined) return hiddenClass.isExotic && lookupExoticNamed(out, object, key);
    if (detailsKind(entry.details) === PropertyKind.native) makeLazyEntry(entry);
    out.attributes = detailsAttributes(entry.details);
    out.kind = detailsKind(entry.details);
    out.value = out.kind === PropertyKind.native ? nativeValue(object, key) : (entry.value as Value | AccessorPair);
    out.row = -1;
    out.field = -1;
    return true;
  }
  const row = hiddenClass.lookup(key);
  if (row < 0) return hiddenClass.isExotic && lookupExoticNamed(out, object, key);
  const details = hiddenClass.detailsAt(row);
  out.attributes = detailsAttributes(details);
  out.kind = detailsKind(details);
  out.row = row;
  if (out.kind === PropertyKind.native) {
    out.field = -1;
    out.value = nativeValue(object, key);
  } else if (out.kind === PropertyKind.accessor) {
    out.field = -1;
    out.value = hiddenClass.accessorPairAt(row);
  } else {
    out.field = detailsFieldIndex(details);
    out.value = object.properties[out.field];
  }
  return true;
}

export function lookupElement(out: PropertyLookup, object: JSObject, index: number): boolean {
  const hiddenClass = object.hiddenClass;
  out.row = -1;
  out.field = -1;
  const kind = hiddenClass.elementsKind;
  if (kind !== dictionaryElements) {
    const elements = object.elements;
    if (index < elements.length) {
      const value = elements[index];
      if (value !== theHole) {
        out.kind = PropertyKind.data;
        out.attributes = elementAttributes(kind);
        out.value = hiddenClass.isExotic ? exoticElementValue(object, index, value) : value;
        return true;
      }
    }
  } else {
    const entry = object.sparse?.get(index);
    if (entry !== undefined) {
      out.kind = detailsKind(entry.details);
      out.attributes = detailsAttributes(entry.details);
      out.value =
        out.kind === PropertyKind.data && hiddenClass.isExotic
          ? exoticElementValue(object, index, entry.value as Value)
          : (entry.value as Value | AccessorPair);
      return true;
    }
  }
  return hiddenClass.isExotic && lookupExoticElement(out, object, index);
}

/** Attributes of all elements of a fast kind. */
export function elementAttributes(kind: number): number {
  if (kind < ElementsKind.PACKED_SEALED_ELEMENTS) return Attribute.all;
  return kind < ElementsKind.PACKED_FROZEN_ELEMENTS ? Attribute.writable | Attribute.enumerable : Attribute.enumerable;
}

/** Values of properties of kind native. */
export function nativeValue(object: JSObject, key: string | JSSymbol): Value {
  const internal = object.internal;
  if (internal instanceof FunctionData) {
    if (key === 'length') return internal.shared?.length ?? internal.length;
    if (key === 'name') return internal.shared?.name ?? internal.name;
    if (key === 'arguments' || key === 'caller') return object.hiddenClass.heap.functionOnStack(object, key);
    return object.hiddenClass.heap.functionPrototypeObject(object);
  }
  return object.length;
}

function lookupExoticNamed(out: PropertyLookup, object: JSObject, key: string | JSSymbol): boolean {
  if (object.hiddenClass.instanceType === 'module namespace')
    return typeof key === 'string' && lookupExport(out, object, key);
  if (key !== 'length' || object.hiddenClass.instanceType !== 'string wrapper') return false;
  out.kind = PropertyKind.data;
  out.attributes = 0;
  out.row = -1;
  out.field = -1;
  out.value = stringOf(object).length;
  return true;
}

function lookupExoticElement(out: PropertyLookup, object: JSObject, index: number): boolean {
  if (object.hiddenClass.instanceType === 'typed array') return lookupTypedElement(out, object, index);
  if (object.hiddenClass.instanceType === 'module namespace') return lookupExport(out, object, String(index));
  if (object.hiddenClass.instanceType !== 'string wrapper') return false;
  const text = stringOf(object);
  if (index >= text.length) return false;
  out.kind = PropertyKind.data;
  out.attributes = Attribute.enumerable;
  out.value = text[index];
  return true;
}

/** The value is the hole while the binding is not initialised: who wants it has to throw. */
function lookupExport(out: PropertyLookup, object: JSObject, name: string): boolean {
  const cell = (object.internal as ModuleNamespaceData).cells.get(name);
  if (cell === undefined) return false;
  out.kind = PropertyKind.data;
  out.attributes = Attribute.writable | Attribute.enumerable;
  out.row = -1;
  out.field = -1;
  out.value = cell.value;
  return true;
}

function lookupTypedElement(out: PropertyLookup, object: JSObject, index: number): boolean {
  const { view } = object.internal as TypedArrayData;
  if (index >= view.length) return false;
  out.kind = PropertyKind.data;
  out.attributes = Attribute.all;
  out.value = view[index];
  return true;
}

function exoticElementValue(object: JSObject, index: number, stored: Value): Value {
  if (object.hiddenClass.instanceType !== 'sloppy arguments') return stored;
  const data = object.internal as SloppyArgumentsData;
  const slot = data.mapped[index] ?? -1;
  return slot < 0 ? stored : data.context.slots[slot];
}

function stringOf(object: JSObject): string {
  return (object.internal as PrimitiveData).value as string;
}
