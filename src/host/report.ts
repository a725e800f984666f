/**
 * What a browser does with exceptions and rejections that nobody handles.
 * HTML: report an exception, notify about rejected promises, HostPromiseRejectionTracker; Blink: RejectedPromises.
 */
import { type JSObject, type Value } from '../engine/index.ts';
import { describeThrown, tell } from './error-output.ts';
import type { Host } from './host.ts';

export function reportException(host: Host, value: Value): void {
  tell(host, `Uncaught ${describeThrown(host, value)}`, value, false);
}

/** After a checkpoint: a task looks once more at the promises that nobody had handled by then. */
export function queueRejections(host: Host, promises: readonly JSObject[]): void {
  const run = (): void => {
    for (const promise of promises) {
      const data = promise.internal;
      if (data?.kind !== 'promise' || data.isHandled) continue;
      tell(host, `Uncaught (in promise) ${describeThrown(host, data.result)}`, data.result, true);
    }
  };
  host.queueTask('domManipulation', 'unhandledrejection', run, { holds: promises });
}
