/**
 * Lines: whether entries share one, and long arrays in columns. Node: reduceToSingleString, groupArrayElements,
 * getStringWidth in lib/internal/util/inspect.js.
 */
import type { JSObject } from '../objects/js-object.ts';
import { lookupElement, PropertyLookup } from '../objects/lookup.ts';
import type { Braces, EntryType, InspectContext } from './inspect-context.ts';

export function layOut(
  context: InspectContext,
  entries: string[],
  base: string,
  braces: Readonly<Braces>,
  type: EntryType,
  recursion: number,
  array: JSObject | undefined,
): string {
  let output = entries;
  const start = base === '' ? '' : `${base} `;
  if (context.compact >= 1) {
    if (type === 'arrayExtras' && entries.length > 6) output = groupInColumns(context, entries, array);
    if (context.currentDepth - recursion < context.compact && output.length === entries.length) {
      const used = output.length + context.indentation + braces[0].length + base.length + 10;
      if (fitsOnLine(context, output, used, base)) {
        const joined = output.join(', ');
        if (!joined.includes('\n')) return `${start}${braces[0]} ${joined} ${braces[1]}`;
      }
    }
  }
  const newLine = `\n${' '.repeat(context.indentation)}`;
  return `${start}${braces[0]}${newLine}  ${output.join(`,${newLine}  `)}${newLine}${braces[1]}`;
}

function fitsOnLine(context: InspectContext, output: readonly string[], start: number, base: string): boolean {
  let total = output.length + start;
  if (total + output.length > context.breakLength) return false;
  for (const entry of output) {
    total += entry.length;
    if (total > context.breakLength) return false;
  }
  return base === '' || !base.includes('\n');
}

/** Puts the entries of an array with more than six into columns of equal width, if they are short and alike enough. */
function groupInColumns(context: InspectContext, output: string[], array: JSObject | undefined): string[] {
  const hasMoreItems = context.maxArrayLength < output.length;
  const count = hasMoreItems ? output.length - 1 : output.length;
  const separator = 2;
  const widths: number[] = [];
  let total = 0;
  let longest = 0;
  for (let i = 0; i < count; i++) {
    const width = textWidth(output[i]!);
    widths.push(width);
    total += width + separator;
    longest = Math.max(longest, width);
  }
  const columnWidth = longest + separator;
  if (columnWidth * 3 + context.indentation >= context.breakLength) return output;
  if (total / columnWidth <= 5 && longest > 6) return output;
  const bias = Math.sqrt(columnWidth - total / output.length);
  const biasedWidth = Math.max(columnWidth - 3 - bias, 1);
  const columns = Math.min(
    // Roughly a square, as characters are about 2.5 times as high as wide.
    Math.round(Math.sqrt(2.5 * biasedWidth * count) / biasedWidth),
    Math.floor((context.breakLength - context.indentation) / columnWidth),
    context.compact * 4,
    15,
  );
  if (columns <= 1) return output;
  const lineWidths: number[] = [];
  for (let column = 0; column < columns; column++) {
    let width = 0;
    for (let i = column; i < count; i += columns) width = Math.max(width, widths[i]!);
    lineWidths.push(width + separator);
  }
  const alignRight = array !== undefined && hasOnlyNumbers(array, output.length);
  const lines: string[] = [];
  for (let i = 0; i < count; i += columns)
    lines.push(formatLine(output, widths, lineWidths, i, Math.min(i + columns, count), alignRight));
  if (hasMoreItems) lines.push(output[count]!);
  return lines;
}

function formatLine(
  output: readonly string[],
  widths: readonly number[],
  lineWidths: readonly number[],
  from: number,
  to: number,
  alignRight: boolean,
): string {
  let line = '';
  let i = from;
  for (; i < to - 1; i++) {
    const padding = lineWidths[i - from]! + output[i]!.length - widths[i]!;
    line += alignRight ? `${output[i]}, `.padStart(padding) : `${output[i]}, `.padEnd(padding);
  }
  if (!alignRight) return line + output[i];
  return line + output[i]!.padStart(lineWidths[i - from]! + output[i]!.length - widths[i]! - 2);
}

function hasOnlyNumbers(array: JSObject, count: number): boolean {
  const found = new PropertyLookup();
  for (let i = 0; i < count; i++) {
    if (!lookupElement(found, array, i)) return false;
    if (typeof found.value !== 'number' && typeof found.value !== 'bigint') return false;
  }
  return true;
}

/** Columns that a text takes in a terminal. */
export function textWidth(text: string): number {
  let width = 0;
  let isAscii = true;
  for (let i = 0; i < text.length && isAscii; i++) isAscii = text.charCodeAt(i) >= 32 && text.charCodeAt(i) < 127;
  if (isAscii) return text.length;
  for (const character of text.normalize('NFC')) {
    const code = character.codePointAt(0)!;
    if (isFullWidth(code)) width += 2;
    else if (!isZeroWidth(code)) width++;
  }
  return width;
}

const fullWidthRanges: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x2329, 0x232a],
  [0x23e9, 0x23ec],
  [0x25fd, 0x25fe],
  [0x2614, 0x2615],
  [0x26a1, 0x26a1],
  [0x2705, 0x2705],
  [0x2728, 0x2728],
  [0x274c, 0x274c],
  [0x2753, 0x2755],
  [0x2757, 0x2757],
  [0x2795, 0x2797],
  [0x2b1b, 0x2b1c],
  [0x2b50, 0x2b50],
  [0x2b55, 0x2b55],
  [0x2e80, 0x303e],
  [0x3041, 0x3247],
  [0x3250, 0x4dbf],
  [0x4e00, 0xa4c6],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6b],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1b000, 0x1b001],
  [0x1f200, 0x1f251],
  [0x1f300, 0x1f320],
  [0x1f32d, 0x1f335],
  [0x1f337, 0x1f37c],
  [0x1f37e, 0x1f393],
  [0x1f3a0, 0x1f3ca],
  [0x1f3e0, 0x1f3f0],
  [0x1f400, 0x1f43e],
  [0x1f440, 0x1f440],
  [0x1f442, 0x1f4fc],
  [0x1f4ff, 0x1f53d],
  [0x1f54b, 0x1f54e],
  [0x1f550, 0x1f567],
  [0x1f5fb, 0x1f64f],
  [0x1f680, 0x1f6c5],
  [0x1f7e0, 0x1f7eb],
  [0x1f90c, 0x1f9ff],
  [0x1fa70, 0x1faff],
  [0x20000, 0x3fffd],
];

function isFullWidth(code: number): boolean {
  return fullWidthRanges.some(([from, to]) => code >= from && code <= to);
}

function isZeroWidth(code: number): boolean {
  return (
    code <= 0x1f ||
    (code >= 0x7f && code <= 0x9f) ||
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x20d0 && code <= 0x20ff) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    (code >= 0xfe20 && code <= 0xfe2f) ||
    (code >= 0xe0100 && code <= 0xe01ef)
  );
}
