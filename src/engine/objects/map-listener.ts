/** What the hidden classes tell, as it happens: for `--log-maps`, the shapes of the panel, and code that depends on them. */
import type { NamedKey } from './descriptor-array.ts';
import type { HiddenClass } from './hidden-class.ts';
import type { JSObject } from './js-object.ts';
import type { DictionaryEntry } from './property-dictionary.ts';
import type { FieldType } from './representation.ts';

/** How a hidden class came to be, in the words of V8's log. */
export type MapEvent =
  'InitialMap' | 'Transition' | 'ReplaceDescriptors' | 'Normalize' | 'NormalizeCached' | 'SlowToFast' | 'Deprecate';

export interface FieldGeneralization {
  readonly oldRepresentation: number;
  readonly newRepresentation: number;
  readonly wasMutable: boolean;
  readonly isMutable: boolean;
  readonly oldType: FieldType;
  readonly newType: FieldType;
}

export interface MapListener {
  /** As it is made, before it hangs anywhere. */
  mapCreated(map: HiddenClass): void;
  /** `to` was made of `from`, or (NormalizeCached) used instead of a new one. */
  mapEvent(event: MapEvent, from: HiddenClass | undefined, to: HiddenClass, reason: string, key?: NamedKey): void;
  mapDeprecated(map: HiddenClass): void;
  /** An object left it for another: it is no leaf any more. */
  mapBecameUnstable(map: HiddenClass): void;
  /** In place: `owner` and all that follow it keep their identity. */
  fieldGeneralized(owner: HiddenClass, row: number, change: FieldGeneralization): void;
  /** By a new branch of the tree, which deprecates the one in which the field was (V8: "generalizing … +N maps"). */
  fieldReplaced(map: HiddenClass, row: number, change: FieldGeneralization): void;
  /** A prototype's structure or value changed: what was found through it does not hold any more. */
  prototypeChanged(map: HiddenClass): void;
  /** An element is added to an object that is a prototype. */
  prototypeGainsElement(map: HiddenClass): void;
  /** A global variable has another type from now on, or is another entry. */
  propertyCellChanged(cell: DictionaryEntry): void;
  /** `new` of this function makes other objects from now on. */
  initialMapChanged(map: HiddenClass): void;
  /** The object is about to hold its elements in another way; `to` is an elements kind. */
  elementsTransitioned(object: JSObject, to: number): void;
}

/** Tells everybody who listens, each only what it wants to know. */
export class MapListeners implements MapListener {
  private readonly listeners: Partial<MapListener>[] = [];

  add(listener: Partial<MapListener>): void {
    this.listeners.push(listener);
  }

  mapCreated(map: HiddenClass): void {
    for (const each of this.listeners) each.mapCreated?.(map);
  }

  mapEvent(event: MapEvent, from: HiddenClass | undefined, to: HiddenClass, reason: string, key?: NamedKey): void {
    for (const each of this.listeners) each.mapEvent?.(event, from, to, reason, key);
  }

  mapDeprecated(map: HiddenClass): void {
    for (const each of this.listeners) each.mapDeprecated?.(map);
  }

  mapBecameUnstable(map: HiddenClass): void {
    for (const each of this.listeners) each.mapBecameUnstable?.(map);
  }

  fieldGeneralized(owner: HiddenClass, row: number, change: FieldGeneralization): void {
    for (const each of this.listeners) each.fieldGeneralized?.(owner, row, change);
  }

  fieldReplaced(map: HiddenClass, row: number, change: FieldGeneralization): void {
    for (const each of this.listeners) each.fieldReplaced?.(map, row, change);
  }

  prototypeChanged(map: HiddenClass): void {
    for (const each of this.listeners) each.prototypeChanged?.(map);
  }

  prototypeGainsElement(map: HiddenClass): void {
    for (const each of this.listeners) each.prototypeGainsElement?.(map);
  }

  propertyCellChanged(cell: DictionaryEntry): void {
    for (const each of this.listeners) each.propertyCellChanged?.(cell);
  }

  initialMapChanged(map: HiddenClass): void {
    for (const each of this.listeners) each.initialMapChanged?.(map);
  }

  elementsTransitioned(object: JSObject, to: number): void {
    for (const each of this.listeners) each.elementsTransitioned?.(object, to);
  }
}
