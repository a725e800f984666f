/**
 * Promises: settling, reactions, await, and running their jobs. V8: src/builtins/promise-*.tq; ECMAScript 27.2.
 * All state is data; a job's handler runs in an ordinary frame.
 */
import {
  FunctionData,
  type PromiseCapability,
  type PromiseData,
  type PromiseReaction,
} from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';
import { asyncGeneratorYielded } from './async-generators.ts';
import { call, construct, isCallable, isConstructor } from './calls.ts';
import { describe } from './describe.ts';
import { makeError, throwTypeError } from './errors.ts';
import { ReturnMode } from './frame.ts';
import { resume, resumeState } from './generators.ts';
import { GuestException } from './guest-exception.ts';
import type { Isolate } from './isolate.ts';
import { formatMessage } from './message-templates.ts';
import type { Microtask } from './microtasks.ts';
import { getProperty } from './property-access.ts';
import { currentPosition } from './stack-trace.ts';

export function newPromise(
  isolate: Isolate,
  hiddenClass = isolate.realm.root('promise', isolate.realm.promisePrototype),
): JSObject {
  const promise = new JSObject(hiddenClass);
  promise.internal = {
    kind: 'promise',
    id: isolate.nextPromiseId++,
    state: 'pending',
    result: undefined,
    reactions: [],
    isHandled: false,
  };
  isolate.watcher?.promiseChanged?.(promise, 'created');
  return promise;
}

function promiseData(promise: JSObject): PromiseData {
  return promise.internal as PromiseData;
}

export function isPromise(value: Value): value is JSObject {
  return value instanceof JSObject && value.hiddenClass.instanceType === 'promise';
}

/** ECMAScript: the algorithm of a promise resolve function. */
export function resolvePromise(isolate: Isolate, promise: JSObject, resolution: Value): void {
  if (resolution === promise) {
    rejectPromise(isolate, promise, makeError(isolate, 'TypeError', formatMessage('PromiseCyclic', ['#<Promise>'])));
    return;
  }
  if (!(resolution instanceof JSObject)) {
    fulfillPromise(isolate, promise, resolution);
    return;
  }
  let then: Value;
  try {
    then = getProperty(isolate, resolution, 'then');
  } catch (error) {
    if (!(error instanceof GuestException)) throw error;
    rejectPromise(isolate, promise, error.value);
    return;
  }
  if (!isCallable(then)) {
    fulfillPromise(isolate, promise, resolution);
    return;
  }
  const id = isolate.nextMicrotaskId++;
  const { asyncContext } = isolate;
  isolate.enqueueMicrotask({ kind: 'thenable', id, promise, thenable: resolution, then, asyncContext });
}

export function fulfillPromise(isolate: Isolate, promise: JSObject, value: Value): void {
  settle(isolate, promise, 'fulfilled', value);
}

export function rejectPromise(isolate: Isolate, promise: JSObject, reason: Value): void {
  const wasHandled = promiseData(promise).isHandled;
  settle(isolate, promise, 'rejected', reason);
  if (!wasHandled) isolate.trackRejection(promise, false);
}

function settle(isolate: Isolate, promise: JSObject, state: 'fulfilled' | 'rejected', value: Value): void {
  const data = promiseData(promise);
  if (data.state !== 'pending') return;
  const reactions = data.reactions;
  data.state = state;
  data.result = value;
  data.reactions = [];
  isolate.watcher?.promiseChanged?.(promise, 'settled');
  if (reactions.length > 0) isolate.listener?.promiseSettled(promise);
  for (const reaction of reactions) enqueueReaction(isolate, reaction, state === 'rejected', value);
}

function enqueueReaction(isolate: Isolate, reaction: PromiseReaction, isRejected: boolean, argument: Value): void {
  isolate.enqueueMicrotask({ kind: 'reaction', id: isolate.nextMicrotaskId++, reaction, isRejected, argument });
}

/** ECMAScript: PerformPromiseThen. */
export function performPromiseThen(
  isolate: Isolate,
  promise: JSObject,
  onFulfilled: Value,
  onRejected: Value,
  capability: PromiseCapability | undefined,
): void {
  addReaction(isolate, {
    kind: 'then',
    promise,
    onFulfilled: isCallable(onFulfilled) ? onFulfilled : undefined,
    onRejected: isCallable(onRejected) ? onRejected : undefined,
    capability,
    generator: undefined,
    ...currentPosition(isolate),
    step: isolate.steps,
    asyncContext: isolate.asyncContext,
  });
}

function addReaction(isolate: Isolate, reaction: PromiseReaction): void {
  const { promise } = reaction;
  const data = promiseData(promise);
  if (data.state === 'pending') {
    data.reactions.push(reaction);
    isolate.listener?.promiseReaction?.(reaction);
  } else {
    if (data.state === 'rejected' && !data.isHandled) isolate.trackRejection(promise, true);
    enqueueReaction(isolate, reaction, data.state === 'rejected', data.result);
  }
  if (!data.isHandled) isolate.watcher?.promiseChanged?.(promise, 'handled');
  data.isHandled = true;
}

/** Await: the generator's frame goes on when `value` settles. */
export function awaitValue(
  isolate: Isolate,
  generator: JSObject,
  value: Value,
  kind: 'await' | 'asyncGeneratorAwait' | 'asyncGeneratorYield',
): void {
  const promise = promiseResolve(isolate, isolate.realm.intrinsic('Promise'), value) as JSObject;
  addReaction(isolate, {
    kind,
    promise,
    onFulfilled: undefined,
    onRejected: undefined,
    capability: undefined,
    generator,
    ...currentPosition(isolate),
    step: isolate.steps,
    asyncContext: isolate.asyncContext,
  });
}

/** ECMAScript: PromiseResolve. */
export function promiseResolve(isolate: Isolate, constructor: Value, value: Value): Value {
  if (isPromise(value) && getProperty(isolate, value, 'constructor') === constructor) return value;
  if (constructor === isolate.realm.intrinsics.get('Promise')) {
    const promise = newPromise(isolate);
    resolvePromise(isolate, promise, value);
    return promise;
  }
  const capability = newPromiseCapability(isolate, constructor);
  call(isolate, capability.resolve, undefined, [value]);
  return capability.promise;
}

/** ECMAScript: NewPromiseCapability. */
export function newPromiseCapability(isolate: Isolate, constructor: Value): PromiseCapability {
  if (constructor === isolate.realm.intrinsics.get('Promise')) {
    const promise = newPromise(isolate);
    const [resolve, reject] = createResolvingFunctions(isolate, promise);
    return { promise, resolve, reject };
  }
  if (!isConstructor(constructor)) throwTypeError(isolate, 'NotConstructor', describe(constructor));
  const given: { resolve: Value; reject: Value } = { resolve: undefined, reject: undefined };
  const executor = isolate.realm.newNative('', 2, capabilityExecutor as NonNullable<FunctionData['native']>);
  (executor.internal as FunctionData).data = given;
  const promise = construct(isolate, constructor, [executor]);
  if (!isCallable(given.resolve) || !isCallable(given.reject)) throwTypeError(isolate, 'PromiseNonCallable');
  return { promise, resolve: given.resolve, reject: given.reject };
}

function capabilityExecutor(isolate: Isolate, _receiver: Value, args: Value[]): Value {
  const data = activeFunctionData(isolate).data as { resolve: Value; reject: Value };
  if (data.resolve !== undefined || data.reject !== undefined) throwTypeError(isolate, 'PromiseExecutorAlreadyInvoked');
  data.resolve = args[0];
  data.reject = args[1];
  return undefined;
}

/** ECMAScript: CreateResolvingFunctions. */
export function createResolvingFunctions(isolate: Isolate, promise: JSObject): [JSObject, JSObject] {
  const shared = { promise, alreadyResolved: false };
  const make = (native: (isolate: Isolate, receiver: Value, args: Value[]) => Value): JSObject => {
    const object = isolate.realm.newNative('', 1, native as NonNullable<FunctionData['native']>);
    (object.internal as FunctionData).data = shared;
    return object;
  };
  return [make(resolveFunction), make(rejectFunction)];
}

function resolveFunction(isolate: Isolate, _receiver: Value, args: Value[]): Value {
  const data = activeFunctionData(isolate).data as { promise: JSObject; alreadyResolved: boolean };
  if (data.alreadyResolved) return undefined;
  data.alreadyResolved = true;
  resolvePromise(isolate, data.promise, args[0]);
  return undefined;
}

function rejectFunction(isolate: Isolate, _receiver: Value, args: Value[]): Value {
  const data = activeFunctionData(isolate).data as { promise: JSObject; alreadyResolved: boolean };
  if (data.alreadyResolved) return undefined;
  data.alreadyResolved = true;
  rejectPromise(isolate, data.promise, args[0]);
  return undefined;
}

/** The data of the native builtin that is being called. */
export function activeFunctionData(isolate: Isolate): FunctionData {
  return isolate.interpreter.activeNative!.internal as FunctionData;
}

/** Runs a job to its end. Exceptions of plain callbacks go to the host; those of handlers settle the derived promise. */
export function runMicrotask(isolate: Isolate, task: Microtask): void {
  isolate.asyncContext = task.kind === 'reaction' ? task.reaction.asyncContext : task.asyncContext;
  if (task.kind === 'callback') {
    isolate.callNested(task.callback, undefined, task.args);
    return;
  }
  if (task.kind === 'thenable') {
    const [resolve, reject] = createResolvingFunctions(isolate, task.promise);
    const outcome = attempt(() => isolate.callNested(task.then, task.thenable, [resolve, reject]));
    if (outcome.threw) isolate.callNested(reject, undefined, [outcome.value]);
    return;
  }
  isolate.currentReaction = task.reaction;
  try {
    runReaction(isolate, task.reaction, task.isRejected, task.argument);
  } finally {
    isolate.currentReaction = undefined;
  }
}

function runReaction(isolate: Isolate, reaction: PromiseReaction, isRejected: boolean, argument: Value): void {
  if (reaction.generator !== undefined) {
    const generator = reaction.generator;
    if (reaction.kind === 'asyncGeneratorYield' && !isRejected) {
      asyncGeneratorYielded(isolate, generator, argument);
      return;
    }
    resumeState(generator).awaiting = false;
    isolate.interpreter.nest(() =>
      resume(isolate, generator, isRejected ? 'throw' : 'next', argument, ReturnMode.normal),
    );
    return;
  }
  const handler = isRejected ? reaction.onRejected : reaction.onFulfilled;
  const outcome =
    handler === undefined
      ? { threw: isRejected, value: argument }
      : attempt(() => isolate.callNested(handler as JSObject, undefined, [argument]));
  const capability = reaction.capability;
  if (capability === undefined) return;
  if (isPromise(capability.promise) && isResolvingFunction(capability.resolve, capability.promise)) {
    const data = (capability.resolve.internal as FunctionData).data as { alreadyResolved: boolean };
    if (data.alreadyResolved) return;
    data.alreadyResolved = true;
    if (outcome.threw) rejectPromise(isolate, capability.promise, outcome.value);
    else resolvePromise(isolate, capability.promise, outcome.value);
    return;
  }
  isolate.callNested((outcome.threw ? capability.reject : capability.resolve) as JSObject, undefined, [outcome.value]);
}

function isResolvingFunction(value: Value, promise: JSObject): value is JSObject {
  if (!(value instanceof JSObject) || !(value.internal instanceof FunctionData)) return false;
  const data = value.internal.data as { promise?: JSObject } | undefined;
  return value.internal.native === (resolveFunction as FunctionData['native']) && data?.promise === promise;
}

function attempt(action: () => Value): { threw: boolean; value: Value } {
  try {
    return { threw: false, value: action() };
  } catch (error) {
    if (!(error instanceof GuestException)) throw error;
    return { threw: true, value: error.value };
  }
}
