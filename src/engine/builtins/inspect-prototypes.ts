/**
 * With showHidden: what the prototypes of a program's own classes give an object beside methods.
 * Node: addPrototypeProperties, protoProps in lib/internal/util/inspect.js.
 */
import { lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import { listKeys } from '../objects/own-properties.ts';
import { JSObject } from '../objects/js-object.ts';
import type { PropertyKey } from '../objects/value.ts';
import type { InspectContext } from './inspect-context.ts';
import { isProxy, ownData, prototypeOf } from './inspect-lookup.ts';
import { findConstructor } from './inspect-names.ts';

/** As many prototypes are gone up to. */
const mostLayers = 3;

export function prototypeEntries(context: InspectContext, object: JSObject, recursion: number): string[] {
  if (!context.showHidden || recursion > context.depth || isProxy(object)) return [];
  const found = findConstructor(context, object);
  if (found === undefined) return [];
  const first = found.holder === object ? object : prototypeOf(context, object)!;
  if (first === found.holder && first !== object && isBuiltinName(context, found.constructor)) return [];
  const output: string[] = [];
  const above = new Set<PropertyKey>();
  let holder: JSObject | null = first;
  for (let layer = 0; layer < mostLayers; layer++) {
    if (layer > 0 || holder === object) {
      holder = prototypeOf(context, holder);
      if (holder === null || isProxy(holder)) break;
      const constructor = ownData(context, holder, 'constructor');
      if (constructor instanceof JSObject && isBuiltinName(context, constructor)) break;
    }
    addEntries(context, object, holder, recursion, above, output);
  }
  return output;
}

function addEntries(
  context: InspectContext,
  object: JSObject,
  holder: JSObject,
  recursion: number,
  above: Set<PropertyKey>,
  output: string[],
): void {
  const lookup = new PropertyLookup();
  const keys = listKeys(holder);
  context.seen.push(object);
  for (const key of keys) {
    if (key === 'constructor' || above.has(key) || lookupOwn(lookup, object, key)) continue;
    if (!lookupOwn(lookup, holder, key)) continue;
    const isMethod = !lookup.isAccessor && lookup.value instanceof JSObject && lookup.value.hiddenClass.isCallable;
    if (isMethod) continue;
    const text = context.formatProperty(context, holder, recursion, key, 'object', object);
    output.push(context.colors ? `\u001b[2m${text}\u001b[22m` : text);
  }
  context.seen.pop();
  keys.forEach((key) => above.add(key));
}

/** A class of the language's or the host's, by its name only. */
function isBuiltinName({ isolate }: InspectContext, constructor: JSObject): boolean {
  const lookup = new PropertyLookup();
  const name = lookupOwn(lookup, constructor, 'name') && !lookup.isAccessor ? lookup.value : undefined;
  if (typeof name !== 'string' || !/^[A-Z][a-zA-Z0-9]+$/.test(name)) return false;
  return isolate.mainRealm.globalObject.dictionary?.get(name) !== undefined;
}
