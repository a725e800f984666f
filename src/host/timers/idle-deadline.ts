/** What an idle callback is given: how much time it has. requestidlecallback: the IdleDeadline interface. */
import {
  AccessorPair,
  addOwn,
  Attribute,
  type Isolate,
  JSObject,
  type Native,
  type NativeCode,
  throwError,
  toStringTag,
  type Value,
} from '../../engine/index.ts';
import type { Host } from '../host.ts';
import { newClassPrototype } from './timer-objects.ts';

interface Deadline {
  readonly time: number;
  readonly didTimeout: boolean;
}

const intrinsicName = 'IdleDeadline.prototype';

export function newIdleDeadline(host: Host, didTimeout: boolean): JSObject {
  const object = host.isolate.realm.newObjectWithPrototype(idleDeadlinePrototype(host));
  const deadline: Deadline = { time: didTimeout ? 0 : host.idleCallbacks.deadline(), didTimeout };
  object.internal = { kind: 'opaque', value: deadline };
  return object;
}

/** Made when it is first asked for. */
export function idleDeadlinePrototype(host: Host): JSObject {
  const { isolate, clock } = host;
  const { realm } = isolate;
  const known = realm.intrinsics.get(intrinsicName);
  if (known !== undefined) return known;
  const refuse: Native = () =>
    throwError(isolate, 'TypeError', "Failed to construct 'IdleDeadline': Illegal constructor");
  const prototype = newClassPrototype(isolate, 'IdleDeadline', 0, undefined, refuse);
  realm.intrinsics.set(intrinsicName, prototype);
  const timeRemaining = (_isolate: Isolate, receiver: Value): Value =>
    Math.max(0, Math.floor((deadlineOf(isolate, receiver).time - clock.read() / 1e6) * 10) / 10);
  const didTimeout = (_isolate: Isolate, receiver: Value): Value => deadlineOf(isolate, receiver).didTimeout;
  const get = realm.newNative('get didTimeout', 0, didTimeout as NativeCode);
  const attributes = Attribute.enumerable | Attribute.configurable;
  addOwn(prototype, 'didTimeout', new AccessorPair(get, undefined), attributes, true);
  addOwn(prototype, 'timeRemaining', realm.newNative('timeRemaining', 0, timeRemaining as NativeCode), Attribute.all);
  toStringTag(isolate, prototype, 'IdleDeadline');
  return prototype;
}

function deadlineOf(isolate: Isolate, receiver: Value): Deadline {
  if (receiver instanceof JSObject && receiver.internal?.kind === 'opaque') {
    const { value } = receiver.internal;
    if (typeof value === 'object' && value !== null && 'didTimeout' in value) return value as Deadline;
  }
  return throwError(isolate, 'TypeError', 'Illegal invocation');
}
