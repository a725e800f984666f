/** Objects that say themselves how they are shown. Node: formatValue's part for [nodejs.util.inspect.custom]. */
import { toStringValue } from '../execution/conversions.ts';
import type { Isolate } from '../execution/isolate.ts';
import { JSObject } from '../objects/js-object.ts';
import { lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import { addOwn, listKeys } from '../objects/own-properties.ts';
import { Attribute } from '../objects/property-details.ts';
import type { Value } from '../objects/value.ts';
import type { InspectContext } from './inspect-context.ts';
import { lookupAlongChain } from './inspect-lookup.ts';
import { stylizeIn } from './inspect-styles.ts';

export function formatCustom(
  context: InspectContext,
  value: JSObject,
  object: JSObject,
  recursion: number,
): string | undefined {
  const { isolate } = context;
  const custom = lookupAlongChain(context, object, isolate.symbols.inspectCustom);
  if (!(custom instanceof JSObject) || !custom.hiddenClass.isCallable) return undefined;
  // A class's prototype is shown, not asked.
  const found = new PropertyLookup();
  if (lookupOwn(found, object, 'constructor') && found.value instanceof JSObject) {
    if (lookupAlongChain(context, found.value, 'prototype') === object) return undefined;
  }
  const depth = context.depth === Infinity ? null : context.depth - recursion;
  const options = customOptions(context);
  const result = isolate.callNested(custom, value, [depth, options, isolate.realm.intrinsics.get('util.inspect')]);
  if (result === value) return undefined;
  if (typeof result !== 'string') return context.formatValue(context, result, recursion);
  return result.replaceAll('\n', `\n${' '.repeat(context.indentation)}`);
}

/** The options that a custom function gets: those that hold, and over them what the program gave. */
function customOptions(context: InspectContext): JSObject {
  const { realm } = context.isolate;
  const unlimited = (value: number): number | null => (value === Infinity ? null : value);
  const fields: Readonly<Record<string, Value>> = {
    stylize: context.colors ? newStylize(context.isolate, true) : realm.intrinsics.get('util.inspect stylize'),
    showHidden: context.showHidden,
    depth: unlimited(context.depth),
    colors: context.colors,
    customInspect: context.customInspect,
    showProxy: context.showProxy,
    maxArrayLength: unlimited(context.maxArrayLength),
    maxStringLength: unlimited(context.maxStringLength),
    breakLength: context.breakLength,
    compact: context.compact,
    sorted: context.sorted,
    getters: context.getters,
    numericSeparator: context.numericSeparator,
  };
  const options = realm.newObject();
  for (const [name, value] of Object.entries(fields)) addOwn(options, name, value, Attribute.all);
  if (context.given === undefined) return options;
  const found = new PropertyLookup();
  for (const key of listKeys(context.given))
    if (!(String(key) in fields) && lookupOwn(found, context.given, key) && found.isEnumerable && !found.isAccessor)
      addOwn(options, key, found.value as Value, Attribute.all);
  return options;
}

/** `stylize(text, style)`. */
export function newStylize(isolate: Isolate, colors: boolean): JSObject {
  return isolate.realm.newNative('stylize', 2, (current: Isolate, _receiver: Value, [text, style]: Value[]) => {
    const shown = toStringValue(current, text);
    return colors ? stylizeIn(current, shown, toStringValue(current, style)) : shown;
  });
}
