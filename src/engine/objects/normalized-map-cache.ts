/**
 * Dictionary mode's hidden classes, so that objects of one family share one. V8: NormalizedMapCache.
 *
 * One place for each prototype, elements kind and so on: who comes later with another constructor takes it over.
 * Simplified: V8 has 64 places by hash, where different prototypes may meet too.
 */
import type { HiddenClass } from './hidden-class.ts';
import type { JSObject } from './js-object.ts';

export class NormalizedMapCache {
  private readonly places = new Map<JSObject | null, Map<number, HiddenClass>>();

  get(fast: HiddenClass, prototype: JSObject | null, elementsKind: number, inObject: number): HiddenClass | undefined {
    const found = this.places.get(prototype)?.get(elementsKind);
    if (found === undefined || found.inObjectProperties !== inObject) return undefined;
    return isSameFamily(found, fast) ? found : undefined;
  }

  set(map: HiddenClass): void {
    let places = this.places.get(map.prototype);
    if (places === undefined) this.places.set(map.prototype, (places = new Map()));
    places.set(map.elementsKind, map);
  }
}

/** V8: CheckEquivalentModuloProto. */
export function isSameFamily(a: HiddenClass, b: HiddenClass): boolean {
  return (
    a.creator === b.creator &&
    a.instanceType === b.instanceType &&
    a.isCallable === b.isCallable &&
    a.isConstructor === b.isConstructor &&
    a.isExtensible === b.isExtensible
  );
}
