/** String: the constructor, its functions, and the methods that look at one string. V8: src/builtins/builtins-string.cc and string-*.tq. */
import { hiddenClassFromConstructor } from '../execution/construct.ts';
import {
  toIntegerOrInfinity,
  toLength,
  toNumber,
  toObject,
  toRelativeIndex,
  toStringValue,
} from '../execution/conversions.ts';
import { throwRangeError, throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import { maxTextLength } from '../execution/meter.ts';
import { getProperty } from '../execution/property-access.ts';
import type { PrimitiveData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import { addOwn } from '../objects/own-properties.ts';
import { builtinAttributes } from '../objects/property-details.ts';
import { JSSymbol, symbolDescriptiveString, type Value } from '../objects/value.ts';
import { collatorOptions, localesFrom, optionsFrom, withHostIntl } from './host-intl.ts';
import { nameFrames } from './frame-marks.ts';
import { constructor, method, methods, type Native } from './install.ts';
import { rememberMethod } from './self-hosted-constructor.ts';
import { stringHtmlMethods } from './string-html.ts';
import { newStringIterator } from './string-iterator.ts';
import { textMethod, thisText } from './string-receiver.ts';
import { installStringPatternMethods, stringSearchMethods } from './string-search.ts';

type MethodTable = Readonly<Record<string, readonly [length: number, native: Native]>>;

export function installString(isolate: Isolate): void {
  const prototype = isolate.realm.stringPrototype;
  const object = constructor(isolate, 'String', 1, stringConstructor, prototype);
  methods(isolate, object, stringFunctions);
  // In V8's order, which Object.getOwnPropertyNames shows.
  const all: MethodTable = { ...stringMethods, ...stringHtmlMethods, ...stringSearchMethods };
  for (const name of methodOrder) {
    const entry = all[name];
    if (entry !== undefined) method(isolate, prototype, name, entry[0], entry[1]);
    else if (name === 'trimLeft' || name === 'trimRight') {
      rememberMethod(isolate, 'String.prototype', prototype, name === 'trimLeft' ? 'trimStart' : 'trimEnd');
      addOwn(
        prototype,
        name,
        isolate.realm.intrinsic(`String.prototype.${name === 'trimLeft' ? 'trimStart' : 'trimEnd'}`),
        builtinAttributes,
      );
    } else installStringPatternMethods(isolate, prototype, name);
  }
  nameFrames(prototype, {
    indexOf: 'String.indexOf',
    toLowerCase: 'String.toLowerCase',
    toLocaleLowerCase: 'String.toLocaleLowerCase',
  });
  method(isolate, prototype, isolate.symbols.iterator, 0, (current, receiver) =>
    newStringIterator(current, thisText(current, receiver, 'String.prototype[Symbol.iterator]')),
  );
}

const methodOrder = (
  'anchor at big blink bold charAt charCodeAt codePointAt concat endsWith fontcolor fontsize fixed includes indexOf isWellFormed italics ' +
  'lastIndexOf link localeCompare match matchAll normalize padEnd padStart repeat replace replaceAll search slice small split strike sub ' +
  'substr substring sup startsWith toString toWellFormed trim trimStart trimLeft trimEnd trimRight toLocaleLowerCase toLocaleUpperCase ' +
  'toLowerCase toUpperCase valueOf'
).split(' ');

const stringConstructor: Native = (isolate, _receiver, args, newTarget) => {
  let value = '';
  if (args.length > 0) {
    const first = args[0];
    if (newTarget === undefined && first instanceof JSSymbol) return symbolDescriptiveString(first);
    value = toStringValue(isolate, first);
  }
  if (newTarget === undefined) return value;
  const wrapper = new JSObject(hiddenClassFromConstructor(isolate, newTarget, 'string wrapper', 'String.prototype'));
  wrapper.internal = { kind: 'primitive', value };
  return wrapper;
};

const stringFunctions: MethodTable = {
  fromCharCode: [
    1,
    (isolate, _receiver, args) => {
      let text = '';
      for (const value of args) text += String.fromCharCode(toNumber(isolate, value));
      return text;
    },
  ],
  fromCodePoint: [
    1,
    (isolate, _receiver, args) => {
      let text = '';
      for (const value of args) {
        const code = toNumber(isolate, value);
        if (!Number.isInteger(code) || code < 0 || code > 0x10ffff) {
          throwRangeError(isolate, 'InvalidCodePoint', String(code));
        }
        text += String.fromCodePoint(code);
      }
      return text;
    },
  ],
  raw: [
    1,
    (isolate, _receiver, args) => {
      const template = toObject(isolate, args[0]);
      const raw = toObject(isolate, getProperty(isolate, template, 'raw'));
      const length = toLength(isolate, getProperty(isolate, raw, 'length'));
      let text = '';
      for (let i = 0; i < length; i++) {
        text += toStringValue(isolate, getProperty(isolate, raw, i));
        if (i + 1 < length && i + 1 < args.length) text += toStringValue(isolate, args[i + 1]);
      }
      return text;
    },
  ],
};

function stringValueMethod(methodName: string): readonly [length: number, native: Native] {
  return [0, (isolate, receiver) => thisStringValue(isolate, receiver, methodName)];
}

function thisStringValue(isolate: Isolate, receiver: Value, methodName: string): string {
  if (typeof receiver === 'string') return receiver;
  if (receiver instanceof JSObject && receiver.hiddenClass.instanceType === 'string wrapper') {
    return (receiver.internal as PrimitiveData).value as string;
  }
  return throwTypeError(isolate, 'NotGeneric', methodName, 'String');
}

const stringMethods: MethodTable = {
  at: textMethod('at', 1, (isolate, text, args) => text.at(toIntegerOrInfinity(isolate, args[0]))),
  charAt: textMethod('charAt', 1, (isolate, text, args) => text.charAt(toIntegerOrInfinity(isolate, args[0]))),
  charCodeAt: textMethod('charCodeAt', 1, (isolate, text, args) =>
    text.charCodeAt(toIntegerOrInfinity(isolate, args[0])),
  ),
  codePointAt: textMethod('codePointAt', 1, (isolate, text, args) =>
    text.codePointAt(toIntegerOrInfinity(isolate, args[0])),
  ),
  concat: textMethod('concat', 1, (isolate, text, args) => {
    const pieces = args.map((value) => toStringValue(isolate, value));
    const length = pieces.reduce((sum, piece) => sum + piece.length, text.length);
    if (length > maxTextLength) throwRangeError(isolate, 'InvalidStringLength');
    let result = text;
    for (const piece of pieces) {
      isolate.meter.concatenation(result, piece);
      result += piece;
    }
    return result;
  }),
  isWellFormed: textMethod('isWellFormed', 0, (_isolate, text) => text.isWellFormed()),
  toWellFormed: textMethod('toWellFormed', 0, (_isolate, text) => text.toWellFormed()),
  localeCompare: textMethod('localeCompare', 1, (isolate, text, args) => {
    const other = toStringValue(isolate, args[0]);
    const locales = localesFrom(isolate, args[1]);
    const options = optionsFrom<Intl.CollatorOptions>(isolate, args[2], collatorOptions);
    isolate.meter.scan((text.length + other.length) * 16);
    return withHostIntl(isolate, () => new Intl.Collator(locales, options).compare(text, other));
  }),
  normalize: textMethod('normalize', 0, (isolate, text, args) => {
    const form = args[0] === undefined ? 'NFC' : toStringValue(isolate, args[0]);
    if (!['NFC', 'NFD', 'NFKC', 'NFKD'].includes(form))
      throwRangeError(isolate, 'NormalizationForm', 'NFC, NFD, NFKC, NFKD');
    return converted(isolate, text).normalize(form);
  }),
  padEnd: textMethod('padEnd', 1, (isolate, text, args) => text + padding(isolate, text, args)),
  padStart: textMethod('padStart', 1, (isolate, text, args) => padding(isolate, text, args) + text),
  repeat: textMethod('repeat', 1, (isolate, text, args) => {
    const count = toIntegerOrInfinity(isolate, args[0]);
    if (count < 0 || count === Infinity) throwRangeError(isolate, 'InvalidCountValue', toStringValue(isolate, args[0]));
    if (text.length * count > maxTextLength) throwRangeError(isolate, 'InvalidStringLength');
    isolate.meter.repetition(text, text.length * count);
    return text.repeat(text === '' ? 0 : count);
  }),
  slice: textMethod('slice', 2, (isolate, text, args) => {
    const from = toRelativeIndex(isolate, args[0], text.length, 0);
    return text.slice(from, Math.max(from, toRelativeIndex(isolate, args[1], text.length, text.length)));
  }),
  substr: textMethod('substr', 2, (isolate, text, args) => {
    const from = toRelativeIndex(isolate, args[0], text.length, 0);
    const length = args[1] === undefined ? Infinity : toIntegerOrInfinity(isolate, args[1]);
    return text.slice(from, Math.max(from, Math.min(from + length, text.length)));
  }),
  substring: textMethod('substring', 2, (isolate, text, args) => {
    const from = toIntegerOrInfinity(isolate, args[0]);
    return text.substring(from, args[1] === undefined ? text.length : toIntegerOrInfinity(isolate, args[1]));
  }),
  toString: stringValueMethod('String.prototype.toString'),
  valueOf: stringValueMethod('String.prototype.valueOf'),
  trim: textMethod('trim', 0, (_isolate, text) => text.trim()),
  // V8 says the old names.
  trimStart: textMethod('trimLeft', 0, (_isolate, text) => text.trimStart()),
  trimEnd: textMethod('trimRight', 0, (_isolate, text) => text.trimEnd()),
  toLocaleLowerCase: textMethod('toLocaleLowerCase', 0, (isolate, text, args) => {
    const locales = localesFrom(isolate, args[0]);
    return withHostIntl(isolate, () => converted(isolate, text).toLocaleLowerCase(locales));
  }),
  toLocaleUpperCase: textMethod('toLocaleUpperCase', 0, (isolate, text, args) => {
    const locales = localesFrom(isolate, args[0]);
    return withHostIntl(isolate, () => converted(isolate, text).toLocaleUpperCase(locales));
  }),
  toLowerCase: textMethod('toLowerCase', 0, (isolate, text) => converted(isolate, text).toLowerCase()),
  toUpperCase: textMethod('toUpperCase', 0, (isolate, text) => converted(isolate, text).toUpperCase()),
};

/** A text of about that length will come of it. */
function converted(isolate: Isolate, text: string): string {
  isolate.meter.text(text.length);
  isolate.meter.scan(text.length * 4);
  return text;
}

function padding(isolate: Isolate, text: string, args: Value[]): string {
  const length = toLength(isolate, args[0]);
  if (length <= text.length) return '';
  const filler = args[1] === undefined ? ' ' : toStringValue(isolate, args[1]);
  if (filler === '') return '';
  if (length > maxTextLength) throwRangeError(isolate, 'InvalidStringLength');
  isolate.meter.repetition(filler, length);
  return ''.padEnd(length - text.length, filler);
}
