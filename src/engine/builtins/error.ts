/**
 * Error, the native errors and AggregateError. ECMAScript 20.5; V8: src/builtins/builtins-error.cc, ErrorUtils in src/execution/messages.cc.
 */
import { hiddenClassFromConstructor } from '../execution/construct.ts';
import { toStringValue } from '../execution/conversions.ts';
import { describeUnquoted } from '../execution/describe.ts';
import { type ErrorName, initializeError, makeError, throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import { definePropertyOrThrow, getProperty, hasProperty, isExtensible } from '../execution/property-access.ts';
import type { RuntimeFunctions } from '../execution/runtime.ts';
import { errorDataOf, errorToString, formattedStack } from '../execution/error-stack.ts';
import { captureStack } from '../execution/stack-trace.ts';
import { type FunctionData, type NativeCode, nativeMarks } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import { addOwn, defineOwn, setPrototype } from '../objects/own-properties.ts';
import { lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import { Attribute, builtinAttributes } from '../objects/property-details.ts';
import type { Value } from '../objects/value.ts';
import { installCallSite } from './call-site.ts';
import { constructor, method, type Native, property } from './install.ts';
import { aggregateErrorSource } from './self-hosted/aggregate-error.ts';

const nativeErrors = ['EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'] as const;

export function installError(isolate: Isolate): void {
  const { realm } = isolate;
  const prototype = realm.plainPrototype();
  const error = constructor(isolate, 'Error', 1, errorConstructor('Error'), prototype);
  hideFromStack(error);
  const capture = method(isolate, error, 'captureStackTrace', 2, captureStackTrace);
  hideFromStack(capture);
  realm.intrinsics.set('Error.captureStackTrace', capture);
  method(
    isolate,
    error,
    'isError',
    1,
    (_isolate, _receiver, [value]) => value instanceof JSObject && value.hiddenClass.instanceType === 'error',
  );
  addOwn(error, 'stackTraceLimit', 10, Attribute.all);
  property(prototype, 'name', 'Error');
  property(prototype, 'message', '');
  const toString = method(isolate, prototype, 'toString', 0, (_isolate, receiver) =>
    receiver instanceof JSObject
      ? errorToString(isolate, receiver)
      : throwTypeError(isolate, 'IncompatibleMethodReceiver', 'Error.prototype.toString', describeUnquoted(receiver)),
  );
  (toString.internal as FunctionData).data = nativeMarks.errorToString;
  installStackAccessor(isolate);
  installCallSite(isolate);
  installAggregateError(isolate, error, prototype);
  installSuppressedError(isolate, error, prototype);
  for (const name of nativeErrors) installErrorClass(isolate, realm.globalObject, name);
}

/** A NativeError of the standard's, or one that is made like them: its constructor becomes a property of `holder`. */
export function installErrorClass(isolate: Isolate, holder: JSObject, name: ErrorName): void {
  const { realm } = isolate;
  const prototype = realm.plainPrototype(realm.intrinsic('Error.prototype'));
  const object = constructor(isolate, name, 1, errorConstructor(name), prototype, holder);
  hideFromStack(object);
  setPrototype(object, realm.intrinsic('Error'));
  property(prototype, 'name', name);
  property(prototype, 'message', '');
}

function installAggregateError(isolate: Isolate, error: JSObject, errorPrototype: JSObject): void {
  const { realm } = isolate;
  const prototype = realm.plainPrototype(errorPrototype);
  const aggregate = isolate.selfHostedFunction('AggregateError', aggregateErrorSource);
  const descriptor = { value: prototype, writable: false, enumerable: false, configurable: false };
  if (lookupOwn(new PropertyLookup(), aggregate, 'prototype')) defineOwn(aggregate, 'prototype', descriptor);
  else addOwn(aggregate, 'prototype', prototype, Attribute.none);
  setPrototype(aggregate, error);
  property(prototype, 'constructor', aggregate);
  property(prototype, 'name', 'AggregateError');
  property(prototype, 'message', '');
  realm.intrinsics.set('AggregateError', aggregate);
  realm.intrinsics.set('AggregateError.prototype', prototype);
  property(realm.globalObject, 'AggregateError', aggregate);
}

function installSuppressedError(isolate: Isolate, error: JSObject, errorPrototype: JSObject): void {
  const prototype = isolate.realm.plainPrototype(errorPrototype);
  const object = constructor(isolate, 'SuppressedError', 3, suppressedErrorConstructor, prototype);
  hideFromStack(object);
  setPrototype(object, error);
  property(prototype, 'name', 'SuppressedError');
  property(prototype, 'message', '');
}

const suppressedErrorConstructor: Native = (isolate, _receiver, [thrown, suppressed, message], newTarget) => {
  const target = newTarget ?? isolate.realm.intrinsic('SuppressedError');
  const error = createError(isolate, 'SuppressedError', target, message, undefined);
  addOwn(error, 'error', thrown, builtinAttributes);
  addOwn(error, 'suppressed', suppressed, builtinAttributes);
  return error;
};

/** Error constructors do not show in the stack traces that they capture: see execution/stack-trace.ts. */
function hideFromStack(native: JSObject): void {
  (native.internal as FunctionData).data = 'hidden';
}

function errorConstructor(name: ErrorName): Native & NativeCode {
  return (isolate: Isolate, _receiver: Value, [message, options]: Value[], newTarget: JSObject | undefined): Value =>
    createError(isolate, name, newTarget ?? isolate.realm.intrinsic(name), message, options);
}

function createError(isolate: Isolate, name: ErrorName, newTarget: JSObject, message: Value, options: Value): JSObject {
  const error = new JSObject(hiddenClassFromConstructor(isolate, newTarget, 'error', `${name}.prototype`));
  initializeError(error, captureStack(isolate, newTarget), undefined);
  if (message !== undefined) {
    const text = toStringValue(isolate, message);
    error.properties[1] = text;
    addOwn(error, 'message', text, builtinAttributes);
  }
  if (options instanceof JSObject && hasProperty(isolate, options, 'cause')) {
    addOwn(error, 'cause', getProperty(isolate, options, 'cause'), builtinAttributes);
  }
  return error;
}

const captureStackTrace: Native = (isolate, _receiver, [object, skipUntil]) => {
  if (!(object instanceof JSObject)) return throwTypeError(isolate, 'InvalidArgument');
  const frames = captureStack(
    isolate,
    skipUntil instanceof JSObject ? skipUntil : isolate.realm.intrinsic('Error.captureStackTrace'),
  );
  if (!isExtensible(isolate, object)) return throwTypeError(isolate, 'DefineDisallowed', 'stack');
  const { getter, setter } = isolate.realm.errorStackAccessor;
  const defineStack = (): void =>
    definePropertyOrThrow(isolate, object, 'stack', { getter, setter, enumerable: false, configurable: true });
  const { internal } = object;
  if (internal?.kind === 'error') {
    internal.frames = frames;
    internal.formatted = undefined;
    internal.header = undefined;
    defineStack();
    return undefined;
  }
  const captured = isolate.realm.newObjectWithPrototype(null);
  captured.internal = { kind: 'error', frames, header: undefined, formatted: undefined };
  const key = isolate.symbols.errorStack;
  if (lookupOwn(new PropertyLookup(), object, key)) defineOwn(object, key, { value: captured });
  else addOwn(object, key, captured, Attribute.all);
  defineStack();
  return undefined;
};

function installStackAccessor(isolate: Isolate): void {
  const { realm } = isolate;
  realm.errorStackAccessor.getter = realm.newNative('', 0, ((_isolate: Isolate, receiver: Value) =>
    formattedStack(isolate, receiver)) as NativeCode);
  realm.errorStackAccessor.setter = realm.newNative('', 1, ((_isolate: Isolate, receiver: Value, [value]: Value[]) => {
    const found = errorDataOf(isolate, receiver);
    if (found !== undefined) found.data.formatted = { value };
    return undefined;
  }) as NativeCode);
  for (const function_ of [realm.errorStackAccessor.getter, realm.errorStackAccessor.setter]) hideFromStack(function_);
}

export const errorRuntime: RuntimeFunctions = {
  /** new.target, message, options: an AggregateError without its errors. */
  NewAggregateError: (isolate, [newTarget, message, options]) => {
    const target = newTarget instanceof JSObject ? newTarget : isolate.realm.intrinsic('AggregateError');
    return createError(isolate, 'AggregateError', target, message, options);
  },
  NewSuppressedError: (isolate, [thrown, suppressed]) => {
    const error = makeError(isolate, 'SuppressedError', 'An error was suppressed during disposal');
    addOwn(error, 'error', thrown, builtinAttributes);
    addOwn(error, 'suppressed', suppressed, builtinAttributes);
    return error;
  },
  /** error, array of errors. */
  DefineErrors: (isolate, [error, errors]) => {
    const descriptor = { value: errors, writable: true, enumerable: false, configurable: true };
    definePropertyOrThrow(isolate, error as JSObject, 'errors', descriptor);
    return undefined;
  },
};
