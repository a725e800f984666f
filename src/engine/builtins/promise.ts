/**
 * Promise. ECMAScript 27.2; V8: src/builtins/promise-*.tq. The core operations (jobs, reactions, resolving) are
 * execution/promises.ts; what calls guest code in ordinary use is in self-hosted/promise.ts, so that the executor and
 * the callbacks of finally stand on the stack as frames. Each step enqueues exactly the jobs that ECMAScript says: the order
 * of interleaved chains depends on it.
 */
import { markCombinatorElement } from '../execution/combinators.ts';
import { isCallable, isConstructor } from '../execution/calls.ts';
import { hiddenClassFromConstructor } from '../execution/construct.ts';
import { defaultCallSite } from '../execution/default-call-site.ts';
import { describeUnquoted } from '../execution/describe.ts';
import { makeError, throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import {
  createResolvingFunctions,
  isPromise,
  newPromise,
  newPromiseCapability,
  performPromiseThen,
  promiseResolve,
} from '../execution/promises.ts';
import { getProperty } from '../execution/property-access.ts';
import type { RuntimeFunctions } from '../execution/runtime.ts';
import type { FunctionData, PromiseCapability } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import { addOwn, defineOwn } from '../objects/own-properties.ts';
import { lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import { Attribute, builtinAttributes } from '../objects/property-details.ts';
import type { Value } from '../objects/value.ts';
import { getter, method, type Native, selfHosted, toStringTag } from './install.ts';
import { promiseConstructorSource, promisePrototypeSelfHosted, promiseSelfHosted } from './self-hosted/promise.ts';

export function installPromise(isolate: Isolate): void {
  const { realm } = isolate;
  const prototype = realm.promisePrototype;
  const promise = isolate.selfHostedFunction('Promise', promiseConstructorSource);
  installPrototype(promise, prototype);
  addOwn(prototype, 'constructor', promise, builtinAttributes);
  realm.intrinsics.set('Promise', promise);
  realm.intrinsics.set('Promise.prototype', prototype);
  addOwn(realm.globalObject, 'Promise', promise, builtinAttributes);

  const { all, allSettled, any, race, ...later } = promiseSelfHosted;
  selfHosted(isolate, promise, { all, allSettled, any, race });
  method(isolate, promise, 'resolve', 1, resolve);
  method(isolate, promise, 'reject', 1, reject);
  method(isolate, promise, 'withResolvers', 0, withResolvers);
  selfHosted(isolate, promise, later);
  getter(isolate, promise, isolate.symbols.species, species);

  realm.intrinsics.set('Promise.prototype.then', method(isolate, prototype, 'then', 2, then));
  method(isolate, prototype, 'catch', 1, catchMethod);
  selfHosted(isolate, prototype, promisePrototypeSelfHosted);
  toStringTag(isolate, prototype, 'Promise');
}

/** Functions that are no classes have a writable prototype; a builtin constructor's is fixed. */
function installPrototype(constructor: JSObject, prototype: JSObject): void {
  if (lookupOwn(new PropertyLookup(), constructor, 'prototype')) {
    defineOwn(constructor, 'prototype', { value: prototype, writable: false, enumerable: false, configurable: false });
  } else {
    addOwn(constructor, 'prototype', prototype, Attribute.none);
  }
}

const species: Native = (_isolate, receiver) => receiver;

const then: Native = (isolate, receiver, [onFulfilled, onRejected]) => {
  if (!isPromise(receiver)) {
    throwTypeError(isolate, 'IncompatibleMethodReceiver', 'Promise.prototype.then', describeUnquoted(receiver));
  }
  const capability = newPromiseCapability(isolate, speciesConstructor(isolate, receiver));
  performPromiseThen(isolate, receiver, onFulfilled, onRejected, capability);
  return capability.promise;
};

const catchMethod: Native = (isolate, receiver, [onRejected]) =>
  isolate.tailCall(getProperty(isolate, receiver, 'then'), receiver, [undefined, onRejected]);

const resolve: Native = (isolate, receiver, [value]) => {
  if (!(receiver instanceof JSObject)) throwTypeError(isolate, 'CalledOnNonObject', 'PromiseResolve');
  return promiseResolve(isolate, receiver, value);
};

const reject: Native = (isolate, receiver, [reason]) => {
  if (!(receiver instanceof JSObject)) throwTypeError(isolate, 'CalledOnNonObject', 'PromiseReject');
  const capability = newPromiseCapability(isolate, receiver);
  isolate.callNested(capability.reject as JSObject, undefined, [reason]);
  return capability.promise;
};

const withResolvers: Native = (isolate, receiver) => {
  if (!(receiver instanceof JSObject)) throwTypeError(isolate, 'CalledOnNonObject', 'Promise.withResolvers');
  return capabilityObject(isolate, newPromiseCapability(isolate, receiver));
};

function capabilityObject(isolate: Isolate, capability: PromiseCapability): JSObject {
  const result = isolate.realm.newObject();
  addOwn(result, 'promise', capability.promise, Attribute.all);
  addOwn(result, 'resolve', capability.resolve, Attribute.all);
  addOwn(result, 'reject', capability.reject, Attribute.all);
  return result;
}

/** Runtime functions of self-hosted/promise.ts. */
export const promiseRuntime: RuntimeFunctions = {
  /** (new.target). */
  NewPromise: (isolate, [newTarget]) =>
    newPromise(isolate, hiddenClassFromConstructor(isolate, newTarget as JSObject, 'promise', 'Promise.prototype')),
  /** (status, name, value): one of the results of allSettled. V8: src/builtins/promise-all.tq. */
  NewSettlement: (isolate, [status, name, value]) => {
    const result = isolate.realm.newObject();
    addOwn(result, 'status', status, Attribute.all);
    addOwn(result, name as string, value, Attribute.all);
    return result;
  },
  /** (promise): an array of its resolve and its reject function. */
  CreateResolvingFunctions: (isolate, [promise]) =>
    isolate.realm.newArray(createResolvingFunctions(isolate, promise as JSObject)),
  /** (constructor): {promise, resolve, reject}. */
  NewPromiseCapability: (isolate, [constructor]) =>
    capabilityObject(isolate, newPromiseCapability(isolate, constructor)),
  /** (constructor, value). */
  PromiseResolve: (isolate, [constructor, value]) => promiseResolve(isolate, constructor, value),
  DescribeUnquoted: (_isolate, [value]) => describeUnquoted(value),
  /** (name, element function, index, promise): the function, marked for async stack traces. */
  MarkCombinatorElement: (_isolate, args) => markCombinatorElement(args),
  /** (promise): its species, %Promise% by default. */
  PromiseSpeciesConstructor: (isolate, [promise]) => speciesConstructor(isolate, promise as JSObject),
  /** (constructor): its `resolve`, which must be callable. */
  GetPromiseResolve: (isolate, [constructor]) => {
    const found = getProperty(isolate, constructor, 'resolve');
    if (!isCallable(found)) throwTypeError(isolate, 'PromiseNonCallable');
    return found;
  },
  /** (iterable): throws where V8's own iteration would, with its words. */
  CheckIterable: (isolate, [iterable]) => {
    if (isSurelyNotIterable(isolate, iterable)) {
      throwTypeError(isolate, 'NotIterableNoSymbolLoad', defaultCallSite(iterable), 'Symbol(Symbol.iterator)');
    }
    return undefined;
  },
  /** (errors): the error that Promise.any rejects with. */
  NewPromiseAnyError: (isolate, [errors]) => {
    const error = makeError(isolate, 'AggregateError', 'All promises were rejected');
    // V8 captures no stack for it.
    if (error.internal?.kind === 'error') error.internal.frames = [];
    addOwn(error, 'errors', errors, builtinAttributes);
    return error;
  },
};

/** ECMAScript: SpeciesConstructor(promise, %Promise%). */
function speciesConstructor(isolate: Isolate, promise: JSObject): JSObject {
  const fallback = isolate.realm.intrinsic('Promise');
  const constructor = getProperty(isolate, promise, 'constructor');
  if (constructor === undefined || (constructor === fallback && hasOwnSpecies(isolate, fallback))) return fallback;
  if (!(constructor instanceof JSObject)) throwTypeError(isolate, 'NotObject', 'The .constructor property');
  const species = getProperty(isolate, constructor, isolate.symbols.species);
  if (species === undefined || species === null) return fallback;
  if (!isConstructor(species)) throwTypeError(isolate, 'NotConstructor', 'object.constructor[Symbol.species]');
  return species;
}

/** Promise[Symbol.species] is the getter that it was born with. V8: IsPromiseSpeciesProtectorCellInvalid. */
function hasOwnSpecies(isolate: Isolate, constructor: JSObject): boolean {
  const found = new PropertyLookup();
  return (
    lookupOwn(found, constructor, isolate.symbols.species) &&
    found.isAccessor &&
    (found.getter?.internal as FunctionData | undefined)?.native === species
  );
}

/** Looks without running guest code: a getter or a proxy is left to the iteration itself. */
function isSurelyNotIterable(isolate: Isolate, value: Value): boolean {
  if (value === undefined || value === null) return true;
  if (!(value instanceof JSObject)) return !isCallable(getProperty(isolate, value, isolate.symbols.iterator));
  const found = new PropertyLookup();
  for (let holder: JSObject | null = value; holder !== null; holder = holder.hiddenClass.prototype) {
    if (holder.hiddenClass.instanceType === 'proxy') return false;
    if (lookupOwn(found, holder, isolate.symbols.iterator))
      return !found.isAccessor && !isCallable(found.value as Value);
  }
  return true;
}
