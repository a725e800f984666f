/**
 * Listens to the engine for the host: which rejections nobody handles, and where the last exception was thrown. Passes
 * everything on to the recorder if there is one.
 */
import {
  type EngineListener,
  type Frame,
  type Isolate,
  type JSObject,
  type Microtask,
  type Script,
  type Value,
} from '../engine/index.ts';
import type { Host } from './host.ts';
import { sourceOffsetOf } from './source-position.ts';

export function connectEngine(host: Host, next: EngineListener | undefined): void {
  host.isolate.listener = new HostEngineListener(host, next);
}

type Parameter<Method extends keyof EngineListener, Index extends number> = Parameters<EngineListener[Method]>[Index];

class HostEngineListener implements EngineListener {
  private readonly host: Host;
  private readonly next: EngineListener | undefined;

  constructor(host: Host, next: EngineListener | undefined) {
    this.host = host;
    this.next = next;
  }

  throw(value: Value): void {
    // The engine's own rethrows of what a resolve function or an await got are no throw sites of the program.
    this.host.lastThrow = throwSite(this.host.isolate, value) ?? this.host.lastThrow;
    this.next?.throw(value);
  }

  rejectionTracked(promise: JSObject, handled: boolean): void {
    const { host } = this;
    if (handled) host.rejections.delete(promise);
    else host.rejections.add(promise);
    this.next?.rejectionTracked(promise, handled);
  }

  statement(frame: Frame, offset: number): void {
    this.next?.statement(frame, offset);
  }

  call(frame: Frame): void {
    this.next?.call(frame);
  }

  return(frame: Frame, value: Value): void {
    this.next?.return(frame, value);
  }

  suspend(frame: Frame, isAwait: boolean): void {
    this.next?.suspend(frame, isAwait);
  }

  unwind(frame: Frame): void {
    this.next?.unwind(frame);
  }

  catch(frame: Frame, value: Value): void {
    this.next?.catch(frame, value);
  }

  enqueueMicrotask(task: Microtask): void {
    this.next?.enqueueMicrotask(task);
  }

  promiseSettled(promise: JSObject): void {
    this.next?.promiseSettled(promise);
  }

  directEval(shared: Parameter<'directEval', 0>): void {
    this.next?.directEval(shared);
  }

  withEnter(): void {
    this.next?.withEnter();
  }

  deleteProperty(
    result: Parameter<'deleteProperty', 0>,
    object: JSObject,
    key: Parameter<'deleteProperty', 2>,
    before: number,
  ): void {
    this.next?.deleteProperty(result, object, key, before);
  }

  argumentsObject(isMapped: boolean, count: number): void {
    this.next?.argumentsObject(isMapped, count);
  }

  forIn(path: string, count: number): void {
    this.next?.forIn(path, count);
  }
}

/** The innermost frame of the program's own code. */
function throwSite(isolate: Isolate, value: Value): { value: Value; script: Script; offset: number } | undefined {
  const frames = isolate.frames();
  for (let index = frames.length - 1; index >= 0; index--) {
    const frame = frames[index]!;
    const { script } = frame.shared;
    if (script.kind !== 'builtin') return { value, script, offset: sourceOffsetOf(frame) };
  }
  return undefined;
}
