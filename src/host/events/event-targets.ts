/**
 * What an event target is to the host: data in `JSObject.internal`. The listeners are an object of the guest's, by type, which
 * event-target-source.ts keeps; so walks over the heap find what listeners hold. DOM: an event target's event listener list.
 */
import { HostData, JSObject, type Value } from '../../engine/index.ts';

export class EventTargetData extends HostData {
  /** The name of the interface that it was made as. */
  readonly interface: string;
  listeners: JSObject | undefined = undefined;
  /** Where its events go on to, outside of a document. DOM: get the parent. */
  outer: JSObject | undefined = undefined;

  constructor(name: string) {
    super();
    this.interface = name;
  }
}

export function eventTargetData(value: Value): EventTargetData | undefined {
  if (!(value instanceof JSObject)) return undefined;
  return value.internal instanceof EventTargetData ? value.internal : undefined;
}
