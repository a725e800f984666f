/** What a browser runs beside its tasks: requestAnimationFrame and requestIdleCallback, as the program calls them. */
import {
  Attribute,
  getProperty,
  type Isolate,
  JSObject,
  lookupData,
  type Native,
  toNumber,
  type Value,
} from '../../engine/index.ts';
import { apiFunction } from './web-globals.ts';
import type { Host } from '../host.ts';
import { idleDeadlinePrototype } from '../timers/idle-deadline.ts';
import { lazyGlobal } from './lazy-globals.ts';
import { callbackArgument, throwFailed, toLong } from '../web-idl.ts';

export function installFrames(host: Host): void {
  const { isolate, frames, idleCallbacks } = host;
  const cancel =
    (queue: { cancel(handle: number): void }): Native =>
    (_isolate, _receiver, [handle]) => {
      queue.cancel(toLong(isolate, handle));
      return undefined;
    };
  apiFunction(host, 'requestAnimationFrame', 1, (_isolate, _receiver, args) =>
    frames.request(callbackArgument(isolate, 'requestAnimationFrame', args)),
  );
  apiFunction(host, 'cancelAnimationFrame', 1, cancel(frames));
  apiFunction(host, 'requestIdleCallback', 1, (_isolate, _receiver, args) => {
    const callback = callbackArgument(isolate, 'requestIdleCallback', args);
    return idleCallbacks.request(callback, timeoutOf(isolate, args[1]));
  });
  apiFunction(host, 'cancelIdleCallback', 1, cancel(idleCallbacks));
  const attributes = Attribute.writable | Attribute.configurable;
  lazyGlobal(host, 'IdleDeadline', () => lookupData(idleDeadlinePrototype(host), 'constructor'), attributes);
}

/** Web IDL: IdleRequestOptions. */
function timeoutOf(isolate: Isolate, options: Value): number {
  if (options === undefined || options === null) return 0;
  if (!(options instanceof JSObject))
    return throwFailed(isolate, 'requestIdleCallback', "The provided value is not of type 'IdleRequestOptions'.");
  const timeout = getProperty(isolate, options, 'timeout');
  return timeout === undefined ? 0 : toNumber(isolate, timeout) >>> 0;
}
