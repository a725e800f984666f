/** Errors: the stack, improved, with causes. Node: formatError, improveStack, getStackFrames. */
import { lookupData } from '../execution/describe.ts';
import { toBoolean, toStringValue } from '../execution/conversions.ts';
import { errorToString, readStack } from '../execution/error-stack.ts';
import { GuestException } from '../execution/guest-exception.ts';
import { getProperty } from '../execution/property-access.ts';
import { JSObject } from '../objects/js-object.ts';
import { lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import type { PropertyKey, Value } from '../objects/value.ts';
import type { InspectContext } from './inspect-context.ts';
import { prefix } from './inspect-names.ts';
import { stylize } from './inspect-styles.ts';
import { objectToString } from './object-prototype.ts';

export function isError(value: Value): value is JSObject {
  return value instanceof JSObject && value.internal?.kind === 'error';
}

/** Adds and removes keys that are shown apart from the stack. Getters of the error run, and what they throw is not heard of. */
export function formatError(
  context: InspectContext,
  error: JSObject,
  constructor: string | null,
  tag: string,
  keys: PropertyKey[],
): string {
  const { isolate } = context;
  let stack: string;
  try {
    stack = shownStack(context, error);
  } catch (thrown) {
    if (!(thrown instanceof GuestException)) throw thrown;
    return objectToString(isolate, error, [], undefined) as string;
  }
  const message = read(context, error, 'message');
  const givenName = read(context, error, 'name');
  if (!context.showHidden) removeKeysInStack(keys, stack, message, givenName);
  const name = givenName === noValue ? 'Error' : (givenName ?? 'Error');
  if (isOwn(error, 'cause') && !keys.includes('cause')) keys.push('cause');
  const errors = ownData(error, 'errors');
  if (errors instanceof JSObject && errors.hiddenClass.instanceType === 'array' && !keys.includes('errors'))
    keys.push('errors');
  stack = improveStack(context, stack, constructor, name, tag);
  const text = typeof message === 'string' ? message : '';
  const position = text === '' ? -1 : stack.indexOf(text);
  const from = position > 0 ? position + text.length : 0;
  const framesStart = stack.indexOf('\n    at', from);
  if (framesStart < 0) stack = `[${stack}]`;
  else {
    const lines = frameLines(context, error, stack.slice(framesStart + 1));
    stack = [stack.slice(0, framesStart), ...lines.map((line) => colouredFrame(context, line))].join('\n');
  }
  return context.indentation === 0 ? stack : stack.replaceAll('\n', `\n${' '.repeat(context.indentation)}`);
}

/** Node's own frames are dim, and packages are underlined. */
function colouredFrame(context: InspectContext, line: string): string {
  if (!context.colors) return line;
  if (/^ {4}at (?:[^/\\(]+ \(|)node:(.+):\d+:\d+(?:\)|$)/.test(line)) return stylize(context, line, 'undefined');
  return line.replaceAll(/(?<=[/\\]node_modules[/\\])(?:@[^/\\]+[/\\])?[^/\\]+(?=[/\\])/g, (name) =>
    stylize(context, name, 'module'),
  );
}

/** A getter threw. */
const noValue = Symbol('no value');

function read({ isolate }: InspectContext, error: JSObject, key: string): Value | typeof noValue {
  try {
    return getProperty(isolate, error, key);
  } catch (thrown) {
    if (!(thrown instanceof GuestException)) throw thrown;
    return noValue;
  }
}

/** Node: getStackString. What is no text stands below the error's own words. */
function shownStack(context: InspectContext, error: JSObject): string {
  const stack = readStack(context.isolate, error);
  if (typeof stack === 'string' && stack !== '') return stack;
  if (!toBoolean(stack)) return errorToString(context.isolate, error);
  context.seen.push(error);
  context.indentation += 4;
  // Node gives no depth here, and so the lines of objects are not joined.
  const text = context.formatValue(context, stack, Number.NaN);
  context.indentation -= 4;
  context.seen.pop();
  return `${errorToString(context.isolate, error)}\n    ${text}`;
}

function removeKeysInStack(
  keys: PropertyKey[],
  stack: string,
  message: Value | typeof noValue,
  name: Value | typeof noValue,
): void {
  const shown = { stack, message, name };
  for (const [key, value] of Object.entries(shown)) {
    const index = keys.indexOf(key);
    if (index < 0 || value === noValue) continue;
    if (typeof value !== 'string' || stack.includes(value)) keys.splice(index, 1);
  }
}

/** Makes the first line say the class where it differs from the name. A name that is no text is converted each time that it is used. */
function improveStack(
  context: InspectContext,
  given: string,
  constructor: string | null,
  name: Value,
  tag: string,
): string {
  const { isolate } = context;
  let stack = given;
  let length = typeof name === 'string' ? name.length : Number.NaN;
  if (typeof name !== 'string') {
    const shown = toStringValue(isolate, name);
    const place = stack.indexOf(shown);
    const named = `${toStringValue(isolate, name)} [${prefix(constructor, tag, 'Error').slice(0, -1)}]`;
    if (place >= 0) stack = stack.slice(0, place) + named + stack.slice(place + shown.length);
  }
  const text = toStringValue(isolate, name);
  const isRegular =
    text.endsWith('Error') &&
    stack.startsWith(text) &&
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
  if (!shown.includes(text)) return `${shown} [${text}]${stack.slice(length)}`;
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

function isOwn(object: JSObject, key: PropertyKey): boolean {
  return lookupOwn(new PropertyLookup(), object, key);
}

function ownData(object: JSObject, key: string): Value {
  const found = new PropertyLookup();
  return lookupOwn(found, object, key) && !found.isAccessor ? (found.value as Value) : undefined;
}
