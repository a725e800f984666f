/**
 * Globals that are made when they are first touched. What the program sees of them is what the real runtimes have from the
 * beginning: their place among the global object's names, attributes, and a value, which is made no later than somebody looks.
 * Node: exposeLazyInterfaces in lib/internal/util.js; V8: lazy data properties.
 *
 * Making one is no part of the run (engine/execution/surroundings.ts): it takes no bytecodes, and other objects keep their numbers.
 */
import { type AccessorPair, builtinAttributes, defineLazy, lookupData, type Value } from '../../engine/index.ts';
import { markApi } from './api-functions.ts';
import type { Host } from '../host.ts';
import { requireModule } from '../modules.ts';

/** `make` gives the value, or the pair of an accessor property. It may call builtin code, and must not touch `name` itself. */
export function lazyGlobal(
  host: Host,
  name: string,
  make: () => Value | AccessorPair,
  attributes: number = builtinAttributes,
): void {
  const { isolate, surroundings } = host;
  defineLazy(isolate.realm.globalObject, name, attributes, () => {
    const value = surroundings.make(make);
    markApi(host, name, value);
    return value;
  });
}

/** Exports of one of the host's own modules, by the names that they have there. */
export function lazyGlobalsOf(host: Host, module: string, names: readonly string[], attributes?: number): void {
  for (const name of names) lazyGlobal(host, name, () => lookupData(requireModule(host, module), name), attributes);
}
