/** What the sources of events call by `%Name(…)`. */
import { FunctionData, GuestException, JSObject, makeError, type Realm, type Value } from '../../engine/index.ts';
import { enqueueCallback } from '../globals/timers-globals.ts';
import type { Host } from '../host.ts';
import { throwMissing, validateUint32 } from '../node-errors.ts';
import { handleUncaught } from '../unhandled.ts';
import { EventTargetData, eventTargetData } from './event-targets.ts';
import { type ActivationData, activate, preActivate } from '../dom/activation.ts';
import { DocumentData, ElementData, NodeData } from '../dom/nodes.ts';
import { domOf, eventPath } from '../dom/page.ts';
import { listenerName } from './listener-names.ts';

export function installEventFunctions(host: Host): void {
  const { isolate } = host;
  const { realm } = isolate;
  const define = (name: string, run: (args: Value[]) => Value | void): void =>
    void isolate.runtime.set(name, (_isolate, args) => run(args) as Value);
  define('HasProcess', () => host.description.hasProcess);
  define('NewTypeErrorOf', ([message]) => makeError(isolate, 'TypeError', String(message)));
  define('ThrowMissing', (names) =>
    throwMissing(isolate, ...names.filter((name) => name !== undefined).map((name) => String(name))),
  );
  define('ValidateUint32', ([value, name]) => validateUint32(isolate, value, String(name)));
  define('Now', () => Math.floor(host.clock.read() / 1e3) / 1e3);
  define('InitEventTarget', ([target, name]) => {
    (target as JSObject).internal = new EventTargetData(String(name));
  });
  define('IsEventTarget', ([target]) => eventTargetData(target) !== undefined);
  define('IsAbortSignal', ([target]) => eventTargetData(target)?.interface === 'AbortSignal');
  define('IsWindow', ([target]) => target === realm.globalObject);
  define('EventListeners', ([target]) => eventTargetData(target)?.listeners);
  define('NeedEventListeners', ([target]) => {
    const data = eventTargetData(target)!;
    return (data.listeners ??= realm.newObjectWithPrototype(null));
  });
  define('ListenerAdded', ([target, type, listener]) => {
    const id = host.nextId++;
    host.listeners.set(id, { target: target as JSObject, listener: listener as JSObject });
    host.listener?.apiStart(id, 'listener', listenerName(host, target as JSObject, String(type)));
    return id;
  });
  define('HasSameCode', ([first, second]) => {
    const [one, other] = [first, second].map((each) => (each instanceof JSObject ? each.internal : undefined));
    if (!(one instanceof FunctionData) || !(other instanceof FunctionData)) return false;
    return one.shared !== undefined && one.shared === other.shared;
  });
  define('ListenerCalled', ([id]) => {
    if (id !== 0) host.listener?.listenerCall(id as number);
  });
  define('ListenerRemoved', ([id]) => {
    if (host.listeners.delete(id as number)) host.listener?.apiEnd(id as number, true);
  });
  // HTML: clean up after running script. While code of the program is on the stack, its microtasks wait.
  define('Checkpoint', () => {
    if (host.reporting !== undefined) return;
    if (isolate.frames().every(({ shared }) => shared.script.kind === 'builtin')) host.runMicrotasks();
  });
  define('IsPassiveByDefault', ([target, type]) => {
    if (!passiveTypes.has(String(type))) return false;
    const data = eventTargetData(target);
    if (target === realm.globalObject || data instanceof DocumentData) return true;
    return data instanceof ElementData && data.is('html', 'body');
  });
  define('EventPath', ([target, type]) => {
    const data = eventTargetData(target);
    return data instanceof NodeData ? realm.newArray(eventPath(host, data, String(type))) : pathOf(realm, target);
  });
  define('SetEventParent', ([target, outer]) => {
    eventTargetData(target)!.outer = outer as JSObject;
  });
  define('PreActivate', ([path]) => {
    const nodes = (path as JSObject).elements.map(eventTargetData).filter((data) => data instanceof NodeData);
    const activation = preActivate(nodes);
    if (activation === undefined) return undefined;
    const object = realm.newObject();
    object.internal = activation;
    return object;
  });
  define('Activate', ([activation, isCanceled]) => {
    activate(domOf(host), (activation as JSObject).internal as ActivationData, isCanceled === true);
  });
  define('StartTimer', ([callback, delay]) => {
    const run = (): void => void isolate.callNested(callback as JSObject, undefined, []);
    host.request({
      kind: 'timeout',
      name: 'AbortSignal.timeout',
      source: 'timer',
      delay: Number(delay),
      run,
      holds: callback,
    });
  });
  define('ReportException', ([value]) => {
    if (!host.description.hasProcess) return handleUncaught(host, value, false);
    const rethrow = realm.newNative('', 0, () => {
      host.lastThrow = { value, script: undefined, offset: -1 };
      throw new GuestException(value);
    });
    enqueueCallback(host, 'nextTick', rethrow, []);
  });
}

/** The target and what it is a part of; undefined: it is a part of nothing. */
function pathOf(realm: Realm, target: Value): JSObject | undefined {
  const path: JSObject[] = [];
  for (let next = target; next instanceof JSObject; next = eventTargetData(next)?.outer) path.push(next);
  return path.length < 2 ? undefined : realm.newArray(path);
}

/** DOM: the default passive value of a listener. */
const passiveTypes = new Set(['touchstart', 'touchmove', 'wheel', 'mousewheel']);
