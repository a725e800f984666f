/**
 * JSON text to values, without recursion, with V8's messages. V8: src/json/json-parser.cc (ParseJsonValue,
 * ReportUnexpectedToken).
 *
 * Objects get the hidden class that a literal with the same keys has.
 */
import { fitElements } from '../objects/elements.ts';
import { makeError, throwAt } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import type { JSObject } from '../objects/js-object.ts';
import { lookupOwn, PropertyLookup } from '../objects/lookup.ts';
import { addOwn, writeOwn } from '../objects/own-properties.ts';
import { Attribute } from '../objects/property-details.ts';
import { keyFromString, type Value } from '../objects/value.ts';

/** What a value was parsed from, for revivers: they see the source of primitives. */
export interface JsonSnapshot {
  readonly value: Value;
  readonly source: string | undefined;
  readonly elements: readonly JsonSnapshot[] | undefined;
  readonly members: ReadonlyMap<string, JsonSnapshot> | undefined;
}

/** An array or object that is not complete. */
interface Container {
  readonly isArray: boolean;
  readonly keys: string[];
  readonly values: Value[];
  readonly snapshots: JsonSnapshot[] | undefined;
}

export function parseJson(isolate: Isolate, text: string): Value {
  return parse(isolate, text, false).value;
}

export function parseJsonWithSource(isolate: Isolate, text: string): JsonSnapshot {
  return parse(isolate, text, true);
}

function parse(isolate: Isolate, text: string, withSource: boolean): JsonSnapshot {
  const scanner: Scanner = { isolate, text, position: 0 };
  const stack: Container[] = [];
  for (;;) {
    // A value starts here.
    skipWhitespace(scanner);
    const start = scanner.position;
    const code = text.charCodeAt(start);
    let done: JsonSnapshot;
    if (code === 0x7b || code === 0x5b) {
      scanner.position++;
      skipWhitespace(scanner);
      const isArray = code === 0x5b;
      const container: Container = { isArray, keys: [], values: [], snapshots: withSource ? [] : undefined };
      const next = text[scanner.position];
      if (next !== (isArray ? ']' : '}')) {
        if (!isArray) container.keys.push(readKey(scanner, 'first'));
        stack.push(container);
        continue;
      }
      scanner.position++;
      done = finish(isolate, container);
    } else {
      const value = readPrimitive(scanner, code);
      done = {
        value,
        source: withSource ? text.slice(start, scanner.position) : undefined,
        elements: undefined,
        members: undefined,
      };
    }
    // A value is complete: it goes into what is around it, which may be complete then too.
    for (;;) {
      skipWhitespace(scanner);
      const container = stack[stack.length - 1];
      if (container === undefined) {
        if (scanner.position < text.length) report(scanner, 'Unexpected non-whitespace character after JSON');
        return done;
      }
      container.values.push(done.value);
      container.snapshots?.push(done);
      const next = text[scanner.position];
      if (next === ',') {
        scanner.position++;
        if (!container.isArray) container.keys.push(readKey(scanner, 'further'));
        break;
      }
      if (next !== (container.isArray ? ']' : '}')) {
        report(
          scanner,
          container.isArray ? "Expected ',' or ']' after array element" : "Expected ',' or '}' after property value",
        );
      }
      scanner.position++;
      stack.pop();
      done = finish(isolate, container);
    }
  }
}

function finish(isolate: Isolate, container: Container): JsonSnapshot {
  const { isArray, keys, values, snapshots } = container;
  if (isArray)
    return { value: isolate.realm.newArray(values), source: undefined, elements: snapshots, members: undefined };
  const members = snapshots === undefined ? undefined : new Map(keys.map((key, index) => [key, snapshots[index]!]));
  return { value: makeObject(isolate, keys, values), source: undefined, elements: undefined, members };
}

function makeObject(isolate: Isolate, names: readonly string[], values: readonly Value[]): JSObject {
  const keys = names.map(keyFromString);
  let namedCount = 0;
  for (const key of keys) if (typeof key === 'string') namedCount++;
  const object = isolate.realm.newObjectForLiteral(namedCount);
  const found = new PropertyLookup();
  keys.forEach((key, index) => {
    // Of equal keys the last counts, in the first one's place.
    if (lookupOwn(found, object, key)) writeOwn(object, key, found, values[index]);
    else addOwn(object, key, values[index], Attribute.all);
  });
  if (namedCount < keys.length) fitElements(object);
  return object;
}

interface Scanner {
  readonly isolate: Isolate;
  readonly text: string;
  position: number;
}

function skipWhitespace(scanner: Scanner): void {
  const { text } = scanner;
  for (;;) {
    const code = text.charCodeAt(scanner.position);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
    scanner.position++;
  }
}

function readKey(scanner: Scanner, place: 'first' | 'further'): string {
  skipWhitespace(scanner);
  if (scanner.text[scanner.position] !== '"') {
    report(scanner, place === 'first' ? "Expected property name or '}'" : 'Expected double-quoted property name');
  }
  const key = readString(scanner);
  skipWhitespace(scanner);
  if (scanner.text[scanner.position] !== ':') report(scanner, "Expected ':' after property name");
  scanner.position++;
  return key;
}

function readPrimitive(scanner: Scanner, code: number): Value {
  if (code === 0x22) return readString(scanner);
  if (code === 0x2d || isDigit(code)) return readNumber(scanner);
  if (code === 0x74) return readLiteral(scanner, 'true', true);
  if (code === 0x66) return readLiteral(scanner, 'false', false);
  if (code === 0x6e) return readLiteral(scanner, 'null', null);
  return report(scanner, undefined);
}

function readLiteral(scanner: Scanner, word: string, value: Value): Value {
  for (let i = 0; i < word.length; i++) {
    if (scanner.text[scanner.position] !== word[i]) report(scanner, undefined);
    scanner.position++;
  }
  return value;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function readNumber(scanner: Scanner): number {
  const { text } = scanner;
  const start = scanner.position;
  const at = (): number => text.charCodeAt(scanner.position);
  if (at() === 0x2d) {
    scanner.position++;
    if (!isDigit(at())) report(scanner, 'No number after minus sign');
  }
  if (at() === 0x30) {
    scanner.position++;
    if (isDigit(at())) report(scanner, 'Unexpected number');
  } else while (isDigit(at())) scanner.position++;
  if (at() === 0x2e) {
    scanner.position++;
    if (!isDigit(at())) report(scanner, 'Unterminated fractional number');
    while (isDigit(at())) scanner.position++;
  }
  if (at() === 0x65 || at() === 0x45) {
    scanner.position++;
    if (at() === 0x2b || at() === 0x2d) scanner.position++;
    if (!isDigit(at())) report(scanner, 'Exponent part is missing a number');
    while (isDigit(at())) scanner.position++;
  }
  return Number(text.slice(start, scanner.position));
}

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

function readString(scanner: Scanner): string {
  const { text } = scanner;
  scanner.position++;
  let start = scanner.position;
  let result = '';
  for (;;) {
    if (scanner.position >= text.length) report(scanner, 'Unterminated string');
    const code = text.charCodeAt(scanner.position);
    if (code === 0x22) {
      result += text.slice(start, scanner.position);
      scanner.position++;
      return result;
    }
    if (code < 0x20) report(scanner, 'Bad control character in string literal');
    if (code !== 0x5c) {
      scanner.position++;
      continue;
    }
    result += text.slice(start, scanner.position);
    scanner.position++;
    result += readEscape(scanner);
    start = scanner.position;
  }
}

function readEscape(scanner: Scanner): string {
  const { text } = scanner;
  if (scanner.position >= text.length) return report(scanner, undefined);
  const kind = text[scanner.position]!;
  if (kind !== 'u') {
    const simple = escapes[kind];
    if (simple === undefined) return report(scanner, 'Bad escaped character');
    scanner.position++;
    return simple;
  }
  scanner.position++;
  for (let i = 0; i < 4; i++) {
    if (!/^[0-9a-fA-F]$/.test(text[scanner.position] ?? '')) report(scanner, 'Bad Unicode escape');
    scanner.position++;
  }
  return String.fromCharCode(parseInt(text.slice(scanner.position - 4, scanner.position), 16));
}

/** Texts that stem from passing no string at all. */
const notJson = ['[object Object]', 'NaN', 'Infinity', 'undefined'];
/** How much of the text around the place a message shows. */
const contextLength = 10;

/** Throws the SyntaxError for the character at the position. `problem` is undefined where only the character is wrong. */
function report(scanner: Scanner, problem: string | undefined): never {
  const { isolate, text, position } = scanner;
  const script = { id: -1, name: '', kind: 'eval', source: text, lineOffset: 0 } as const;
  const error = makeError(isolate, 'SyntaxError', messageOf(scanner, problem));
  return throwAt(isolate, error, { script, start: position, end: position + 1 });
}

function messageOf({ text, position }: Scanner, problem: string | undefined): string {
  const place = `at position ${position}${lineAndColumn(text, position)}`;
  if (problem !== undefined) return `${problem}${problem.endsWith('JSON') ? '' : ' in JSON'} ${place}`;
  if (position >= text.length) return 'Unexpected end of JSON input';
  const character = text[position]!;
  if (character === '"') return `Unexpected string in JSON ${place}`;
  if (character === '-' || isDigit(character.charCodeAt(0))) return `Unexpected number in JSON ${place}`;
  if (notJson.includes(text)) return `"${text}" is not valid JSON`;
  return `Unexpected token '${character}', ${excerpt(text, position)} is not valid JSON`;
}

function excerpt(text: string, position: number): string {
  if (text.length <= 2 * contextLength) return `"${text}"`;
  const from = position < contextLength ? 0 : position - contextLength;
  const to = position >= text.length - contextLength ? text.length : position + contextLength;
  return `${from > 0 ? '...' : ''}"${text.slice(from, to)}"${to < text.length ? '...' : ''}`;
}

function lineAndColumn(text: string, position: number): string {
  let line = 1;
  let lineStart = 0;
  for (let i = 0; i < position; i++) {
    if (text[i] === '\r' && text[i + 1] === '\n' && i + 1 < position) i++;
    else if (text[i] !== '\n' && text[i] !== '\r') continue;
    line++;
    lineStart = i + 1;
  }
  return ` (line ${line} column ${position - lineStart + 1})`;
}
