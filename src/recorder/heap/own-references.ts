/**
 * All references of one object to others, each by itself: reached-objects.ts follows every piece of the engine's data once, for all
 * objects together.
 *
 * Simplified: of what only the engine or the host knows (a promise's reactions, the nodes of a page) what is near is told.
 */
import { Context, type HeapObject, HiddenClass, JSObject, JSSymbol, Realm } from '../../engine/index.ts';
import { forEachInData, forEachReference, type ReferenceKind, type Tell } from './references.ts';

const mostData = 24;

export function forEachOwnReference(
  object: HeapObject,
  tell: (target: HeapObject, kind: ReferenceKind, name: string | number) => void,
): void {
  const seen = new Set<object>();
  const told = new Set<object>();
  const visit: Tell = (value, kind, name = '') => {
    if (typeof value !== 'object' || value === null || value instanceof JSSymbol || value instanceof Realm) return;
    if (value instanceof JSObject || value instanceof Context) {
      // Fields and variables are told by their names, and then as what lies in the object, too.
      if (value === object ? isEngineData(kind) : (kind === 'inside' || kind === 'slot') && told.has(value)) return;
      told.add(value);
      tell(value, kind, name);
    } else if (value instanceof HiddenClass) visit(value.prototype, 'prototype');
    else if (seen.size < (kind === 'inside' ? 1 : mostData)) forEachInData(value, seen, kind, name, undefined, visit);
  };
  forEachReference(object, visit);
}

/** By that it leads back to itself where the program has no name for it. */
function isEngineData(kind: ReferenceKind): boolean {
  return kind === 'promise' || kind === 'generator' || kind === 'inside';
}
