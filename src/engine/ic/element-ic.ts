/**
 * Inline caches of elements: what a site knows of a hidden class is how its elements may be met (beyond the end, with holes,
 * shared, growing). V8: KeyedLoadIC::UpdateLoadElement, KeyedStoreIC::UpdateStoreElement in src/ic/ic.cc.
 */
import { dictionaryElements, ElementsKind, isHoley, isMoreGeneralKind } from '../objects/elements-kind.ts';
import type { HiddenClass } from '../objects/hidden-class.ts';
import { Attribute, detailsAttributes } from '../objects/property-details.ts';
import type { IcModifier } from './ic-state.ts';
import {
  type ClassAndHandler,
  type InlineCache,
  isElementsTransition,
  isPrimitiveClass,
  maxPolymorphism,
} from './inline-cache.ts';

/** V8: KeyedAccessLoadMode, as bits. */
export const LoadMode = { inBounds: 0, outOfBounds: 1, holes: 2 } as const;

/** V8: KeyedAccessStoreMode. */
export const StoreMode = { inBounds: 0, growAndCopyOnWrite: 1, ignoreTypedOutOfBounds: 2, copyOnWrite: 3 } as const;

/** How elements of one hidden class are accessed at a site. */
export class ElementHandler {
  /** Of LoadMode or StoreMode. */
  readonly mode: number;
  /** It is looked up each time. */
  readonly isSlow: boolean;
  /** Stores go to objects with this hidden class instead, which the object gets first. V8: StoreElementTransition. */
  readonly transition: HiddenClass | undefined;

  constructor(mode: number, isSlow = false, transition?: HiddenClass) {
    this.mode = mode;
    this.isSlow = isSlow;
    this.transition = transition;
  }
}

export function loadModifier(cache: InlineCache): IcModifier {
  let mode = 0;
  for (const { handler } of cache.classesAndHandlers) if (handler instanceof ElementHandler) mode |= handler.mode;
  return cache.name === undefined ? (['', '.OOB', '.HOLES', '.OOB+HOLES'] as const)[mode]! : '';
}

export function storeModifier(cache: InlineCache): IcModifier {
  if (cache.name !== undefined) return '';
  return (['', '.STORE+COW', '.IGNORE_OOB', '.COW'] as const)[storeModeOf(cache)]!;
}

function storeModeOf(cache: InlineCache): number {
  for (const { handler } of cache.classesAndHandlers) {
    if (!(handler instanceof ElementHandler)) continue;
    if (handler.mode !== StoreMode.inBounds || !handler.isSlow) return handler.mode;
  }
  return StoreMode.inBounds;
}

/** `readsHoles`: what is missing is undefined in all that may have this hidden class. V8: AllowConvertHoleElementToUndefined. */
export interface ElementRules {
  readonly readsHoles: (hiddenClass: HiddenClass) => boolean;
  /** Some prototype may have elements that cannot be written. */
  readonly checksPrototypes: (hiddenClass: HiddenClass) => boolean;
}

/** `mode` is what this access needed. */
export function updateLoadElement(cache: InlineCache, mode: number, rules: ElementRules): void {
  const { hiddenClass } = cache;
  const entries = cache.classesAndHandlers;
  if (entries.length === 0) {
    cache.configure(undefined, [{ hiddenClass, handler: loadElementHandler(hiddenClass, mode) }]);
    return;
  }
  for (const { hiddenClass: known } of entries) {
    if (!known.instanceType.endsWith(' wrapper') && known.instanceType !== 'proxy') continue;
    cache.slowReason = known.instanceType === 'proxy' ? 'JSProxy' : 'JSPrimitiveWrapper';
    return;
  }
  if (
    cache.state === 'MONOMORPHIC' &&
    !isPrimitiveClass(hiddenClass) &&
    isMoreGeneralKind(entries[0]!.hiddenClass.elementsKind, hiddenClass.elementsKind)
  ) {
    cache.configure(undefined, [{ hiddenClass, handler: loadElementHandler(hiddenClass, mode) }]);
    return;
  }
  let before: number = LoadMode.inBounds;
  const known = entries.find((entry) => entry.hiddenClass === hiddenClass);
  if (known === undefined) entries.push({ hiddenClass, handler: undefined });
  else {
    if (known.handler instanceof ElementHandler) before = known.handler.mode;
    if ((before | mode) === before) {
      cache.slowReason = 'same map added twice';
      return;
    }
  }
  if (entries.length > maxPolymorphism) {
    cache.slowReason = 'max polymorph exceeded';
    return;
  }
  const general = before | mode;
  const valid = entries.filter((entry) => !entry.hiddenClass.isDeprecated);
  for (const entry of valid)
    entry.handler = loadElementHandler(entry.hiddenClass, modeFor(entry.hiddenClass, general, rules));
  cache.configure(
    undefined,
    valid.length === 0 ? [{ hiddenClass, handler: loadElementHandler(hiddenClass, mode) }] : valid,
  );
}

/** V8: GetUpdatedLoadModeForMap. */
function modeFor(hiddenClass: HiddenClass, mode: number, rules: ElementRules): number {
  if (!rules.readsHoles(hiddenClass)) return LoadMode.inBounds;
  return isHoley(hiddenClass.elementsKind) && !isPrimitiveClass(hiddenClass) ? mode : mode & ~LoadMode.holes;
}

function loadElementHandler({ instanceType }: HiddenClass, mode: number): ElementHandler {
  if (instanceType === 'primitive string' || instanceType === 'primitive internalized string')
    return new ElementHandler(mode);
  if (instanceType.startsWith('primitive ') || instanceType === 'proxy') return new ElementHandler(0, true);
  return new ElementHandler(mode);
}

/** `before` and `after` the store, whose mode was `mode`. */
export function updateStoreElement(
  cache: InlineCache,
  before: HiddenClass,
  mode: number,
  after: HiddenClass,
  rules: ElementRules,
): void {
  const entries = cache.classesAndHandlers;
  const isTransition = before === after || isElementsTransition(before, after);
  if (entries.length === 0) {
    const hiddenClass = isElementsTransition(before, after) ? after : before;
    cache.configure(undefined, [{ hiddenClass, handler: storeElementHandler(hiddenClass, mode, rules) }]);
    return;
  }
  if (entries.some(({ hiddenClass }) => hiddenClass.instanceType.endsWith(' wrapper'))) {
    cache.slowReason = 'JSPrimitiveWrapper';
    return;
  }
  const old = storeModeOf(cache);
  const previous = entries[0]!.hiddenClass;
  if (cache.state === 'MONOMORPHIC') {
    if (isElementsTransition(previous, after)) {
      cache.configure(undefined, [{ hiddenClass: after, handler: storeElementHandler(after, mode, rules) }]);
      return;
    }
    if (before === previous && after === before && old === StoreMode.inBounds && mode !== StoreMode.inBounds) {
      if (mayHaveReadOnlyLength(before)) {
        cache.slowReason = "can't generalize store mode (potentially read-only length)";
        return;
      }
      cache.configure(undefined, [{ hiddenClass: before, handler: storeElementHandler(before, mode, rules) }]);
      return;
    }
  }
  let isAdded = addMissing(entries, before);
  if (isTransition && before !== after) isAdded = addMissing(entries, after) || isAdded;
  if (!isAdded) {
    cache.slowReason = 'same map added twice';
    return;
  }
  if (entries.length > maxPolymorphism) return;
  const common = commonStoreMode(cache, entries, old, mode);
  if (common < 0) return;
  for (const entry of entries) entry.handler = polymorphicStoreHandler(entry.hiddenClass, entries, common, rules);
  cache.configure(undefined, entries);
}

function addMissing(entries: ClassAndHandler[], hiddenClass: HiddenClass): boolean {
  if (hiddenClass.isDeprecated || entries.some((entry) => entry.hiddenClass === hiddenClass)) return false;
  entries.push({ hiddenClass, handler: undefined });
  return true;
}

/** All of a site's handlers have one mode. -1: there is none for all of them. */
function commonStoreMode(cache: InlineCache, entries: readonly ClassAndHandler[], old: number, mode: number): number {
  let common = mode;
  if (old !== StoreMode.inBounds) {
    if (mode === StoreMode.inBounds) common = old;
    else if (mode !== old) {
      cache.slowReason = 'store mode mismatch';
      return -1;
    }
  }
  if (common === StoreMode.inBounds) return common;
  if (entries.some(({ hiddenClass }) => mayHaveReadOnlyLength(hiddenClass))) {
    cache.slowReason = 'unsupported combination of arrays (potentially read-only length)';
    return -1;
  }
  const typed = entries.filter(({ hiddenClass }) => hiddenClass.instanceType === 'typed array').length;
  if (typed === 0 || typed === entries.length) return common;
  cache.slowReason = 'unsupported combination of external and normal arrays';
  return -1;
}

/** V8: JSArray::MayHaveReadOnlyLength. */
function mayHaveReadOnlyLength(map: HiddenClass): boolean {
  if (map.instanceType !== 'array') return false;
  if (map.isDictionary) return true;
  const row = map.lookup('length');
  return row >= 0 && (detailsAttributes(map.detailsAt(row)) & Attribute.writable) === 0;
}

function polymorphicStoreHandler(
  hiddenClass: HiddenClass,
  entries: readonly ClassAndHandler[],
  mode: number,
  rules: ElementRules,
): ElementHandler {
  if (rules.checksPrototypes(hiddenClass)) return new ElementHandler(StoreMode.inBounds, true);
  let transition: HiddenClass | undefined;
  for (const { hiddenClass: target } of entries) {
    if (isElementsTransition(transition ?? hiddenClass, target)) transition = target;
  }
  return transition === undefined
    ? storeElementHandler(hiddenClass, mode, rules)
    : new ElementHandler(mode, false, transition);
}

function storeElementHandler(hiddenClass: HiddenClass, mode: number, rules: ElementRules): ElementHandler {
  const { instanceType, elementsKind } = hiddenClass;
  const isSlow =
    instanceType === 'proxy' ||
    elementsKind === dictionaryElements ||
    elementsKind === ElementsKind.PACKED_FROZEN_ELEMENTS ||
    elementsKind === ElementsKind.HOLEY_FROZEN_ELEMENTS ||
    rules.checksPrototypes(hiddenClass);
  return new ElementHandler(mode, isSlow);
}
