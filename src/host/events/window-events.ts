/** The window as the target of events: what it has as globals, and how the host fires at it. HTML: Window, GlobalEventHandlers. */
import {
  type AccessorPair,
  Attribute,
  JSObject,
  lookupData,
  lookupOwn,
  PropertyLookup,
  type Value,
} from '../../engine/index.ts';
import type { Host } from '../host.ts';
import { lazyGlobal } from '../globals/lazy-globals.ts';
import { requireModule } from '../modules.ts';
import { EventTargetData, eventTargetData } from './event-targets.ts';
import { handlerNames as windowHandlers } from '../dom/handler-names.ts';

export function installWindowEvents(host: Host): void {
  installEventTargetGlobals(host, 'Window', windowHandlers);
}

/** The global object becomes an event target of that interface, with handlers for those types of events. */
export function installEventTargetGlobals(host: Host, name: string, handlers: readonly string[]): void {
  const { globalObject } = host.isolate.realm;
  globalObject.internal = new EventTargetData(name);
  for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent']) {
    const make = (): Value => {
      const target = lookupData(requireModule(host, 'internal/event_target'), 'EventTarget') as JSObject;
      return lookupData(lookupData(target, 'prototype') as JSObject, name);
    };
    lazyGlobal(host, name, make, Attribute.all);
  }
  for (const name of handlers) {
    const make = (): AccessorPair => {
      const handlers = lookupData(requireModule(host, 'internal/window'), 'handlers') as JSObject;
      const found = new PropertyLookup();
      lookupOwn(found, handlers, `on${name}`);
      return found.value as AccessorPair;
    };
    lazyGlobal(host, `on${name}`, make, Attribute.enumerable | Attribute.configurable);
  }
}

/** True: nobody has said that it is dealt with. Where nobody listens there is no event. */
export function fireAtWindow(host: Host, type: string, method: string, args: readonly Value[]): boolean {
  if (!hasWindowListener(host, type)) return true;
  const fire = lookupData(requireModule(host, 'internal/window'), method) as JSObject;
  return host.isolate.callNested(fire, undefined, args) !== false;
}

export function hasWindowListener({ isolate }: Host, type: string): boolean {
  const listeners = eventTargetData(isolate.realm.globalObject)?.listeners;
  return listeners !== undefined && lookupData(listeners, type) instanceof JSObject;
}
