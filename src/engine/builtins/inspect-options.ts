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
  const result: {
    depth?: number | null;
    showHidden?: boolean;
    customInspect?: boolean;
    maxArrayLength?: number;
    breakLength?: number;
    compact?: number;
    sorted?: boolean;
  } = {};
  const depth = lookupData(options, 'depth');
  if (depth === null || typeof depth === 'number') result.depth = depth;
  const customInspect = lookupData(options, 'customInspect');
  if (typeof customInspect === 'boolean') result.customInspect = customInspect;
  const showHidden = lookupData(options, 'showHidden');
  if (typeof showHidden === 'boolean') result.showHidden = showHidden;
  const maxArrayLength = lookupData(options, 'maxArrayLength');
  if (maxArrayLength === null) result.maxArrayLength = Infinity;
  else if (typeof maxArrayLength === 'number') result.maxArrayLength = maxArrayLength;
  const breakLength = lookupData(options, 'breakLength');
  if (typeof breakLength === 'number') result.breakLength = breakLength;
  const compact = lookupData(options, 'compact');
  if (typeof compact === 'number') result.compact = compact;
  else if (compact === false) result.compact = 0;
  const sorted = lookupData(options, 'sorted');
  if (typeof sorted === 'boolean') result.sorted = sorted;
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
