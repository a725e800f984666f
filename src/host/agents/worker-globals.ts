/**
 * The globals of a browser's workers: what they do not have of a page's, and what only they have.
 * HTML: WorkerGlobalScope, DedicatedWorkerGlobalScope.
 */
import { addOwn, Attribute } from '../../engine/index.ts';
import { inWindowsOnly } from '../events/globals-events.ts';
import { installEventTargetGlobals } from '../events/window-events.ts';
import { installFrames } from '../globals/frames-globals.ts';
import { installReporting } from '../globals/window-globals.ts';
import type { Host } from '../host.ts';
import { requireModule } from '../modules.ts';

const handlers = ['error', 'languagechange', 'offline', 'online', 'rejectionhandled', 'unhandledrejection'];
const idleNames = ['requestIdleCallback', 'cancelIdleCallback', 'IdleDeadline'];

export function installWorkerGlobals(host: Host): void {
  const global = host.isolate.realm.globalObject;
  addOwn(global, 'self', global, Attribute.writable | Attribute.configurable);
  installEventTargetGlobals(host, 'DedicatedWorkerGlobalScope', [...handlers, 'message', 'messageerror']);
  installReporting(host);
  installFrames(host);
  // Not as the program would: those that are made when they are touched stay unmade.
  for (const name of [...idleNames, ...inWindowsOnly, 'postMessage', 'Lock', 'LockManager'])
    global.dictionary!.delete(name);
}

/** Once modules can be made. */
export function installWorkerScope(host: Host): void {
  requireModule(host, 'internal/worker_scope');
}
