/**
 * Which natives are the host's API rather than builtins of the language: those have no frames in stack traces here, because
 * in the real runtimes they are code of the host itself, whose frames explain nothing about the program.
 */
import { AccessorPair, FunctionData, JSObject, lookupOwn, ownKeys, PropertyLookup } from '../engine/index.ts';
import type { Host } from './host.ts';

/** The mark, where natives made for one object keep their data. */
export const apiFunction = 'api';

const names = [
  'setTimeout',
  'setInterval',
  'setImmediate',
  'clearTimeout',
  'clearInterval',
  'clearImmediate',
  'queueMicrotask',
  'structuredClone',
  'atob',
  'btoa',
  'fetch',
  'process',
  'performance',
  'crypto',
  'navigator',
  'console',
];

export function markApiFunctions({ isolate, process }: Host): void {
  const { globalObject } = isolate.realm;
  const found = new PropertyLookup();
  for (const name of names) if (lookupOwn(found, globalObject, name)) markAll(found.value, 3);
  if (process !== undefined) markAll(process, 3);
}

function markAll(value: unknown, depth: number): void {
  if (value instanceof AccessorPair) {
    markAll(value.getter, depth);
    markAll(value.setter, depth);
  }
  if (!(value instanceof JSObject) || depth < 0) return;
  const { internal } = value;
  if (internal instanceof FunctionData) {
    if (internal.native === undefined || internal.data !== undefined) return;
    internal.data = apiFunction;
  }
  const found = new PropertyLookup();
  for (const key of ownKeys(value)) if (lookupOwn(found, value, key)) markAll(found.value, depth - 1);
  const { prototype } = value.hiddenClass;
  if (!(internal instanceof FunctionData) && prototype !== null && prototype.hiddenClass.prototype !== null)
    markAll(prototype, depth - 1);
}
