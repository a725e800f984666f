/**
 * Searching in strings, and the methods that ask their argument's Symbol.match and siblings first. V8: string-replaceall.tq,
 * builtins-string-gen.cc (MaybeCallFunctionAtSymbol).
 *
 * replace and replaceAll may call back and are self-hosted; the others end in a tail call or stay native.
 */
import { markCopyOnWrite } from '../objects/elements-capacity.ts';
import { ElementsKind } from '../objects/elements-kind.ts';
import { toBoolean, toIntegerOrInfinity, toNumber, toStringValue, toUint32 } from '../execution/conversions.ts';
import { throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import { getMethod, getProperty } from '../execution/property-access.ts';
import type { RuntimeFunctions } from '../execution/runtime.ts';
import { JSObject } from '../objects/js-object.ts';
import type { JSSymbol, Value } from '../objects/value.ts';
import { method, type Native, selfHosted } from './install.ts';
import { isPristineRegExp, regExpMatch, regExpSearch, regExpSplit } from './regexp-fast.ts';
import { newRegExp } from './regexp-create.ts';
import { stringSelfHosted } from './self-hosted/string.ts';
import { textMethod } from './string-receiver.ts';
import { ReplacedText } from './replaced-text.ts';
import type { Match } from './substitution.ts';

export const stringSearchMethods: Readonly<Record<string, readonly [length: number, native: Native]>> = {
  endsWith: textMethod('endsWith', 1, (isolate, text, args) => {
    const search = searchText(isolate, args[0], 'endsWith');
    const end = args[1] === undefined ? text.length : toIntegerOrInfinity(isolate, args[1]);
    return text.endsWith(search, end);
  }),
  startsWith: textMethod('startsWith', 1, (isolate, text, args) => {
    const search = searchText(isolate, args[0], 'startsWith');
    return text.startsWith(search, toIntegerOrInfinity(isolate, args[1]));
  }),
  includes: textMethod('includes', 1, (isolate, text, args) => {
    const search = searchText(isolate, args[0], 'includes');
    isolate.meter.scan(text.length);
    return text.includes(search, toIntegerOrInfinity(isolate, args[1]));
  }),
  indexOf: textMethod('indexOf', 1, (isolate, text, args) => {
    const search = toStringValue(isolate, args[0]);
    isolate.meter.scan(text.length);
    return text.indexOf(search, toIntegerOrInfinity(isolate, args[1]));
  }),
  lastIndexOf: textMethod('lastIndexOf', 1, (isolate, text, args) => {
    const search = toStringValue(isolate, args[0]);
    const position = toNumber(isolate, args[1]);
    isolate.meter.scan(text.length);
    return text.lastIndexOf(search, position);
  }),
};

function searchText(isolate: Isolate, value: Value, methodName: string): string {
  if (isRegExp(isolate, value)) throwTypeError(isolate, 'FirstArgumentNotRegExp', `String.prototype.${methodName}`);
  return toStringValue(isolate, value);
}

/** ECMAScript: IsRegExp. */
export function isRegExp(isolate: Isolate, value: Value): boolean {
  if (!(value instanceof JSObject)) return false;
  const matcher = getProperty(isolate, value, isolate.symbols.match);
  return matcher === undefined ? value.internal?.kind === 'regexp' : toBoolean(matcher);
}

export function installStringPatternMethods(isolate: Isolate, prototype: JSObject, name: string): void {
  const native = patternMethods[name];
  if (native !== undefined) method(isolate, prototype, name, name === 'split' ? 2 : 1, native);
  else selfHosted(isolate, prototype, { [name]: stringSelfHosted[name as keyof typeof stringSelfHosted] });
}

function checkReceiver(isolate: Isolate, receiver: Value, name: string): void {
  if (receiver === undefined || receiver === null)
    throwTypeError(isolate, 'CalledOnNullOrUndefined', `String.prototype.${name}`);
}

const patternMethods: Readonly<Record<string, Native>> = {
  match: (isolate, receiver, [pattern]) => {
    checkReceiver(isolate, receiver, 'match');
    if (typeof receiver === 'string' && isPristineRegExp(isolate, pattern))
      return regExpMatch(isolate, pattern, receiver);
    const custom = patternMethod(isolate, pattern, isolate.symbols.match);
    if (custom !== undefined) return isolate.tailCall(custom, pattern, [receiver]);
    const text = toStringValue(isolate, receiver);
    return callOnNewRegExp(isolate, pattern, '', isolate.symbols.match, text);
  },
  matchAll: (isolate, receiver, [pattern]) => {
    checkReceiver(isolate, receiver, 'matchAll');
    if (pattern instanceof JSObject) {
      if (isRegExp(isolate, pattern)) checkGlobal(isolate, pattern, 'String.prototype.matchAll');
      const custom = patternMethod(isolate, pattern, isolate.symbols.matchAll);
      if (custom !== undefined) return isolate.tailCall(custom, pattern, [receiver]);
    }
    const text = toStringValue(isolate, receiver);
    return callOnNewRegExp(isolate, pattern, 'g', isolate.symbols.matchAll, text);
  },
  search: (isolate, receiver, [pattern]) => {
    checkReceiver(isolate, receiver, 'search');
    if (typeof receiver === 'string' && isPristineRegExp(isolate, pattern))
      return regExpSearch(isolate, pattern, receiver);
    const custom = patternMethod(isolate, pattern, isolate.symbols.search);
    if (custom !== undefined) return isolate.tailCall(custom, pattern, [receiver]);
    const text = toStringValue(isolate, receiver);
    return callOnNewRegExp(isolate, pattern, '', isolate.symbols.search, text);
  },
  split: (isolate, receiver, [separator, limit]) => {
    checkReceiver(isolate, receiver, 'split');
    if (typeof receiver === 'string' && limit === undefined && isPristineRegExp(isolate, separator)) {
      return regExpSplit(isolate, separator, receiver, 2 ** 32 - 1);
    }
    const custom = patternMethod(isolate, separator, isolate.symbols.split);
    if (custom !== undefined) return isolate.tailCall(custom, separator, [receiver, limit]);
    const text = toStringValue(isolate, receiver);
    const most = limit === undefined ? 2 ** 32 - 1 : toUint32(isolate, limit);
    const by = toStringValue(isolate, separator);
    if (most === 0) return isolate.realm.newArray();
    if (separator === undefined) return isolate.realm.newArray([text]);
    isolate.meter.allocateList(Math.min(most, by === '' ? text.length : text.length / by.length / 16));
    const parts = isolate.realm.newTaggedArray(text.split(by, most));
    if (most === 2 ** 32 - 1 && by !== '' && isInternalized(isolate, text) && isInternalized(isolate, by))
      shareParts(isolate, parts, `${by.length} ${by}${text}`);
    return parts;
  },
};

/** What was split before is found again, with the kind that hides nothing. */
function shareParts(isolate: Isolate, parts: JSObject, key: string): void {
  markCopyOnWrite(parts);
  if (isolate.splitTexts.has(key)) parts.hiddenClass = parts.hiddenClass.withElementsKind(ElementsKind.HOLEY_ELEMENTS);
  isolate.splitTexts.add(key);
}

/**
 * Whether V8 has the text in its string table: then it keeps the parts, and shares their store. V8: RegExpResultsCache.
 * Simplified: a computed text counts too if the program has the same one as a literal or name.
 */
function isInternalized(isolate: Isolate, text: string): boolean {
  return text.length <= 1 || isolate.internalizedStrings.has(text);
}

/** The method that a pattern brings along. Those of primitives do not count since ECMAScript 2025; V8 13.6 still asks them. */
function patternMethod(isolate: Isolate, pattern: Value, symbol: JSSymbol): JSObject | undefined {
  if (!(pattern instanceof JSObject)) return undefined;
  return getMethod(isolate, pattern, symbol);
}

function checkGlobal(isolate: Isolate, pattern: Value, methodName: string): void {
  const flags = getProperty(isolate, pattern, 'flags');
  if (flags === undefined || flags === null) throwTypeError(isolate, 'CalledOnNullOrUndefined', methodName);
  if (!toStringValue(isolate, flags).includes('g'))
    throwTypeError(isolate, 'RegExpGlobalInvokeWithoutFlag', methodName);
}

function callOnNewRegExp(isolate: Isolate, pattern: Value, flags: string, symbol: JSSymbol, text: string): Value {
  const regexp = newRegExp(isolate, pattern === undefined ? '' : toStringValue(isolate, pattern), flags);
  if (isPristineRegExp(isolate, regexp)) {
    if (symbol === isolate.symbols.match) return regExpMatch(isolate, regexp, text);
    if (symbol === isolate.symbols.search) return regExpSearch(isolate, regexp, text);
  }
  return isolate.tailCall(getProperty(isolate, regexp, symbol), regexp, [text]);
}

export const stringRuntime: RuntimeFunctions = {
  /** The method of a pattern by the symbol's name, or undefined. */
  PatternMethod: (isolate, [pattern, name]) => patternMethod(isolate, pattern, isolate.symbols[name as 'replace']),
  CheckReplaceAllPattern: (isolate, [pattern]) => {
    if (isRegExp(isolate, pattern)) checkGlobal(isolate, pattern, 'String.prototype.replaceAll');
    return undefined;
  },
  StringIndexOf: (isolate, [text, search, from]) => {
    isolate.meter.scan((text as string).length);
    return (text as string).indexOf(search as string, from as number);
  },
  StringSlice: (_isolate, [text, from, to]) => (text as string).slice(from as number, to as number),
  StringLength: (_isolate, [text]) => (text as string).length,
  /** The first occurrence, by a text. */
  ReplaceWithText: (isolate, [text, search, position, replacement]) => {
    const result = new ReplacedText(isolate, text as string, replacement as string);
    result.replace(matchOf(text as string, search as string, position as number));
    return result.finish();
  },
  /** All occurrences, by a text. */
  ReplaceAllWithText: (isolate, [subject, searched, replacement]) => {
    const text = subject as string;
    const search = searched as string;
    isolate.meter.scan(text.length);
    const result = new ReplacedText(isolate, text, replacement as string);
    const step = Math.max(search.length, 1);
    for (let at = text.indexOf(search); at >= 0; at = at + step > text.length ? -1 : text.indexOf(search, at + step))
      result.replace(matchOf(text, search, at));
    return result.finish();
  },
};

function matchOf(text: string, matched: string, position: number): Match {
  return { text, position, matched, captures: [], groups: undefined };
}
