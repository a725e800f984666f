/**
 * The user is an input: an event happens to what a listener listens to, in a task of its own, as if the user had caused it.
 * HTML: the user interaction task source; UI Events. Simplified: one event, without those that come with it (mousedown
 * before click).
 */
import { getProperty, type JSObject } from '../../engine/index.ts';
import type { DispatchInput } from '../../protocol/run.ts';
import type { Host } from '../host.ts';
import { requireModule } from '../modules.ts';
import { setChecked, setValue } from '../dom/form-controls.ts';
import { ElementData } from '../dom/nodes.ts';
import { domOf } from '../dom/page.ts';

/** What is wrong, if anything is. */
export function fireUserEvent(host: Host, { id, event, data = {} }: DispatchInput): string | undefined {
  const target = host.listeners.get(id)?.target;
  if (target === undefined) return `the listener that was to hear ${event} does not listen any more`;
  const { isolate } = host;
  const run = (): void => {
    setByUser(host, target, data);
    const fire = getProperty(isolate, requireModule(host, 'internal/user_events'), 'fire');
    isolate.callNested(fire as JSObject, undefined, [target, event, host.newPlainObject(data)]);
  };
  host.queueTask('userInteraction', event, run, { holds: target });
  return undefined;
}

/** What the user types or ticks is in the control before its events are heard. */
function setByUser(host: Host, target: JSObject, { value, checked }: NonNullable<DispatchInput['data']>): void {
  const element = target.internal;
  if (!(element instanceof ElementData)) return;
  if (value !== undefined && element.is('input', 'textarea', 'select')) setValue(domOf(host), element, String(value));
  if (typeof checked === 'boolean' && element.is('input')) setChecked(element, checked);
}
