/** What an event listener listens to, in words: `click on #buy`, `abort on AbortSignal`. */
import type { JSObject } from '../../engine/index.ts';
import type { Host } from '../host.ts';
import { eventTargetData } from './event-targets.ts';

export function listenerName(host: Host, target: JSObject, type: string): string {
  return `${type} on ${targetName(host, target)}`;
}

function targetName({ isolate }: Host, target: JSObject): string {
  if (target === isolate.realm.globalObject) return 'window';
  return eventTargetData(target)?.interface ?? '';
}
