/** { value, done }, of one hidden class. V8: JSIteratorResult. */
import type { Isolate } from '../execution/isolate.ts';
import { JSObject } from '../objects/js-object.ts';
import { Attribute, PropertyKind } from '../objects/property-details.ts';
import type { Value } from '../objects/value.ts';

export function iteratorResult(isolate: Isolate, value: Value, done: boolean): JSObject {
  const hiddenClass = isolate.realm
    .literalRoot(2)
    .withProperty('value', Attribute.all, PropertyKind.data)
    .withProperty('done', Attribute.all, PropertyKind.data);
  const result = new JSObject(hiddenClass);
  result.properties = [value, done];
  return result;
}
