/**
 * Function, its prototype and the constructors of the other kinds of functions. ECMAScript 20.2; V8: src/builtins/builtins-function.cc,
 * function.tq.
 */
import { isCallable } from '../execution/calls.ts';
import { toIntegerOrInfinity } from '../execution/conversions.ts';
import { describeUnquoted, functionSource, typeName } from '../execution/describe.ts';
import { createDynamicFunction, type DynamicFunctionKind } from '../execution/dynamic-function.ts';
import { throwError, throwTypeError } from '../execution/errors.ts';
import { notCallableMessage } from '../execution/render-call-site.ts';
import type { Isolate } from '../execution/isolate.ts';
import { getProperty, getPrototypeOf, hasOwnProperty } from '../execution/property-access.ts';
import { AccessorPair } from '../objects/accessor-pair.ts';
import { FunctionData, type NativeCode } from '../objects/internal-slots.ts';
import { setIntegrityLevel } from '../objects/integrity-level.ts';
import { JSObject } from '../objects/js-object.ts';
import { addNative, addOwn, setPrototype } from '../objects/own-properties.ts';
import { Attribute } from '../objects/property-details.ts';
import { hideFrames } from './frame-marks.ts';
import { constructor, type Native, methods, toStringTag } from './install.ts';
import { listFromArrayLike } from './list-from-array-like.ts';

export function installFunction(isolate: Isolate): void {
  const { realm, symbols } = isolate;
  const prototype = realm.functionPrototype;
  addNative(prototype, 'length', Attribute.configurable);
  addNative(prototype, 'name', Attribute.configurable);
  const poison = realm.newNative('', 0, throwPoisoned);
  setIntegrityLevel(poison, 'frozen');
  for (const name of ['arguments', 'caller'])
    addOwn(prototype, name, new AccessorPair(poison, poison), Attribute.configurable, true);
  realm.intrinsics.set('ThrowTypeError', poison);
  constructor(isolate, 'Function', 1, dynamicConstructor('function'), prototype);
  methods(isolate, prototype, { apply: [2, apply], bind: [1, bind], call: [1, callMethod], toString: [0, toString] });
  hideFrames(prototype, ['apply', 'call']);
  const hasInstance = realm.newNative('[Symbol.hasInstance]', 1, functionHasInstance as NativeCode);
  addOwn(prototype, symbols.hasInstance, hasInstance, Attribute.none);
  realm.intrinsics.set('Function.prototype[Symbol.hasInstance]', hasInstance);

  installKind(isolate, 'GeneratorFunction', 'generator', realm.generatorFunctionPrototype, realm.generatorPrototype);
  installKind(isolate, 'AsyncFunction', 'async', realm.asyncFunctionPrototype, undefined);
  installKind(
    isolate,
    'AsyncGeneratorFunction',
    'asyncGenerator',
    realm.asyncGeneratorFunctionPrototype,
    realm.asyncGeneratorPrototype,
  );
}

/** Constructors that no global names: they are reached by a function's prototype. */
function installKind(
  isolate: Isolate,
  name: string,
  kind: DynamicFunctionKind,
  prototype: JSObject,
  instancePrototype: JSObject | undefined,
): void {
  const object = isolate.realm.newNative(name, 1, dynamicConstructor(kind) as NativeCode, true);
  setPrototype(object, isolate.realm.intrinsic('Function'));
  addOwn(object, 'prototype', prototype, Attribute.none);
  isolate.realm.intrinsics.set(name, object);
  isolate.realm.intrinsics.set(`${name}.prototype`, prototype);
  if (instancePrototype !== undefined) {
    addOwn(prototype, 'prototype', instancePrototype, Attribute.configurable);
    addOwn(instancePrototype, 'constructor', prototype, Attribute.configurable);
  }
  addOwn(prototype, 'constructor', object, Attribute.configurable);
  toStringTag(isolate, prototype, name);
}

function dynamicConstructor(kind: DynamicFunctionKind): Native {
  return (isolate, _receiver, args, newTarget) => createDynamicFunction(isolate, kind, args, newTarget);
}

const throwPoisoned: NativeCode = (isolate) => throwTypeError(isolate, 'StrictPoisonPill');

const callMethod: Native = (isolate, receiver, args) => {
  if (!isCallable(receiver)) return throwError(isolate, 'TypeError', notCallableMessage(isolate, receiver));
  return isolate.tailCall(receiver, args[0], args.slice(1));
};

const apply: Native = (isolate, receiver, [thisArgument, list]) => {
  const hasList = list !== undefined && list !== null;
  if (!isCallable(receiver)) {
    if (hasList) return throwTypeError(isolate, 'ApplyNonFunction', describeUnquoted(receiver), typeName(receiver));
    return throwError(isolate, 'TypeError', notCallableMessage(isolate, receiver));
  }
  return isolate.tailCall(receiver, thisArgument, hasList ? listFromArrayLike(isolate, list) : []);
};

const bind: Native = (isolate, receiver, args) => {
  if (!isCallable(receiver)) return throwTypeError(isolate, 'FunctionBind');
  const { realm } = isolate;
  const kind = receiver.hiddenClass.isConstructor ? 'boundConstructor' : 'bound';
  const prototype = getPrototypeOf(isolate, receiver);
  const bound = new JSObject(realm.functionHiddenClass(kind));
  setPrototype(bound, prototype);
  const data = new FunctionData(realm);
  data.boundTarget = receiver;
  data.boundThis = args[0];
  data.boundArguments = args.slice(1);
  bound.internal = data;
  if (hasOwnProperty(isolate, receiver, 'length')) {
    const length = getProperty(isolate, receiver, 'length');
    if (typeof length === 'number')
      data.length = Math.max(0, toIntegerOrInfinity(isolate, length) - data.boundArguments.length);
  }
  const name = getProperty(isolate, receiver, 'name');
  data.name = `bound ${typeof name === 'string' ? name : ''}`;
  return bound;
};

const toString: Native = (isolate, receiver) => {
  if (receiver instanceof JSObject) {
    if (receiver.internal instanceof FunctionData) return functionSource(receiver.internal);
    if (isCallable(receiver)) return 'function () { [native code] }';
  }
  return throwTypeError(isolate, 'NotGeneric', 'Function.prototype.toString', 'Function');
};

/** ECMAScript: OrdinaryHasInstance. */
const functionHasInstance: Native = (isolate, receiver, [value]) => {
  if (!isCallable(receiver)) return false;
  if (receiver.internal instanceof FunctionData && receiver.internal.boundTarget !== undefined) {
    const target = receiver.internal.boundTarget;
    return isolate.tailCall(getProperty(isolate, target, isolate.symbols.hasInstance), target, [value]);
  }
  if (!(value instanceof JSObject)) return false;
  const prototype = getProperty(isolate, receiver, 'prototype');
  if (!(prototype instanceof JSObject))
    return throwTypeError(isolate, 'InstanceofNonobjectProto', describeUnquoted(prototype));
  for (let object = getPrototypeOf(isolate, value); object !== null; object = getPrototypeOf(isolate, object)) {
    if (object === prototype) return true;
  }
  return false;
};
