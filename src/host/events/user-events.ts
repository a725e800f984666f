/**
 * The user is an input: an event happens to what a listener listens to, in a task of its own, as if the user had caused it.
 * HTML: the user interaction task source; UI Events. Simplified: one event, without those that come with it (mousedown
 * before click).
 */
import { getProperty, type JSObject } from '../../engine/index.ts';
import type { DispatchInput } from '../../protocol/run.ts';
import type { Host } from '../host.ts';
import { requireModule } from '../modules.ts';

/** What is wrong, if anything is. */
export function fireUserEvent(host: Host, { id, event, data = {} }: DispatchInput): string | undefined {
  const target = host.listeners.get(id)?.target;
  if (target === undefined) return `the listener that was to hear ${event} does not listen any more`;
  const { isolate } = host;
  const run = (): void => {
    const fire = getProperty(isolate, requireModule(host, 'internal/user_events'), 'fire');
    isolate.callNested(fire as JSObject, undefined, [target, event, host.newPlainObject(data)]);
  };
  host.queueTask('userInteraction', event, run, { holds: target });
  return undefined;
}
