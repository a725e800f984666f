/** What blocks a thread. ECMAScript: AgentCanSuspend, DoWait; V8: FutexEmulation::Wait. */
import { type ArrayBufferData, GuestException, type JSObject, makeError } from '../engine/index.ts';
import type { ApiKind } from '../protocol/events.ts';
import type { Host } from './host.ts';

/** Nothing of the thread runs for so many ms, and time passes. */
export function block(host: Host, kind: ApiKind, name: string, milliseconds: number): void {
  const id = host.nextId++;
  const { listener, clock } = host;
  const due = host.now() + milliseconds;
  listener?.apiStart(id, kind, name);
  listener?.apiDue(id, Math.round(due), milliseconds);
  clock.jumpTo(due);
  listener?.clock(Math.floor(clock.milliseconds));
  listener?.apiEnd(id, false);
}

/**
 * `Sleep(buffer, milliseconds)`, for Atomics.wait. False: it may not, as the main thread of a browser.
 * Simplified: what another thread can write to is not waited for.
 */
export function installBlockingFunctions(host: Host): void {
  const { isolate } = host;
  isolate.runtime.set('Sleep', (_isolate, [buffer, milliseconds]) => {
    const { agent, description } = host;
    if (!description.hasProcess && agent === agent.cluster.main) return false;
    const { buffer: memory } = (buffer as JSObject).internal as ArrayBufferData;
    const refuse = (why: string): never => {
      throw new GuestException(makeError(isolate, 'Error', `Underhood does not simulate Atomics.wait ${why}`));
    };
    if (agent.cluster.sharedMemory.has(memory))
      refuse('for memory that another thread has: wait for a message, or with Atomics.waitAsync');
    if (milliseconds === Infinity)
      refuse('without a timeout here: no other thread has the memory, so that it would never end');
    block(host, 'wait', 'Atomics.wait', milliseconds as number);
    return true;
  });
}
