/** DisposableStack, AsyncDisposableStack and SuppressedError; what they do stands in self-hosted/disposable-stack.ts. */
import { prototypeFromConstructor } from '../execution/construct.ts';
import { describeUnquoted } from '../execution/describe.ts';
import { throwReferenceError, throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import { createDataPropertyOrThrow } from '../execution/property-access.ts';
import type { RuntimeFunctions } from '../execution/runtime.ts';
import { JSObject } from '../objects/js-object.ts';
import { lookupNamed, PropertyLookup } from '../objects/lookup.ts';
import { addOwn } from '../objects/own-properties.ts';
import { builtinAttributes } from '../objects/property-details.ts';
import type { Value } from '../objects/value.ts';
import { getter, method, selfHosted, toStringTag } from './install.ts';
import { installSelfHostedConstructor } from './self-hosted-constructor.ts';
import {
  asyncDisposableStackSelfHosted,
  asyncIteratorDisposeSource,
  disposableStackConstructors,
  disposableStackSelfHosted,
  disposeAsyncSource,
} from './self-hosted/disposable-stack.ts';

type StackName = 'DisposableStack' | 'AsyncDisposableStack';

interface StackState {
  readonly type: StackName;
  /** The plain object that the self-hosted code works on. */
  readonly state: JSObject;
}

export function installDisposableStacks(isolate: Isolate): void {
  const { realm, symbols } = isolate;
  realm.intrinsics.set('DisposeAsync', isolate.selfHostedFunction('', disposeAsyncSource));
  installStack(isolate, 'DisposableStack', disposableStackSelfHosted, 'dispose');
  installStack(isolate, 'AsyncDisposableStack', asyncDisposableStackSelfHosted, 'disposeAsync');
  const dispose = isolate.selfHostedFunction('', asyncIteratorDisposeSource);
  method(isolate, realm.asyncIteratorPrototype, symbols.asyncDispose, 0, (current, receiver) =>
    current.tailCall(dispose, receiver, []),
  );
}

function installStack(
  isolate: Isolate,
  name: StackName,
  table: Readonly<Record<string, string>>,
  disposer: 'dispose' | 'disposeAsync',
): void {
  const prototype = isolate.realm.plainPrototype();
  installSelfHostedConstructor(isolate, name, disposableStackConstructors[name], prototype);
  selfHosted(isolate, prototype, table);
  getter(isolate, prototype, 'disposed', (current, receiver) => {
    const { state } = stateOf(current, receiver, name, 'get disposed');
    const found = new PropertyLookup();
    return lookupNamed(found, state, 'isDisposed') && found.value === true;
  });
  const found = new PropertyLookup();
  const key = disposer === 'dispose' ? isolate.symbols.dispose : isolate.symbols.asyncDispose;
  if (lookupNamed(found, prototype, disposer)) addOwn(prototype, key, found.value, builtinAttributes);
  toStringTag(isolate, prototype, name);
}

function stateOf(isolate: Isolate, receiver: Value, name: StackName, methodName: string): StackState {
  if (receiver instanceof JSObject && receiver.internal?.kind === 'opaque') {
    const value = receiver.internal.value as Partial<StackState> | undefined;
    if (value?.type === name) return value as StackState;
  }
  const isGetter = methodName.startsWith('get ');
  const shown = isGetter ? `get ${name}.prototype.${methodName.slice(4)}` : `${name}.prototype.${methodName}`;
  return throwTypeError(isolate, 'IncompatibleMethodReceiver', shown, describeUnquoted(receiver));
}

export const disposableStackRuntime: RuntimeFunctions = {
  NewDisposableStack: (isolate, [newTarget, name]) => {
    const prototype = prototypeFromConstructor(isolate, newTarget as JSObject, `${String(name)}.prototype`);
    const object = new JSObject(isolate.realm.root('object', prototype));
    const state = isolate.realm.newObject();
    createDataPropertyOrThrow(isolate, state, 'isDisposed', false);
    createDataPropertyOrThrow(isolate, state, 'list', isolate.realm.newArray());
    object.internal = { kind: 'opaque', value: { type: name as StackName, state } satisfies StackState };
    return object;
  },
  DisposableState: (isolate, [receiver, name, methodName]) =>
    stateOf(isolate, receiver, name as StackName, String(methodName)).state,
  ThrowDisposed: (isolate, [name]) => throwReferenceError(isolate, 'DisposableStackIsDisposed', String(name)),
};
