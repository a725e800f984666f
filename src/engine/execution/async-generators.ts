/** Async generators: a queue of requests, served one after the other. V8: src/builtins/builtins-async-generator-gen.cc; ECMAScript 27.6. */
import type { GeneratorData, PromiseCapability } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';
import { makeError } from './errors.ts';
import { ReturnMode } from './frame.ts';
import { closed, resume, resumeState, running, suspendedAtStart } from './generators.ts';
import { GuestException } from './guest-exception.ts';
import type { Isolate } from './isolate.ts';
import { formatMessage } from './message-templates.ts';
import {
  awaitValue,
  newPromise,
  newPromiseCapability,
  performPromiseThen,
  promiseResolve,
  rejectPromise,
  resolvePromise,
} from './promises.ts';

/** %AsyncGeneratorPrototype%.next, return and throw: always a promise. */
export function asyncGeneratorEnqueue(
  isolate: Isolate,
  receiver: Value,
  mode: GeneratorData['resumeMode'],
  value: Value,
): Value {
  const capability = newPromiseCapability(isolate, isolate.realm.intrinsic('Promise'));
  const promise = capability.promise as JSObject;
  if (!(receiver instanceof JSObject) || receiver.hiddenClass.instanceType !== 'async generator') {
    const message = formatMessage('IncompatibleMethodReceiver', [
      `[AsyncGenerator].prototype.${mode}`,
      isolate.describe(receiver),
    ]);
    rejectPromise(isolate, promise, makeError(isolate, 'TypeError', message));
    return promise;
  }
  const data = resumeState(receiver);
  data.queue.push({ mode, value, capability });
  if (data.state !== running && !data.awaiting) resumeNext(isolate, receiver);
  return promise;
}

/** Serves the first request of the queue, if the generator is free. V8: AsyncGeneratorResumeNext. */
function resumeNext(isolate: Isolate, generator: JSObject): void {
  const data = resumeState(generator);
  for (;;) {
    const request = data.queue[0];
    if (request === undefined || data.state === running || data.awaiting) return;
    if (data.state === suspendedAtStart && request.mode !== 'next') data.state = closed;
    if (data.state !== closed && request.mode === 'return') {
      awaitReturn(isolate, generator, request.value, (engine, isRejected, value) => {
        const mode = isRejected ? 'throw' : 'return';
        engine.interpreter.nest(() => resume(engine, generator, mode, value, ReturnMode.normal));
      });
      return;
    }
    if (data.state !== closed) {
      isolate.interpreter.nest(() => resume(isolate, generator, request.mode, request.value, ReturnMode.normal));
      return;
    }
    if (request.mode === 'next') settleFirst(isolate, generator, false, isolate.newIterResult(undefined, true));
    else if (request.mode === 'throw') settleFirst(isolate, generator, true, request.value);
    else {
      awaitReturn(isolate, generator, request.value, (engine, isRejected, value) => {
        settleFirst(engine, generator, isRejected, isRejected ? value : engine.newIterResult(value, true));
        resumeNext(engine, generator);
      });
      return;
    }
  }
}

function settleFirst(isolate: Isolate, generator: JSObject, isRejected: boolean, value: Value): void {
  const request = resumeState(generator).queue.shift();
  if (request === undefined) return;
  const promise = request.capability.promise as JSObject;
  if (isRejected) rejectPromise(isolate, promise, value);
  else resolvePromise(isolate, promise, value);
}

/** return() awaits its value before the generator sees it, or its end answers. V8: AsyncGeneratorReturn. */
function awaitReturn(
  isolate: Isolate,
  generator: JSObject,
  value: Value,
  goOn: (isolate: Isolate, isRejected: boolean, value: Value) => void,
): void {
  const data = resumeState(generator);
  data.awaiting = true;
  let promise: JSObject;
  try {
    promise = promiseResolve(isolate, isolate.realm.intrinsic('Promise'), value) as JSObject;
  } catch (error) {
    if (!(error instanceof GuestException)) throw error;
    promise = newPromise(isolate);
    rejectPromise(isolate, promise, error.value);
  }
  const finish = (isRejected: boolean) =>
    isolate.realm.newNative('', 1, ((engine: Isolate, _receiver: Value, args: Value[]) => {
      data.awaiting = false;
      goOn(engine, isRejected, args[0]);
      return undefined;
    }) as never);
  const unused: PromiseCapability | undefined = undefined;
  performPromiseThen(isolate, promise, finish(false), finish(true), unused);
}

export function asyncGeneratorAwait(isolate: Isolate, generator: JSObject, value: Value): Value {
  resumeState(generator).awaiting = true;
  awaitValue(isolate, generator, value, 'asyncGeneratorAwait');
  return undefined;
}

/** yield: the value was awaited already; the request is answered when the generator has suspended. */
export function asyncGeneratorYield(isolate: Isolate, generator: JSObject, value: Value): Value {
  resumeState(generator).awaiting = true;
  awaitValue(isolate, generator, value, 'asyncGeneratorYield');
  return undefined;
}

/** The yielded value is there: it answers the first request, and the generator stays suspended until the next. */
export function asyncGeneratorYielded(isolate: Isolate, generator: JSObject, value: Value): void {
  resumeState(generator).awaiting = false;
  settleFirst(isolate, generator, false, isolate.newIterResult(value, false));
  resumeNext(isolate, generator);
}

export function asyncGeneratorResolve(isolate: Isolate, generator: JSObject, value: Value, done: boolean): Value {
  settleFirst(isolate, generator, false, isolate.newIterResult(value, done));
  return undefined;
}

export function asyncGeneratorReject(isolate: Isolate, generator: JSObject, reason: Value): Value {
  settleFirst(isolate, generator, true, reason);
  return undefined;
}

/** After its frame has left the stack: the next request, if there is one. */
export function asyncGeneratorDrain(isolate: Isolate, generator: JSObject): void {
  resumeNext(isolate, generator);
}
