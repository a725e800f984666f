/** { value, done }, of one hidden class. V8: JSIteratorResult. */
import type { Isolate } from '../execution/isolate.ts';
import { JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';

export function iteratorResult(isolate: Isolate, value: Value, done: boolean): JSObject {
  const result = new JSObject(isolate.realm.iterResult);
  result.properties = [value, done];
  return result;
}
