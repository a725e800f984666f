/** Buffers and their views between the brackets. Node: formatTypedArray, formatArrayBuffer in lib/internal/util/inspect.js. */
import { toNumber } from '../execution/conversions.ts';
import { getProperty } from '../execution/property-access.ts';
import type { JSObject } from '../objects/js-object.ts';
import { type ArrayBufferData, type DataViewData, isOutOfBounds, typedArrayDataOf } from '../objects/typed-array.ts';
import type { Value } from '../objects/value.ts';
import { type InspectContext, moreItems, plural } from './inspect-context.ts';
import { isInChain } from './inspect-lookup.ts';

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
    output.push(isOfNumbers ? context.formatValue(context, view[i], recursion) : `${view[i]}n`);
  if (remaining > 0) output.push(moreItems(remaining));
  if (!context.showHidden) return output;
  const { buffer } = typedArrayDataOf(object);
  context.indentation += 2;
  output.push(
    `[BYTES_PER_ELEMENT]: ${view.BYTES_PER_ELEMENT}`,
    `[length]: ${view.length}`,
    `[byteLength]: ${view.byteLength}`,
    `[byteOffset]: ${view.byteOffset}`,
    `[buffer]: ${context.formatValue(context, buffer, recursion)}`,
  );
  context.indentation -= 2;
  return output;
}

export function formatArrayBuffer(
  context: InspectContext,
  object: JSObject,
  { buffer, isDetached }: ArrayBufferData,
): string[] {
  if (isDetached) return ['(detached)', '[byteLength]: 0'];
  const shown = Math.min(Math.max(0, context.maxArrayLength), buffer.byteLength);
  const bytes = [...new Uint8Array(buffer, 0, shown)].map((byte) => byte.toString(16).padStart(2, '0'));
  const hidden = buffer.byteLength - shown;
  const rest = hidden > 0 ? ` ... ${hidden} more byte${plural(hidden)}` : '';
  // Its length is read as a property.
  const knowsLength = isInChain(context, object, 'byteLength');
  return [
    `[Uint8Contents]: <${bytes.join(' ')}${rest}>`,
    `[byteLength]: ${knowsLength ? buffer.byteLength : undefined}`,
  ];
}

export function formatDataView(
  context: InspectContext,
  object: JSObject,
  data: DataViewData,
  recursion: number,
): string[] {
  if (!isInChain(context, object, 'byteLength'))
    return ['[byteLength]: undefined', '[byteOffset]: undefined', '[buffer]: undefined'];
  const { buffer } = data.buffer.internal as ArrayBufferData;
  const isOut = isOutOfBounds(data);
  const length = isOut ? 0 : (data.fixedLength ?? buffer.byteLength - data.byteOffset);
  context.indentation += 2;
  const shown = context.formatValue(context, data.buffer, recursion);
  context.indentation -= 2;
  return [`[byteLength]: ${length}`, `[byteOffset]: ${isOut ? 0 : data.byteOffset}`, `[buffer]: ${shown}`];
}
