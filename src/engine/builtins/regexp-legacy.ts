/** RegExp.$1 and its siblings, RegExp.input, and RegExp.escape. V8: src/builtins/builtins-regexp.cc, regexp-escape. */
import { toStringValue } from '../execution/conversions.ts';
import { throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import { AccessorPair } from '../objects/accessor-pair.ts';
import type { FunctionData, NativeCode } from '../objects/internal-slots.ts';
import type { JSObject } from '../objects/js-object.ts';
import { addOwn } from '../objects/own-properties.ts';
import { Attribute } from '../objects/property-details.ts';
import type { Native } from './install.ts';
import type { LastMatch } from './regexp-exec.ts';

type Read = (last: LastMatch) => string;

const readers: readonly (readonly [names: readonly string[], read: Read])[] = [
  [['input', '$_'], (last) => last.text],
  [['lastMatch', '$&'], (last) => last.match[0]],
  [['lastParen', '$+'], (last) => (last.match.length > 1 ? (last.match[last.match.length - 1] ?? '') : '')],
  [['leftContext', '$`'], (last) => last.text.slice(0, last.match.index)],
  [['rightContext', "$'"], (last) => last.text.slice(last.match.index + last.match[0].length)],
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => [[`$${n}`], (last: LastMatch) => last.match[n] ?? ''] as const),
];

export function installLegacyProperties(isolate: Isolate, constructor: JSObject): void {
  const { realm } = isolate;
  for (const [names, read] of readers) {
    const get: Native = () => {
      const last = (constructor.internal as FunctionData).data as LastMatch | undefined;
      return last === undefined ? '' : read(last);
    };
    // Writing is allowed and ignored. Simplified: V8 keeps a string written to RegExp.input.
    const set: Native = () => undefined;
    for (const name of names) {
      const pair = new AccessorPair(
        realm.newNative(`get ${name}`, 0, get as NativeCode),
        realm.newNative(`set ${name}`, 1, set as NativeCode),
      );
      addOwn(constructor, name, pair, Attribute.configurable, true);
    }
  }
}

const syntaxCharacters = '^$\\.*+?()[]{}|/';
const controlEscapes: Readonly<Record<string, string>> = {
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
};
const otherPunctuators = ',-=<>#&!%:;@~\'`"';

/** ECMAScript: RegExp.escape. */
export const escapeNative: Native = (isolate, _receiver, [text]) => {
  if (typeof text !== 'string') return throwTypeError(isolate, 'RegExpEscapeNonString');
  let result = '';
  for (const character of toStringValue(isolate, text)) {
    if (result === '' && /^[0-9A-Za-z]$/.test(character)) result += hexEscape(character);
    else if (syntaxCharacters.includes(character)) result += `\\${character}`;
    else if (controlEscapes[character] !== undefined) result += controlEscapes[character];
    else if (otherPunctuators.includes(character) || /^[\s\ufeff]$/.test(character) || isLoneSurrogate(character))
      result += hexEscape(character);
    else result += character;
  }
  return result;
};

function hexEscape(character: string): string {
  const code = character.charCodeAt(0);
  return code <= 0xff ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

function isLoneSurrogate(character: string): boolean {
  return character.length === 1 && character >= '\ud800' && character <= '\udfff';
}
