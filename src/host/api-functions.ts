/**
 * Which natives are the host's API rather than builtins of the language: those have no frames in stack traces here, because
 * in the real runtimes they are code of the host itself, whose frames explain nothing about the program.
 */
import {
  AccessorPair,
  FunctionData,
  JSObject,
  lookupOwn,
  nativeMarks,
  ownKeys,
  PropertyLookup,
} from '../engine/index.ts';
import type { Host } from './host.ts';

const names = [
  'setTimeout',
  'setInterval',
  'setImmediate',
  'clearTimeout',
  'clearInterval',
  'clearImmediate',
  'queueMicrotask',
  'reportError',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'requestIdleCallback',
  'cancelIdleCallback',
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
  for (const name of names) {
    // Node's console is made of bound functions.
    const mark = name === 'console' && process !== undefined ? nativeMarks.boundApi : nativeMarks.api;
    if (lookupOwn(found, globalObject, name)) markAll(found.value, 3, mark);
  }
  if (process !== undefined) markAll(process, 3, nativeMarks.api);
}

function markAll(value: unknown, depth: number, mark: string): void {
  if (value instanceof AccessorPair) {
    markAll(value.getter, depth, mark);
    markAll(value.setter, depth, mark);
  }
  if (!(value instanceof JSObject) || depth < 0) return;
  const { internal } = value;
  if (internal instanceof FunctionData) {
    if (internal.native === undefined || internal.data !== undefined) return;
    internal.data = mark;
  }
  const found = new PropertyLookup();
  for (const key of ownKeys(value)) if (lookupOwn(found, value, key)) markAll(found.value, depth - 1, mark);
  const { prototype } = value.hiddenClass;
  if (!(internal instanceof FunctionData) && prototype !== null && prototype.hiddenClass.prototype !== null)
    markAll(prototype, depth - 1, mark);
}
