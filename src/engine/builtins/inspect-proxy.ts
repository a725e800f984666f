/**
 * Proxies in the inspector. Node looks behind one proxy; where the target is a proxy itself, all that it asks goes through
 * the handler, in this order. Node: formatValue, formatProxy, getKeys, formatArray in lib/internal/util/inspect.js.
 */
import { getOwnProperty, getProperty, ownPropertyKeys } from '../execution/property-access.ts';
import { AccessorPair } from '../objects/accessor-pair.ts';
import type { JSObject } from '../objects/js-object.ts';
import { lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import { elementIndices } from '../objects/own-properties.ts';
import { Attribute, PropertyKind } from '../objects/property-details.ts';
import { JSSymbol, type PropertyKey } from '../objects/value.ts';
import type { InspectContext } from './inspect-context.ts';
import { layOut } from './inspect-layout.ts';
import { isProxy } from './inspect-lookup.ts';
import { stylize } from './inspect-styles.ts';

/**
 * The object behind a proxy, which may be one itself; the proxy where it is to be shown; undefined if it is revoked. Node
 * takes the target for the pair of target and handler when it asks whether it is null, and so asks the target for its `0`.
 */
export function proxyTarget({ isolate, showProxy }: InspectContext, value: JSObject): JSObject | undefined {
  if (value.internal?.kind !== 'proxy') return value;
  const { target } = value.internal;
  if (target === null) return undefined;
  if (showProxy) return value;
  return getProperty(isolate, target, 0) === null ? undefined : target;
}

export function formatProxy(context: InspectContext, proxy: JSObject, recursion: number): string {
  if (proxy.internal?.kind !== 'proxy') return '';
  if (recursion > context.depth) return stylize(context, 'Proxy [Array]', 'special');
  context.indentation += 2;
  const parts = [proxy.internal.target, proxy.internal.handler].map((part) =>
    context.formatValue(context, part, recursion + 1),
  );
  context.indentation -= 2;
  return layOut(context, parts, '', ['Proxy [', ']'], 'arrayExtras', recursion + 1, undefined);
}

/** Keys that are shown as `key: value`. */
export function keysOfProxy(context: InspectContext, proxy: JSObject, isList: boolean): PropertyKey[] {
  const { isolate } = context;
  const isListed = (key: PropertyKey): boolean =>
    context.showHidden || getOwnProperty(isolate, proxy, key)?.enumerable === true;
  const symbols = isList ? [] : ownPropertyKeys(isolate, proxy).filter((key) => key instanceof JSSymbol);
  const keys = ownPropertyKeys(isolate, proxy).filter((key) => {
    if (isList && typeof key === 'number') return false;
    return (isList || !(key instanceof JSSymbol)) && isListed(key);
  });
  return [...keys, ...symbols.filter(isListed)];
}

/** An own property, by the handler where there is one. */
export function lookupAsAsked(
  { isolate }: InspectContext,
  out: PropertyLookup,
  object: JSObject,
  key: PropertyKey,
): boolean {
  if (!isProxy(object)) return lookupOwn(out, object, key);
  const found = getOwnProperty(isolate, object, key);
  if (found === undefined) return false;
  const isAccessor = found.getter !== undefined || found.setter !== undefined;
  out.kind = isAccessor ? PropertyKind.accessor : PropertyKind.data;
  out.value = isAccessor ? new AccessorPair(found.getter, found.setter) : found.value;
  out.attributes = found.enumerable === true ? Attribute.enumerable : Attribute.none;
  return true;
}

export function lengthOf({ isolate }: InspectContext, array: JSObject): number {
  return isProxy(array) ? Number(getProperty(isolate, array, 'length')) : array.length;
}

export function indicesOf({ isolate }: InspectContext, array: JSObject): number[] {
  if (!isProxy(array)) return elementIndices(array);
  return ownPropertyKeys(isolate, array).filter((key) => typeof key === 'number');
}

export function isEnumerableAt(context: InspectContext, array: JSObject, index: number): boolean {
  const found = new PropertyLookup();
  return lookupAsAsked(context, found, array, index) && found.isEnumerable;
}
