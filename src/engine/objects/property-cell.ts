/**
 * Global variables as optimised code sees them: as long as one has had one value, or values of one type, code counts on it.
 * V8: PropertyCell::UpdatedType (src/objects/objects.cc).
 */
import { JSObject } from './js-object.ts';
import type { DictionaryEntry } from './property-dictionary.ts';
import { isSmi, type Value } from './value.ts';

export type PropertyCellType = 'undefined' | 'constant' | 'constantType' | 'mutable';

export function initialCellType(value: unknown): PropertyCellType {
  return value === undefined ? 'undefined' : 'constant';
}

export function updatedCellType({ cellType, value: before }: DictionaryEntry, value: Value): PropertyCellType {
  switch (cellType) {
    case 'undefined':
      return value === undefined ? 'undefined' : 'constant';
    case 'constant':
      if (Object.is(before, value)) return 'constant';
      return remainsType(before, value) ? 'constantType' : 'mutable';
    case 'constantType':
      return remainsType(before, value) ? 'constantType' : 'mutable';
    default:
      return 'mutable';
  }
}

function remainsType(before: unknown, value: Value): boolean {
  if (before instanceof JSObject && value instanceof JSObject)
    return before.hiddenClass === value.hiddenClass && value.hiddenClass.isStable;
  return isSmi(before as Value) && isSmi(value);
}
