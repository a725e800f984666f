/** Extensibility, sealing and freezing of ordinary objects and arrays. V8: JSObject::PreventExtensionsWithTransition. */
import { convertToSparse, transitionElementsKind } from './elements.ts';
import { dictionaryElements, ElementsKind, lastExtensibleFastKind } from './elements-kind.ts';
import type { SloppyArgumentsData } from './internal-slots.ts';
import type { JSObject } from './js-object.ts';
import {
  attributesCleared,
  copyForPreventExtensions,
  copyMap,
  integrityAttributes,
  type IntegrityTransition,
} from './map-copies.ts';
import { updateMap } from './map-updater.ts';
import { migrateToMap, normalizeObject } from './migration.ts';
import { noteStructureChange } from './own-properties.ts';
import { JSSymbol } from './value.ts';

/** Object.preventExtensions, seal and freeze of ordinary objects and arrays. */
export function setIntegrityLevel(object: JSObject, level: IntegrityTransition): void {
  noteStructureChange(object);
  const clear = integrityAttributes[level];
  const isArguments = object.hiddenClass.instanceType === 'sloppy arguments';
  // Kinds for small integers and doubles have no frozen sibling.
  const kind = object.hiddenClass.elementsKind;
  if (kind <= lastExtensibleFastKind && kind >> 1 !== ElementsKind.PACKED_ELEMENTS >> 1)
    transitionElementsKind(object, ElementsKind.PACKED_ELEMENTS | (kind & 1));
  if (isArguments && clear !== 0) convertToSparse(object);
  const map = updateMap(object.hiddenClass);
  const next = map.findSpecial(level);
  if (next !== undefined) follow(object, next.elementsKind, () => migrateToMap(object, next));
  else if (map.canHaveMoreTransitions) {
    const made = copyForPreventExtensions(map, level, map.elementsKind === dictionaryElements);
    follow(object, made.elementsKind, () => migrateToMap(object, made));
  } else makeSlow(object, clear);
  if (object.hiddenClass.elementsKind === dictionaryElements && clear !== 0) {
    for (const index of object.sparse?.indices() ?? []) {
      const entry = object.sparse!.get(index)!;
      entry.details &= ~attributesCleared(entry.details, clear);
    }
    if (isArguments && level === 'frozen') (object.internal as SloppyArgumentsData).mapped.fill(-1);
  }
}

/** Where the new kind is a dictionary, elements become one first. */
function follow(object: JSObject, elementsKind: number, migrate: () => void): void {
  if (elementsKind === dictionaryElements && object.hiddenClass.instanceType !== 'typed array') {
    const { elements } = object;
    if (object.hiddenClass.elementsKind !== dictionaryElements && elements.length > 0) convertToSparse(object);
  }
  migrate();
}

function makeSlow(object: JSObject, clear: number): void {
  normalizeObject(object, 'SlowPreventExtensions');
  const next = copyMap(object.hiddenClass, 'SlowCopyForPreventExtensions');
  next.isExtensible = false;
  if (object.hiddenClass.instanceType !== 'typed array') convertToSparse(object);
  const { elementsKind } = object.hiddenClass;
  next.elementsKind = elementsKind;
  object.hiddenClass = next;
  if (clear === 0) return;
  for (const [key, entry] of object.dictionary!) {
    if (key instanceof JSSymbol && key.isPrivate) continue;
    entry.details &= ~attributesCleared(entry.details, clear);
  }
}
