/** What the sources of the web's classes call by `%Name(…)`: texts and bytes that the host knows better how to read. */
import { type Isolate, JSObject, toBoolean, type Value } from '../../engine/index.ts';
import type { TaskSource } from '../../protocol/events.ts';
import { ElementData } from '../dom/nodes.ts';
import { formEntries, formOf, isSubmitButton } from '../dom/form-controls.ts';
import type { Host } from '../host.ts';
import { enqueueCallback } from '../globals/timers-globals.ts';
import { fillWithRandom, randomUuid } from '../globals/web-globals.ts';
import { matchesText } from '../network/fixtures.ts';
import { newNodeError } from '../node-errors.ts';
import { bytesIn, newBytes } from './bytes.ts';
import { decodeChunk, type Decoders, encodeInto, encodingOf } from './decoders.ts';
import { digest } from './digest.ts';
import { installUrlPatternFunctions } from './url-pattern-functions.ts';
import { parseQuery, parseUrl, serializeQuery, setUrlPart, type UrlPart } from './urls.ts';

export function installWebFunctions(host: Host): void {
  const { isolate } = host;
  const define = (name: string, run: (args: Value[]) => Value | void): void =>
    void isolate.runtime.set(name, (_isolate, args) => run(args) as Value);
  installUrlPatternFunctions(host);
  const decoders: Decoders = new WeakMap();
  define('IsNode', () => host.description.hasProcess);
  define('NewNodeTypeError', ([code, message]) => newNodeError(isolate, 'TypeError', String(code), String(message)));
  define('NewNodeRangeError', ([code, message]) => newNodeError(isolate, 'RangeError', String(code), String(message)));
  define('QueueMicrotask', ([callback]) => {
    enqueueCallback(host, 'queueMicrotask', callback as JSObject, []);
    return undefined;
  });
  define('WellFormed', ([text]) => String(text).toWellFormed());
  define('ParseUrl', ([text, base]) =>
    listOf(
      isolate,
      charged(isolate, text, () => parseUrl(String(text), base === undefined ? undefined : String(base))),
    ),
  );
  define('SetUrlPart', ([href, part, value]) =>
    listOf(
      isolate,
      charged(isolate, value, () => setUrlPart(String(href), String(part) as UrlPart, String(value))),
    ),
  );
  define('ParseQuery', ([text]) =>
    isolate.realm.newArray(
      charged(isolate, text, () => parseQuery(String(text))).map((pair) => isolate.realm.newArray(pair)),
    ),
  );
  define('SerializeQuery', ([pairs]) =>
    serializeQuery(
      (pairs as JSObject).elements.map((pair) => textsOf(pair as Value) as unknown as readonly [string, string]),
    ),
  );
  define('IsArrayBuffer', ([value]) => value instanceof JSObject && value.internal?.kind === 'array buffer');
  define('TypeOfView', ([view]) =>
    view instanceof JSObject && view.internal?.kind === 'typed array' ? view.internal.type : '',
  );
  define('CopyBytes', ([value]) => {
    const bytes = bytesIn(value);
    return bytes && newBytes(isolate, bytes);
  });
  define('EncodingOf', ([label]) => encodingOf(String(label)));
  define('Utf8Encode', ([text]) =>
    newBytes(
      isolate,
      charged(isolate, text, () => new TextEncoder().encode(String(text))),
    ),
  );
  define('Utf8Decode', ([bytes]) => new TextDecoder().decode(bytesIn(bytes)?.slice()));
  define('EncodeInto', ([text, target]) => isolate.realm.newArray(encodeInto(String(text), bytesIn(target)!)));
  define('DecodeChunk', ([owner, encoding, fatal, ignoreBOM, bytes, stream]) => {
    const settings = { encoding: String(encoding), fatal: fatal === true, ignoreBOM: ignoreBOM === true };
    return decodeChunk(decoders, owner, settings, bytesIn(bytes) ?? new Uint8Array(0), toBoolean(stream));
  });
  define('FormEntries', ([form, submitter]) => entriesOfForm(isolate, form, submitter));
  define('FillWithRandom', ([array]) => fillWithRandom(host, array));
  define('StartTime', () => host.environment.startTime);
  define('QueueTask', ([source, name, callback]) => {
    const run = (): void => void isolate.callNested(callback as JSObject, undefined, []);
    host.queueTask(source as TaskSource, String(name), run, { holds: callback });
  });
  define('RandomUuid', () => randomUuid(isolate));
  define('RandomDigits', ([count]) =>
    Array.from({ length: Number(count) }, () => Math.floor(isolate.random() * 10)).join(''),
  );
  // One character for each byte.
  define('BinaryText', ([bytes]) => binaryText(bytesIn(bytes)!));
  define('BytesOfBinary', ([text]) =>
    newBytes(
      isolate,
      Uint8Array.from(String(text), (character) => character.charCodeAt(0)),
    ),
  );
  define('PercentDecode', ([text]) => newBytes(isolate, percentDecode(String(text))));
  define('MatchesText', ([pattern, text]) => matchesText(String(pattern), String(text)));
  define('Digest', ([algorithm, bytes]) => {
    const data = bytesIn(bytes) ?? new Uint8Array(0);
    isolate.meter.work(data.length);
    return newBytes(isolate, digest(String(algorithm), data));
  });
}

function binaryText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** URL Standard: percent-decode a string. */
function percentDecode(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  const decoded = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const digits = String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0);
    const isEscape = bytes[at] === 37 && /^[0-9a-f]{2}$/i.test(digits);
    decoded[length++] = isEscape ? Number.parseInt(digits, 16) : bytes[at]!;
    if (isEscape) at += 2;
  }
  return decoded.slice(0, length);
}

/** Work that is as long as its text counts as such. */
function charged<Result>(isolate: Isolate, text: Value, run: () => Result): Result {
  if (typeof text === 'string') isolate.meter.work(text.length);
  return run();
}

function listOf(isolate: Isolate, texts: string[] | undefined): Value {
  return texts && isolate.realm.newArray(texts);
}

function textsOf(list: Value): string[] {
  return list instanceof JSObject ? list.elements.map(String) : [];
}

/** Pairs of name and value, or what is wrong; '': the button belongs to another form. XMLHttpRequest Standard: new FormData. */
function entriesOfForm(isolate: Isolate, form: Value, submitter: Value): Value {
  const element = elementOf(form);
  if (element === undefined || !element.is('form')) return "parameter 1 is not of type 'HTMLFormElement'.";
  const button = elementOf(submitter);
  if (button === undefined && submitter !== null && submitter !== undefined)
    return "parameter 2 is not of type 'HTMLElement'.";
  if (button !== undefined && !isSubmitButton(button)) return 'The specified element is not a submit button.';
  if (button !== undefined && formOf(button) !== element) return '';
  return isolate.realm.newArray(formEntries(element, button).map((pair) => isolate.realm.newArray(pair)));
}

function elementOf(value: Value): ElementData | undefined {
  return value instanceof JSObject && value.internal instanceof ElementData ? value.internal : undefined;
}
