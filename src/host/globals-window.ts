/**
 * The browser's global object: window, self, and names that programs ask for and Underhood does not simulate yet, which
 * say so at the line that uses them. HTML: Window.
 */
import { addOwn, Attribute, deleteOwn, method, throwError } from '../engine/index.ts';
import { installWindowEvents } from './events/window-events.ts';
import { apiFunction } from './globals-web.ts';
import type { Host } from './host.ts';
import { reportException } from './report.ts';
import { requireArguments } from './web-idl.ts';

const notSimulated = ['fetch'];

export function installWindow(host: Host): void {
  const { isolate } = host;
  const global = isolate.realm.globalObject;
  for (const name of ['window', 'self', 'frames', 'top', 'parent']) {
    addOwn(global, name, global, Attribute.writable | Attribute.configurable);
  }
  installWindowEvents(host);
  apiFunction(host, 'reportError', 1, (_isolate, _receiver, args) => {
    requireArguments(isolate, 'reportError', args);
    reportException(host, args[0]);
    return undefined;
  });
  // The console of browsers has no constructor.
  deleteOwn(isolate.realm.intrinsic('console'), 'Console');
  for (const name of notSimulated) {
    method(isolate, global, name, 0, () => throwError(isolate, 'Error', `Underhood does not simulate ${name} yet`));
  }
}
