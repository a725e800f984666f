/** WeakSet. V8: src/builtins/builtins-collections-gen.cc. Simplified: as weak-map.ts. */
import { hiddenClassFromConstructor } from '../execution/construct.ts';
import { throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import type { RuntimeFunctions } from '../execution/runtime.ts';
import { JSObject } from '../objects/js-object.ts';
import { canBeHeldWeakly, weakCollectionOf } from './collection-receiver.ts';
import { methods, toStringTag } from './install.ts';
import { installSelfHostedConstructor } from './self-hosted-constructor.ts';
import { weakSetConstructorSource } from './self-hosted/weak-collections.ts';

export function installWeakSet(isolate: Isolate): void {
  const prototype = isolate.realm.plainPrototype();
  installSelfHostedConstructor(isolate, 'WeakSet', weakSetConstructorSource, prototype);
  methods(isolate, prototype, {
    delete: [
      1,
      (current, receiver, args) =>
        weakCollectionOf(current, receiver, 'weak set', 'WeakSet.prototype.delete').entries.delete(args[0]),
    ],
    has: [
      1,
      (current, receiver, args) =>
        weakCollectionOf(current, receiver, 'weak set', 'WeakSet.prototype.has').entries.has(args[0]),
    ],
    add: [
      1,
      (current, receiver, args) => {
        const data = weakCollectionOf(current, receiver, 'weak set', 'WeakSet.prototype.add');
        if (!canBeHeldWeakly(current, args[0])) throwTypeError(current, 'InvalidWeakSetValue');
        data.entries.set(args[0], true);
        return receiver;
      },
    ],
  });
  toStringTag(isolate, prototype, 'WeakSet');
}

export const weakSetRuntime: RuntimeFunctions = {
  NewWeakSet: (isolate, [newTarget]) => {
    const set = new JSObject(
      hiddenClassFromConstructor(isolate, newTarget as JSObject, 'weak set', 'WeakSet.prototype'),
    );
    set.internal = { kind: 'weak collection', entries: new Map() };
    return set;
  },
};
