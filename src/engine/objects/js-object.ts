/**
 * A guest object. V8: src/objects/js-objects.h.
 *
 * All kinds of objects are instances of this one class, so that the host's engine sees one shape at every access of the
 * interpreter; what differs lives in `internal`, typed by the hidden class's instance type.
 * Simplified: in-object and out-of-object properties share one array; sizes are computed from the hidden class.
 */
import type { HiddenClass } from './hidden-class.ts';
import type { InternalSlots } from './internal-slots.ts';
import type { PropertyDictionary } from './property-dictionary.ts';
import type { SparseElements } from './sparse-elements.ts';
import type { AccessorPair } from './accessor-pair.ts';
import type { Value } from './value.ts';
import { listOf } from './value-list.ts';

export class JSObject {
  hiddenClass: HiddenClass;
  /** Fast mode: values by field index, and room for more. Never written while it is `noProperties`. */
  properties: (Value | AccessorPair)[];
  /** Fast kinds: values by index, `theHole` where one is missing. Never written while it is `noElements`. */
  elements: Value[];
  /** Arrays only. Elements may be shorter: what lies between is holes. */
  length: number;
  /**
   * For how many elements V8's backing store has room, where that is more than `elements` has; negative (its complement) while
   * the store is copy-on-write. See elements-capacity.ts.
   */
  capacity: number;
  /** Dictionary mode: all named properties. */
  dictionary: PropertyDictionary | undefined;
  /** DICTIONARY_ELEMENTS: all elements. */
  sparse: SparseElements | undefined;
  internal: InternalSlots | undefined;
  /** How many objects and contexts were made before it: by that it is known again in another replay of the run. */
  readonly serial: number;

  constructor(hiddenClass: HiddenClass) {
    this.hiddenClass = hiddenClass;
    this.properties = noProperties;
    this.elements = noElements;
    this.length = 0;
    this.capacity = 0;
    this.dictionary = undefined;
    this.sparse = undefined;
    this.internal = undefined;
    const { heap } = hiddenClass;
    this.serial = heap.nextSerial++;
    if (this.serial >= heap.toldFrom) heap.onMade!(this);
    const left = heap.youngLeft - hiddenClass.instanceBytes;
    heap.youngLeft = left;
    if (left < 0) heap.youngIsFull();
  }
}

/** A field is added, and the object has its next hidden class already. Most get as many as V8 expected. */
export function addField(object: JSObject, field: number, value: Value): void {
  if (object.properties === noProperties)
    object.properties = listOf(Math.max(object.hiddenClass.inObjectProperties, field + 1), undefined);
  object.properties[field] = value;
}

/** Shared by all objects without named properties. */
export const noProperties: (Value | AccessorPair)[] = [];
/** Shared by all objects without elements. */
export const noElements: Value[] = [];
