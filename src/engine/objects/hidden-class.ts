/**
 * Hidden classes (V8: Map) with their transition tree: src/objects/map.h, transitions.h.
 *
 * Objects that got the same properties in the same order share one hidden class; the inline caches compare hidden classes
 * and nothing else. A hidden class sees the first `propertyCount` rows of its descriptors. What makes one of another is in
 * map-copies.ts, map-transitions.ts and map-updater.ts; how an object follows in migration.ts.
 */
import type { AccessorPair } from './accessor-pair.ts';
import { DescriptorArray, type NamedKey } from './descriptor-array.ts';
import { instanceBytes } from './instance-size.ts';
import type { InstanceTypeName } from './instance-type.ts';
import type { JSObject } from './js-object.ts';
import type { MapListener } from './map-listener.ts';
import { transitionElements } from './map-transitions.ts';
import type { NormalizedMapCache } from './normalized-map-cache.ts';
import { detailsAttributes, detailsKind, makeDetails, PropertyKind } from './property-details.ts';
import type { EngineProfile } from '../profiles.ts';
import type { FieldType } from './representation.ts';
import type { Value } from './value.ts';

export { DescriptorArray, type NamedKey } from './descriptor-array.ts';

export interface HiddenClassFields {
  readonly instanceType: InstanceTypeName;
  readonly prototype: JSObject | null;
  readonly elementsKind: number;
  readonly isCallable?: boolean;
  readonly isConstructor?: boolean;
  readonly isDictionary?: boolean;
  /** Slots for properties in the object itself. */
  readonly inObjectProperties?: number;
  /** Whose instances these are; without it the realm's Object. V8: Map::GetConstructor. */
  readonly creator?: object | undefined;
}

/** A serial number that no object ever has: a small integer in all hosts. */
export const nobodyWaits = 2 ** 30 - 1;

/** What all hidden classes of one isolate share. */
export interface HiddenClassHeap {
  /** Of which engine the rules are. */
  readonly profile: EngineProfile;
  /** Counts hidden classes, so that ids are the same in each run. */
  nextHiddenClassId: number;
  /** The first that the program made, and not its surroundings: people are shown numbers from there on. */
  firstProgramHiddenClassId: number;
  /** Counts objects and contexts: which one it is, is the same in each run. */
  nextSerial: number;
  /** From this serial number on `onMade` is told of objects and contexts; `nobodyWaits`: of none. */
  toldFrom: number;
  onMade: ((made: object) => void) | undefined;
  /** Bytes that still fit into new space; below 0 it is full. All that is made counts it down (allocation.ts). */
  youngLeft: number;
  /** And of large objects, until there are so many young ones as new space has room for. */
  largeLeft: number;
  /** Objects and contexts with lower serial numbers are old, or gone. */
  firstYoung: number;
  /** Old objects that were given young ones since the last collection. V8: the OLD_TO_NEW remembered set. */
  readonly remembered: Set<JSObject>;
  /** Told when something is made that does not fit any more. */
  youngIsFull(): void;
  /**
   * Bumped when the structure of an object changes that is some object's prototype: inline caches that went through a
   * prototype check it. Simplified: one number for all chains, where V8 has a validity cell for each.
   */
  prototypeEpoch: number;
  /** Elements deleted since somebody counted what was left of them. V8: Isolate::elements_deletion_counter. */
  elementsDeleted: number;
  /** Told when arrays of a site will start with another elements kind. V8: kAllocationSiteTransitionChangedGroup. */
  allocationSiteChanged(site: object): void;
  /** Builtins are being made: their prototypes have fast properties from the beginning. V8: Bootstrapper::IsActive. */
  isBootstrapping: boolean;
  readonly normalizedMaps: NormalizedMapCache;
  /** Whoever wants to know of hidden classes and fields. */
  readonly mapListener: MapListener;
  /** Told after an object has gone to dictionary mode. */
  normalized(
    reason: 'delete' | 'accessor' | 'tooMany',
    object: JSObject,
    key: NamedKey,
    hiddenClassBefore: number,
  ): void;
  /** The `prototype` of a function, whose object is made when somebody first asks for it. */
  functionPrototypeObject(object: JSObject): Value;
  /** `arguments` and `caller` of a sloppy function: null unless it runs. */
  functionOnStack(object: JSObject, what: 'arguments' | 'caller'): JSObject | null;
}

/** V8: JSObject::kMaxInObjectProperties: an object has at most 255 words. */
export const maxInObjectProperties = 252;
/** A property array grows by so many. V8: JSObject::kFieldsAdded. */
export const fieldsAdded = 3;
/** V8: TransitionsAccessor::kMaxNumberOfTransitions. */
const maxTransitions = 1536;

/** Transitions that add no property. V8: elements_transition_symbol and siblings. */
export type SpecialTransition = 'elements' | 'nonextensible' | 'sealed' | 'frozen';

export class HiddenClass {
  readonly heap: HiddenClassHeap;
  readonly id: number;
  readonly instanceType: InstanceTypeName;
  prototype: JSObject | null;
  elementsKind: number;
  readonly isCallable: boolean;
  readonly isConstructor: boolean;
  isDictionary: boolean;
  /** Has own properties that a plain lookup does not find: strings, arguments, typed arrays, proxies. */
  readonly isExotic: boolean;
  isExtensible = true;
  /** Of an object that is some object's prototype; such a hidden class is that object's alone. V8: is_prototype_map. */
  isPrototype = false;
  /** A prototype that was used through an inline cache. V8: PrototypeInfo::should_be_fast_map. */
  shouldBeFastPrototype = false;
  /** Somebody listed the keys of an object that has it, or that has one that follows it: their order was seen. */
  keysWereListed = false;
  /** Objects that have it move to its successor when they are next used. */
  isDeprecated = false;
  /** No object that had it has left it. V8: is_stable; code and field types may count on it. */
  isStable = true;
  creator: object | undefined;
  descriptors: DescriptorArray;
  /** A root that has properties from the beginning, and transitions all the same. */
  hasTree = false;
  /** The last to see the shared descriptors may add rows. */
  ownsDescriptors = true;
  propertyCount = 0;
  /** The next added field gets this index. V8: NextFreePropertyIndex. */
  fieldCount = 0;
  inObjectProperties: number;
  /** Free slots: of the object while there are any, then of its property array. */
  unusedPropertyFields: number;
  /** Of an object without what lies outside of it. V8: instance_size. */
  instanceBytes: number;
  /** Constructions until the slots that no instance used are given up; 0: none are left to count. */
  constructionCounter = 0;
  /** The hidden class whose transition leads here. V8: GetBackPointer. */
  parent: HiddenClass | undefined;
  /** Load handlers by name (ic/property-ic.ts), for sites that have seen too many hidden classes. */
  megamorphicLoads: Map<NamedKey, unknown> | undefined;
  /** Feedback slots whose handlers are for objects of this hidden class, each behind its list. */
  private users: (unknown[] | number)[] | undefined;
  private transitions: Map<NamedKey, HiddenClass[]> | undefined;
  private transitionsUsed = 0;
  private elementsCache: HiddenClass[] | undefined;
  private specialTransitions: Map<SpecialTransition, HiddenClass> | undefined;
  private prototypeTransitions: Map<JSObject | null, HiddenClass> | undefined;

  constructor(heap: HiddenClassHeap, fields: HiddenClassFields) {
    this.heap = heap;
    this.id = heap.nextHiddenClassId++;
    this.instanceType = fields.instanceType;
    this.prototype = fields.prototype;
    this.elementsKind = fields.elementsKind;
    this.isCallable = fields.isCallable ?? false;
    this.isConstructor = fields.isConstructor ?? false;
    this.isDictionary = fields.isDictionary ?? false;
    this.isExotic = exoticTypes.has(fields.instanceType);
    this.inObjectProperties = fields.inObjectProperties ?? 0;
    this.unusedPropertyFields = this.inObjectProperties;
    this.instanceBytes = instanceBytes(fields.instanceType, this.inObjectProperties);
    this.creator = fields.creator;
    this.parent = undefined;
    this.descriptors = new DescriptorArray();
    this.megamorphicLoads = undefined;
    this.users = undefined;
    this.transitions = undefined;
    this.elementsCache = undefined;
    this.specialTransitions = undefined;
    this.prototypeTransitions = undefined;
    heap.mapListener.mapCreated(this);
  }

  /** To how many others it leads by adding a property. */
  get transitionCount(): number {
    return this.transitionsUsed;
  }

  get root(): HiddenClass {
    let root: HiddenClass = this;
    while (root.parent !== undefined) root = root.parent;
    return root;
  }

  /** Nothing is inserted into its transitions: what follows it, nobody shares. V8: Map::IsDetached. */
  get isDetached(): boolean {
    if (this.isPrototype) return true;
    return this.parent === undefined && this.propertyCount > 0 && this.instanceType === 'object' && !this.hasTree;
  }

  get canHaveMoreTransitions(): boolean {
    return !this.isDictionary && this.transitionsUsed < maxTransitions;
  }

  /** The row of an own property, or -1. Fast mode only. */
  lookup(key: NamedKey): number {
    const row = this.descriptors.find(key);
    return row < this.propertyCount ? row : -1;
  }

  detailsAt(row: number): number {
    return this.descriptors.details[row]!;
  }

  keyAt(row: number): NamedKey {
    return this.descriptors.keys[row]!;
  }

  fieldTypeAt(row: number): FieldType {
    return this.descriptors.fieldType(row);
  }

  accessorPairAt(row: number): AccessorPair {
    return this.descriptors.accessorPair(row);
  }

  /** Fields that are copied into a derived hidden class. */
  fields(changes: Partial<HiddenClassFields> = {}): HiddenClassFields {
    return {
      instanceType: this.instanceType,
      prototype: this.prototype,
      elementsKind: this.elementsKind,
      isCallable: this.isCallable,
      isConstructor: this.isConstructor,
      isDictionary: this.isDictionary,
      inObjectProperties: this.inObjectProperties,
      creator: this.creator,
      ...changes,
    };
  }

  /** Where adding a property of that kind leads, if somebody went there before. V8: SearchTransition. */
  findTransition(key: NamedKey, kind: number, attributes: number): HiddenClass | undefined {
    const known = this.transitions?.get(key);
    if (known === undefined) return undefined;
    for (const next of known) {
      const details = next.descriptors.details[next.propertyCount - 1]!;
      if (detailsAttributes(details) === attributes && detailsKind(details) === kind) return next;
    }
    return undefined;
  }

  /** A new transition for the same kind of property takes the place of the old one. */
  insertTransition(key: NamedKey, next: HiddenClass): void {
    next.parent = this;
    const details = next.descriptors.details[next.propertyCount - 1]!;
    this.transitions ??= new Map();
    const known = this.transitions.get(key);
    if (known === undefined) {
      this.transitions.set(key, [next]);
      this.transitionsUsed++;
      return;
    }
    const old = this.findTransition(key, detailsKind(details), detailsAttributes(details));
    if (old !== undefined) known[known.indexOf(old)] = next;
    else {
      known.push(next);
      this.transitionsUsed++;
    }
  }

  findSpecial(name: SpecialTransition): HiddenClass | undefined {
    return this.specialTransitions?.get(name);
  }

  insertSpecial(name: SpecialTransition, next: HiddenClass): void {
    next.parent = this;
    this.specialTransitions ??= new Map();
    this.specialTransitions.set(name, next);
    this.transitionsUsed++;
  }

  /** Under which name it hangs at its parent, if that transition adds no property. */
  get specialName(): SpecialTransition | undefined {
    for (const [name, next] of this.parent?.specialTransitions ?? []) if (next === this) return name;
    return undefined;
  }

  findPrototypeTransition(prototype: JSObject | null): HiddenClass | undefined {
    return this.prototypeTransitions?.get(prototype);
  }

  insertPrototypeTransition(prototype: JSObject | null, next: HiddenClass, hasBackPointer: boolean): void {
    if (hasBackPointer) next.parent = this;
    this.prototypeTransitions ??= new Map();
    this.prototypeTransitions.set(prototype, next);
  }

  forEachTransition(callback: (next: HiddenClass) => void): void {
    for (const all of this.transitions?.values() ?? []) all.forEach(callback);
    this.specialTransitions?.forEach(callback);
    for (const next of this.prototypeTransitions?.values() ?? []) if (next.parent === this) callback(next);
  }

  /** Adds a row to a hidden class that is being made. V8: Map::AppendDescriptor. */
  append(key: NamedKey, attributes: number, kind: number, pair?: AccessorPair): this {
    const isField = kind === PropertyKind.data;
    this.descriptors.push(key, makeDetails(attributes, kind, isField ? this.fieldCount : 0), pair ?? 'any');
    this.propertyCount++;
    if (isField) this.accountAddedField();
    return this;
  }

  /** V8: Map::TransitionElementsTo. */
  withElementsKind(elementsKind: number): HiddenClass {
    if (elementsKind === this.elementsKind) return this;
    const known = this.elementsCache?.[elementsKind];
    if (known?.isDeprecated === false) return known;
    const next = transitionElements(this, elementsKind);
    if (next.root === this.root && !this.isDetached) (this.elementsCache ??= [])[elementsKind] = next;
    return next;
  }

  noteUser(slots: unknown[], slot: number): void {
    (this.users ??= []).push(slots, slot);
  }

  /**
   * Inline caches keep a deprecated hidden class in their feedback, but have no handler for it any more: the next object that
   * has it misses and moves on. V8 looks at the hidden class each time (IsDeprecatedMap).
   */
  forgetHandlers(): void {
    const { users = [] } = this;
    this.users = undefined;
    this.megamorphicLoads = undefined;
    for (let i = 0; i < users.length; i += 2) {
      const slots = users[i] as unknown[];
      const slot = users[i + 1] as number;
      const feedback = slots[slot];
      if (feedback === this) slots[slot + 1] = undefined;
      for (const pairs of [feedback, slots[slot + 1]])
        if (pairs instanceof Array && pairs.includes(this)) pairs[pairs.indexOf(this) + 1] = undefined;
    }
  }

  accountAddedField(): void {
    this.fieldCount++;
    if (this.unusedPropertyFields > 0) this.unusedPropertyFields--;
    else this.unusedPropertyFields = fieldsAdded - 1;
  }

  /** V8: Map::NotifyLeafMapLayoutChange. */
  leaveStable(): void {
    if (!this.isStable) return;
    this.isStable = false;
    this.heap.mapListener.mapBecameUnstable(this);
  }
}

const exoticTypes: ReadonlySet<InstanceTypeName> = new Set([
  'string wrapper',
  'sloppy arguments',
  'typed array',
  'proxy',
  'module namespace',
]);
