/**
 * The functions and values of the global object itself. ECMAScript 19; V8: src/builtins/builtins-global.cc, src/strings/uri.cc.
 * parseFloat and parseInt are number.ts's.
 */
import { toNumber, toStringValue } from '../execution/conversions.ts';
import { throwRangeError } from '../execution/errors.ts';
import { maxTextLength } from '../execution/meter.ts';
import { formatMessage } from '../execution/message-templates.ts';
import type { Isolate } from '../execution/isolate.ts';
import { constant, methods, type Native, property } from './install.ts';

export function installGlobal(isolate: Isolate): void {
  const { globalObject } = isolate.realm;
  property(globalObject, 'globalThis', globalObject);
  constant(globalObject, 'Infinity', Infinity);
  constant(globalObject, 'NaN', NaN);
  constant(globalObject, 'undefined', undefined);
  methods(isolate, globalObject, {
    decodeURI: [1, codec(decodeURI, ownLength)],
    decodeURIComponent: [1, codec(decodeURIComponent, ownLength)],
    encodeURI: [1, codec(encodeURI, encodedLength(uriReserved))],
    encodeURIComponent: [1, codec(encodeURIComponent, encodedLength(uriUnescaped))],
    escape: [1, codec(escapeText, escapedLength)],
    unescape: [1, codec(unescapeText, ownLength)],
    isFinite: [1, (_isolate, _receiver, [value]) => Number.isFinite(toNumber(isolate, value))],
    isNaN: [1, (_isolate, _receiver, [value]) => Number.isNaN(toNumber(isolate, value))],
  });
}

/** Shorter texts are not looked through beforehand. */
const longText = 2 ** 16;

/** Longer than texts may be is known before a text is made. V8: Uri::Encode, which collects bytes first. */
function codec(convert: (text: string) => string, lengthOf: (text: string) => number): Native {
  return (isolate, _receiver, [value]) => {
    const text = toStringValue(isolate, value);
    isolate.meter.scan(text.length * 8);
    try {
      if (text.length > longText) {
        const length = lengthOf(text);
        if (length > maxTextLength) throwRangeError(isolate, 'InvalidStringLength');
        isolate.meter.text(length);
      }
      return convert(text);
    } catch (error) {
      if (!(error instanceof URIError)) throw error;
      throw isolate.error('URIError', formatMessage('URIMalformed', []));
    }
  };
}

/** Of what is decoded: it does not become longer. */
function ownLength(text: string): number {
  return text.length;
}

/** `%C3%A9`: three characters for each byte in UTF-8. A surrogate without its other half is malformed. */
function encodedLength(isPlain: Uint8Array): (text: string) => number {
  return (text) => {
    let length = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code < 0x80) length += isPlain[code] === 1 ? 1 : 3;
      else if (code < 0x800) length += 6;
      else if (code < 0xd800 || code > 0xdfff) length += 9;
      else {
        const next = text.charCodeAt(++i);
        if (code >= 0xdc00 || !(next >= 0xdc00 && next <= 0xdfff)) throw new URIError();
        length += 12;
      }
    }
    return length;
  };
}

/** `%E9`, and `%u20AC` for what needs two bytes. */
function escapedLength(text: string): number {
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    length += code > 0xff ? 6 : code < 0x80 && unescaped[code] === 1 ? 1 : 3;
  }
  return length;
}

/** 1 for each of these characters, by their code. */
function table(characters: string): Uint8Array {
  const codes = new Uint8Array(0x80);
  for (const character of characters) codes[character.charCodeAt(0)] = 1;
  return codes;
}

const alphanumeric = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const uriUnescaped = table(`${alphanumeric}-_.!~*'()`);
const uriReserved = table(`${alphanumeric}-_.!~*'();/?:@&=+$,#`);
const unescaped = table(`${alphanumeric}@*_+-./`);

function escapeText(text: string): string {
  return text.replace(/[^A-Za-z0-9@*_+\-./]/g, (unit) => {
    const code = unit.charCodeAt(0);
    return code < 256
      ? `%${code.toString(16).toUpperCase().padStart(2, '0')}`
      : `%u${code.toString(16).toUpperCase().padStart(4, '0')}`;
  });
}

function unescapeText(text: string): string {
  return text.replace(
    /%u([0-9a-fA-F]{4})|%([0-9a-fA-F]{2})/g,
    (_match, long: string | undefined, short: string | undefined) =>
      String.fromCharCode(parseInt(long ?? short ?? '', 16)),
  );
}
