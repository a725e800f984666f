/** Extensibility, sealing and freezing of ordinary objects and arrays. V8: JSObject::PreventExtensionsWithTransition. */
import { convertToSparse } from './elements.ts';
import { dictionaryElements, ElementsKind } from './elements-kind.ts';
import type { SloppyArgumentsData } from './internal-slots.ts';
import type { JSObject } from './js-object.ts';
import { noteStructureChange } from './own-properties.ts';
import { Attribute, detailsKind, PropertyKind } from './property-details.ts';
import { JSSymbol } from './value.ts';

/** Object.preventExtensions, seal and freeze of ordinary objects and arrays. */
export function setIntegrityLevel(object: JSObject, level: 'nonextensible' | 'sealed' | 'frozen'): void {
  noteStructureChange(object);
  const clear =
    level === 'nonextensible'
      ? 0
      : level === 'sealed'
        ? Attribute.configurable
        : Attribute.configurable | Attribute.writable;
  let kind = object.hiddenClass.elementsKind;
  const isArguments = object.hiddenClass.instanceType === 'sloppy arguments';
  if (kind !== dictionaryElements && object.elements.length > 0 && !isArguments) {
    const holey = kind & 1;
    const base = {
      nonextensible: ElementsKind.PACKED_NONEXTENSIBLE_ELEMENTS,
      sealed: ElementsKind.PACKED_SEALED_ELEMENTS,
      frozen: ElementsKind.PACKED_FROZEN_ELEMENTS,
    }[level];
    kind = Math.max(kind, base | holey);
  } else if (isArguments && clear !== 0) {
    convertToSparse(object);
    kind = object.hiddenClass.elementsKind;
  }
  if (object.hiddenClass.isDictionary) {
    for (const [key, entry] of object.dictionary!) {
      if (key instanceof JSSymbol && key.isPrivate) continue;
      const own = detailsKind(entry.details) === PropertyKind.accessor ? clear & ~Attribute.writable : clear;
      entry.details &= ~own;
    }
    const next = object.hiddenClass.toDictionary();
    next.isExtensible = false;
    object.hiddenClass = next.elementsKind === kind ? next : next.withElementsKind(kind);
    if (object.hiddenClass.isExtensible) object.hiddenClass.isExtensible = false;
  } else {
    object.hiddenClass = object.hiddenClass.withoutExtensibility(clear, level, kind);
  }
  if (object.hiddenClass.elementsKind === dictionaryElements && clear !== 0) {
    for (const index of object.sparse!.indices()) {
      const entry = object.sparse!.get(index)!;
      entry.details &= ~(detailsKind(entry.details) === PropertyKind.accessor ? clear & ~Attribute.writable : clear);
    }
    if (isArguments && level === 'frozen') (object.internal as SloppyArgumentsData).mapped.fill(-1);
  }
}
