/**
 * Events that the host emits on `process`. The process becomes an EventEmitter when the program first listens; until then
 * there is nobody to tell. Node: lib/internal/process/per_thread.js.
 */
import { getProperty, JSObject, type Value } from '../engine/index.ts';
import type { Host } from './host.ts';

export function hasProcessListener(host: Host, event: string): boolean {
  const { process, isolate } = host;
  if (process === undefined || host.processEmit === undefined) return false;
  const events = getProperty(isolate, process, '_events');
  return events instanceof JSObject && getProperty(isolate, events, event) !== undefined;
}

/** Runs the listeners. False if there are none. */
export function emitProcessEvent(host: Host, event: string, args: readonly Value[]): boolean {
  if (!hasProcessListener(host, event)) return false;
  return host.isolate.callNested(host.processEmit!, host.process!, [event, ...args]) === true;
}
