/** Buffers and their views between the brackets. Node: formatTypedArray, formatArrayBuffer in lib/internal/util/inspect.js. */
import { toNumber } from '../execution/conversions.ts';
import { getProperty } from '../execution/property-access.ts';
import type { JSObject } from '../objects/js-object.ts';
import { type ArrayBufferData, type DataViewData, isOutOfBounds, typedArrayDataOf } from '../objects/typed-array.ts';
import type { Value } from '../objects/value.ts';
import { type InspectContext, moreItems, plural } from './inspect-context.ts';
import { isInChain } from './inspect-lookup.ts';
import { stylize, withSeparators } from './inspect-styles.ts';

/** `length` as any program reads it: an own property or a subclass may say something else. */
export function lengthAsRead({ isolate }: InspectContext, object: JSObject): Value {
  return getProperty(isolate, object, 'length');
}

export function formatTypedArray(context: InspectContext, object: JSObject, recursion: number): string[] {
  const { isolate } = context;
  const { view } = typedArrayDataOf(object);
  const shown = Math.min(Math.max(0, context.maxArrayLength), view.length);
  // Without a prototype Node looks at a copy.
  const read = (): number =>
    object.hiddenClass.prototype === null ? view.length : toNumber(isolate, lengthAsRead(context, object));
  const remaining = read() - shown;
  const isOfNumbers = read() > 0 && typeof view[0] === 'number';
  const output: string[] = [];
  for (let i = 0; i < shown; i++)
    output.push(
      isOfNumbers
        ? context.formatValue(context, view[i], recursion)
        : stylize(context, context.numericSeparator ? withSeparators(`${view[i]}n`) : `${view[i]}n`, 'bigint'),
    );
  if (remaining > 0) output.push(moreItems(remaining));
  if (!context.showHidden) return output;
  const { buffer } = typedArrayDataOf(object);
  context.indentation += 2;
  output.push(
    extra(context, 'BYTES_PER_ELEMENT', view.BYTES_PER_ELEMENT),
    extra(context, 'length', view.length),
    extra(context, 'byteLength', view.byteLength),
    extra(context, 'byteOffset', view.byteOffset),
    `${extraKey(context, 'buffer')}: ${context.formatValue(context, buffer, recursion)}`,
  );
  context.indentation -= 2;
  return output;
}

export function formatArrayBuffer(
  context: InspectContext,
  object: JSObject,
  { buffer, isDetached }: ArrayBufferData,
): string[] {
  if (isDetached) return [stylize(context, '(detached)', 'special'), extra(context, 'byteLength', 0)];
  const shown = Math.min(Math.max(0, context.maxArrayLength), buffer.byteLength);
  const bytes = [...new Uint8Array(buffer, 0, shown)].map((byte) => byte.toString(16).padStart(2, '0'));
  const hidden = buffer.byteLength - shown;
  const rest = hidden > 0 ? ` ... ${hidden} more byte${plural(hidden)}` : '';
  // Its length is read as a property.
  const knowsLength = isInChain(context, object, 'byteLength');
  return [
    `${stylize(context, '[Uint8Contents]', 'special')}: <${bytes.join(' ')}${rest}>`,
    extra(context, 'byteLength', knowsLength ? buffer.byteLength : undefined),
  ];
}

export function formatDataView(
  context: InspectContext,
  object: JSObject,
  data: DataViewData,
  recursion: number,
): string[] {
  if (!isInChain(context, object, 'byteLength'))
    return ['byteLength', 'byteOffset', 'buffer'].map((name) => extra(context, name, undefined));
  const { buffer } = data.buffer.internal as ArrayBufferData;
  const isOut = isOutOfBounds(data);
  const length = isOut ? 0 : (data.fixedLength ?? buffer.byteLength - data.byteOffset);
  context.indentation += 2;
  const shown = context.formatValue(context, data.buffer, recursion);
  context.indentation -= 2;
  return [
    extra(context, 'byteLength', length),
    extra(context, 'byteOffset', isOut ? 0 : data.byteOffset),
    `${extraKey(context, 'buffer')}: ${shown}`,
  ];
}

function extra(context: InspectContext, name: string, value: Value): string {
  const style = value === undefined ? 'undefined' : 'number';
  return `${extraKey(context, name)}: ${stylize(context, String(value), style)}`;
}

function extraKey(context: InspectContext, name: string): string {
  return stylize(context, `[${name}]`, 'string');
}
