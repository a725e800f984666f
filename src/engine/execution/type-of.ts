/** The typeof operator. ECMAScript 13.5.3. */
import { JSObject } from '../objects/js-object.ts';
import { JSSymbol, type Value } from '../objects/value.ts';

export function typeOf(value: Value): string {
  if (value instanceof JSObject) return value.hiddenClass.isCallable ? 'function' : 'object';
  if (value instanceof JSSymbol) return 'symbol';
  return value === null ? 'object' : typeof value;
}
