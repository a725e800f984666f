/**
 * Which objects an object refers to, and by what name. DevTools: the edges of a heap snapshot; V8:
 * src/profiler/heap-snapshot-generator.cc. The engine's own walk (execution/heap-walk.ts) finds the same objects, without names.
 */
import {
  AccessorPair,
  Context,
  detailsFieldIndex,
  detailsKind,
  FunctionData,
  type HeapObject,
  type HiddenClass,
  type InternalSlots,
  JSObject,
  keyToDisplay,
  PropertyKind,
  SourceTextModule,
} from '../../engine/index.ts';
import { Timer } from '../../host/timers/timers.ts';

/** How one object refers to another, in words; a name follows where there is one. */
export const referenceKinds = {
  variable: 'variable',
  export: 'exported variable',
  property: 'property',
  element: 'element',
  key: 'key of entry',
  value: 'value of entry',
  getter: 'getter of',
  setter: 'setter of',
  closure: 'what the closure can see',
  outer: 'the context around it',
  slot: 'a variable',
  extension: 'variables of eval or with',
  prototype: 'its prototype',
  homeObject: 'its home object',
  boundFunction: 'the bound function',
  boundThis: 'the bound this',
  boundArgument: 'a bound argument',
  function: 'its prototype property',
  data: 'what the builtin works with',
  fields: 'the fields of its instances',
  instances: 'the prototype of its instances',
  weakValue: 'value of a weak entry',
  promise: 'its result, or a reaction that waits for it',
  generator: 'a variable of the suspended function',
  proxy: 'the target or handler of the proxy',
  iterator: 'what it iterates over',
  arguments: 'the context of the arguments',
  registry: 'the registry’s callback, or what it was given',
  inside: 'what belongs to it',
  callback: 'its callback',
  callbackArguments: 'an argument of its callback',
  timer: 'the object that stands for it',
  register: 'a temporary register',
  callee: 'its function',
  scope: 'variables that closures use',
  suspended: 'the generator that it runs for',
  argument: 'a further argument',
} as const;
export type ReferenceKind = keyof typeof referenceKinds;

/** `timer`: by what waits in the event loop. */
export type Tell = (value: unknown, kind: ReferenceKind, name?: string | number, timer?: Timer) => void;

/** Not what is weak: `entriesOf` has what weak collections hold. */
export function forEachReference(object: HeapObject, tell: Tell): void {
  if (object instanceof Context) contextReferences(object, tell);
  else objectReferences(object, tell);
}

function contextReferences({ scopeInfo, slots, previous, extension }: Context, tell: Tell): void {
  const { firstSlot, contextLocals } = scopeInfo;
  for (let row = 0; row < contextLocals.length; row++) {
    const value = slots[firstSlot + row];
    if (typeof value === 'object') tell(value, 'variable', contextLocals[row]!.name);
  }
  for (let slot = 2; slot < slots.length; slot++) tell(slots[slot], 'slot');
  tell(previous, 'outer');
  tell(extension, 'extension');
}

function objectReferences(object: JSObject, tell: Tell): void {
  const { hiddenClass, properties, elements, dictionary, sparse, internal } = object;
  if (!hiddenClass.isDictionary) fieldReferences(hiddenClass, properties, tell);
  // Whatever a field that nobody names any more still holds.
  for (const value of properties) if (typeof value === 'object') tell(value, 'inside');
  for (let index = 0; index < elements.length; index++) {
    const value = elements[index];
    if (typeof value === 'object') tell(value, 'element', index);
  }
  for (const [key, { value }] of dictionary ?? [])
    if (value instanceof AccessorPair) pairReferences(value, keyToDisplay(key), tell);
    else if (typeof value === 'object') tell(value, 'property', keyToDisplay(key));
  for (const index of sparse?.indices() ?? []) {
    const value: unknown = sparse?.get(index)?.value;
    if (value instanceof AccessorPair) pairReferences(value, String(index), tell);
    else tell(value, 'element', index);
  }
  tell(hiddenClass.prototype, 'prototype');
  if (internal !== undefined) internalReferences(internal, tell);
}

function fieldReferences(hiddenClass: HiddenClass, properties: readonly unknown[], tell: Tell): void {
  const { propertyCount, descriptors } = hiddenClass;
  for (let row = 0; row < propertyCount; row++) {
    const pair: unknown = descriptors.values[row];
    if (pair instanceof AccessorPair) pairReferences(pair, keyToDisplay(hiddenClass.keyAt(row)), tell);
    const details = hiddenClass.detailsAt(row);
    if (detailsKind(details) !== PropertyKind.data) continue;
    const value = properties[detailsFieldIndex(details)];
    if (typeof value === 'object') tell(value, 'property', keyToDisplay(hiddenClass.keyAt(row)));
  }
}

function pairReferences({ getter, setter }: AccessorPair, key: string, tell: Tell): void {
  tell(getter, 'getter', key);
  tell(setter, 'setter', key);
}

function internalReferences(internal: InternalSlots, tell: Tell): void {
  if (internal instanceof FunctionData) {
    tell(internal.context, 'closure');
    tell(internal.homeObject, 'homeObject');
    tell(internal.boundTarget, 'boundFunction');
    tell(internal.boundThis, 'boundThis');
    for (const value of internal.boundArguments) tell(value, 'boundArgument');
    tell(internal.data, internal.shared === undefined ? 'data' : 'function');
    tell(internal.instanceMembersInitializer, 'fields');
    const instances = internal.initialHiddenClass as HiddenClass | undefined;
    tell(instances?.prototype, 'instances');
    return;
  }
  switch (internal.kind) {
    case 'collection':
      internal.entries.forEach((entry, index) => {
        if (entry === undefined) return;
        if (typeof entry.key === 'object') tell(entry.key, 'key', index);
        if (typeof entry.value === 'object') tell(entry.value, 'value', keyOfEntry(entry.key, index));
      });
      return;
    case 'weak collection':
    case 'weak ref':
    case 'allocation site':
      return;
    case 'finalization registry':
      tell(internal.cleanup, 'registry');
      for (const { holdings } of internal.registrations) tell(holdings, 'registry');
      for (const holdings of internal.cleared) tell(holdings, 'registry');
      return;
    default:
      tell(internal, Object.hasOwn(referenceKinds, internal.kind) ? (internal.kind as ReferenceKind) : 'inside');
  }
}

/** A text says more than a number. */
function keyOfEntry(key: unknown, index: number): string | number {
  return typeof key === 'string' && key.length <= 40 ? JSON.stringify(key) : index;
}

/** Of the engine's own data, what leads to code and not to objects. */
const notFollowed = new Set([
  'shared',
  'bytecode',
  'feedback',
  'feedbackCell',
  'scopeInfo',
  'script',
  'descriptor',
  'realm',
  'list',
]);

/** What data of the engine or the host holds; each is looked into once. */
export function forEachInData(
  data: object,
  seen: Set<object>,
  kind: ReferenceKind,
  name: string | number,
  timer: Timer | undefined,
  tell: Tell,
): void {
  if (seen.has(data)) return;
  seen.add(data);
  if (data instanceof SourceTextModule) {
    const file = data.script.kind === 'main' ? '' : ` of ${data.script.name}`;
    for (const [key, { value }] of data.exports) tell(value, 'export', `${key}${file}`);
  }
  if (data instanceof Map)
    for (const [key, value] of data) {
      tell(key, kind, name, timer);
      tell(value, kind, name, timer);
    }
  else if (Array.isArray(data) || data instanceof Set) for (const value of data) tell(value, kind, name, timer);
  else if (!ArrayBuffer.isView(data) && !(data instanceof ArrayBuffer))
    for (const [key, value] of Object.entries(data))
      if (!notFollowed.has(key))
        if (data instanceof Timer) tell(value, kind, key, data);
        else tell(value, kind, name, timer);
}
