/**
 * Inline caches of named property sites: which handler serves a hidden class, and how a site's state moves on from
 * uninitialised to monomorphic, polymorphic (up to four) and megamorphic. V8: src/ic/ic.cc, handler-configuration.h.
 *
 * A load handler is decided once per hidden class; what it says holds while the hidden class is the receiver's and, for
 * anything found through a prototype, while the heap's prototype epoch has not moved.
 */
import { bytesOfAddedField } from '../objects/allocation.ts';
import type { HiddenClass, NamedKey } from '../objects/hidden-class.ts';
import { JSObject } from '../objects/js-object.ts';
import { type StoreOrigin, transitionToData } from '../objects/map-transitions.ts';
import { attributesFor, isConstantEqual, prepareField } from '../objects/named-properties.ts';
import { type FieldType, Representation } from '../objects/representation.ts';
import { isNumericKey } from '../objects/typed-array.ts';
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

/** A number is the field index of a data property of the receiver itself. */
export type LoadHandler = number | HolderHandler;

/** Why a property is looked up each time; those with the same word are one handler for V8, too. */
export type LookupReason =
  | 'slow'
  | 'dictionary'
  | 'dictionary of a prototype'
  | 'native'
  | 'native of a prototype'
  | 'proxy'
  | 'proxy in the chain'
  | 'string length'
  | 'module export';

/** Anything else than an own field. */
export class HolderHandler {
  /** field: of `holder`; getter: `getter` is called; absent: undefined; slow: look it up each time (`reason`). */
  readonly kind: 'field' | 'getter' | 'absent' | 'slow';
  readonly holder: JSObject | undefined;
  readonly field: number;
  readonly getter: JSObject | undefined;
  readonly epoch: number;
  readonly reason: LookupReason | undefined;
  /** The receiver's own dictionary must not have the property. V8: LookupOnLookupStartObjectBits. */
  readonly passesDictionary: boolean;

  constructor(
    kind: HolderHandler['kind'],
    epoch: number,
    holder?: JSObject,
    field = -1,
    getter?: JSObject,
    passesDictionary = false,
    reason?: LookupReason,
  ) {
    this.kind = kind;
    this.epoch = epoch;
    this.holder = holder;
    this.field = field;
    this.getter = getter;
    this.passesDictionary = passesDictionary;
    this.reason = reason;
  }
}

function lookUp(reason: LookupReason, epoch: number): HolderHandler {
  return new HolderHandler('slow', epoch, undefined, -1, undefined, false, reason);
}

/** Decides how a property is loaded from receivers of a hidden class; `start` is the receiver, or a primitive's prototype. */
export function computeLoadHandler(start: JSObject, key: NamedKey, isOwnReceiver: boolean): LoadHandler {
  const epoch = start.hiddenClass.heap.prototypeEpoch;
  const isPrivate = key instanceof JSSymbol && key.isPrivate;
  let passesDictionary = false;
  for (let holder: JSObject | null = start; holder !== null; holder = isPrivate ? null : holder.hiddenClass.prototype) {
    const { hiddenClass } = holder;
    const isOwn = holder === start && isOwnReceiver;
    const exotic = hiddenClass.isExotic ? exoticReason(holder, key, isOwn) : undefined;
    if (exotic !== undefined) return lookUp(exotic, epoch);
    if (hiddenClass.isDictionary) {
      if (lookupNamed(new PropertyLookup(), holder, key))
        return lookUp(isOwn ? 'dictionary' : 'dictionary of a prototype', epoch);
      // It may gain the property without a change of hidden class, unless it is a prototype.
      if (isOwn) passesDictionary = true;
      else if (!hiddenClass.isPrototype) return lookUp('slow', epoch);
      continue;
    }
    const row = hiddenClass.lookup(key);
    if (row < 0) {
      if (holder !== start && !hiddenClass.isPrototype) return lookUp('slow', epoch);
      continue;
    }
    return foundHandler(holder, row, isOwn, epoch, passesDictionary);
  }
  return new HolderHandler('absent', epoch, undefined, -1, undefined, passesDictionary);
}

function foundHandler(
  holder: JSObject,
  row: number,
  isOwn: boolean,
  epoch: number,
  passesDictionary: boolean,
): LoadHandler {
  const { hiddenClass } = holder;
  const details = hiddenClass.detailsAt(row);
  const kind = detailsKind(details);
  if (kind === PropertyKind.native) return lookUp(isOwn ? 'native' : 'native of a prototype', epoch);
  if (kind === PropertyKind.accessor) {
    const { getter } = hiddenClass.accessorPairAt(row);
    if (getter === undefined) return lookUp('slow', epoch);
    return new HolderHandler('getter', epoch, holder, -1, getter, passesDictionary);
  }
  const field = detailsFieldIndex(details);
  return isOwn ? field : new HolderHandler('field', epoch, holder, field, undefined, passesDictionary);
}

/** Undefined where named properties of such an object are as any other's. */
function exoticReason({ hiddenClass }: JSObject, key: NamedKey, isOwn: boolean): LookupReason | undefined {
  switch (hiddenClass.instanceType) {
    case 'proxy':
      return isOwn ? 'proxy' : 'proxy in the chain';
    case 'module namespace':
      return 'module export';
    case 'string wrapper':
      return key === 'length' ? 'string length' : undefined;
    case 'typed array':
      return isNumericKey(key) ? 'slow' : undefined;
    default:
      return undefined;
  }
}

/** Whether a second handler says nothing that the first does not. V8 compares them by identity: Smis and code are alike. */
export function isSameHandler(a: unknown, b: unknown): boolean {
  if (a instanceof HolderHandler && b instanceof HolderHandler)
    return a.kind === 'slow' && b.kind === 'slow' && a.reason === b.reason && !a.reason?.endsWith('prototype');
  if (a instanceof LongStore && b instanceof LongStore) return a.reason === b.reason;
  return a === b;
}

/** Whether a handler that may be out of date says the same as a new one. */
export function isEquivalent(a: unknown, b: unknown): boolean {
  if (!(a instanceof HolderHandler) || !(b instanceof HolderHandler)) return isSameHandler(a, b);
  return (
    a.kind === b.kind &&
    a.holder === b.holder &&
    a.field === b.field &&
    a.getter === b.getter &&
    a.reason === b.reason &&
    a.passesDictionary === b.passesDictionary
  );
}

/** V8: StubCache::Set. */
export function rememberMegamorphic(hiddenClass: HiddenClass, name: NamedKey, handler: unknown): void {
  if (handler !== undefined) (hiddenClass.megamorphicLoads ??= new Map()).set(name, handler);
}

/**
 * A number is the field of an own writable data property, times four, and what the field takes (`FieldFit`); a FieldHandler one
 * that is still constant or has a type; a transition adds one; all else is looked up each time.
 */
export type StoreHandler = number | FieldHandler | TransitionHandler | LongStore | undefined;

/** A store that is looked up each time. */
export class LongStore {
  /** V8's kind of handler; those with the same word are one for V8, too. */
  readonly reason: 'slow' | 'dictionary' | 'addition' | 'setter' | 'native' | 'proxy' | 'field of a prototype';
  readonly epoch: number;
  /** What --log-ic says of a slow one. */
  readonly slowReason: StoreSlowReason;

  constructor(reason: LongStore['reason'], epoch = -1, slowReason: StoreSlowReason = isNotWritable) {
    this.reason = reason;
    this.epoch = epoch;
    this.slowReason = slowReason;
  }
}

const isNotWritable = "LookupForWrite said 'false'";
type StoreSlowReason = typeof isNotWritable | 'accessor on slow map' | 'setter not a function';

/** What a field takes without a new hidden class, as the low bits of a store handler. */
const FieldFit = { anything: 0, smi: 1, number: 2, heapObject: 3 } as const;

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

  /** Literals write their fields whatever they hold. */
  constructor(map: HiddenClass, row: number, isDefinition: boolean) {
    const details = map.detailsAt(row);
    this.field = detailsFieldIndex(details);
    this.type = map.fieldTypeAt(row);
    this.fit = fieldFit(map, row) ?? -1;
    this.isConstant = !isDefinition && !detailsIsMutable(details);
  }

  /** Whether the field takes the value as it is: a constant one what a literal left open, or the same again. */
  takes(object: JSObject, value: Value): boolean {
    if (this.isConstant && !isConstantEqual(object.properties[this.field], value)) return false;
    return this.fit >= 0 ? fitsField(this.fit, value) : value instanceof JSObject && value.hiddenClass === this.type;
  }
}

export class TransitionHandler {
  readonly next: HiddenClass;
  /** Of the new property. */
  readonly field: number;
  readonly epoch: number;
  /** FieldFit of the new field; -1: ask `type`. */
  readonly fit: number;
  readonly type: FieldType;
  /** What a new property makes necessary outside of the object. */
  readonly bytes: number;

  constructor(next: HiddenClass, epoch: number) {
    this.next = next;
    this.epoch = epoch;
    const row = next.propertyCount - 1;
    this.field = detailsFieldIndex(next.detailsAt(row));
    this.type = next.fieldTypeAt(row);
    this.fit = fieldFit(next, row) ?? -1;
    this.bytes = bytesOfAddedField(next, row);
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
export function computeStoreHandler(object: JSObject, key: NamedKey, value: Value, origin: StoreOrigin): StoreHandler {
  const { hiddenClass } = object;
  const epoch = hiddenClass.heap.prototypeEpoch;
  if (hiddenClass.instanceType === 'proxy') return new LongStore('proxy');
  if (hiddenClass.isExotic && exoticReason(object, key, true) !== undefined) return new LongStore('slow');
  if (hiddenClass.isDictionary) return dictionaryStoreHandler(object, key, epoch);
  const row = hiddenClass.lookup(key);
  if (row >= 0) return ownFieldHandler(object, key, row, value, Attribute.writable);
  if (!hiddenClass.isExtensible) return new LongStore('slow');
  const inherited = inheritedStoreHandler(object, key, epoch);
  if (inherited !== undefined) return inherited;
  return transitionHandler(hiddenClass, key, value, epoch, origin);
}

function dictionaryStoreHandler(object: JSObject, key: NamedKey, epoch: number): StoreHandler {
  const found = new PropertyLookup();
  if (!lookupNamed(found, object, key)) {
    const { isExtensible, instanceType } = object.hiddenClass;
    const adds = isExtensible && instanceType !== 'global object';
    return (
      inheritedStoreHandler(object, key, epoch) ??
      (adds
        ? // Whatever is added to a prototype moves the epoch, but is on no way of its own sites.
          new LongStore('addition', object.hiddenClass.isPrototype ? -1 : epoch)
        : new LongStore('slow', epoch))
    );
  }
  if (found.isAccessor) return new LongStore('slow', -1, 'accessor on slow map');
  return new LongStore(found.isWritable ? 'dictionary' : 'slow');
}

/** Where a prototype has a say. Undefined: the property is added. */
function inheritedStoreHandler(object: JSObject, key: NamedKey, epoch: number): StoreHandler {
  for (let { prototype: holder } = object.hiddenClass; holder !== null; holder = holder.hiddenClass.prototype) {
    const { hiddenClass } = holder;
    if (hiddenClass.instanceType === 'proxy') return new LongStore('proxy', epoch);
    if (hiddenClass.isExotic && exoticReason(holder, key, false) !== undefined) return new LongStore('slow', epoch);
    const found = new PropertyLookup();
    if (!lookupNamed(found, holder, key)) {
      // It may come to have one that cannot be written, and nobody would be told.
      if (!hiddenClass.isPrototype) return new LongStore('slow');
      continue;
    }
    if (found.isAccessor && hiddenClass.isDictionary) return new LongStore('slow', epoch, 'accessor on slow map');
    if (found.isAccessor) return setterHandler(found.setter, epoch);
    return found.isWritable ? undefined : new LongStore('slow', epoch);
  }
  return undefined;
}

function setterHandler(setter: JSObject | undefined, epoch: number): LongStore {
  return setter === undefined ? new LongStore('slow', epoch, 'setter not a function') : new LongStore('setter', epoch);
}

/** Defining an own property in a literal or class field: prototypes do not matter. */
export function computeDefineHandler(object: JSObject, key: NamedKey, value: Value): StoreHandler {
  const { hiddenClass } = object;
  if (hiddenClass.instanceType === 'proxy' || hiddenClass.isExotic) return new LongStore('slow');
  if (hiddenClass.isDictionary) {
    const found = new PropertyLookup();
    const isPlain = lookupNamed(found, object, key) && !found.isAccessor && found.attributes === Attribute.all;
    return new LongStore(isPlain ? 'dictionary' : 'slow');
  }
  const row = hiddenClass.lookup(key);
  if (row >= 0) return ownFieldHandler(object, key, row, value, Attribute.all, true);
  return hiddenClass.isExtensible ? transitionHandler(hiddenClass, key, value, -1, 'named') : new LongStore('slow');
}

function ownFieldHandler(
  object: JSObject,
  key: NamedKey,
  row: number,
  value: Value,
  attributes: number,
  isDefinition = false,
): StoreHandler {
  const details = object.hiddenClass.detailsAt(row);
  const has = detailsAttributes(details) & attributes;
  const kind = detailsKind(details);
  if (kind === PropertyKind.accessor) return setterHandler(object.hiddenClass.accessorPairAt(row).setter, -1);
  if (kind === PropertyKind.native) return new LongStore(has === attributes ? 'native' : 'slow');
  if (has !== attributes) return new LongStore('slow');
  prepareField(object, key, row, value);
  const { hiddenClass } = object;
  if (hiddenClass.isDictionary) return new LongStore('dictionary');
  const prepared = hiddenClass.detailsAt(row);
  if (hiddenClass.isPrototype) return new LongStore('field of a prototype');
  const fit = detailsIsMutable(prepared) ? fieldFit(hiddenClass, row) : undefined;
  return fit === undefined
    ? new FieldHandler(hiddenClass, row, isDefinition)
    : (detailsFieldIndex(prepared) << 2) | fit;
}

function transitionHandler(
  map: HiddenClass,
  key: NamedKey,
  value: Value,
  epoch: number,
  origin: StoreOrigin,
): StoreHandler {
  // Outside of the tree it is made for one store and found by none. V8: IsCacheableTransition.
  if (map.isDetached) return new LongStore('slow', epoch);
  const next = transitionToData(map, key, value, attributesFor(key, Attribute.all), origin);
  return next.isDictionary || next.parent !== map ? new LongStore('slow', epoch) : new TransitionHandler(next, epoch);
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
