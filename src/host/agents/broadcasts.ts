/**
 * Broadcasts to other threads: all channels of a name there hear what is posted here, each as a task of its own.
 * HTML: broadcasting to other browsing contexts; Node: SiblingGroup in src/node_messaging.cc.
 */
import { JSObject, lookupData, structuredDeserialize, type Value } from '../../engine/index.ts';
import type { Host } from '../host.ts';
import { requireModule } from '../modules.ts';
import { messageLatency } from './cluster.ts';
import { serialize } from './port-functions.ts';

/** Between a browser's threads a broadcast goes through another process, in ms. */
export const processDelay = 1;

export function installBroadcastFunctions(host: Host): void {
  const { isolate, agent, description } = host;
  const define = (name: string, run: (args: Value[]) => void): void =>
    void isolate.runtime.set(name, (_isolate, args) => run(args) as undefined);
  define('OpenBroadcast', ([name, channel]) => {
    const known = agent.broadcasts.get(String(name));
    if (known === undefined) agent.broadcasts.set(String(name), new Set([channel as JSObject]));
    else known.add(channel as JSObject);
  });
  define('CloseBroadcast', ([name, channel]) => void agent.broadcasts.get(String(name))?.delete(channel as JSObject));
  define('Broadcast', ([name, value]) => {
    const others = agent.cluster.agents().filter((other) => other !== agent);
    if (others.length === 0) return;
    const message = serialize(host, value, undefined, 'BroadcastChannel');
    const latency = description.hasProcess ? messageLatency : processDelay;
    for (const other of others) {
      const arrive = (): void => {
        for (const channel of other.broadcasts.get(String(name)) ?? [])
          queueDelivery(other.host, channel, () => structuredDeserialize(other.host.isolate, message).value);
      };
      agent.send(other, arrive, { latency, survives: true });
    }
  });
}

function queueDelivery(host: Host, channel: JSObject, read: () => Value): void {
  const run = (): void => {
    const far = lookupData(requireModule(host, 'internal/messaging'), 'far') as JSObject;
    host.isolate.callNested(lookupData(far, 'broadcast') as JSObject, undefined, [channel, read()]);
  };
  host.queueTask('postedMessage', 'message', run, { holds: channel });
}
