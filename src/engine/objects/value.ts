/**
 * Guest values as host values: undefined, null, booleans, numbers, strings and BigInts are the host's own, symbols and
 * objects are instances of ours. V8: src/objects/objects.h, oddball.h.
 */
import { JSObject } from './js-object.ts';

export type Value = undefined | null | boolean | number | string | bigint | JSSymbol | JSObject;

/** A guest symbol. Private names (`#x`) are symbols too, as in V8. */
export class JSSymbol {
  readonly description: string | undefined;
  readonly isPrivate: boolean;
  /** Private brands of classes with private methods; looking one up fails with another message. */
  readonly isPrivateBrand: boolean;

  constructor(description: string | undefined, isPrivate = false, isPrivateBrand = false) {
    this.description = description;
    this.isPrivate = isPrivate;
    this.isPrivateBrand = isPrivateBrand;
  }
}

/** The mark of an uninitialised binding and of a missing array element. Guest code never sees it. */
export const theHole: Value = new JSSymbol('the hole', true);

/** Names of the engine's own, of what errors know: V8's roots of the same names. */
export const errorStackSymbol = new JSSymbol('(error_stack_symbol)', true);
export const errorMessageSymbol = new JSSymbol('(error_message_symbol)', true);
export const errorPlaceSymbols = ['start_pos', 'end_pos', 'script'].map(
  (name) => new JSSymbol(`(error_${name}_symbol)`, true),
);

/** Objects in messages show it, too, where no isolate is at hand. */
export const toStringTagSymbol = new JSSymbol('Symbol.toStringTag');

/** A property's name: a string that is no array index, an array index (0 … 2³² - 2) as a number, or a symbol. */
export type PropertyKey = string | number | JSSymbol;

export const maxArrayIndex = 4294967294;

/** Makes a string a property key: canonical array indices become numbers. */
export function keyFromString(text: string): PropertyKey {
  const length = text.length;
  if (length === 0 || length > 10) return text;
  const first = text.charCodeAt(0);
  if (first < 48 || first > 57) return text;
  if (first === 48) return length === 1 ? 0 : text;
  for (let i = 1; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return text;
  }
  const index = Number(text);
  return index <= maxArrayIndex ? index : text;
}

/** Makes a number a property key. */
export function keyFromNumber(value: number): PropertyKey {
  return value >= 0 && value <= maxArrayIndex && value === Math.floor(value) ? value + 0 : String(value);
}

/** As a guest string or symbol, for ownKeys and the like. */
export function keyToValue(key: PropertyKey): string | JSSymbol {
  return typeof key === 'number' ? String(key) : key;
}

/** For messages: `foo`, `0`, `Symbol(foo)`. */
export function keyToDisplay(key: PropertyKey): string {
  if (!(key instanceof JSSymbol)) return String(key);
  return key.isPrivate ? (key.description ?? '') : symbolDescriptiveString(key);
}

export function symbolDescriptiveString(symbol: JSSymbol): string {
  return symbol.isPrivate ? (symbol.description ?? '') : `Symbol(${symbol.description ?? ''})`;
}

export function isObject(value: Value): value is JSObject {
  return value instanceof JSObject;
}

/** Whether a number is a Smi where they have so many bits: 32 in Node's V8, 31 with pointer compression; -0 is none. */
export function isSmiOf(value: Value, smiBits: number): value is number {
  return isSmi(value) && (smiBits === 32 || (value << 1) >> 1 === value);
}

/** Whether a number is a Smi of Node's V8 (32 bit, no pointer compression); -0 is not. */
export function isSmi(value: Value): value is number {
  return typeof value === 'number' && (value | 0) === value && (value !== 0 || 1 / value > 0);
}
