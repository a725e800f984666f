/**
 * Lines: whether entries share one, and long arrays in columns. Node: reduceToSingleString, groupArrayElements,
 * getStringWidth in lib/internal/util/inspect.js.
 */
import type { JSObject } from '../objects/js-object.ts';
import { lookupElement, PropertyLookup } from '../objects/lookup.ts';
import type { Braces, EntryType, InspectContext } from './inspect-context.ts';
import { withoutColors } from './inspect-styles.ts';

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
    total += context.colors ? withoutColors(entry).length : entry.length;
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
    const width = textWidth(context.colors ? withoutColors(output[i]!) : output[i]!);
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
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 127) return width + widthBeyondAscii(text.slice(i).normalize('NFC'));
    if (code >= 32) width++;
  }
  return width;
}

/** Node: GetColumnWidth in src/node_i18n.cc. */
function widthBeyondAscii(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (isWide(code) || (code > 0x2000 && emoji.test(character))) width += 2;
    else if (code === softHyphen || !takesNoColumn.test(character)) width++;
  }
  return width;
}

const softHyphen = 0xad;
const emoji = /\p{Emoji_Presentation}/u;
const takesNoColumn = /[\p{Cc}\p{Cf}\p{Me}\p{Mn}]/u;

/** Unicode's East_Asian_Width: Wide and Fullwidth, but for emoji; code points that are not assigned join the ranges between which they lie. */
const wideRanges: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2630, 0x2637],
  [0x268a, 0x268f],
  [0x2e80, 0x303e],
  [0x3041, 0x3247],
  [0x3250, 0xa4c6],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xfa0e, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6b],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x1b2fb],
  [0x1d300, 0x1d376],
  [0x1f200, 0x1f265],
  [0x20000, 0x3fffd],
];

function isWide(code: number): boolean {
  return code >= wideRanges[0]![0] && wideRanges.some(([from, to]) => code >= from && code <= to);
}
