/**
 * How V8 names a value in a TypeError where no expression in the source names it: `number 1`, `object null`, `string "a"`,
 * `undefined`. V8: BuildDefaultCallSite in src/execution/messages.cc.
 */
import { JSObject } from '../objects/js-object.ts';
import { JSSymbol, type Value } from '../objects/value.ts';

export function defaultCallSite(value: Value): string {
  if (value === null) return 'object null';
  if (value instanceof JSObject) return value.hiddenClass.isCallable ? 'function' : 'object';
  if (value instanceof JSSymbol) return 'symbol';
  if (typeof value === 'string') return `string "${value}"`;
  if (typeof value === 'boolean' || typeof value === 'number') return `${typeof value} ${value}`;
  return typeof value;
}
