/**
 * Iterator, its prototype, iterator helpers and what Iterator.from wraps. ECMAScript 27.1; V8: src/builtins/iterator-helpers.tq,
 * iterator-from.tq. All that calls the underlying iterator is in self-hosted/iterator.ts; the state of a helper is a plain
 * object that guest code cannot reach.
 */
import { hiddenClassFromConstructor } from '../execution/construct.ts';
import { describeUnquoted } from '../execution/describe.ts';
import { throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import { createDataPropertyOrThrow, getMethod, getOwnProperty, setProperty } from '../execution/property-access.ts';
import type { RuntimeFunctions } from '../execution/runtime.ts';
import type { OpaqueData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import { defineOwn } from '../objects/own-properties.ts';
import type { PropertyKey, Value } from '../objects/value.ts';
import { constructor, getter, method, type Native, selfHosted, toStringTag } from './install.ts';
import {
  iteratorHelperSelfHosted,
  iteratorPrototypeSelfHosted,
  iteratorStaticSelfHosted,
  wrapForValidIteratorSelfHosted,
} from './self-hosted/iterator.ts';

export function installIterator(isolate: Isolate): void {
  const { realm, symbols } = isolate;
  const prototype = realm.iteratorPrototype;
  const iterator = constructor(isolate, 'Iterator', 0, construct, prototype);
  selfHosted(isolate, iterator, iteratorStaticSelfHosted);
  defineOwn(prototype, 'constructor', weirdAccessor(isolate, 'constructor', iterator));
  selfHosted(isolate, prototype, iteratorPrototypeSelfHosted);
  method(isolate, prototype, symbols.iterator, 0, (_isolate, receiver) => receiver);
  const tag = weirdAccessor(isolate, symbols.toStringTag, 'Iterator');
  defineOwn(prototype, symbols.toStringTag, tag);
  method(isolate, prototype, symbols.dispose, 0, dispose);

  const helperPrototype = realm.plainPrototype(prototype);
  realm.intrinsics.set('IteratorHelperPrototype', helperPrototype);
  selfHosted(isolate, helperPrototype, iteratorHelperSelfHosted);
  toStringTag(isolate, helperPrototype, 'Iterator Helper');
  const wrapPrototype = realm.plainPrototype(prototype);
  realm.intrinsics.set('WrapForValidIteratorPrototype', wrapPrototype);
  selfHosted(isolate, wrapPrototype, wrapForValidIteratorSelfHosted);
}

const construct: Native = (isolate, _receiver, _args, newTarget) => {
  if (newTarget === undefined) return throwTypeError(isolate, 'ConstructorNotFunction', 'Iterator');
  if (newTarget === isolate.realm.intrinsic('Iterator')) throwTypeError(isolate, 'ConstructAbstractClass', 'Iterator');
  return new JSObject(hiddenClassFromConstructor(isolate, newTarget, 'object', 'Iterator.prototype'));
};

const dispose: Native = (isolate, receiver) => {
  const close = getMethod(isolate, receiver, 'return');
  return close === undefined ? undefined : isolate.tailCall(close, receiver, []);
};

/** An accessor that behaves like a data property for everybody but the prototype itself. ECMAScript: SetterThatIgnoresPrototypeProperties. */
function weirdAccessor(
  isolate: Isolate,
  key: PropertyKey,
  value: Value,
): { getter: JSObject; setter: JSObject; enumerable: false; configurable: true } {
  const home = isolate.realm.iteratorPrototype;
  const holder = isolate.realm.newObject();
  const set: Native = (_isolate, receiver, [newValue]) => {
    if (!(receiver instanceof JSObject))
      return throwTypeError(
        isolate,
        'CalledOnNonObject',
        key === 'constructor' ? 'set Iterator.prototype.constructor' : 'set Iterator.prototype[Symbol.toStringTag]',
      );
    if (receiver === home) {
      throwTypeError(
        isolate,
        'StrictReadOnlyProperty',
        key === 'constructor' ? key : 'Symbol(Symbol.toStringTag)',
        'object',
        '[object Object]',
      );
    }
    if (getOwnProperty(isolate, receiver, key) === undefined)
      createDataPropertyOrThrow(isolate, receiver, key, newValue);
    else setProperty(isolate, receiver, key, newValue);
    return undefined;
  };
  getter(isolate, holder, key, () => value, set);
  const made = getOwnProperty(isolate, holder, key);
  return { getter: made!.getter!, setter: made!.setter!, enumerable: false, configurable: true };
}

function newStateful(isolate: Isolate, prototypeName: string, state: Value): JSObject {
  const object = new JSObject(isolate.realm.root('wrapped iterator', isolate.realm.intrinsic(prototypeName)));
  object.internal = { kind: 'opaque', value: { prototypeName, state } };
  return object;
}

function stateOf(isolate: Isolate, value: Value, prototypeName: string, methodName: string): Value {
  if (value instanceof JSObject && value.hiddenClass.instanceType === 'wrapped iterator') {
    const data = (value.internal as OpaqueData).value as { prototypeName: string; state: Value };
    if (data.prototypeName === prototypeName) return data.state;
  }
  return throwTypeError(isolate, 'IncompatibleMethodReceiver', methodName, describeUnquoted(value));
}

function isIterator(isolate: Isolate, value: Value): boolean {
  if (!(value instanceof JSObject)) return false;
  for (let object = value.hiddenClass.prototype; object !== null; object = object.hiddenClass.prototype) {
    if (object === isolate.realm.iteratorPrototype) return true;
  }
  return false;
}

export const iteratorRuntime: RuntimeFunctions = {
  NewIteratorHelper: (isolate, [state]) => newStateful(isolate, 'IteratorHelperPrototype', state),
  IteratorHelperState: (isolate, [value, name]) =>
    stateOf(isolate, value, 'IteratorHelperPrototype', `Iterator Helper.prototype.${name as string}`),
  NewWrapForValidIterator: (isolate, [state]) => newStateful(isolate, 'WrapForValidIteratorPrototype', state),
  WrapForValidIteratorState: (isolate, [value, name]) =>
    stateOf(isolate, value, 'WrapForValidIteratorPrototype', `%WrapForValidIteratorPrototype%.${name as string}`),
  /** Whether Iterator.prototype is in its prototype chain. Simplified: proxies in the chain end the search. */
  IsInstanceOfIterator: (isolate, [value]) => isIterator(isolate, value),
};
