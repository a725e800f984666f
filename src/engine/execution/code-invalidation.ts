/** Carries what changes in hidden classes, fields and global variables to the code that counts on it. V8: DependentCode. */
import type { FieldGeneralization, MapEvent, MapListener } from '../objects/map-listener.ts';
import type { HiddenClass, NamedKey } from '../objects/hidden-class.ts';
import type { DictionaryEntry } from '../objects/property-dictionary.ts';
import { invalidate } from './deoptimize.ts';
import type { Isolate } from './isolate.ts';

export class CodeInvalidation implements MapListener {
  private readonly isolate: Isolate;
  /** Who else wants to know. */
  next: MapListener | undefined = undefined;

  constructor(isolate: Isolate) {
    this.isolate = isolate;
  }

  mapEvent(event: MapEvent, from: HiddenClass | undefined, to: HiddenClass, reason: string, key?: NamedKey): void {
    this.next?.mapEvent(event, from, to, reason, key);
  }

  mapDeprecated(map: HiddenClass): void {
    invalidate(this.isolate, map, 'transition');
    this.next?.mapDeprecated(map);
  }

  mapBecameUnstable(map: HiddenClass): void {
    invalidate(this.isolate, map, 'prototypeCheck');
    this.next?.mapBecameUnstable(map);
  }

  fieldGeneralized(owner: HiddenClass, row: number, change: FieldGeneralization): void {
    if (change.isMutable !== change.wasMutable) invalidate(this.isolate, owner, 'fieldConst', row);
    if (change.oldType !== change.newType) invalidate(this.isolate, owner, 'fieldType', row);
    if (change.oldRepresentation !== change.newRepresentation)
      invalidate(this.isolate, owner, 'fieldRepresentation', row);
    this.next?.fieldGeneralized(owner, row, change);
  }

  fieldReplaced(map: HiddenClass, row: number, change: FieldGeneralization): void {
    this.next?.fieldReplaced(map, row, change);
  }

  prototypeChanged(map: HiddenClass): void {
    this.next?.prototypeChanged(map);
  }

  prototypeGainsElement(map: HiddenClass): void {
    const { arrayPrototype, objectPrototype, noElementsProtector } = this.isolate.realm;
    if (map === arrayPrototype.hiddenClass || map === objectPrototype.hiddenClass)
      invalidate(this.isolate, noElementsProtector, 'propertyCell');
    this.next?.prototypeGainsElement(map);
  }

  propertyCellChanged(cell: DictionaryEntry): void {
    invalidate(this.isolate, cell, 'propertyCell');
    this.next?.propertyCellChanged(cell);
  }

  initialMapChanged(map: HiddenClass): void {
    invalidate(this.isolate, map, 'initialMap');
    this.next?.initialMapChanged(map);
  }
}
