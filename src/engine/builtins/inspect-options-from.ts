/** Options of util.inspect, read from a guest object. */
import { isCallable } from '../execution/calls.ts';
import { toBoolean } from '../execution/conversions.ts';
import { lookupData } from '../execution/describe.ts';
import { JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';
import type { InspectOptions } from './inspect-context.ts';

/** The options that change the text, from a guest object's data properties. */
export function inspectOptionsFrom(options: Value): InspectOptions {
  if (!(options instanceof JSObject)) return {};
  const result: Record<string, unknown> = { given: options };
  for (const name of ['depth', 'maxArrayLength', 'maxStringLength', 'breakLength'] as const) {
    const value = lookupData(options, name);
    if (typeof value === 'number') result[name] = value;
    else if (value === null) result[name] = Infinity;
  }
  for (const name of ['showHidden', 'showProxy', 'customInspect', 'colors', 'numericSeparator'] as const) {
    const value = lookupData(options, name);
    if (value !== undefined) result[name] = toBoolean(value);
  }
  const sorted = lookupData(options, 'sorted');
  if (sorted !== undefined) result['sorted'] = isCallable(sorted) ? sorted : toBoolean(sorted);
  const getters = lookupData(options, 'getters');
  if (getters === 'get' || getters === 'set' || typeof getters === 'boolean') result['getters'] = getters;
  const compact = lookupData(options, 'compact');
  if (typeof compact === 'number') result['compact'] = compact;
  else if (typeof compact === 'boolean') result['compact'] = compact ? 3 : 0;
  return result;
}
