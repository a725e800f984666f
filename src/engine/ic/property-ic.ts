/**
 * Inline caches of named property sites: which handler serves a hidden class, and how a site's state moves on from
 * uninitialised to monomorphic, polymorphic (up to four) and megamorphic. V8: src/ic/ic.cc, handler-configuration.h.
 *
 * A load handler is decided once per hidden class; what it says holds while the hidden class is the receiver's and, for
 * anything found through a prototype, while the heap's prototype epoch has not moved.
 */
import { AccessorPair } from '../objects/accessor-pair.ts';
import type { HiddenClass, NamedKey } from '../objects/hidden-class.ts';
import type { JSObject } from '../objects/js-object.ts';
import { JSSymbol } from '../objects/value.ts';
import { lookupNamed, PropertyLookup } from '../objects/lookup.ts';
import {
  Attribute,
  detailsAttributes,
  detailsFieldIndex,
  detailsKind,
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
    const field = detailsFieldIndex(details);
    if (kind === PropertyKind.accessor) {
      const getter = (holder.properties[field] as AccessorPair).getter;
      if (getter === undefined) return new HolderHandler('slow', epoch);
      // An own accessor pair can be exchanged without a new hidden class; prototypes bump the epoch.
      return holder === start && isOwnReceiver
        ? new HolderHandler('slow', epoch)
        : new HolderHandler('getter', epoch, holder, field, getter);
    }
    return holder === start && isOwnReceiver ? field : new HolderHandler('field', epoch, holder, field);
  }
  return new HolderHandler('absent', epoch);
}

/** A number is the field of an own writable data property; a transition adds one; undefined: store the long way. */
export type StoreHandler = number | TransitionHandler | undefined;

export class TransitionHandler {
  readonly next: HiddenClass;
  readonly epoch: number;

  constructor(next: HiddenClass, epoch: number) {
    this.next = next;
    this.epoch = epoch;
  }
}

/** Decides how `object.key = value` is done for objects of this hidden class. */
export function computeStoreHandler(object: JSObject, key: NamedKey): StoreHandler {
  const hiddenClass = object.hiddenClass;
  if (hiddenClass.isDictionary || hiddenClass.isExotic || hiddenClass.isPrototype) return undefined;
  const row = hiddenClass.lookup(key);
  if (row >= 0) {
    const details = hiddenClass.detailsAt(row);
    const plain = detailsKind(details) === PropertyKind.data && (detailsAttributes(details) & Attribute.writable) !== 0;
    return plain ? detailsFieldIndex(details) : undefined;
  }
  if (!hiddenClass.isExtensible || hiddenClass.propertyCount >= 1019) return undefined;
  for (let holder = hiddenClass.prototype; holder !== null; holder = holder.hiddenClass.prototype) {
    if (holder.hiddenClass.isExotic || !holder.hiddenClass.isPrototype) return undefined;
    const found = new PropertyLookup();
    if (lookupNamed(found, holder, key)) {
      if (found.isAccessor || !found.isWritable) return undefined;
      break;
    }
  }
  const next = hiddenClass.withProperty(key, Attribute.all, PropertyKind.data);
  return new TransitionHandler(next, hiddenClass.heap.prototypeEpoch);
}

/** Defining an own property in a literal or class field: prototypes do not matter. */
export function computeDefineHandler(object: JSObject, key: NamedKey): StoreHandler {
  const hiddenClass = object.hiddenClass;
  if (hiddenClass.isDictionary || hiddenClass.isExotic || hiddenClass.isPrototype) return undefined;
  const row = hiddenClass.lookup(key);
  if (row >= 0) {
    const details = hiddenClass.detailsAt(row);
    const plain = detailsKind(details) === PropertyKind.data && detailsAttributes(details) === Attribute.all;
    return plain ? detailsFieldIndex(details) : undefined;
  }
  if (!hiddenClass.isExtensible || hiddenClass.propertyCount >= 1019) return undefined;
  return new TransitionHandler(hiddenClass.withProperty(key, Attribute.all, PropertyKind.data), -1);
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
