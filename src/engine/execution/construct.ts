/** [[Construct]]: receivers, prototypes and super constructors. V8: src/builtins/builtins-constructor-gen.cc, js-function.cc. */
import { isDerivedConstructorKind } from '../parsing/function-kind.ts';
import type { SharedFunctionInfo } from '../bytecode/shared-function-info.ts';
import type { HiddenClass } from '../objects/hidden-class.ts';
import type { InstanceTypeName } from '../objects/instance-type.ts';
import { FunctionData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import { lookupNamed, PropertyLookup } from '../objects/lookup.ts';
import { PropertyKind } from '../objects/property-details.ts';
import { slackTrackingStep } from '../objects/slack-tracking.ts';
import { theHole, type Value } from '../objects/value.ts';
import { describe, functionName } from './describe.ts';
import { throwTypeError } from './errors.ts';
import { type Frame, ReturnMode } from './frame.ts';
import { initialMapOf } from './initial-map.ts';
import type { Isolate } from './isolate.ts';
import { getProperty, getPrototypeOf } from './property-access.ts';
import type { Realm } from './realm.ts';

/** The receiver for `new`: a fresh object, the hole for derived classes, undefined for self-hosted builtins. */
export function receiverForConstruct(isolate: Isolate, shared: SharedFunctionInfo, newTarget: JSObject): Value {
  if (isLanguageBuiltin(shared)) return undefined;
  if (isDerivedConstructorKind(shared.kind)) return theHole;
  return new JSObject(hiddenClassForConstruct(isolate, newTarget));
}

/** Functions of Node's modules construct as the program's own do. */
function isLanguageBuiltin({ script }: SharedFunctionInfo): boolean {
  return script.kind === 'builtin' && !script.name.startsWith('node:');
}

export function returnModeOfConstruct(shared: SharedFunctionInfo): number {
  if (isLanguageBuiltin(shared)) return ReturnMode.normal;
  return isDerivedConstructorKind(shared.kind) ? ReturnMode.constructDerived : ReturnMode.construct;
}

/**
 * The hidden class of what `new` makes for this new.target. It stays while the function keeps its own hidden class, where
 * that says that its prototype cannot change: every change of a native `prototype` makes a new one.
 */
function hiddenClassForConstruct(isolate: Isolate, newTarget: JSObject): HiddenClass {
  const data = newTarget.internal;
  if (data instanceof FunctionData && data.constructsWhile === newTarget.hiddenClass)
    return countedConstruction(data.initialHiddenClass as HiddenClass);
  const prototype = getPrototypeForConstruct(isolate, newTarget, 'Object.prototype');
  const initial = initialMapOf(isolate, newTarget, prototype);
  const found = new PropertyLookup();
  if (
    data instanceof FunctionData &&
    !newTarget.hiddenClass.isDictionary &&
    lookupNamed(found, newTarget, 'prototype')
  ) {
    const stays = found.kind === PropertyKind.native || (found.kind === PropertyKind.data && !found.isWritable);
    if (stays && found.value === prototype) data.constructsWhile = newTarget.hiddenClass;
  }
  return countedConstruction(initial);
}

function countedConstruction(initial: HiddenClass): HiddenClass {
  if (initial.constructionCounter !== 0) slackTrackingStep(initial);
  return initial;
}

function getPrototypeForConstruct(isolate: Isolate, newTarget: JSObject, fallback: string): JSObject {
  const found = new PropertyLookup();
  const isData = lookupNamed(found, newTarget, 'prototype') && !found.isAccessor;
  const prototype = isData ? found.value : getProperty(isolate, newTarget, 'prototype');
  if (prototype instanceof JSObject) return prototype;
  const realm = functionRealm(isolate, newTarget);
  return fallback === 'Object.prototype' ? realm.objectPrototype : realm.intrinsic(fallback);
}

/** ECMAScript: GetFunctionRealm. */
export function functionRealm(isolate: Isolate, object: JSObject): Realm {
  const { internal } = object;
  if (internal instanceof FunctionData) {
    return internal.boundTarget === undefined
      ? (internal.realm as Realm)
      : functionRealm(isolate, internal.boundTarget);
  }
  if (internal?.kind !== 'proxy') return isolate.realm;
  if (internal.target === null) return throwTypeError(isolate, 'ProxyRevoked', 'construct');
  return functionRealm(isolate, internal.target);
}

/** ECMAScript: GetPrototypeFromConstructor, for native constructors. */
export function prototypeFromConstructor(
  isolate: Isolate,
  newTarget: JSObject | undefined,
  fallback: string,
): JSObject {
  if (newTarget === undefined) return isolate.realm.intrinsic(fallback);
  return getPrototypeForConstruct(isolate, newTarget, fallback);
}

/**
 * The hidden class of what a native constructor makes for this new.target; subclasses that the program has written have one of
 * their own each. V8: JSFunction::GetDerivedMap.
 */
export function hiddenClassFromConstructor(
  isolate: Isolate,
  newTarget: JSObject | undefined,
  type: InstanceTypeName,
  fallback: string,
): HiddenClass {
  const prototype = prototypeFromConstructor(isolate, newTarget, fallback);
  const derived = derivedHiddenClass(isolate, newTarget, prototype, () =>
    isolate.realm.root(type, isolate.realm.intrinsic(fallback)),
  );
  return derived ?? isolate.realm.root(type, prototype);
}

/** Undefined where new.target is no derived class. */
export function derivedHiddenClass(
  isolate: Isolate,
  newTarget: JSObject | undefined,
  prototype: JSObject,
  base: () => HiddenClass,
): HiddenClass | undefined {
  const data = newTarget?.internal;
  if (!(data instanceof FunctionData) || data.shared === undefined) return undefined;
  if (!isDerivedConstructorKind(data.shared.kind) || data.shared.script.kind === 'builtin') return undefined;
  return countedConstruction(initialMapOf(isolate, newTarget!, prototype, base()));
}

export function superConstructorOf(activeFunction: JSObject): Value {
  return activeFunction.hiddenClass.prototype;
}

/**
 * FindNonDefaultConstructorOrConstruct: skips default derived constructors without fields.
 * Simplified: V8 constructs a default base constructor here, but not while it is being debugged; here that is always called.
 */
export function findNonDefaultConstructor(
  isolate: Isolate,
  thisFunction: JSObject,
): { constructed: boolean; value: Value } {
  let constructor: Value = getPrototypeOf(isolate, thisFunction);
  for (;;) {
    if (!(constructor instanceof JSObject) || !(constructor.internal instanceof FunctionData))
      return { constructed: false, value: constructor };
    const shared = constructor.internal.shared;
    if (
      shared === undefined ||
      shared.hasInstanceMembers ||
      constructor.internal.instanceMembersInitializer !== undefined
    ) {
      return { constructed: false, value: constructor };
    }
    if (shared.kind !== 'defaultDerivedConstructor') return { constructed: false, value: constructor };
    constructor = getPrototypeOf(isolate, constructor);
  }
}

export function throwNotSuperConstructor(isolate: Isolate, constructor: Value, frame: Frame): never {
  const name = functionName(frame.closure);
  // A nameless one is Function.prototype, the parent of a class that extends null.
  const isFunction = constructor instanceof JSObject && constructor.hiddenClass.isCallable;
  const shown = isFunction ? functionName(constructor) || 'null' : describe(constructor);
  if (name === '') return throwTypeError(isolate, 'NotSuperConstructorAnonymousClass', shown);
  return throwTypeError(isolate, 'NotSuperConstructor', shown, name);
}
