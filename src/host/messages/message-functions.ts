/** What the sources of messages and of the scheduler call by `%Name(…)`. */
import {
  checkTransferList,
  construct,
  GuestException,
  type Isolate,
  JSObject,
  lookupData,
  structuredClone,
  type Value,
} from '../../engine/index.ts';
import { processDelay } from '../agents/broadcasts.ts';
import type { Host } from '../host.ts';
import { type HostTask, type Request, taskPriorities, type TaskPriority } from '../requests.ts';

export function installMessageFunctions(host: Host): void {
  const { isolate } = host;
  /** Tasks and requests that the program may cancel, by id. */
  const waiting = new Map<number, HostTask | Request>();
  const define = (name: string, run: (args: Value[]) => Value | void): void =>
    void isolate.runtime.set(name, (_isolate, args) => run(args) as Value);
  const caller = (callback: Value) => (): void => void isolate.callNested(callback as JSObject, undefined, []);

  define('QueueMessage', ([callback, isContinuation]) => {
    const priority = isContinuation === true ? taskPriorities.normalContinuation : taskPriorities.normal;
    // What keeps a process alive is a port, not what waits at it.
    host.queueTask('postedMessage', 'message', caller(callback), { holds: callback, priority, isRefed: false });
  });
  define('PostToProcess', ([callback]) => {
    const run = caller(callback);
    const [kind, source] = ['message', 'postedMessage'] as const;
    host.request({ kind, name: 'BroadcastChannel', source, delay: processDelay, run, holds: callback });
  });
  define('QueueClosing', ([name, callback]) => {
    host.queueTask('closing', String(name), caller(callback), { holds: callback });
  });
  const waitFor = (kind: 'message' | 'test', name: Value): number => {
    const source = 'postedMessage';
    const request = host.request({ kind, name: String(name), source, delay: Infinity, run: () => undefined });
    waiting.set(request.id, request);
    return request.id;
  };
  define('WaitForMessages', ([name]) => waitFor('message', name));
  // Tests that nothing will end: where only they are left, the run is over, and says so.
  define('WaitForTests', ([name]) => waitFor('test', name));
  define('WaitForLock', ([name]) => {
    // What only waits for a lock keeps no process.
    const [kind, source, isRefed] = ['lock', 'lock', false] as const;
    const request = host.request({ kind, name: String(name), source, delay: Infinity, isRefed, run: () => undefined });
    waiting.set(request.id, request);
    return request.id;
  });
  define('GrantLock', ([name, callback]) => {
    const run = caller(callback);
    host.request({ kind: 'lock', name: String(name), source: 'lock', delay: processDelay, run, holds: callback });
  });
  define('EndWaiting', ([id]) => {
    const request = waiting.get(id as number) as Request;
    waiting.delete(id as number);
    host.cancelRequest(request);
  });
  define('ThrowCloneError', ([message]) => throwCloneError(isolate, String(message)));
  define('CloneMessage', ([value, buffers, ports, copies, prefix]) => {
    const known = new Map(elementsOf(ports).map((port, index) => [port, elementsOf(copies)[index]!]));
    const fail = (message: string): never => throwCloneError(isolate, `${String(prefix)}${message}`);
    const refuse = host.description.hasProcess
      ? fail
      : (_message: string, index = 0, duplicate?: string): never =>
          fail(
            duplicate === undefined
              ? `Value at index ${index} does not have a transferable type.`
              : `${duplicate} at index ${index} is a duplicate of an earlier ${duplicate}.`,
          );
    const transfer = checkTransferList(isolate, elementsOf(buffers), refuse);
    return structuredClone(isolate, value, { transfer, known, fail });
  });
  define('Origin', () => {
    const location = lookupData(isolate.realm.globalObject, 'location');
    const origin = location instanceof JSObject ? lookupData(location, 'origin') : undefined;
    return typeof origin === 'string' ? origin : 'http://localhost';
  });

  define('QueueScheduled', ([callback, priority, name]) => {
    const task: HostTask = host.queueTask('scheduler', String(name), caller(callback), {
      holds: callback,
      priority: priority as TaskPriority,
    });
    waiting.set(task.id, task);
    return task.id;
  });
  define('DelayScheduled', ([callback, delay]) => {
    const run = caller(callback);
    const [kind, source, name] = ['timeout', 'timer', 'postTask'] as const;
    const request = host.request({ kind, name, source, delay: Number(delay), run, holds: callback });
    waiting.set(request.id, request);
    return request.id;
  });
  define('CancelScheduled', ([id]) => {
    const entry = waiting.get(id as number);
    waiting.delete(id as number);
    if (entry === undefined) return;
    if ('due' in entry) host.cancelRequest(entry);
    else host.cancelTask(entry);
  });
  define('QueueContinuation', ([callback]) => {
    // Even numbers are continuations, and the next odd one is what they continue.
    const continued = (host.currentPriority & ~1) as TaskPriority;
    host.queueTask('scheduler', 'yield', caller(callback), { holds: callback, priority: continued });
  });
}

function elementsOf(list: Value): readonly JSObject[] {
  return list instanceof JSObject && Array.isArray(list.elements) ? (list.elements as JSObject[]) : [];
}

function throwCloneError(isolate: Isolate, message: string): never {
  const constructor = isolate.realm.intrinsic('DOMException');
  throw new GuestException(construct(isolate, constructor, [message, 'DataCloneError']) as JSObject);
}
