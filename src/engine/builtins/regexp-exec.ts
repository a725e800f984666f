/** RegExp.prototype.exec and its result. V8: src/builtins/regexp-exec.tq, RegExpPrototypeExecBody in builtins-regexp-gen.cc. */
import { ElementsKind } from '../objects/elements-kind.ts';
import { call, isCallable } from '../execution/calls.ts';
import { toLength } from '../execution/conversions.ts';
import { throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import { getProperty, setProperty } from '../execution/property-access.ts';
import type { FunctionData, RegExpData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import { addOwn } from '../objects/own-properties.ts';
import { Attribute } from '../objects/property-details.ts';
import { keyFromString, type Value } from '../objects/value.ts';
import { describeReceiver } from './collection-receiver.ts';

/** The last match of all, for RegExp.$1 and its siblings. Kept in the constructor's data slot. */
export interface LastMatch {
  readonly text: string;
  readonly match: RegExpExecArray;
}

export function regExpOf(isolate: Isolate, receiver: Value, method: string): RegExpData {
  if (receiver instanceof JSObject && receiver.internal?.kind === 'regexp') return receiver.internal;
  return throwTypeError(isolate, 'IncompatibleMethodReceiver', method, describeReceiver(receiver));
}

/** ECMAScript: RegExpBuiltinExec, with the match as the host gives it. */
export function matchOnce(isolate: Isolate, object: JSObject, text: string): RegExpExecArray | null {
  const data = object.internal as RegExpData;
  const lastIndex = toLength(isolate, getProperty(isolate, object, 'lastIndex'));
  const usesLastIndex = data.flags.includes('g') || data.flags.includes('y');
  const from = usesLastIndex ? lastIndex : 0;
  const match = from > text.length ? null : matchFrom(isolate, data.matcher, text, from);
  if (usesLastIndex) setProperty(isolate, object, 'lastIndex', match === null ? 0 : data.matcher.lastIndex);
  return match;
}

/** The next match at or after a position; remembers it for the legacy properties. */
export function matchFrom(isolate: Isolate, matcher: RegExp, text: string, from: number): RegExpExecArray | null {
  matcher.lastIndex = from;
  const match = matcher.exec(text);
  if (match !== null) {
    const last: LastMatch = { text, match };
    (isolate.realm.intrinsic('RegExp').internal as FunctionData).data = last;
  }
  return match;
}

export function builtinExec(isolate: Isolate, object: JSObject, text: string): Value {
  const match = matchOnce(isolate, object, text);
  return match === null ? null : matchResult(isolate, match);
}

/** ECMAScript: RegExpExec. A guest's own exec nests; the self-hosted methods call it in frames instead. */
export function regExpExec(isolate: Isolate, object: JSObject, text: string, method: string): Value {
  const exec = getProperty(isolate, object, 'exec');
  if (exec !== isolate.realm.intrinsic('RegExp.prototype.exec') && isCallable(exec)) {
    const result = call(isolate, exec, object, [text]);
    if (result !== null && !(result instanceof JSObject)) throwTypeError(isolate, 'RegExpExecReturnedPrimitive');
    return result;
  }
  regExpOf(isolate, object, method);
  return builtinExec(isolate, object, text);
}

/** The array that exec returns: captures, then index, input, groups, and indices with flag d. */
export function matchResult(isolate: Isolate, match: RegExpExecArray): JSObject {
  const { realm } = isolate;
  const result = realm.newTaggedArray(captures(match), ElementsKind.HOLEY_ELEMENTS);
  addOwn(result, 'index', match.index, Attribute.all);
  addOwn(result, 'input', match.input, Attribute.all);
  addOwn(result, 'groups', groupsObject(isolate, match), Attribute.all);
  const { indices } = match;
  if (indices === undefined) return result;
  const pair = (range: readonly [number, number] | undefined): Value =>
    range === undefined ? undefined : realm.newArray([range[0], range[1]]);
  const array = realm.newTaggedArray(Array.from(indices, pair), ElementsKind.HOLEY_ELEMENTS);
  let named: Value;
  if (indices.groups !== undefined) {
    const groups = realm.newObjectWithPrototype(null);
    for (const [name, range] of Object.entries(indices.groups))
      addOwn(groups, keyFromString(name), pair(range), Attribute.all);
    named = groups;
  }
  addOwn(array, 'groups', named, Attribute.all);
  addOwn(result, 'indices', array, Attribute.all);
  return result;
}

export function captures(match: RegExpExecArray): Value[] {
  const values: Value[] = [];
  for (let i = 0; i < match.length; i++) values.push(match[i]);
  return values;
}

export function groupsObject(isolate: Isolate, match: RegExpExecArray): Value {
  if (match.groups === undefined) return undefined;
  const groups = isolate.realm.newObjectWithPrototype(null);
  for (const [name, value] of Object.entries(match.groups)) addOwn(groups, keyFromString(name), value, Attribute.all);
  return groups;
}
