/**
 * Hidden classes (V8: Map) with their transition tree: src/objects/map.h, transitions.h, descriptor-array.h.
 *
 * Objects that got the same properties in the same order share one hidden class; the inline caches compare hidden classes
 * and nothing else. Descriptors are shared along a branch of the tree: a hidden class sees its first `propertyCount` rows.
 * Simplified: no field representations and constness yet, no slack tracking.
 */
import type { EngineProfile } from '../profiles.ts';
import { elementsKindNames } from './elements-kind.ts';
import { JSSymbol } from './value.ts';
import type { JSObject } from './js-object.ts';
import type { InstanceTypeName } from './instance-type.ts';
import { detailsFieldIndex, detailsKind, makeDetails, PropertyKind } from './property-details.ts';

export type NamedKey = string | JSSymbol;

/** Rows of (key, details), shared by the hidden classes of a branch. */
export class DescriptorArray {
  readonly keys: NamedKey[] = [];
  readonly details: number[] = [];
  private index: Map<NamedKey, number> | undefined;

  push(key: NamedKey, details: number): void {
    this.index?.set(key, this.keys.length);
    this.keys.push(key);
    this.details.push(details);
  }

  copy(count: number): DescriptorArray {
    const result = new DescriptorArray();
    for (let i = 0; i < count; i++) result.push(this.keys[i]!, this.details[i]!);
    return result;
  }

  /** The row of a key, or -1. */
  find(key: NamedKey): number {
    if (this.keys.length <= 8) return this.keys.indexOf(key);
    this.index ??= new Map(this.keys.map((name, row) => [name, row]));
    return this.index.get(key) ?? -1;
  }
}

export interface HiddenClassFields {
  readonly instanceType: InstanceTypeName;
  readonly prototype: JSObject | null;
  readonly elementsKind: number;
  readonly isCallable?: boolean;
  readonly isConstructor?: boolean;
  readonly isDictionary?: boolean;
}

/** What all hidden classes of one isolate share. */
export interface HiddenClassHeap {
  /** The rules of the version of V8 that is simulated. */
  readonly profile: EngineProfile;
  /** Counts hidden classes, so that ids are the same in each run. */
  nextHiddenClassId: number;
  /** The first that the program made, and not its surroundings: people are shown numbers from there on. */
  firstProgramHiddenClassId: number;
  /** Counts objects and contexts: which one it is, is the same in each run. */
  nextSerial: number;
  /** Somebody waits for the object with this serial number; -1: nobody. */
  awaitedSerial: number;
  awaited: JSObject | undefined;
  /**
   * Bumped when the structure of an object changes that is some object's prototype: inline caches that went through a
   * prototype check it. Simplified: one number for all chains, where V8 has a validity cell for each.
   */
  prototypeEpoch: number;
  /** Elements deleted since somebody counted what was left of them. V8: Isolate::elements_deletion_counter. */
  elementsDeleted: number;
  /** Told when arrays of a site will start with another elements kind. V8: kAllocationSiteTransitionChangedGroup. */
  allocationSiteChanged: ((site: object) => void) | undefined;
  /** Told after an object has gone to dictionary mode. */
  normalized(
    reason: 'delete' | 'accessor' | 'tooMany',
    object: JSObject,
    key: NamedKey,
    hiddenClassBefore: number,
  ): void;
  /** Makes the `prototype` object of a function when somebody first asks for it. */
  functionPrototypeObject(object: JSObject): JSObject;
  /** `arguments` and `caller` of a sloppy function: null unless it runs. */
  functionOnStack(object: JSObject, what: 'arguments' | 'caller'): JSObject | null;
}

export class HiddenClass {
  readonly heap: HiddenClassHeap;
  readonly id: number;
  readonly instanceType: InstanceTypeName;
  readonly prototype: JSObject | null;
  readonly elementsKind: number;
  readonly isCallable: boolean;
  readonly isConstructor: boolean;
  readonly isDictionary: boolean;
  /** Has own properties that a plain lookup does not find: strings, arguments, typed arrays, proxies. */
  readonly isExotic: boolean;
  isExtensible = true;
  /** Of an object that is some object's prototype: changing it invalidates inline caches (see prototype-info.ts). */
  isPrototype = false;
  descriptors: DescriptorArray;
  propertyCount: number;
  /** Fields used: the next added property gets this field index. */
  fieldCount: number;
  parent: HiddenClass | undefined;
  /** Set when a newer hidden class replaced this one. */
  private transitions: Map<NamedKey, HiddenClass[]> | undefined;
  /** Load handlers by name (ic/property-ic.ts), for sites that have seen too many hidden classes. */
  megamorphicLoads: Map<NamedKey, unknown> | undefined;
  private specialTransitions: Map<string | JSObject | null, HiddenClass> | undefined;

  constructor(heap: HiddenClassHeap, fields: HiddenClassFields, from?: HiddenClass) {
    this.heap = heap;
    this.id = heap.nextHiddenClassId++;
    this.instanceType = fields.instanceType;
    this.prototype = fields.prototype;
    this.elementsKind = fields.elementsKind;
    this.isCallable = fields.isCallable ?? false;
    this.isConstructor = fields.isConstructor ?? false;
    this.isDictionary = fields.isDictionary ?? false;
    this.isExotic = exoticTypes.has(fields.instanceType);
    this.parent = from;
    if (from !== undefined) {
      this.isExtensible = from.isExtensible;
      this.descriptors = from.descriptors;
      this.propertyCount = from.propertyCount;
      this.fieldCount = from.fieldCount;
    } else {
      this.descriptors = new DescriptorArray();
      this.propertyCount = 0;
      this.fieldCount = 0;
    }
  }

  /** To how many others it leads by adding a property. */
  get transitionCount(): number {
    let count = 0;
    for (const next of this.transitions?.values() ?? []) count += next.length;
    return count;
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

  /** Fields that are copied into a derived hidden class. */
  fields(changes: Partial<HiddenClassFields> = {}): HiddenClassFields {
    return {
      instanceType: this.instanceType,
      prototype: this.prototype,
      elementsKind: this.elementsKind,
      isCallable: this.isCallable,
      isConstructor: this.isConstructor,
      isDictionary: this.isDictionary,
      ...changes,
    };
  }

  /** The hidden class after adding a property, found in or added to the transition tree. */
  withProperty(key: NamedKey, attributes: number, kind: number): HiddenClass {
    const known = this.transitions?.get(key);
    if (known !== undefined) {
      for (const next of known) {
        const details = next.descriptors.details[this.propertyCount]!;
        if ((details & 7) === attributes && detailsKind(details) === kind) return next;
      }
    }
    const next = new HiddenClass(this.heap, this.fields(), this);
    next.isPrototype = this.isPrototype;
    if (next.descriptors.keys.length !== next.propertyCount)
      next.descriptors = next.descriptors.copy(next.propertyCount);
    const usesField = kind !== PropertyKind.native;
    next.descriptors.push(key, makeDetails(attributes, kind, usesField ? next.fieldCount : 0));
    next.propertyCount++;
    if (usesField) next.fieldCount++;
    // A prototype's hidden class belongs to it alone (V8 does not share prototype maps either).
    if (!this.isPrototype) {
      this.transitions ??= new Map();
      if (known === undefined) this.transitions.set(key, [next]);
      else known.push(next);
    }
    return next;
  }

  /** A sibling that differs in one aspect and keeps all properties; the same aspect twice gives the same hidden class. */
  withSpecial(aspect: string | JSObject | null, make: () => HiddenClass): HiddenClass {
    if (this.isPrototype) return make();
    const known = this.specialTransitions?.get(aspect);
    if (known !== undefined) return known;
    const next = make();
    this.specialTransitions ??= new Map();
    this.specialTransitions.set(aspect, next);
    return next;
  }

  withElementsKind(elementsKind: number): HiddenClass {
    if (elementsKind === this.elementsKind) return this;
    return this.withSpecial(elementsAspects[elementsKind]!, () => this.derive({ elementsKind }));
  }

  withPrototype(prototype: JSObject | null): HiddenClass {
    if (prototype === this.prototype) return this;
    // Back on the way it came: V8 13.x finds the original again.
    if (
      this.parent !== undefined &&
      this.parent.prototype === prototype &&
      this.parent.propertyCount === this.propertyCount
    ) {
      return this.parent;
    }
    return this.withSpecial(prototype, () => this.derive({ prototype }));
  }

  withoutExtensibility(attributesToClear: number, aspect: string, elementsKind: number): HiddenClass {
    return this.withSpecial(aspect, () => {
      const next = this.derive({ elementsKind });
      next.isExtensible = false;
      if (attributesToClear !== 0) {
        const copy = new DescriptorArray();
        for (let row = 0; row < this.propertyCount; row++) {
          const key = this.keyAt(row);
          const details = this.detailsAt(row);
          const isPrivate = key instanceof JSSymbol && key.isPrivate;
          const clear = detailsKind(details) === PropertyKind.accessor ? attributesToClear & ~1 : attributesToClear;
          copy.push(key, isPrivate ? details : details & ~clear);
        }
        next.descriptors = copy;
      }
      return next;
    });
  }

  /** The hidden class in which one property has other attributes or another kind. Properties keep their fields. */
  withReconfigured(row: number, attributes: number, kind: number): HiddenClass {
    const key = this.keyAt(row);
    const aspect = `reconfigure ${row} ${attributes} ${kind}`;
    return this.withSpecial(aspect, () => {
      const next = this.derive({});
      const copy = this.descriptors.copy(this.propertyCount);
      const old = this.detailsAt(row);
      const hadField = detailsKind(old) !== PropertyKind.native;
      const needsField = kind !== PropertyKind.native;
      const field = hadField ? detailsFieldIndex(old) : needsField ? next.fieldCount++ : 0;
      copy.keys[row] = key;
      copy.details[row] = makeDetails(attributes, kind, field);
      next.descriptors = copy;
      return next;
    });
  }

  /** The hidden class of an object in dictionary mode: it says nothing about properties. */
  toDictionary(): HiddenClass {
    if (this.isPrototype || !this.isExtensible) return this.makeDictionary();
    // V8's normalised map cache: objects of one family share their dictionary map.
    let root: HiddenClass = this;
    while (root.parent !== undefined && root.parent.prototype === this.prototype) root = root.parent;
    return root.withSpecial(`dictionary ${this.elementsKind}`, () => this.makeDictionary());
  }

  private makeDictionary(): HiddenClass {
    const next = new HiddenClass(this.heap, this.fields({ isDictionary: true }));
    next.isExtensible = this.isExtensible;
    next.isPrototype = this.isPrototype;
    return next;
  }

  /** A copy that belongs to one object only, for prototypes. */
  forPrototype(): HiddenClass {
    const next = this.derive({});
    next.isPrototype = true;
    return next;
  }

  private derive(changes: Partial<HiddenClassFields>): HiddenClass {
    const next = new HiddenClass(this.heap, this.fields(changes), this);
    next.isPrototype = this.isPrototype;
    return next;
  }
}

const exoticTypes: ReadonlySet<InstanceTypeName> = new Set([
  'string wrapper',
  'sloppy arguments',
  'typed array',
  'proxy',
  'module namespace',
]);

const elementsAspects = elementsKindNames.map((_name, kind) => `elements ${kind}`);
