/**
 * WeakMap. V8: src/builtins/builtins-collections-gen.cc (WeakMapConstructor and siblings).
 * A mark-compact takes out entries whose keys are gone: execution/weak-references.ts.
 */
import { hiddenClassFromConstructor } from '../execution/construct.ts';
import { throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import type { RuntimeFunctions } from '../execution/runtime.ts';
import { JSObject } from '../objects/js-object.ts';
import { canBeHeldWeakly, weakCollectionOf } from './collection-receiver.ts';
import { methods, toStringTag } from './install.ts';
import { installSelfHostedConstructor } from './self-hosted-constructor.ts';
import { weakMapConstructorSource } from './self-hosted/weak-collections.ts';

export function installWeakMap(isolate: Isolate): void {
  const prototype = isolate.realm.plainPrototype();
  installSelfHostedConstructor(isolate, 'WeakMap', weakMapConstructorSource, prototype);
  methods(isolate, prototype, {
    delete: [
      1,
      (current, receiver, args) =>
        weakCollectionOf(current, receiver, 'weak map', 'WeakMap.prototype.delete').entries.delete(args[0]),
    ],
    get: [
      1,
      (current, receiver, args) =>
        weakCollectionOf(current, receiver, 'weak map', 'WeakMap.prototype.get').entries.get(args[0]),
    ],
    set: [
      2,
      (current, receiver, args) => {
        const data = weakCollectionOf(current, receiver, 'weak map', 'WeakMap.prototype.set');
        if (!canBeHeldWeakly(current, args[0])) throwTypeError(current, 'InvalidWeakMapKey');
        data.entries.set(args[0], args[1]);
        return receiver;
      },
    ],
    has: [
      1,
      (current, receiver, args) =>
        weakCollectionOf(current, receiver, 'weak map', 'WeakMap.prototype.has').entries.has(args[0]),
    ],
  });
  toStringTag(isolate, prototype, 'WeakMap');
}

export const weakMapRuntime: RuntimeFunctions = {
  NewWeakMap: (isolate, [newTarget]) => {
    const map = new JSObject(
      hiddenClassFromConstructor(isolate, newTarget as JSObject, 'weak map', 'WeakMap.prototype'),
    );
    map.internal = { kind: 'weak collection', entries: new Map() };
    return map;
  },
};
