/**
 * What a stack trace says about one frame: names, place, kind. Made when somebody asks, from what was captured.
 * V8: src/objects/call-site-info.cc, JSReceiver::GetConstructorName.
 */
import { isClassConstructorKind } from '../parsing/function-kind.ts';
import { inferredName } from '../bytecode/function-names.ts';
import type { Script } from '../parsing/script.ts';
import { AccessorPair } from '../objects/accessor-pair.ts';
import { FrameName, FunctionData, type StackTraceFrame } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import { lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import { ownKeys } from '../objects/own-properties.ts';
import { Attribute, PropertyKind } from '../objects/property-details.ts';
import { JSSymbol, type PropertyKey, type Value } from '../objects/value.ts';
import { className, lookupData } from './describe.ts';
import type { Isolate } from './isolate.ts';
import { lineAndColumn } from './source-place.ts';

/** `at …` without the `at`. V8: SerializeJSStackFrame. */
export function serializeFrame(isolate: Isolate, frame: StackTraceFrame): string {
  const { combinator } = frame;
  if (combinator !== undefined) return `async Promise.${combinator.name} (index ${combinator.index})`;
  const name = frameFunctionName(frame);
  const place = fileLocation(frame);
  const prefix = frame.isAsync ? 'async ' : '';
  if (!isTopLevel(isolate, frame) && !frame.isConstruct)
    return `${prefix}${methodCall(isolate, frame, name)} (${place})`;
  if (frame.isConstruct) return `${prefix}new ${name || '<anonymous>'} (${place})`;
  return name === '' ? `${prefix}${place}` : `${prefix}${name} (${place})`;
}

function methodCall(isolate: Isolate, frame: StackTraceFrame, name: string): string {
  const type = frameTypeName(isolate, frame) ?? '';
  const method = frameMethodName(isolate, frame);
  if (name === '') return `${type === '' ? '' : `${type}.`}${method ?? '<anonymous>'}`;
  const qualified = type !== '' && isIdentifier(name) ? `${type}.${name}` : name;
  return method === undefined || method === '' || endsWithMethodName(name, method)
    ? qualified
    : `${qualified} [as ${method}]`;
}

function isIdentifier(text: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u.test(text);
}

/** `F.m` and `get m` end with the method `m`; `xm` does not. */
function endsWithMethodName(name: string, method: string): boolean {
  return name === method || name.endsWith(`.${method}`) || name.endsWith(` ${method}`);
}

function fileLocation(frame: StackTraceFrame): string {
  const { script, offset } = frame;
  if (script === undefined) return '<anonymous>';
  const { line, column } = lineAndColumn(script, offset);
  const origin = script.kind === 'eval' ? `${evalOrigin(script)}, <anonymous>` : script.name;
  return `${origin}:${line}:${column}`;
}

/** `eval at f (file:1:2)`. V8: FormatEvalOrigin. */
export function evalOrigin(script: Script): string {
  const from = script.evalOrigin;
  if (from === undefined) return 'eval at <anonymous> (unknown source)';
  const { line, column } = lineAndColumn(from.script, from.offset);
  const place = from.script.kind === 'eval' ? evalOrigin(from.script) : `${from.script.name}:${line}:${column}`;
  return `eval at ${from.functionName || '<anonymous>'} (${place})`;
}

export function isTopLevel(isolate: Isolate, { receiver }: StackTraceFrame): boolean {
  return receiver === undefined || receiver === null || receiver === isolate.realm.globalObject;
}

export function isEvalCode({ script }: StackTraceFrame): boolean {
  return script?.kind === 'eval';
}

export function frameFunctionName({ closure, script }: StackTraceFrame): string {
  const data = closure?.internal instanceof FunctionData ? closure.internal.data : undefined;
  if (data instanceof FrameName) return data.text;
  const name = closure === undefined ? '' : debugName(closure);
  return name === '' && script?.kind === 'eval' ? 'eval' : name;
}

/** The name of a function as debuggers show it: its own one, or the one that follows from where it stands. V8: JSFunction::GetDebugName. */
export function debugName(closure: JSObject): string {
  const found = new PropertyLookup();
  if (lookupOwn(found, closure, 'name') && found.kind === PropertyKind.data && typeof found.value === 'string')
    return found.value;
  return sharedDebugName(closure);
}

/** V8: SharedFunctionInfo::DebugName. */
function sharedDebugName({ internal }: JSObject): string {
  if (!(internal instanceof FunctionData)) return '';
  const { shared } = internal;
  if (shared === undefined) return internal.name;
  if (shared.script.isFunctionConstructor && shared.start <= 1) return '';
  return shared.name !== '' || shared.script.kind === 'builtin' ? shared.name : inferredName(shared);
}

/** `Type` in `Type.method`; undefined for top-level calls. V8: CallSiteInfo::GetTypeName. */
export function frameTypeName(isolate: Isolate, frame: StackTraceFrame): string | undefined {
  const { receiver } = frame;
  if (receiver === undefined || receiver === null || frame.isConstruct || isTopLevel(isolate, frame)) return undefined;
  if (!(receiver instanceof JSObject)) {
    if (receiver instanceof JSSymbol) return 'Symbol';
    const name = typeof receiver;
    return name === 'bigint' ? 'BigInt' : name.charAt(0).toUpperCase() + name.slice(1);
  }
  if (receiver.hiddenClass.instanceType === 'proxy') return 'Proxy';
  const { internal } = receiver;
  if (internal instanceof FunctionData) {
    const isClass = internal.shared !== undefined && isClassConstructorKind(internal.shared.kind);
    const name = isClass ? lookupData(receiver, 'name') : debugName(receiver);
    if (typeof name === 'string' && name !== '') return name;
    if (!isClass) return 'Function';
  }
  return constructorName(isolate, receiver);
}

/** V8: JSReceiver::GetConstructorName. */
export function constructorName(isolate: Isolate, receiver: JSObject): string {
  const generator = receiver.internal?.kind === 'generator' ? sharedDebugName(receiver.internal.function) : '';
  if (generator !== '') return generator;
  // Their maps know who made them.
  if (receiver.hiddenClass.instanceType === 'wrapped iterator') return 'Iterator';
  const tagKey = isolate.symbols.toStringTag;
  for (let holder: JSObject | null = receiver; holder !== null; holder = holder.hiddenClass.prototype) {
    const tag = ownData(holder, tagKey);
    if (typeof tag === 'string') return tag;
    // V8 looks for it from the prototype on.
    const constructor = holder === receiver ? undefined : ownData(holder, 'constructor');
    if (!(constructor instanceof JSObject) || !(constructor.internal instanceof FunctionData)) continue;
    const name = sharedDebugName(constructor);
    if (name !== '' && name !== 'Object') return name;
  }
  if (receiver.hiddenClass.isCallable) return 'Function';
  return namesOfMaps[receiver.hiddenClass.instanceType] ?? className(receiver);
}

/** What V8 calls objects by their maps alone, where no prototype tells. */
const namesOfMaps: Readonly<Record<string, string>> = {
  generator: 'Generator',
  'async generator': 'Generator',
  'array iterator': 'Array Iterator',
  'string iterator': 'StringIterator',
  'regexp string iterator': 'RegExpStringIterator',
  'weak ref': 'WeakRef',
};

function ownData(object: JSObject, key: PropertyKey): Value {
  const found = new PropertyLookup();
  if (object.hiddenClass.instanceType === 'proxy' || !lookupOwn(found, object, key) || found.isAccessor)
    return undefined;
  return found.value as Value;
}

/** The one key under which the receiver holds the function. V8: CallSiteInfo::GetMethodName. */
export function frameMethodName(_isolate: Isolate, { receiver, closure }: StackTraceFrame): string | undefined {
  if (!(receiver instanceof JSObject) || closure === undefined || receiver.hiddenClass.instanceType === 'proxy')
    return undefined;
  const { internal } = closure;
  const shared = internal instanceof FunctionData ? (internal.shared?.name ?? internal.name) : '';
  if (shared.startsWith('<static_initializer>')) return shared;
  const name = shared.replace(/^[gs]et /, '');
  for (let holder: JSObject | null = receiver; holder !== null; holder = holder.hiddenClass.prototype) {
    if (holder.hiddenClass.instanceType === 'proxy') break;
    if (name !== '' && holdsFunction(holder, name, closure)) return name;
  }
  let found: string | undefined;
  for (let holder: JSObject | null = receiver; holder !== null; holder = holder.hiddenClass.prototype) {
    if (holder.hiddenClass.instanceType === 'proxy') break;
    for (const key of ownKeys(holder)) {
      if (typeof key !== 'string' || !isEnumerable(holder, key) || !holdsFunction(holder, key, closure)) continue;
      // Two of them would only confuse.
      if (found !== undefined) return undefined;
      found = key;
    }
  }
  return found;
}

function isEnumerable(holder: JSObject, key: PropertyKey): boolean {
  const found = new PropertyLookup();
  return lookupOwn(found, holder, key) && (found.attributes & Attribute.enumerable) !== 0;
}

function holdsFunction(holder: JSObject, key: PropertyKey, closure: JSObject): boolean {
  const found = new PropertyLookup();
  if (!lookupOwn(found, holder, key)) return false;
  const { value } = found;
  return value === closure || (value instanceof AccessorPair && (value.getter === closure || value.setter === closure));
}
