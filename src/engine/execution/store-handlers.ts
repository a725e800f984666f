/** What a store handler says, done. V8: src/ic/accessor-assembler.cc (HandleStoreICHandlerCase). */
import { FieldHandler, fitsField, LongStore, type StoreHandler } from '../ic/property-ic.ts';
import { allocate } from '../objects/allocation.ts';
import { addField, type JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';
import { recordWrite } from '../objects/write-barrier.ts';
import type { Isolate } from './isolate.ts';

/** False: the handler is not for this value, or there is none. */
export function carryOut(isolate: Isolate, object: JSObject, handler: StoreHandler, value: Value): boolean {
  if (typeof handler === 'number') {
    if (!fitsField(handler & 3, value)) return false;
    object.properties[handler >> 2] = value;
    recordWrite(object, value);
    return true;
  }
  if (handler === undefined || handler instanceof LongStore) return false;
  if (handler instanceof FieldHandler) {
    if (!handler.takes(object, value)) return false;
    object.properties[handler.field] = value;
    recordWrite(object, value);
    return true;
  }
  if (!handler.takes(value)) return false;
  if (handler.epoch >= 0 && handler.epoch !== isolate.heap.prototypeEpoch) return false;
  object.hiddenClass = handler.next;
  addField(object, handler.field, value);
  allocate(isolate.heap, handler.bytes);
  recordWrite(object, value);
  return true;
}
