/**
 * WeakRef and FinalizationRegistry. V8: src/builtins/weak-ref.tq, finalization-registry.tq.
 * What becomes of the targets: execution/weak-references.ts. Simplified: a symbol that is a target is never collected.
 */
import { isCallable } from '../execution/calls.ts';
import { hiddenClassFromConstructor } from '../execution/construct.ts';
import { describeUnquoted } from '../execution/describe.ts';
import { throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import type { FinalizationRegistryData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';
import { canBeHeldWeakly, describeReceiver } from './collection-receiver.ts';
import { constructor, methods, type Native, toStringTag } from './install.ts';

export function installWeakRef(isolate: Isolate): void {
  const prototype = isolate.realm.plainPrototype();
  constructor(isolate, 'WeakRef', 1, weakRefConstructor, prototype);
  methods(isolate, prototype, {
    deref: [
      0,
      (current, receiver) => {
        const internal = receiver instanceof JSObject ? receiver.internal : undefined;
        if (internal?.kind === 'weak ref') {
          if (internal.target instanceof JSObject) current.keptAlive.add(internal.target);
          return internal.target;
        }
        return throwTypeError(
          current,
          'IncompatibleMethodReceiver',
          'WeakRef.prototype.deref',
          describeReceiver(receiver),
        );
      },
    ],
  });
  toStringTag(isolate, prototype, 'WeakRef');
  installFinalizationRegistry(isolate);
}

const weakRefConstructor: Native = (isolate, _receiver, args, newTarget) => {
  if (newTarget === undefined) return throwTypeError(isolate, 'ConstructorNotFunction', 'WeakRef');
  if (!canBeHeldWeakly(isolate, args[0])) throwTypeError(isolate, 'WeakRefTarget');
  const reference = new JSObject(hiddenClassFromConstructor(isolate, newTarget, 'weak ref', 'WeakRef.prototype'));
  if (args[0] instanceof JSObject) isolate.keptAlive.add(args[0]);
  reference.internal = { kind: 'weak ref', target: args[0] };
  return reference;
};

function installFinalizationRegistry(isolate: Isolate): void {
  const prototype = isolate.realm.plainPrototype();
  constructor(
    isolate,
    'FinalizationRegistry',
    1,
    (current, _receiver, args, newTarget) => {
      if (newTarget === undefined) return throwTypeError(current, 'ConstructorNotFunction', 'FinalizationRegistry');
      if (!isCallable(args[0])) return throwTypeError(current, 'FinalizationRegistryCleanup');
      const registry = new JSObject(
        hiddenClassFromConstructor(current, newTarget, 'object', 'FinalizationRegistry.prototype'),
      );
      registry.internal = { kind: 'finalization registry', cleanup: args[0], registrations: [], cleared: [] };
      return registry;
    },
    prototype,
  );
  methods(isolate, prototype, {
    register: [
      2,
      (current, receiver, [target, holdings, token]) => {
        const data = registryOf(current, receiver, 'FinalizationRegistry.prototype.register');
        if (!canBeHeldWeakly(current, target)) throwTypeError(current, 'FinalizationRegistryTarget');
        if (target === holdings) throwTypeError(current, 'FinalizationRegistryHoldings');
        if (token !== undefined && !canBeHeldWeakly(current, token))
          throwTypeError(current, 'WeakRefUnregisterToken', describeUnquoted(token));
        data.registrations.push({ target, holdings, token });
        return undefined;
      },
    ],
    unregister: [
      1,
      (current, receiver, [token]) => {
        const data = registryOf(current, receiver, 'FinalizationRegistry.prototype.unregister');
        if (!canBeHeldWeakly(current, token))
          throwTypeError(current, 'WeakRefUnregisterToken', describeUnquoted(token));
        const before = data.registrations.length;
        data.registrations = data.registrations.filter((registration) => registration.token !== token);
        return data.registrations.length < before;
      },
    ],
  });
  toStringTag(isolate, prototype, 'FinalizationRegistry');
}

function registryOf(isolate: Isolate, receiver: Value, method: string): FinalizationRegistryData {
  const internal = receiver instanceof JSObject ? receiver.internal : undefined;
  if (internal?.kind === 'finalization registry') return internal;
  return throwTypeError(isolate, 'IncompatibleMethodReceiver', method, describeReceiver(receiver));
}
