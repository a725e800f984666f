/**
 * A miss of an inline cache: from the state that its slot is in, and what was met now, to the next one. V8: class IC in
 * src/ic/ic.cc, FeedbackNexus.
 */
import type { HiddenClass, NamedKey } from '../objects/hidden-class.ts';
import { isHoley, isMoreGeneralKind } from '../objects/elements-kind.ts';
import { JSSymbol, type PropertyKey } from '../objects/value.ts';
import { type FeedbackVector, isKeyedKind, megamorphic } from './feedback-vector.ts';
import type { IcState } from './ic-state.ts';
import { isSameHandler, rememberMegamorphic } from './property-ic.ts';

/** V8: --max-valid-polymorphic-map-count. */
export const maxPolymorphism = 4;

export interface ClassAndHandler {
  hiddenClass: HiddenClass;
  handler: unknown;
}

export class InlineCache {
  readonly vector: FeedbackVector;
  readonly slot: number;
  readonly isKeyed: boolean;
  /** RECOMPUTE_HANDLER: the hidden class is known, or takes the place of one that is. */
  state: IcState;
  /** Of what the property is looked up in. */
  hiddenClass: HiddenClass;
  slowReason = '';
  /** The feedback was written, or holds already what it should. V8: vector_set_. */
  isSet = false;
  /** V8: OnFeedbackChanged was called. */
  hasChanged = false;

  constructor(vector: FeedbackVector, slot: number, hiddenClass: HiddenClass) {
    this.vector = vector;
    this.slot = slot;
    this.isKeyed = isKeyedKind(vector.kinds[slot]!);
    this.state = vector.icState(slot);
    this.hiddenClass = hiddenClass;
  }

  /** V8: UpdateState, ShouldRecomputeHandler. */
  update(key: PropertyKey): void {
    if (typeof key !== 'string' || (this.state !== 'MONOMORPHIC' && this.state !== 'POLYMORPHIC')) return;
    if (this.isKeyed && this.name !== key) return;
    const known = this.classesAndHandlers;
    if (!known.some(({ hiddenClass }) => hiddenClass === this.hiddenClass)) {
      const first = known[0];
      if (first === undefined || isPrimitiveClass(this.hiddenClass)) return;
      const from = first.hiddenClass;
      if (!from.isDeprecated && !isMoreGeneralKind(from.elementsKind, this.hiddenClass.elementsKind)) return;
    }
    this.state = 'RECOMPUTE_HANDLER';
  }

  /** The one name of a keyed site. */
  get name(): NamedKey | undefined {
    const feedback = this.vector.slots[this.slot];
    return this.isKeyed && (typeof feedback === 'string' || feedback instanceof JSSymbol) ? feedback : undefined;
  }

  get classesAndHandlers(): ClassAndHandler[] {
    return this.vector.classesAndHandlers(this.slot).map((entry) => ({ ...entry }));
  }

  handlerFor(hiddenClass: HiddenClass): unknown {
    return this.vector.classesAndHandlers(this.slot).find((entry) => entry.hiddenClass === hiddenClass)?.handler;
  }

  /** What loads know when they are megamorphic they share; a handler of a store says something else. */
  get isNamedLoad(): boolean {
    return this.vector.kinds[this.slot] === 'LoadProperty';
  }

  /** V8: SetCache. */
  setCache(name: NamedKey, handler: unknown): void {
    switch (this.state) {
      case 'UNINITIALIZED':
        this.configure(name, [{ hiddenClass: this.hiddenClass, handler }]);
        return;
      case 'RECOMPUTE_HANDLER':
      case 'MONOMORPHIC':
      case 'POLYMORPHIC':
        if (this.updatePolymorphic(name, handler)) return;
        if (this.isNamedLoad)
          for (const known of this.classesAndHandlers) rememberMegamorphic(known.hiddenClass, name, known.handler);
        this.configureMegamorphic(name);
        break;
      default:
    }
    if (this.isNamedLoad) {
      this.vector.slots[this.slot + 1] = name;
      rememberMegamorphic(this.hiddenClass, name, handler);
    }
    this.isSet = true;
  }

  /** V8: UpdatePolymorphicIC. False: it has met too much, or learns nothing by it. */
  private updatePolymorphic(name: NamedKey, handler: unknown): boolean {
    const { hiddenClass, state } = this;
    if (this.isKeyed && state !== 'RECOMPUTE_HANDLER' && this.name !== name) return false;
    const entries = this.classesAndHandlers;
    let deprecated = 0;
    let overwritten = -1;
    for (const [i, known] of entries.entries()) {
      if (known.hiddenClass.isDeprecated) deprecated++;
      else if (known.hiddenClass === hiddenClass) {
        if (state !== 'RECOMPUTE_HANDLER' && isSameHandler(known.handler, handler)) return false;
        overwritten = i;
      } else if (overwritten < 0 && isElementsTransition(known.hiddenClass, hiddenClass)) overwritten = i;
    }
    const valid = entries.length - deprecated - (overwritten >= 0 ? 1 : 0);
    if (valid >= maxPolymorphism || deprecated >= maxPolymorphism) return false;
    if (entries.length === 0 && state !== 'MONOMORPHIC' && state !== 'POLYMORPHIC') return false;
    if (valid === 0) {
      this.configure(name, [{ hiddenClass, handler }]);
      return true;
    }
    if (this.isKeyed && this.name !== name) return false;
    if (overwritten >= 0) entries[overwritten] = { hiddenClass, handler };
    else entries.push({ hiddenClass, handler });
    this.configure(name, entries);
    return true;
  }

  /** Writes what the site knows; `name` is for keyed sites. V8: ConfigureVectorState. */
  configure(name: NamedKey | undefined, entries: readonly ClassAndHandler[]): void {
    const { slots } = this.vector;
    const { slot } = this;
    const known = this.vector.classesAndHandlers(slot).map(({ hiddenClass }) => hiddenClass);
    const pairs = entries.flatMap(({ hiddenClass, handler }) => [hiddenClass, handler]);
    if (this.isKeyed && name !== undefined) {
      slots[slot] = name;
      slots[slot + 1] = pairs;
    } else if (entries.length === 1) {
      slots[slot] = entries[0]!.hiddenClass;
      slots[slot + 1] = entries[0]!.handler;
    } else {
      slots[slot] = pairs;
      slots[slot + 1] = undefined;
    }
    if (!known.includes(this.hiddenClass)) this.hiddenClass.noteUser(slots, slot);
    this.isSet = true;
    this.hasChanged = true;
  }

  /** True if it was not before, or for the other kind of keys. */
  configureMegamorphic(key: PropertyKey): boolean {
    const { slots } = this.vector;
    const { slot } = this;
    const keys = this.isKeyed ? (typeof key === 'number' ? elementKeys : nameKeys) : slots[slot + 1];
    if (slots[slot] === megamorphic && slots[slot + 1] === keys) return false;
    slots[slot] = megamorphic;
    slots[slot + 1] = this.isKeyed ? keys : undefined;
    this.isSet = true;
    this.hasChanged = true;
    return true;
  }

  /** Nothing was found that the site could learn. V8: vector_needs_update. */
  get needsUpdate(): boolean {
    const { slots } = this.vector;
    return !this.isSet && (this.state !== 'MEGAMORPHIC' || slots[this.slot + 1] !== elementKeys);
  }
}

/** Which keys a megamorphic keyed site has met. V8: IcCheckType. */
export const elementKeys = 'elements';
const nameKeys = 'names';

/** Whether objects go from one to the other by another elements kind alone. V8: IsTransitionOfMonomorphicTarget. */
export function isElementsTransition(from: HiddenClass, to: HiddenClass): boolean {
  return (
    isMoreGeneralKind(from.elementsKind, to.elementsKind) &&
    (!isHoley(from.elementsKind) || isHoley(to.elementsKind)) &&
    from.instanceType === to.instanceType &&
    from.prototype === to.prototype &&
    from.propertyCount === to.propertyCount &&
    from.isDictionary === to.isDictionary &&
    from.isExtensible === to.isExtensible &&
    from.inObjectProperties === to.inObjectProperties &&
    hasSameKeys(from, to)
  );
}

function hasSameKeys(a: HiddenClass, b: HiddenClass): boolean {
  for (let row = 0; row < a.propertyCount; row++) if (a.keyAt(row) !== b.keyAt(row)) return false;
  return true;
}

/** Of strings, numbers and the like: what has one is no object. */
export function isPrimitiveClass({ instanceType }: HiddenClass): boolean {
  return instanceType.startsWith('primitive ');
}
