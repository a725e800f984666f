/**
 * The functions and values of the global object itself. ECMAScript 19; V8: src/builtins/builtins-global.cc, src/strings/uri.cc.
 * parseFloat and parseInt are number.ts's.
 */
import { toNumber, toStringValue } from '../execution/conversions.ts';
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
    decodeURI: [1, codec(decodeURI)],
    decodeURIComponent: [1, codec(decodeURIComponent)],
    encodeURI: [1, codec(encodeURI)],
    encodeURIComponent: [1, codec(encodeURIComponent)],
    escape: [1, codec(escapeText)],
    unescape: [1, codec(unescapeText)],
    isFinite: [1, (_isolate, _receiver, [value]) => Number.isFinite(toNumber(isolate, value))],
    isNaN: [1, (_isolate, _receiver, [value]) => Number.isNaN(toNumber(isolate, value))],
  });
}

/** `%F0%9F%98%80` for two characters, `%uFFFF` or `%E2%82%AC` for one. */
const longestCode = 9;

function codec(convert: (text: string) => string): Native {
  return (isolate, _receiver, [value]) => {
    const text = toStringValue(isolate, value);
    isolate.meter.scan(text.length * 8);
    isolate.meter.text(text.length * longestCode);
    try {
      return convert(text);
    } catch (error) {
      if (!(error instanceof URIError)) throw error;
      throw isolate.error('URIError', formatMessage('URIMalformed', []));
    }
  };
}

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
