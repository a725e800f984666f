/** Primitives as util.inspect shows them. Node: formatPrimitive, strEscape in lib/internal/util/inspect.js. */
import { JSSymbol, type PropertyKey, symbolDescriptiveString, type Value } from '../objects/value.ts';
import { type InspectContext, plural } from './inspect-context.ts';
import { stylize, withSeparators } from './inspect-styles.ts';

/** Strings up to this length are never split at their line ends. */
const minimumLineWidth = 16;
const identifier = /^[a-zA-Z_][a-zA-Z_0-9]*$/;
const unpairedSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const shortEscapes: Readonly<Record<number, string>> = {
  8: '\\b',
  9: '\\t',
  10: '\\n',
  12: '\\f',
  13: '\\r',
  92: '\\\\',
};

export function formatPrimitive(context: InspectContext, value: Value): string {
  if (typeof value === 'string') return formatString(context, value);
  const style = value === null ? 'null' : value instanceof JSSymbol ? 'symbol' : typeof value;
  return stylize(context, formatNonString(value, context.numericSeparator), style);
}

/** Without quotes where it is a string. */
export function formatNonString(value: Value, separated = false): string {
  if (typeof value === 'number' || typeof value === 'bigint') {
    const text = typeof value === 'bigint' ? `${value}n` : Object.is(value, -0) ? '-0' : String(value);
    return separated ? withSeparators(text) : text;
  }
  if (value instanceof JSSymbol) return symbolDescriptiveString(value);
  return String(value);
}

function formatString(context: InspectContext, text: string): string {
  let shown = text;
  let trailer = '';
  if (text.length > context.maxStringLength) {
    const remaining = text.length - context.maxStringLength;
    shown = text.slice(0, context.maxStringLength);
    trailer = `... ${remaining} more character${plural(remaining)}`;
  }
  if (shown.length > minimumLineWidth && shown.length > context.breakLength - context.indentation - 4) {
    const lines = shown.split(/(?<=\n)/);
    return (
      lines.map((line) => stylize(context, quote(line), 'string')).join(` +\n${' '.repeat(context.indentation + 2)}`) +
      trailer
    );
  }
  return stylize(context, quote(shown), 'string') + trailer;
}

/** Quotes a string: single quotes unless another kind saves escapes. */
export function quote(text: string): string {
  let mark = "'";
  if (text.includes("'")) {
    if (!text.includes('"')) mark = '"';
    else if (!text.includes('`') && !text.includes('${')) mark = '`';
  }
  return mark + escape(text, mark === "'") + mark;
}

function escape(text: string, escapeSingleQuotes: boolean): string {
  let result = '';
  let last = 0;
  const hasUnpaired = unpairedSurrogate.test(text);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const replacement = escapeCode(text, i, code, escapeSingleQuotes, hasUnpaired);
    if (replacement === undefined) continue;
    result += text.slice(last, i) + replacement;
    last = i + 1;
  }
  return last === 0 ? text : result + text.slice(last);
}

function escapeCode(
  text: string,
  index: number,
  code: number,
  escapeSingleQuotes: boolean,
  hasUnpaired: boolean,
): string | undefined {
  if (code < 32 || code === 92 || (code >= 127 && code < 160)) {
    return shortEscapes[code] ?? `\\x${code.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  if (code === 39) return escapeSingleQuotes ? "\\'" : undefined;
  if (!hasUnpaired || code < 0xd800 || code > 0xdfff) return undefined;
  const isPaired =
    code < 0xdc00
      ? isBetween(text.charCodeAt(index + 1), 0xdc00, 0xdfff)
      : isBetween(text.charCodeAt(index - 1), 0xd800, 0xdbff);
  return isPaired ? undefined : `\\u${code.toString(16)}`;
}

function isBetween(code: number, low: number, high: number): boolean {
  return code >= low && code <= high;
}

/** The part before the colon. */
export function formatKey(context: InspectContext, key: PropertyKey, isEnumerable: boolean): string {
  const text = keyText(context, key);
  return isEnumerable || key === '__proto__' ? text : `[${text}]`;
}

function keyText(context: InspectContext, key: PropertyKey): string {
  if (key instanceof JSSymbol) return stylize(context, escape(symbolDescriptiveString(key), true), 'symbol');
  if (key === '__proto__') return "['__proto__']";
  const name = String(key);
  return identifier.test(name) ? name : stylize(context, quote(name), 'string');
}
