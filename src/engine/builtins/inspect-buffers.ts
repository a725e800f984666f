/** Buffers and their views between the brackets. Node: formatTypedArray, formatArrayBuffer in lib/internal/util/inspect.js. */
import type { JSObject } from '../objects/js-object.ts';
import { type ArrayBufferData, type DataViewData, isOutOfBounds, typedArrayDataOf } from '../objects/typed-array.ts';
import { type InspectContext, moreItems, plural } from './inspect-context.ts';
import { isInChain } from './inspect-lookup.ts';

export function formatTypedArray(context: InspectContext, object: JSObject, recursion: number): string[] {
  const { view } = typedArrayDataOf(object);
  const shown = Math.min(Math.max(0, context.maxArrayLength), view.length);
  const output: string[] = [];
  for (let i = 0; i < shown; i++) output.push(context.formatValue(context, view[i], recursion));
  if (view.length > shown) output.push(moreItems(view.length - shown));
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
