/**
 * Message ports: two ends, each of which belongs to one agent and can be sent to another. What is posted at one end arrives at the
 * other as a task of its own. HTML: message ports; Node: MessagePort and MessagePortData in src/node_messaging.cc.
 */
import {
  type JSObject,
  lookupData,
  type SerializedMessage,
  structuredDeserialize,
  type Value,
} from '../../engine/index.ts';
import { requireModule } from '../modules.ts';
import type { Agent } from './agent.ts';
import { messageLatency } from './cluster.ts';

export class Port {
  /** Undefined while it is on its way to another agent. */
  agent: Agent | undefined;
  /** Whose program it is an object of. */
  object: JSObject | undefined = undefined;
  /** The other end. */
  remote: Port | undefined = undefined;
  /** Arrived before anybody listened. */
  readonly queue: SerializedMessage[] = [];
  isStarted = false;
  /** Told when there is one message more or less that waits here, and who did that. */
  onWaiting: ((difference: 1 | -1, by: Agent) => void) | undefined = undefined;

  constructor(agent: Agent) {
    this.agent = agent;
  }
}

export function entangle(first: Port, second: Port): void {
  first.remote = second;
  second.remote = first;
}

/** A message that nobody can receive any more is lost. */
export function postMessage(port: Port, message: SerializedMessage): void {
  const { agent, remote } = port;
  if (agent === undefined || remote === undefined) return;
  remote.onWaiting?.(1, agent);
  if (remote.agent === agent) return receive(remote, message);
  const target = remote.agent;
  if (target === undefined) remote.queue.push(message);
  else agent.send(target, () => receive(remote, message), { latency: messageLatency, survives: true });
}

/** The messages that wait become tasks, and those that follow at once. */
export function startPort(port: Port): void {
  if (port.isStarted) return;
  port.isStarted = true;
  for (const message of port.queue.splice(0)) queueMessage(port, message);
}

/** Messages wait again. */
export function stopPort(port: Port): void {
  port.isStarted = false;
}

/** The first message that waits, for those who look for it themselves. */
export function takeMessage(port: Port): SerializedMessage | undefined {
  const message = port.queue.shift();
  if (message !== undefined && port.agent !== undefined) port.onWaiting?.(-1, port.agent);
  return message;
}

/** Both ends are done; each is told, the other one once it has what was sent to it. */
export function closePort(port: Port, by = port.agent): void {
  const { remote } = port;
  if (by === undefined) return;
  disconnect(port);
  if (remote?.agent === undefined) return;
  const target = remote.agent;
  if (target === by) disconnect(remote);
  else by.send(target, () => disconnect(remote), { latency: messageLatency, survives: true });
}

/** What another agent needs to make an end of its own of this one, which is done here. */
export function sendAway(port: Port): Port {
  port.agent?.ports.delete(port);
  port.agent = undefined;
  port.object = undefined;
  port.isStarted = false;
  return port;
}

function receive(port: Port, message: SerializedMessage): void {
  if (port.agent === undefined || !port.isStarted) port.queue.push(message);
  else queueMessage(port, message);
}

function queueMessage(port: Port, message: SerializedMessage): void {
  const { agent, object } = port;
  if (agent === undefined || object === undefined) return;
  const { host } = agent;
  const run = (): void => {
    // It went away, or was closed, meanwhile.
    if (port.agent !== agent) return receive(port, message);
    if (!port.isStarted) return void port.queue.push(message);
    port.onWaiting?.(-1, agent);
    const { value, transferred } = structuredDeserialize(host.isolate, message);
    const ports = transferred.filter((each) => host.agent.portsByObject.has(each));
    callModule(port, 'receive', [value, host.isolate.realm.newArray(ports)]);
  };
  host.queueTask('postedMessage', 'message', run, { holds: object, isRefed: false });
}

/** What has arrived is still received. Node: MessagePort::OnClose. */
function disconnect(port: Port): void {
  const { agent, object } = port;
  port.remote = undefined;
  if (agent === undefined) return;
  agent.ports.delete(port);
  if (object === undefined || agent.host.end !== undefined) return;
  agent.host.queueTask('postedMessage', 'close', () => callModule(port, 'closed', []), { holds: object });
}

/** What the module internal/messaging has for ends in different threads, given the port's object. */
function callModule({ agent, object }: Port, name: 'receive' | 'closed', args: readonly Value[]): void {
  if (agent === undefined) return;
  const { host } = agent;
  const far = lookupData(requireModule(host, 'internal/messaging'), 'far') as JSObject;
  host.isolate.callNested(lookupData(far, name) as JSObject, undefined, [object, ...args]);
}
