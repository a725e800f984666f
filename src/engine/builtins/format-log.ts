/** The text of console.log's arguments. Node: formatWithOptions in lib/internal/util/inspect.js. */
import { call, isCallable } from '../execution/calls.ts';
import { toNumber, toStringValue } from '../execution/conversions.ts';
import { describeUnquoted, functionSource, lookupData } from '../execution/describe.ts';
import { GuestException } from '../execution/guest-exception.ts';
import type { Isolate } from '../execution/isolate.ts';
import { getProperty } from '../execution/property-access.ts';
import { FunctionData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import { lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import { JSSymbol, symbolDescriptiveString, type Value } from '../objects/value.ts';
import { inspect } from './inspect.ts';
import type { InspectOptions } from './inspect-context.ts';
import { formatNonString } from './inspect-primitive.ts';

export function formatLog(isolate: Isolate, args: readonly Value[], options?: InspectOptions): string {
  const [first] = args;
  let text = '';
  let next = 0;
  let separator = '';
  if (typeof first === 'string') {
    if (args.length === 1) return first;
    const filled = fillPlaceholders(isolate, first, args, options);
    text = filled.text;
    next = filled.used;
    if (next > 0) separator = ' ';
  }
  for (; next < args.length; next++) {
    const value = args[next];
    text += separator + (typeof value === 'string' ? value : inspect(isolate, value, options));
    separator = ' ';
  }
  return text;
}

/** Replaces `%s` and the like by the arguments that follow; `used` counts arguments that are done, the format too. */
function fillPlaceholders(
  isolate: Isolate,
  format: string,
  args: readonly Value[],
  options: InspectOptions | undefined,
): { text: string; used: number } {
  let text = '';
  let used = 1;
  let done = 0;
  for (let i = 0; i < format.length - 1; i++) {
    if (format[i] !== '%') continue;
    const kind = format[i + 1]!;
    if (kind === '%') {
      text += `${format.slice(done, i)}%`;
      done = i + 2;
      i++;
      continue;
    }
    if (used === args.length) continue;
    if (!'sjdOoifc'.includes(kind)) continue;
    text += format.slice(done, i) + placeholder(isolate, kind, args[used++], options);
    done = i + 2;
    i++;
  }
  if (done === 0) return { text: format, used: 1 };
  return { text: text + format.slice(done), used };
}

function placeholder(isolate: Isolate, kind: string, value: Value, options: InspectOptions | undefined): string {
  const separated = options?.numericSeparator ?? false;
  switch (kind) {
    case 's':
      return asString(isolate, value, options);
    case 'j':
      return asJson(isolate, value);
    case 'd':
      if (typeof value === 'bigint') return formatNonString(value, separated);
      return formatNonString(
        value instanceof JSSymbol ? NaN : value instanceof JSObject ? toNumber(isolate, value) : Number(value),
        separated,
      );
    case 'i':
      if (typeof value === 'bigint') return formatNonString(value, separated);
      return formatNonString(value instanceof JSSymbol ? NaN : parseInt(toStringValue(isolate, value)), separated);
    case 'f':
      return formatNonString(value instanceof JSSymbol ? NaN : parseFloat(toStringValue(isolate, value)), separated);
    case 'O':
      return inspect(isolate, value, options);
    case 'o':
      return inspect(isolate, value, { ...options, showHidden: true, showProxy: true, depth: 4 });
    default:
      // %c takes its argument, which is CSS, and shows nothing.
      return '';
  }
}

function asString(isolate: Isolate, value: Value, options: InspectOptions | undefined): string {
  if (typeof value === 'string') return value;
  if (value instanceof JSSymbol) return symbolDescriptiveString(value);
  if (!(value instanceof JSObject)) return formatNonString(value, options?.numericSeparator);
  if (value.internal instanceof FunctionData && lookupData(value, 'toString') === functionToString(isolate))
    return functionSource(value.internal);
  if (value.hiddenClass.isCallable || !hasBuiltinToString(isolate, value)) return toStringValue(isolate, value);
  return inspect(isolate, value, { ...options, depth: 0, colors: false, compact: 3 });
}

function functionToString(isolate: Isolate): Value {
  return lookupData(isolate.realm.functionPrototype, 'toString');
}

/** Whether String(value) would only say something like [object Object]. */
function hasBuiltinToString(isolate: Isolate, value: JSObject): boolean {
  let object = value;
  while (object.internal?.kind === 'proxy' && object.internal.target !== null) object = object.internal.target;
  if (isCallable(lookupData(object, isolate.symbols.toPrimitive)) && !hasOwnConversion(object)) return false;
  if (!isCallable(lookupData(object, 'toString'))) return true;
  const found = new PropertyLookup();
  if (lookupOwn(found, object, 'toString')) return false;
  let holder = object.hiddenClass.prototype;
  while (holder !== null && !lookupOwn(found, holder, 'toString')) holder = holder.hiddenClass.prototype;
  if (holder === null || !lookupOwn(found, holder, 'constructor') || found.isAccessor) return false;
  const constructor = found.value as Value;
  // Builtin classes are those without a text of their own, and that have a global name.
  return (
    constructor instanceof JSObject &&
    constructor.internal instanceof FunctionData &&
    isBuiltin(constructor.internal) &&
    constructor !== isolate.realm.intrinsics.get('TypedArray')
  );
}

/** Dates and symbol wrappers bring Symbol.toPrimitive along. */
function hasOwnConversion({ internal }: JSObject): boolean {
  return internal?.kind === 'date' || internal?.kind === 'primitive';
}

function isBuiltin(data: FunctionData): boolean {
  return data.shared === undefined ? data.boundTarget === undefined : data.shared.script.kind === 'builtin';
}

function asJson(isolate: Isolate, value: Value): string {
  const stringify = getProperty(isolate, isolate.realm.intrinsic('JSON'), 'stringify');
  try {
    return describeUnquoted(call(isolate, stringify, undefined, [value]));
  } catch (error) {
    if (error instanceof GuestException && isCircularError(error.value)) return '[Circular]';
    throw error;
  }
}

function isCircularError(value: Value): boolean {
  const message = value instanceof JSObject ? lookupData(value, 'message') : undefined;
  return typeof message === 'string' && message.startsWith('Converting circular structure to JSON');
}
