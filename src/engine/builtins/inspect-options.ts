/** Options of util.inspect as guest objects: read from callers, and made for [nodejs.util.inspect.custom] functions. */
import { toStringValue } from '../execution/conversions.ts';
import { lookupData } from '../execution/describe.ts';
import type { Isolate } from '../execution/isolate.ts';
import { JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';
import { inspect, type InspectOptions } from './inspect.ts';
import { method, property } from './install.ts';

/** The options that change the text, from a guest object's data properties. */
export function inspectOptionsFrom(options: Value): InspectOptions {
  if (!(options instanceof JSObject)) return {};
  const result: Record<string, unknown> = {};
  for (const name of ['depth', 'maxArrayLength', 'maxStringLength', 'breakLength'] as const) {
    const value = lookupData(options, name);
    if (typeof value === 'number') result[name] = value;
    else if (value === null) result[name] = Infinity;
  }
  for (const name of ['showHidden', 'showProxy', 'customInspect', 'sorted'] as const) {
    const value = lookupData(options, name);
    if (typeof value === 'boolean') result[name] = value;
  }
  const compact = lookupData(options, 'compact');
  if (typeof compact === 'number') result['compact'] = compact;
  else if (typeof compact === 'boolean') result['compact'] = compact ? 3 : 0;
  return result;
}

/** util.inspect itself, which custom functions get as their third argument: the intrinsic `util.inspect`. */
export function installInspectFunction(isolate: Isolate): void {
  const holder = isolate.realm.newObject();
  const object = method(isolate, holder, 'inspect', 2, (current, _receiver, [value, options, depth]) => {
    // The older form: inspect(value, showHidden, depth).
    if (typeof options !== 'boolean') return inspect(current, value, inspectOptionsFrom(options));
    const limit = depth === null || typeof depth === 'number' ? { depth } : {};
    return inspect(current, value, { showHidden: options, ...limit });
  });
  property(object, 'custom', isolate.symbols.inspectCustom);
  isolate.realm.intrinsics.set('util.inspect', object);
  const stylize = method(isolate, holder, 'stylize', 2, (current, _receiver, [text]) => toStringValue(current, text));
  isolate.realm.intrinsics.set('util.inspect stylize', stylize);
}
