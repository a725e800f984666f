/** What the sources of message ports and workers call by `%Name(…)` of ports, and how ports are part of messages. */
import {
  checkTransferList,
  construct,
  GuestException,
  JSObject,
  lookupData,
  makeError,
  type SerializedMessage,
  structuredDeserialize,
  structuredSerialize,
  toBoolean,
  type Value,
} from '../../engine/index.ts';
import { eventTargetData } from '../events/event-targets.ts';
import type { Host } from '../host.ts';
import { requireModule } from '../modules.ts';
import { closePort, entangle, Port, postMessage, sendAway, startPort, stopPort, takeMessage } from './ports.ts';

export function installPortFunctions(host: Host): void {
  const { isolate } = host;
  const define = (name: string, run: (args: Value[]) => Value | void): void =>
    void isolate.runtime.set(name, (_isolate, args) => run(args) as Value);
  const portOf = (object: Value): Port | undefined =>
    object instanceof JSObject ? host.agent.portsByObject.get(object) : undefined;
  define('IsFarPort', ([object]) => portOf(object) !== undefined);
  define('PostFar', ([object, value, transfer, interfaceName]) => {
    const port = portOf(object);
    const message = serialize(host, value, transfer, String(interfaceName), port);
    if (port !== undefined) postMessage(port, message);
  });
  define('StartFarPort', ([object, starts]) => {
    const port = portOf(object);
    if (port === undefined) return;
    if (toBoolean(starts)) startPort(port);
    else stopPort(port);
  });
  define('CloseFarPort', ([object]) => {
    const port = portOf(object);
    if (port !== undefined) closePort(port);
  });
  define('ReceiveMessage', ([object]) => {
    const port = portOf(object);
    const message = port === undefined ? undefined : takeMessage(port);
    return message && host.newPlainObject({ message: structuredDeserialize(isolate, message).value });
  });
  isolate.platformTypes.set('MessagePort', {
    is: isPortObject,
    transfer: (object) => leave(host, object),
    deserialize: (data) => {
      const object = callFar(host, 'newPort') as JSObject;
      if (data instanceof Port) {
        data.agent = host.agent;
        adopt(host, data, object);
      }
      return object;
    },
    refusal: host.description.hasProcess
      ? 'Object that needs transfer was found in message but not listed in transferList'
      : 'A MessagePort could not be cloned because it was not transferred.',
  });
}

function isPortObject(object: JSObject): boolean {
  return eventTargetData(object)?.interface === 'MessagePort';
}

/** The end goes to another thread: what waits for it goes with it, and the other end is near a far one from now on. */
function leave(host: Host, object: JSObject): Port {
  const known = host.agent.portsByObject.get(object);
  const left = callFar(host, 'leave', object) as JSObject;
  const other = lookupData(left, 'other');
  let port = known;
  if (port === undefined) {
    const near = new Port(host.agent);
    port = new Port(host.agent);
    if (other instanceof JSObject) {
      adopt(host, near, other);
      entangle(near, port);
      near.isStarted = lookupData(left, 'isOpen') === true;
    }
  }
  host.agent.portsByObject.delete(object);
  for (const message of elementsOf(lookupData(left, 'waiting'))) {
    const [data, ports] = [lookupData(message, 'data'), lookupData(message, 'ports')];
    port.queue.push(serialize(host, data, ports, 'MessagePort'));
  }
  return sendAway(port);
}

function callFar(host: Host, name: string, ...args: Value[]): Value {
  const far = lookupData(requireModule(host, 'internal/messaging'), 'far') as JSObject;
  return host.isolate.callNested(lookupData(far, name) as JSObject, undefined, args);
}

function elementsOf(list: Value): readonly JSObject[] {
  return list instanceof JSObject && Array.isArray(list.elements) ? (list.elements as JSObject[]) : [];
}

/** The object is what the program knows the end as. */
export function adopt(host: Host, port: Port, object: JSObject): Port {
  port.object = object;
  host.agent.ports.add(port);
  host.agent.portsByObject.set(object, port);
  return port;
}

/** `port`: the end by which it will go, which cannot go itself. */
export function serialize(
  host: Host,
  value: Value,
  transfer: Value,
  interfaceName: string,
  port?: Port,
): SerializedMessage {
  const { isolate, description } = host;
  const prefix = description.hasProcess ? '' : `Failed to execute 'postMessage' on '${interfaceName}': `;
  const fail = (message: string, index?: number): never => {
    const exception = isolate.realm.intrinsic('DOMException');
    const isKind = index !== undefined && !description.hasProcess;
    const text = isKind ? `Value at index ${index} does not have a transferable type.` : message;
    throw new GuestException(construct(isolate, exception, [`${prefix}${text}`, 'DataCloneError']) as JSObject);
  };
  const objects: readonly Value[] = elementsOf(transfer);
  objects.forEach((object, index) => {
    if (object instanceof JSObject) return;
    const message = description.hasProcess
      ? 'Found invalid value in transferList.'
      : `Failed to execute 'postMessage' on '${interfaceName}': Value at index ${index} does not have a transferable type.`;
    throw new GuestException(makeError(isolate, 'TypeError', message));
  });
  const transferred = checkTransferList(isolate, objects as JSObject[], fail);
  if (port?.object !== undefined && transferred.includes(port.object)) fail('Transfer list contains source port');
  transferred.forEach((object, index) => {
    if (!isPortObject(object) || callFar(host, 'isDetached', object) !== true) return;
    fail(
      description.hasProcess
        ? 'MessagePort in transfer list is already detached'
        : `Port at index ${index} is already neutered.`,
    );
  });
  const message = structuredSerialize(isolate, value, { transfer: transferred, fail });
  for (const memory of message.sharedMemory) host.agent.cluster.sharedMemory.add(memory);
  return message;
}
