/** Carries what changes in hidden classes, fields and global variables to the code that counts on it. V8: DependentCode. */
import type { FieldGeneralization, MapListener } from '../objects/map-listener.ts';
import type { HiddenClass } from '../objects/hidden-class.ts';
import type { DictionaryEntry } from '../objects/property-dictionary.ts';
import { invalidate } from './deoptimize.ts';
import type { Isolate } from './isolate.ts';

export class CodeInvalidation implements Partial<MapListener> {
  private readonly isolate: Isolate;

  constructor(isolate: Isolate) {
    this.isolate = isolate;
  }

  mapDeprecated(map: HiddenClass): void {
    invalidate(this.isolate, map, 'transition');
  }

  mapBecameUnstable(map: HiddenClass): void {
    invalidate(this.isolate, map, 'prototypeCheck');
  }

  fieldGeneralized(owner: HiddenClass, row: number, change: FieldGeneralization): void {
    if (change.isMutable !== change.wasMutable) invalidate(this.isolate, owner, 'fieldConst', row);
    if (change.oldType !== change.newType) invalidate(this.isolate, owner, 'fieldType', row);
    if (change.oldRepresentation !== change.newRepresentation)
      invalidate(this.isolate, owner, 'fieldRepresentation', row);
  }

  prototypeGainsElement(map: HiddenClass): void {
    const { arrayPrototype, objectPrototype, noElementsProtector } = this.isolate.realm;
    if (map === arrayPrototype.hiddenClass || map === objectPrototype.hiddenClass)
      invalidate(this.isolate, noElementsProtector, 'propertyCell');
  }

  propertyCellChanged(cell: DictionaryEntry): void {
    invalidate(this.isolate, cell, 'propertyCell');
  }

  initialMapChanged(map: HiddenClass): void {
    invalidate(this.isolate, map, 'initialMap');
  }
}
