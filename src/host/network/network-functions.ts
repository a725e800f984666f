/** What the sources of fetch and its kin call by `%Name(…)`: the fixtures' answers, and waiting for them. */
import { addOwn, Attribute, type Isolate, JSObject, type Value } from '../../engine/index.ts';
import type { ApiKind, TaskSource } from '../../protocol/events.ts';
import { enqueueCallback } from '../globals/timers-globals.ts';
import { block } from '../blocking.ts';
import type { Host } from '../host.ts';
import type { Request } from '../requests.ts';
import { newBytes } from '../web/bytes.ts';
import { Network } from './network.ts';

export function installNetworkFunctions(host: Host): void {
  const { isolate } = host;
  const network = new Network(host);
  const define = (name: string, run: (args: Value[]) => Value | void): void =>
    void isolate.runtime.set(name, (_isolate, args) => run(args) as Value);
  const waiting = new Map<number, Request>();
  define('NetworkAnswer', ([method, url]) => guestValue(isolate, network.answer(String(method), String(url))));
  define('NetworkRoute', ([method, url]) => {
    const answer = network.route(String(method), String(url));
    return answer && guestValue(isolate, answer);
  });
  define('NetworkChannel', ([kind, url]) => {
    const channel = network.channel(kind === 'sockets' ? 'sockets' : 'events', String(url));
    return channel && guestValue(isolate, channel);
  });
  define('NetworkLatency', () => network.latency);
  define('TellOfStandIn', ([what]) => network.tellOfStandIn(String(what)));
  // (kind, name, source, delay, callback, isRefed): the callback is given a reason where somebody has let it fail.
  define('Wait', ([kind, name, source, delay, callback, isRefed]) => {
    let id = 0;
    const done = (reason: Value): void => {
      waiting.delete(id);
      isolate.callNested(callback as JSObject, undefined, [reason]);
    };
    const request = host.request({
      kind: kind as ApiKind,
      name: String(name),
      source: source as TaskSource,
      delay: Number(delay),
      isRefed: isRefed !== false,
      run: () => done(undefined),
      fail: (reason) => done(reason),
      holds: callback,
    });
    id = request.id;
    waiting.set(id, request);
    return id;
  });
  define('QueueNetworkTask', ([name, callback]) => {
    const run = (): void => void isolate.callNested(callback as JSObject, undefined, []);
    host.queueTask('networking', String(name), run, { holds: callback });
  });
  // A synchronous request: nothing else runs, and time passes.
  define('Block', ([kind, name, delay]) => block(host, kind as ApiKind, String(name), Number(delay)));
  host.inputActions.answer = ({ id, fails }) => {
    const request = host.requests.all().find((pending) => pending.id === id);
    if (request === undefined) return 'the request that was to be answered is not pending any more';
    if (fails && request.fail === undefined) return `${request.name} cannot fail`;
    if (fails) host.failRequest(request, 'ECONNRESET');
    else host.settleRequest(request);
    return undefined;
  };
  define('StopWaiting', ([id]) => {
    const request = waiting.get(id as number);
    if (request === undefined) return;
    waiting.delete(request.id);
    host.cancelRequest(request);
  });
  define('NextTick', ([callback]) => {
    enqueueCallback(host, host.description.hasProcess ? 'nextTick' : 'queueMicrotask', callback as JSObject, []);
  });
}

/** Plain data as the program's objects; the text of a piece is its bytes too. */
function guestValue(isolate: Isolate, data: unknown): Value {
  if (typeof data !== 'object' || data === null) return data as Value;
  if (Array.isArray(data)) return isolate.realm.newArray(data.map((item) => guestValue(isolate, item)));
  const object = isolate.realm.newObject();
  for (const [key, value] of Object.entries(data)) {
    addOwn(object, key, guestValue(isolate, value), Attribute.all);
    if (key === 'text')
      addOwn(object, 'bytes', newBytes(isolate, new TextEncoder().encode(String(value))), Attribute.all);
  }
  return object;
}
