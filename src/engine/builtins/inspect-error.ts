/** Errors: the stack, improved, with causes. Node: formatError, improveStack, getStackFrames. */
import { describeUnquoted, errorSummary, lookupData } from '../execution/describe.ts';
import { toBoolean } from '../execution/conversions.ts';
import { readStack } from '../execution/error-stack.ts';
import { JSObject } from '../objects/js-object.ts';
import { lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import type { PropertyKey, Value } from '../objects/value.ts';
import type { InspectContext } from './inspect-context.ts';
import { prefix } from './inspect-names.ts';

export function isError(value: Value): value is JSObject {
  return value instanceof JSObject && value.internal?.kind === 'error';
}

/** Adds and removes keys that are shown apart from the stack. */
export function formatError(
  context: InspectContext,
  error: JSObject,
  constructor: string | null,
  tag: string,
  keys: PropertyKey[],
): string {
  const named = lookupData(error, 'name');
  const name = named === undefined || named === null ? 'Error' : describeUnquoted(named);
  const message = lookupData(error, 'message');
  let stack = shownStack(context, error);
  if (!context.showHidden) removeKeysInStack(error, keys, stack);
  if (hasProperty(error, 'cause') && !keys.includes('cause')) keys.push('cause');
  const errors = ownData(error, 'errors');
  if (errors instanceof JSObject && errors.hiddenClass.instanceType === 'array' && !keys.includes('errors'))
    keys.push('errors');
  stack = improveStack(stack, constructor, name, tag);
  const text = typeof message === 'string' ? message : '';
  const position = text === '' ? -1 : stack.indexOf(text);
  const from = position > 0 ? position + text.length : 0;
  const framesStart = stack.indexOf('\n    at', from);
  if (framesStart < 0) stack = `[${stack}]`;
  else stack = [stack.slice(0, framesStart), ...frameLines(context, error, stack.slice(framesStart + 1))].join('\n');
  return context.indentation === 0 ? stack : stack.replaceAll('\n', `\n${' '.repeat(context.indentation)}`);
}

/** Node: getStackString. What is no text stands below the error's own words. */
function shownStack(context: InspectContext, error: JSObject): string {
  const stack = readStack(context.isolate, error);
  if (typeof stack === 'string' && stack !== '') return stack;
  if (!toBoolean(stack)) return errorSummary(error);
  context.seen.push(error);
  context.indentation += 4;
  // Node gives no depth here, and so the lines of objects are not joined.
  const text = context.formatValue(context, stack, Number.NaN);
  context.indentation -= 4;
  context.seen.pop();
  return `${errorSummary(error)}\n    ${text}`;
}

function removeKeysInStack(error: JSObject, keys: PropertyKey[], stack: string): void {
  for (const name of ['name', 'message', 'stack']) {
    const index = keys.indexOf(name);
    if (index < 0) continue;
    const value = name === 'stack' ? stack : lookupData(error, name);
    if (typeof value !== 'string' || stack.includes(value)) keys.splice(index, 1);
  }
}

/** Makes the first line say the class where it differs from the name. */
function improveStack(stack: string, constructor: string | null, name: string, tag: string): string {
  let length = name.length;
  const isRegular =
    name.endsWith('Error') &&
    stack.startsWith(name) &&
    (stack.length === length || stack[length] === ':' || stack[length] === '\n');
  if (constructor !== null && !isRegular) return stack;
  let fallback = 'Error';
  if (constructor === null) {
    const start = /^([A-Z][a-z_ A-Z0-9[\]()-]+)(?::|\n\s+at)/.exec(stack) ?? /^([a-z_A-Z0-9-]*Error)$/.exec(stack);
    fallback = start?.[1] ?? '';
    length = fallback.length;
    if (fallback === '') fallback = 'Error';
  }
  const shown = prefix(constructor, tag, fallback).slice(0, -1);
  if (name === shown) return stack;
  if (!shown.includes(name)) return `${shown} [${name}]${stack.slice(length)}`;
  return length === 0 ? `${shown}: ${stack}` : `${shown}${stack.slice(length)}`;
}

/** Frames that the cause's stack has too are folded. */
function frameLines(context: InspectContext, error: JSObject, text: string): string[] {
  const frames = text.split('\n');
  const cause = lookupData(error, 'cause');
  if (!isError(cause)) return frames;
  const causeStack = shownStack(context, cause);
  const start = causeStack.indexOf('\n    at');
  if (start < 0) return frames;
  const { length, offset } = sharedFrames(frames, causeStack.slice(start + 1).split('\n'));
  if (length > 3) frames.splice(offset + 1, length - 2, `    ... ${length - 2} lines matching cause stack trace ...`);
  return frames;
}

/** The first run of more than three frames that both stacks have. */
function sharedFrames(frames: readonly string[], other: readonly string[]): { length: number; offset: number } {
  for (let i = 0; i < frames.length - 3; i++) {
    const position = other.indexOf(frames[i]!);
    if (position < 0) continue;
    const rest = other.length - position;
    if (rest <= 3) continue;
    const most = Math.min(frames.length - i, rest);
    let length = 1;
    while (length < most && frames[i + length] === other[position + length]) length++;
    if (length > 3) return { length, offset: i };
  }
  return { length: 0, offset: 0 };
}

function hasProperty(object: JSObject, key: PropertyKey): boolean {
  const found = new PropertyLookup();
  for (let holder: JSObject | null = object; holder !== null; holder = holder.hiddenClass.prototype)
    if (lookupOwn(found, holder, key)) return true;
  return false;
}

function ownData(object: JSObject, key: string): Value {
  const found = new PropertyLookup();
  return lookupOwn(found, object, key) && !found.isAccessor ? (found.value as Value) : undefined;
}
