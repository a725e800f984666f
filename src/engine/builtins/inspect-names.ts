/**
 * Names of classes and functions, found without guest code. Node: getConstructorName, getPrefix, getFunctionBase,
 * getClassBase in lib/internal/util/inspect.js.
 */
import { toBoolean, toStringValue } from '../execution/conversions.ts';
import { getProperty, hasOwnProperty } from '../execution/property-access.ts';
import { describeUnquoted, functionSource } from '../execution/describe.ts';
import { FunctionData, nativeMarks } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import { lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import { JSSymbol, type Value } from '../objects/value.ts';
import {
  isAsyncFunctionKind,
  isAsyncGeneratorKind,
  isClassConstructorKind,
  isGeneratorKind,
} from '../parsing/function-kind.ts';
import type { InspectContext } from './inspect-context.ts';
import { isInstance, isProxy, lookupAlongChain, ownData, prototypeOf } from './inspect-lookup.ts';

/** The name of the constructor; null where the prototype chain has none because it ends at once. */
export function constructorName(context: InspectContext, object: JSObject, recursion: number): string | null {
  const found = findConstructor(context, object);
  if (found !== undefined) {
    const name = nameOf(context, found.constructor);
    return name instanceof JSSymbol ? describeUnquoted(name) : toStringValue(context.isolate, name);
  }
  const first = object.hiddenClass.prototype;
  if (first === null) return null;
  const own = builtinClassName(object);
  if (recursion > context.depth) return `${own} <Complex prototype>`;
  const ofPrototype = constructorName(context, first, recursion + 1);
  if (ofPrototype !== null) return `${own} <${ofPrototype}>`;
  const inner: InspectContext = { ...context, customInspect: false, depth: -1 };
  return `${own} <${context.formatValue(inner, first, 0)}>`;
}

/** The first constructor along the chain that has a name and of which the object is an instance. */
export function findConstructor(
  context: InspectContext,
  object: JSObject,
): { readonly holder: JSObject; readonly constructor: JSObject } | undefined {
  for (let holder: JSObject | null = object; holder !== null; holder = prototypeOf(context, holder)) {
    const candidate = ownData(context, holder, 'constructor');
    if (!(candidate instanceof JSObject) || !candidate.hiddenClass.isCallable) continue;
    if (nameOf(context, candidate) === '' || !isInstance(context, object, candidate)) continue;
    return { holder, constructor: candidate };
  }
  return undefined;
}

/** What a program reads as `name`, which may be anything: a static method, or what a getter says. */
function nameOf({ isolate }: InspectContext, constructor: JSObject): Value {
  const found = new PropertyLookup();
  const isData = !isProxy(constructor) && lookupOwn(found, constructor, 'name') && !found.isAccessor;
  return isData ? (found.value as Value) : getProperty(isolate, constructor, 'name');
}

/** V8: JSReceiver::GetConstructorName, for objects whose prototypes do not tell. */
function builtinClassName(object: JSObject): string {
  const names: Readonly<Record<string, string>> = {
    array: 'Array',
    function: 'Function',
    error: 'Error',
    date: 'Date',
    regexp: 'RegExp',
    map: 'Map',
    set: 'Set',
    'weak map': 'WeakMap',
    'weak set': 'WeakSet',
    promise: 'Promise',
    'boolean wrapper': 'Boolean',
    'number wrapper': 'Number',
    'string wrapper': 'String',
    'symbol wrapper': 'Symbol',
    'bigint wrapper': 'BigInt',
    'array buffer': 'ArrayBuffer',
    'data view': 'DataView',
    generator: 'Generator',
    'async generator': 'AsyncGenerator',
    arguments: 'Arguments',
    'sloppy arguments': 'Arguments',
  };
  return names[object.hiddenClass.instanceType] ?? 'Object';
}

/** Class, size and tag before the bracket, with a space at the end. */
export function prefix(constructor: string | null, tag: string, fallback: string, size = ''): string {
  if (constructor === null) {
    return tag !== '' && fallback !== tag
      ? `[${fallback}${size}: null prototype] [${tag}] `
      : `[${fallback}${size}: null prototype] `;
  }
  return tag !== '' && !says(constructor, tag) ? `${constructor}${size} [${tag}] ` : `${constructor}${size} `;
}

/** Whether a class has the tag as one of the words of its name: `MyMap` does for `Map`. */
function says(constructor: string, tag: string): boolean {
  const index = constructor.indexOf(tag);
  return index >= 0 && !/^\p{Ll}/u.test(constructor.slice(index + tag.length));
}

/** `[Function: f]`, `[class A extends B]`. */
export function functionBase(
  context: InspectContext,
  object: JSObject,
  constructor: string | null,
  tag: string,
): string {
  const data = object.internal instanceof FunctionData ? object.internal : undefined;
  if (data !== undefined && isClass(data)) return classBase(context, object, constructor, tag);
  const type = data === undefined ? 'Function' : functionType(data);
  let base = `[${type}`;
  if (constructor === null) base += ' (null prototype)';
  const name = lookupAlongChain(context, object, 'name');
  if (name === '' || name === undefined) base += ' (anonymous)';
  else base += `: ${typeof name === 'string' ? name : context.formatValue(context, name, 0)}`;
  base += ']';
  if (constructor !== type && constructor !== null) base += ` ${constructor}`;
  if (tag !== '' && constructor !== tag) base += ` [${tag}]`;
  return base;
}

function isClass(data: FunctionData): boolean {
  if (data.shared === undefined) return data.data === nativeMarks.apiClass;
  if (data.shared.script.kind === 'builtin') return isClassConstructorKind(data.shared.kind);
  const source = functionSource(data);
  if (!source.startsWith('class') || !source.endsWith('}')) return false;
  const afterClass = source.slice(5, -1);
  const body = afterClass.indexOf('{');
  if (body < 0) return false;
  // Node takes a class whose head has a parenthesis for a function.
  return !afterClass.slice(0, body).includes('(') || /^\s+[^(]*?\s*\{/.test(withoutComments(afterClass));
}

function withoutComments(source: string): string {
  return source.replaceAll(/\/\/.*?\n|\/\*[^]*?\*\//g, '');
}

function functionType(data: FunctionData): string {
  const kind = data.shared?.kind;
  if (kind === undefined) return 'Function';
  if (isAsyncGeneratorKind(kind)) return 'AsyncGeneratorFunction';
  if (isGeneratorKind(kind)) return 'GeneratorFunction';
  return isAsyncFunctionKind(kind) ? 'AsyncFunction' : 'Function';
}

function classBase(context: InspectContext, object: JSObject, constructor: string | null, tag: string): string {
  const { isolate } = context;
  const name = hasOwnProperty(isolate, object, 'name') ? nameOf(context, object) : '';
  let base = `class ${toBoolean(name) ? toStringValue(isolate, name) : '(anonymous)'}`;
  if (constructor !== 'Function' && constructor !== null) base += ` [${constructor}]`;
  if (tag !== '' && constructor !== tag) base += ` [${tag}]`;
  if (constructor === null) return `[${base} extends [null prototype]]`;
  const parent = prototypeOf(context, object);
  const parentName = parent === null ? '' : getProperty(isolate, parent, 'name');
  if (toBoolean(parentName)) base += ` extends ${toStringValue(isolate, parentName)}`;
  return `[${base}]`;
}
