/**
 * The browser's global object: window, self, reportError. HTML: Window.
 */
import { addOwn, Attribute, deleteOwn } from '../../engine/index.ts';
import { installWindowEvents } from '../events/window-events.ts';
import { apiFunction } from './web-globals.ts';
import type { Host } from '../host.ts';
import { reportException } from '../report.ts';
import { requireArguments } from '../web-idl.ts';

export function installWindow(host: Host): void {
  const { isolate } = host;
  const global = isolate.realm.globalObject;
  for (const name of ['window', 'self', 'frames', 'top', 'parent']) {
    addOwn(global, name, global, Attribute.writable | Attribute.configurable);
  }
  installWindowEvents(host);
  installReporting(host);
}

/** What workers have too. */
export function installReporting(host: Host): void {
  const { isolate } = host;
  apiFunction(host, 'reportError', 1, (_isolate, _receiver, args) => {
    requireArguments(isolate, 'reportError', args);
    reportException(host, args[0]);
    return undefined;
  });
  isolate.runtime.set(
    'CalledHostClass',
    (_isolate, [name]) =>
      `Failed to construct '${String(name)}': Please use the 'new' operator, this DOM object constructor cannot be called as a function.`,
  );
  // A page that is not isolated from others has none. HTML: cross-origin isolation.
  deleteOwn(isolate.realm.globalObject, 'SharedArrayBuffer');
  // The console of browsers has no constructor.
  deleteOwn(isolate.realm.intrinsic('console'), 'Console');
}
