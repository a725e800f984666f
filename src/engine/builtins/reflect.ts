/** Reflect. ECMAScript 28.1; V8: src/builtins/reflect.tq, builtins-reflect.cc. */
import { isCallable, isConstructor } from '../execution/calls.ts';
import { toPropertyKey } from '../execution/conversions.ts';
import { describeUnquoted, typeName } from '../execution/describe.ts';
import { throwTypeError } from '../execution/errors.ts';
import { preventExtensions, trySetPrototypeOf } from '../execution/integrity.ts';
import type { Isolate } from '../execution/isolate.ts';
import {
  defineOwnProperty,
  deleteProperty,
  getOfObject,
  getOwnProperty,
  getPrototypeOf,
  hasProperty,
  isExtensible,
  ownPropertyKeys,
  setOfObject,
} from '../execution/property-access.ts';
import { fromPropertyDescriptor, toPropertyDescriptor } from '../execution/property-descriptor.ts';
import { ElementsKind } from '../objects/elements-kind.ts';
import { JSObject } from '../objects/js-object.ts';
import { keyToValue, type Value } from '../objects/value.ts';
import { newArrayOfKind } from './array-elements.ts';
import { hideFrames } from './frame-marks.ts';
import { methods, type Native, property, toStringTag } from './install.ts';
import { listFromArrayLike } from './list-from-array-like.ts';

export function installReflect(isolate: Isolate): void {
  const reflect = isolate.realm.newObject();
  methods(isolate, reflect, {
    defineProperty: [
      3,
      on('defineProperty', (object, [, key, attributes]) =>
        defineOwnProperty(isolate, object, toPropertyKey(isolate, key), toPropertyDescriptor(isolate, attributes)),
      ),
    ],
    deleteProperty: [
      2,
      on('deleteProperty', (object, [, key]) => deleteProperty(isolate, object, toPropertyKey(isolate, key))),
    ],
    apply: [3, apply],
    construct: [2, construct],
    get: [
      2,
      on('get', (object, args) =>
        getOfObject(isolate, object, toPropertyKey(isolate, args[1]), args.length > 2 ? args[2] : object),
      ),
    ],
    getOwnPropertyDescriptor: [
      2,
      on('getOwnPropertyDescriptor', (object, [, key]) =>
        fromPropertyDescriptor(isolate, getOwnProperty(isolate, object, toPropertyKey(isolate, key))),
      ),
    ],
    getPrototypeOf: [1, on('getPrototypeOf', (object) => getPrototypeOf(isolate, object))],
    has: [2, on('has', (object, [, key]) => hasProperty(isolate, object, toPropertyKey(isolate, key)))],
    isExtensible: [1, on('isExtensible', (object) => isExtensible(isolate, object))],
    ownKeys: [
      1,
      on('ownKeys', (object) =>
        newArrayOfKind(isolate, ownPropertyKeys(isolate, object).map(keyToValue), ElementsKind.HOLEY_ELEMENTS),
      ),
    ],
    preventExtensions: [1, on('preventExtensions', (object) => preventExtensions(isolate, object))],
    set: [
      3,
      on('set', (object, args) =>
        setOfObject(
          isolate,
          object,
          toPropertyKey(isolate, args[1]),
          args[2],
          args.length > 3 ? args[3] : object,
          'keyed',
        ),
      ),
    ],
    setPrototypeOf: [
      2,
      on('setPrototypeOf', (object, [, prototype]) => {
        if (prototype !== null && !(prototype instanceof JSObject)) {
          return throwTypeError(isolate, 'ProtoObjectOrNull', describeUnquoted(prototype));
        }
        return trySetPrototypeOf(isolate, object, prototype) === undefined;
      }),
    ],
  });
  hideFrames(reflect, ['apply', 'construct']);
  toStringTag(isolate, reflect, 'Reflect');
  property(isolate.realm.globalObject, 'Reflect', reflect);
}

/** A function of Reflect whose first argument must be an object. */
function on(name: string, act: (object: JSObject, args: Value[]) => Value): Native {
  return (isolate, _receiver, args) => {
    const object = args[0];
    return object instanceof JSObject
      ? act(object, args)
      : throwTypeError(isolate, 'CalledOnNonObject', `Reflect.${name}`);
  };
}

const apply: Native = (isolate, _receiver, [callee, receiver, list]) => {
  if (!isCallable(callee))
    return throwTypeError(isolate, 'ApplyNonFunction', describeUnquoted(callee), typeName(callee));
  return isolate.tailCall(callee, receiver, listFromArrayLike(isolate, list));
};

const construct: Native = (isolate, _receiver, args) => {
  const callee = args[0];
  if (!isConstructor(callee)) return throwTypeError(isolate, 'NotConstructor', describeUnquoted(callee));
  const newTarget = args.length > 2 ? args[2] : callee;
  if (!isConstructor(newTarget)) return throwTypeError(isolate, 'NotConstructor', describeUnquoted(newTarget));
  return isolate.tailConstruct(callee, listFromArrayLike(isolate, args[1]), newTarget);
};
