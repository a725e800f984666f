/**
 * The browser's global object: window, self, and names that programs ask for and Underhood does not simulate yet, which
 * say so at the line that uses them. HTML: Window.
 */
import { addOwn, Attribute, method, throwError } from '../engine/index.ts';
import type { Host } from './host.ts';
import { installPerformance } from './globals-process.ts';

const notSimulated = [
  'alert',
  'confirm',
  'prompt',
  'fetch',
  'requestAnimationFrame',
  'requestIdleCallback',
  'addEventListener',
];

export function installWindow(host: Host): void {
  const { isolate } = host;
  const global = isolate.realm.globalObject;
  for (const name of ['window', 'self', 'frames', 'top', 'parent']) {
    addOwn(global, name, global, Attribute.writable | Attribute.configurable);
  }
  installPerformance(host);
  for (const name of notSimulated) {
    method(isolate, global, name, 0, () => throwError(isolate, 'Error', `Underhood does not simulate ${name} yet`));
  }
}
