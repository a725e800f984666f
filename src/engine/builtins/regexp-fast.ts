/**
 * match, search, split and replace of RegExps that nobody changed: no guest code has a say, so host loops do.
 * V8: BranchIfFastRegExp in src/builtins/builtins-regexp-gen.cc, regexp-replace.tq, runtime-regexp.cc.
 */
import { ElementsKind } from '../objects/elements-kind.ts';
import type { Isolate } from '../execution/isolate.ts';
import type { RuntimeFunctions } from '../execution/runtime.ts';
import type { RegExpData } from '../objects/internal-slots.ts';
import { addOwn } from '../objects/own-properties.ts';
import { Attribute } from '../objects/property-details.ts';
import { JSObject } from '../objects/js-object.ts';
import { lookupNamed, PropertyLookup } from '../objects/lookup.ts';
import type { JSSymbol, Value } from '../objects/value.ts';
import { captures, groupsObject, matchFrom, matchOnce, matchResult } from './regexp-exec.ts';
import { ReplacedText } from './replaced-text.ts';

/** A RegExp with nothing but lastIndex of its own, and with the original exec, flags and symbol methods. */
export function isPristineRegExp(isolate: Isolate, value: Value): value is JSObject {
  if (!(value instanceof JSObject) || value.internal?.kind !== 'regexp') return false;
  const { hiddenClass } = value;
  const { realm, symbols } = isolate;
  if (hiddenClass.prototype !== realm.regexpPrototype || hiddenClass.isDictionary || hiddenClass.propertyCount !== 1)
    return false;
  const lastIndex = value.properties[0];
  if (typeof lastIndex !== 'number' || !Number.isInteger(lastIndex) || lastIndex < 0) return false;
  const found = new PropertyLookup();
  if (!hiddenClass.isExtensible || !lookupNamed(found, value, 'lastIndex') || !found.isWritable) return false;
  const prototype = realm.regexpPrototype;
  const has = (key: string | JSSymbol, name: string): boolean =>
    lookupNamed(found, prototype, key) && (found.isAccessor ? found.getter : found.value) === realm.intrinsic(name);
  return (
    has('exec', 'RegExp.prototype.exec') &&
    has('flags', 'get RegExp.prototype.flags') &&
    has('global', 'get RegExp.prototype.global') &&
    has('constructor', 'RegExp') &&
    has(symbols.replace, 'RegExp.prototype[Symbol.replace]') &&
    has(symbols.match, 'RegExp.prototype[Symbol.match]') &&
    has(symbols.search, 'RegExp.prototype[Symbol.search]') &&
    has(symbols.split, 'RegExp.prototype[Symbol.split]')
  );
}

export function regExpMatch(isolate: Isolate, object: JSObject, text: string): Value {
  const { flags } = object.internal as RegExpData;
  if (!flags.includes('g')) {
    const match = matchOnce(isolate, object, text);
    return match === null ? null : matchResult(isolate, match);
  }
  const matches = allMatches(isolate, object, text);
  if (matches.length === 0) return null;
  const texts = matches.map((match) => match[0]);
  return isolate.realm.newTaggedArray(texts, ElementsKind.HOLEY_ELEMENTS);
}

/** What the host makes for each. */
const bytesPerMatch = 200;

/** All matches from the start; lastIndex ends as 0. */
function allMatches(isolate: Isolate, object: JSObject, text: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  forEachMatch(isolate, object, text, (match) => {
    isolate.meter.allocate(bytesPerMatch);
    matches.push(match);
  });
  return matches;
}

function forEachMatch(isolate: Isolate, object: JSObject, text: string, use: (match: RegExpExecArray) => void): void {
  const { matcher, flags } = object.internal as RegExpData;
  const isUnicode = flags.includes('u') || flags.includes('v');
  object.properties[0] = 0;
  let from = 0;
  while (from <= text.length) {
    const match = matchFrom(isolate, matcher, text, from);
    if (match === null) break;
    const { lastIndex } = matcher;
    use(match);
    from = match[0] === '' ? advance(text, lastIndex, isUnicode) : lastIndex;
  }
}

/** ECMAScript: AdvanceStringIndex. */
export function advance(text: string, index: number, isUnicode: boolean): number {
  if (!isUnicode || index + 1 >= text.length) return index + 1;
  return index + (text.codePointAt(index)! > 0xffff ? 2 : 1);
}

export function regExpSearch(isolate: Isolate, object: JSObject, text: string): number {
  const match = matchFrom(isolate, (object.internal as RegExpData).matcher, text, 0);
  return match === null ? -1 : match.index;
}

export function regExpSplit(isolate: Isolate, object: JSObject, text: string, limit: number): JSObject {
  const data = object.internal as RegExpData;
  const isUnicode = data.flags.includes('u') || data.flags.includes('v');
  // A splitter tries each position in turn, whether the pattern is sticky or not.
  const matcher = data.flags.includes('y')
    ? new RegExp(data.source, `${data.flags.replace(/[gy]/g, '')}g`)
    : data.matcher;
  const parts: Value[] = [];
  if (limit === 0) return isolate.realm.newArray();
  if (text === '') return isolate.realm.newArray(matchFrom(isolate, matcher, text, 0) === null ? [text] : []);
  let start = 0;
  let from = 0;
  while (from < text.length) {
    const match = matchFrom(isolate, matcher, text, from);
    if (match === null || match.index >= text.length) break;
    const end = match.index + match[0].length;
    if (end === start) {
      from = advance(text, from, isUnicode);
      continue;
    }
    // An empty match just before where the last one ended splits nothing.
    isolate.meter.allocate(bytesPerMatch);
    parts.push(text.slice(start, match.index));
    if (parts.length === limit) return isolate.realm.newTaggedArray(parts);
    for (const capture of captures(match).slice(1)) {
      parts.push(capture);
      if (parts.length === limit) return isolate.realm.newTaggedArray(parts);
    }
    start = end;
    from = end === match.index ? advance(text, end, isUnicode) : end;
  }
  parts.push(text.slice(start));
  return isolate.realm.newTaggedArray(parts);
}

export const regExpFastRuntime: RuntimeFunctions = {
  IsPristineRegExp: (isolate, [value]) => isPristineRegExp(isolate, value),
  RegExpMatch: (isolate, [object, text]) => regExpMatch(isolate, object as JSObject, text as string),
  RegExpSearch: (isolate, [object, text]) => regExpSearch(isolate, object as JSObject, text as string),
  RegExpSplit: (isolate, [object, text, limit]) =>
    regExpSplit(isolate, object as JSObject, text as string, limit as number),
  /** The matches that a replacement function is called for: { arguments, index, end }. */
  RegExpCollectMatches: (isolate, [object, text]) => {
    const matches = matchesToReplace(isolate, object as JSObject, text as string);
    return isolate.realm.newArray(
      matches.map((match) => {
        const args = [...captures(match), match.index, text];
        const groups = groupsObject(isolate, match);
        if (groups !== undefined) args.push(groups);
        return record(isolate, {
          arguments: isolate.realm.newArray(args),
          index: match.index,
          end: match.index + match[0].length,
        });
      }),
    );
  },
  RegExpReplaceWithText: (isolate, [object, subject, replacement]) => {
    const text = subject as string;
    const result = new ReplacedText(isolate, text, replacement as string);
    forEachReplaced(isolate, object as JSObject, text, (match) => {
      const { groups } = match;
      result.replace({
        text,
        position: match.index,
        matched: match[0],
        captures: match.slice(1),
        groups: groups === undefined ? undefined : (name) => groups[name] ?? '',
      });
    });
    return result.finish();
  },
  CallWithListFunction: (isolate) => isolate.realm.intrinsic('%CallWithList%'),
};

function matchesToReplace(isolate: Isolate, object: JSObject, text: string): RegExpExecArray[] {
  if ((object.internal as RegExpData).flags.includes('g')) return allMatches(isolate, object, text);
  const match = matchOnce(isolate, object, text);
  return match === null ? [] : [match];
}

function forEachReplaced(
  isolate: Isolate,
  object: JSObject,
  text: string,
  use: (match: RegExpExecArray) => void,
): void {
  if ((object.internal as RegExpData).flags.includes('g')) return forEachMatch(isolate, object, text, use);
  const match = matchOnce(isolate, object, text);
  if (match !== null) use(match);
}

function record(isolate: Isolate, fields: Readonly<Record<string, Value>>): JSObject {
  const entries = Object.entries(fields);
  const object = new JSObject(isolate.realm.literalRoot(entries.length));
  for (const [name, value] of entries) addOwn(object, name, value, Attribute.all);
  return object;
}
