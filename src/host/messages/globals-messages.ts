/** The globals of messages and, in browsers, of the scheduler: made when they are first touched. */
import { AccessorPair, Attribute, type JSObject, lookupData } from '../../engine/index.ts';
import type { Host } from '../host.ts';
import { lazyGlobal, lazyGlobalsOf } from '../globals/lazy-globals.ts';
import { installCloning } from './cloneable-objects.ts';
import { requireModule } from '../modules.ts';

export function installMessages(host: Host): void {
  lazyGlobalsOf(host, 'internal/messaging', ['MessageChannel', 'MessagePort', 'BroadcastChannel']);
  if (host.description.hasProcess) return;
  installCloning(host);
  host.isolate.realm.globalObject.dictionary!.delete('structuredClone');
  lazyGlobalsOf(host, 'internal/messaging', ['postMessage', 'structuredClone'], Attribute.all);
  lazyGlobalsOf(host, 'internal/worker', ['Worker']);
  const classes = ['Scheduler', 'TaskController', 'TaskSignal', 'TaskPriorityChangeEvent'];
  lazyGlobalsOf(host, 'internal/scheduler', classes);
  const { realm } = host.isolate;
  const makeScheduler = (): AccessorPair => {
    const scheduler = lookupData(requireModule(host, 'internal/scheduler'), 'scheduler') as JSObject;
    return new AccessorPair(
      realm.newNative('get scheduler', 0, () => scheduler),
      undefined,
    );
  };
  lazyGlobal(host, 'scheduler', makeScheduler, Attribute.enumerable | Attribute.configurable);
}
