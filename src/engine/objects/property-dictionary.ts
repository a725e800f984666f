/**
 * Named properties of an object in dictionary mode, in order of insertion. V8: src/objects/property-cell.h, dictionary.h
 * (NameDictionary).
 */
import type { AccessorPair } from './accessor-pair.ts';
import type { PropertyCellType } from './property-cell.ts';
import type { JSSymbol, Value } from './value.ts';

export interface DictionaryEntry {
  value: Value | AccessorPair;
  /** See property-details.ts; the field index is unused. */
  details: number;
  /** Of global variables: see property-cell.ts. */
  cellType?: PropertyCellType;
}

export type PropertyDictionary = Map<string | JSSymbol, DictionaryEntry>;
