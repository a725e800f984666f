/**
 * Inline caches of named property sites: which handler serves a hidden class, and how a site's state moves on from
 * uninitialised to monomorphic, polymorphic (up to four) and megamorphic. V8: src/ic/ic.cc, handler-configuration.h.
 *
 * A load handler is decided once per hidden class; what it says holds while the hidden class is the receiver's and, for
 * anything found through a prototype, while the heap's prototype epoch has not moved.
 */
import type { HiddenClass, NamedKey } from '../objects/hidden-class.ts';
import { JSObject } from '../objects/js-object.ts';
import { transitionToData } from '../objects/map-transitions.ts';
import { isConstantEqual, prepareField } from '../objects/named-properties.ts';
import { type FieldType, Representation } from '../objects/representation.ts';
import { isSmi, JSSymbol, type Value } from '../objects/value.ts';
import { lookupNamed, PropertyLookup } from '../objects/lookup.ts';
import {
  Attribute,
  detailsAttributes,
  detailsFieldIndex,
  detailsIsMutable,
  detailsKind,
  detailsRepresentation,
  PropertyKind,
} from '../objects/property-details.ts';
import { megamorphic } from './feedback-vector.ts';

/** V8: --max-valid-polymorphic-map-count. */
export const maxPolymorphism = 4;

/** A number is the field index of a data property of the receiver itself. */
export type LoadHandler = number | HolderHandler;

/** Anything else than an own field. */
export class HolderHandler {
  /** field: of `holder`; getter: `getter` is called; absent: undefined; slow: look it up each time (dictionary, native, proxy). */
  readonly kind: 'field' | 'getter' | 'absent' | 'slow';
  readonly holder: JSObject | undefined;
  readonly field: number;
  readonly getter: JSObject | undefined;
  readonly epoch: number;

  constructor(kind: HolderHandler['kind'], epoch: number, holder?: JSObject, field = -1, getter?: JSObject) {
    this.kind = kind;
    this.epoch = epoch;
    this.holder = holder;
    this.field = field;
    this.getter = getter;
  }
}

/** Decides how a property is loaded from receivers of a hidden class; `start` is the receiver, or a primitive's prototype. */
export function computeLoadHandler(start: JSObject, key: NamedKey, isOwnReceiver: boolean): LoadHandler {
  const epoch = start.hiddenClass.heap.prototypeEpoch;
  const isPrivate = key instanceof JSSymbol && key.isPrivate;
  for (let holder: JSObject | null = start; holder !== null; holder = isPrivate ? null : holder.hiddenClass.prototype) {
    const hiddenClass = holder.hiddenClass;
    if (hiddenClass.isDictionary || hiddenClass.isExotic) {
      // A dictionary on the way may gain the property without a change of hidden class, unless it is a prototype.
      if (hiddenClass.isExotic || !hiddenClass.isPrototype) return new HolderHandler('slow', epoch);
      if (lookupNamed(new PropertyLookup(), holder, key)) return new HolderHandler('slow', epoch);
      continue;
    }
    const row = hiddenClass.lookup(key);
    if (row < 0) {
      if (holder !== start && !hiddenClass.isPrototype) return new HolderHandler('slow', epoch);
      continue;
    }
    const details = hiddenClass.detailsAt(row);
    const kind = detailsKind(details);
    if (kind === PropertyKind.native) return new HolderHandler('slow', epoch);
    if (kind === PropertyKind.accessor) {
      const { getter } = hiddenClass.accessorPairAt(row);
      if (getter === undefined) return new HolderHandler('slow', epoch);
      return new HolderHandler('getter', epoch, holder, -1, getter);
    }
    const field = detailsFieldIndex(details);
    return holder === start && isOwnReceiver ? field : new HolderHandler('field', epoch, holder, field);
  }
  return new HolderHandler('absent', epoch);
}

/**
 * A number is the field of an own writable data property, times four, and what the field takes (`FieldFit`); a FieldHandler one
 * that is still constant or has a type; a transition adds one; undefined: store the long way.
 */
export type StoreHandler = number | FieldHandler | TransitionHandler | undefined;

/** What a field takes without a new hidden class, as the low bits of a store handler. */
export const FieldFit = { anything: 0, smi: 1, number: 2, heapObject: 3 } as const;

/** Heap numbers are heap objects, too: they go the long way. */
export function fitsField(fit: number, value: Value): boolean {
  switch (fit) {
    case 0:
      return true;
    case 1:
      return isSmi(value);
    case 2:
      return typeof value === 'number';
    default:
      return typeof value !== 'number';
  }
}

export class FieldHandler {
  readonly field: number;
  /** FieldFit; -1: ask `type`. */
  readonly fit: number;
  readonly type: FieldType;
  readonly isConstant: boolean;

  constructor(map: HiddenClass, row: number) {
    const details = map.detailsAt(row);
    this.field = detailsFieldIndex(details);
    this.type = map.fieldTypeAt(row);
    this.fit = fieldFit(map, row) ?? -1;
    this.isConstant = !detailsIsMutable(details);
  }

  /** Whether the field takes the value as it is: a constant one what a literal left open, or the same again. */
  takes(object: JSObject, value: Value): boolean {
    if (this.isConstant && !isConstantEqual(object.properties[this.field], value)) return false;
    return this.fit >= 0 ? fitsField(this.fit, value) : value instanceof JSObject && value.hiddenClass === this.type;
  }
}

export class TransitionHandler {
  readonly next: HiddenClass;
  readonly epoch: number;
  /** FieldFit of the new field; -1: ask `type`. */
  readonly fit: number;
  readonly type: FieldType;

  constructor(next: HiddenClass, epoch: number) {
    this.next = next;
    this.epoch = epoch;
    const row = next.propertyCount - 1;
    this.type = next.fieldTypeAt(row);
    this.fit = fieldFit(next, row) ?? -1;
  }

  /** Whether the new field takes the value as it is. */
  takes(value: Value): boolean {
    if (this.next.isDeprecated) return false;
    return this.fit >= 0 ? fitsField(this.fit, value) : value instanceof JSObject && value.hiddenClass === this.type;
  }
}

/** Undefined where the hidden class of the value matters. */
function fieldFit(map: HiddenClass, row: number): number | undefined {
  switch (detailsRepresentation(map.detailsAt(row))) {
    case Representation.tagged:
      return FieldFit.anything;
    case Representation.smi:
      return map.heap.profile.smiBits === 32 ? FieldFit.smi : undefined;
    case Representation.double:
      return FieldFit.number;
    case Representation.heapObject:
      return map.fieldTypeAt(row) === 'any' ? FieldFit.heapObject : undefined;
    default:
      return undefined;
  }
}

/**
 * Decides how `object.key = value` is done for objects of this hidden class. Fields that exist are made able to hold the value
 * before, as in V8, so that the object may have another hidden class afterwards.
 */
export function computeStoreHandler(object: JSObject, key: NamedKey, value: Value): StoreHandler {
  const { hiddenClass } = object;
  if (hiddenClass.isDictionary || hiddenClass.isExotic) return undefined;
  const row = hiddenClass.lookup(key);
  if (row >= 0) return ownFieldHandler(object, key, row, value, Attribute.writable);
  if (!hiddenClass.isExtensible || hiddenClass.isPrototype) return undefined;
  for (let holder = hiddenClass.prototype; holder !== null; holder = holder.hiddenClass.prototype) {
    if (holder.hiddenClass.isExotic || !holder.hiddenClass.isPrototype) return undefined;
    const found = new PropertyLookup();
    if (lookupNamed(found, holder, key)) {
      if (found.isAccessor || !found.isWritable) return undefined;
      break;
    }
  }
  return transitionHandler(hiddenClass, key, value, hiddenClass.heap.prototypeEpoch);
}

/** Defining an own property in a literal or class field: prototypes do not matter. */
export function computeDefineHandler(object: JSObject, key: NamedKey, value: Value): StoreHandler {
  const { hiddenClass } = object;
  if (hiddenClass.isDictionary || hiddenClass.isExotic) return undefined;
  const row = hiddenClass.lookup(key);
  if (row >= 0) return ownFieldHandler(object, key, row, value, Attribute.all);
  if (!hiddenClass.isExtensible || hiddenClass.isPrototype) return undefined;
  return transitionHandler(hiddenClass, key, value, -1);
}

function ownFieldHandler(object: JSObject, key: NamedKey, row: number, value: Value, attributes: number): StoreHandler {
  const details = object.hiddenClass.detailsAt(row);
  const has = detailsAttributes(details) & attributes;
  if (detailsKind(details) !== PropertyKind.data || has !== attributes) return undefined;
  prepareField(object, key, row, value);
  const { hiddenClass } = object;
  if (hiddenClass.isDictionary || hiddenClass.isPrototype) return undefined;
  const prepared = hiddenClass.detailsAt(row);
  const fit = detailsIsMutable(prepared) ? fieldFit(hiddenClass, row) : undefined;
  return fit === undefined ? new FieldHandler(hiddenClass, row) : (detailsFieldIndex(prepared) << 2) | fit;
}

function transitionHandler(map: HiddenClass, key: NamedKey, value: Value, epoch: number): StoreHandler {
  const next = transitionToData(map, key, value, Attribute.all, 'named');
  return next.isDictionary || next.parent !== map ? undefined : new TransitionHandler(next, epoch);
}

/**
 * Moves a site on after a miss; true: it has become megamorphic. A polymorphic site holds [hidden class, handler, hidden class, handler …], a megamorphic one
 * that loads its name.
 */
export function updateSite(
  slots: unknown[],
  slot: number,
  hiddenClass: HiddenClass,
  handler: unknown,
  name?: NamedKey,
): boolean {
  const feedback = slots[slot];
  if (feedback === undefined) hiddenClass.noteUser(slots, slot);
  if (feedback === undefined || feedback === hiddenClass) {
    slots[slot] = hiddenClass;
    slots[slot + 1] = handler;
    return false;
  }
  if (feedback === megamorphic) return false;
  const pairs = Array.isArray(feedback) ? (feedback as unknown[]) : [feedback, slots[slot + 1]];
  const known = pairs.indexOf(hiddenClass);
  if (known >= 0) {
    pairs[known + 1] = handler;
    slots[slot] = pairs;
    return false;
  }
  if (pairs.length >= maxPolymorphism * 2) {
    slots[slot] = megamorphic;
    slots[slot + 1] = name;
    return true;
  }
  pairs.push(hiddenClass, handler);
  hiddenClass.noteUser(slots, slot);
  slots[slot] = pairs;
  slots[slot + 1] = undefined;
  return false;
}

/** The handler that a polymorphic site holds for a hidden class. */
export function polymorphicHandler(feedback: unknown, hiddenClass: HiddenClass): unknown {
  if (!(feedback instanceof Array)) return undefined;
  for (let i = 0; i < feedback.length; i += 2) if (feedback[i] === hiddenClass) return feedback[i + 1];
  return undefined;
}

/**
 * The load handler for a hidden class that is not a monomorphic site's. Megamorphic sites share one cache of all names and
 * hidden classes; here each hidden class keeps its part. V8: StubCache.
 */
export function otherHandler(feedback: unknown, hiddenClass: HiddenClass, slots: unknown[], slot: number): unknown {
  if (feedback !== megamorphic) return polymorphicHandler(feedback, hiddenClass);
  return hiddenClass.megamorphicLoads?.get(slots[slot + 1] as NamedKey);
}
