/** Objects that say themselves how they are shown. Node: formatValue's part for [nodejs.util.inspect.custom]. */
import { JSObject } from '../objects/js-object.ts';
import { lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import { addOwn } from '../objects/own-properties.ts';
import { Attribute } from '../objects/property-details.ts';
import type { Value } from '../objects/value.ts';
import type { InspectContext } from './inspect-context.ts';
import { lookupAlongChain } from './inspect-lookup.ts';

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

/** The options that a custom function gets; without colours, stylize gives back its text. */
function customOptions(context: InspectContext): JSObject {
  const { realm } = context.isolate;
  const unlimited = (value: number): number | null => (value === Infinity ? null : value);
  const fields: Readonly<Record<string, Value>> = {
    showHidden: context.showHidden,
    depth: unlimited(context.depth),
    colors: false,
    customInspect: context.customInspect,
    showProxy: context.showProxy,
    maxArrayLength: unlimited(context.maxArrayLength),
    maxStringLength: unlimited(context.maxStringLength),
    breakLength: context.breakLength,
    compact: context.compact,
    sorted: context.sorted,
    getters: false,
    numericSeparator: false,
    stylize: realm.intrinsics.get('util.inspect stylize'),
  };
  const options = realm.newObject();
  for (const [name, value] of Object.entries(fields)) addOwn(options, name, value, Attribute.all);
  return options;
}
