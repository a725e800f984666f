/** A browser's setTimeout and setInterval. HTML: timer initialization steps; Blink: DOMTimer. */
import { isCallable, type Isolate, toNumber, toPrimitive, toStringValue, type Value } from '../../engine/index.ts';
import { clampDelay } from '../descriptions.ts';
import type { Host } from '../host.ts';
import { callbackName } from '../task-names.ts';
import { Timer } from './timers.ts';
import { armHtmlTimer } from '../turns.ts';
import { requireArguments, throwFailed } from '../web-idl.ts';

export function setHtmlTimer(host: Host, isInterval: boolean, given: readonly Value[]): Value {
  const { isolate, description } = host;
  const name = isInterval ? 'setInterval' : 'setTimeout';
  requireArguments(isolate, name, given);
  const [callback, delay, ...args] = given;
  const handler = isCallable(callback) ? callback : codeOf(isolate, callback);
  const asked = millisecondsOf(isolate, name, delay);
  const nesting = host.nesting + 1;
  const actual = clampDelay(description, asked, nesting);
  const timer = new Timer(host.nextId++, host.nextTimerHandle++, isInterval, handler, args, actual, nesting);
  host.timersById.set(timer.id, timer);
  host.timersByHandle.set(timer.asyncId, timer);
  const now = host.now();
  host.listener?.apiStart(timer.id, isInterval ? 'interval' : 'timeout', callbackName(handler));
  host.listener?.apiDue(timer.id, Math.round(now + actual), actual);
  armHtmlTimer(host, timer, now);
  return timer.asyncId;
}

/** Web IDL: long. */
function millisecondsOf(isolate: Isolate, name: string, delay: Value): number {
  const primitive = toPrimitive(isolate, delay, 'number');
  if (typeof primitive === 'bigint') return throwFailed(isolate, name, 'Cannot convert a BigInt value to a number');
  return primitive === undefined ? 0 : toNumber(isolate, primitive) | 0;
}

/** What is no function is a script that runs then. */
function codeOf(isolate: Isolate, callback: Value): Value {
  const code = toStringValue(isolate, callback);
  const evaluate = isolate.realm.intrinsic('eval');
  return isolate.realm.newNative('', 0, () => isolate.callNested(evaluate, undefined, [code]));
}
