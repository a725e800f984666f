/**
 * The browser's global object: window, self, and names that programs ask for and Underhood does not simulate yet, which
 * say so at the line that uses them. HTML: Window.
 */
import { addOwn, Attribute, deleteOwn, method, throwError } from '../engine/index.ts';
import type { Host } from './host.ts';

const notSimulated = ['alert', 'confirm', 'prompt', 'fetch', 'addEventListener'];

export function installWindow(host: Host): void {
  const { isolate } = host;
  const global = isolate.realm.globalObject;
  for (const name of ['window', 'self', 'frames', 'top', 'parent']) {
    addOwn(global, name, global, Attribute.writable | Attribute.configurable);
  }
  // The console of browsers has no constructor.
  deleteOwn(isolate.realm.intrinsic('console'), 'Console');
  for (const name of notSimulated) {
    method(isolate, global, name, 0, () => throwError(isolate, 'Error', `Underhood does not simulate ${name} yet`));
  }
}
