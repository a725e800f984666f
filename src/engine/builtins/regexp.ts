/** RegExp. V8: src/builtins/builtins-regexp.cc, regexp.tq; patterns are matched by the host's engine. */
import { isConstructor } from '../execution/calls.ts';
import { hiddenClassFromConstructor } from '../execution/construct.ts';
import { toStringValue } from '../execution/conversions.ts';
import { describeUnquoted } from '../execution/describe.ts';
import { throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import { getProperty, setProperty } from '../execution/property-access.ts';
import type { RuntimeFunctions } from '../execution/runtime.ts';
import type { FunctionData } from '../objects/internal-slots.ts';
import { JSObject } from '../objects/js-object.ts';
import { lookupNamed, PropertyLookup } from '../objects/lookup.ts';
import { addOwn } from '../objects/own-properties.ts';
import { builtinAttributes } from '../objects/property-details.ts';
import { keyFromString, type Value } from '../objects/value.ts';
import { describeReceiver } from './collection-receiver.ts';
import { constructor, getter, method, methods, type Native } from './install.ts';
import { rememberMethod } from './self-hosted-constructor.ts';
import { allocateRegExp, regExpData } from './regexp-create.ts';
import { builtinExec, regExpExec, regExpOf } from './regexp-exec.ts';
import { advance } from './regexp-fast.ts';
import { escapeNative, installLegacyProperties } from './regexp-legacy.ts';
import { escapedSource } from './regexp-source.ts';
import { installRegExpStringIterator, newRegExpStringIterator } from './regexp-string-iterator.ts';
import { regExpSelfHosted } from './self-hosted/regexp.ts';
import { isRegExp } from './string-search.ts';
import { substitute } from './substitution.ts';

const flagGetters = [
  ['dotAll', 's'],
  ['global', 'g'],
  ['hasIndices', 'd'],
  ['ignoreCase', 'i'],
  ['multiline', 'm'],
  ['sticky', 'y'],
  ['unicode', 'u'],
  ['unicodeSets', 'v'],
] as const;

export function installRegExp(isolate: Isolate): void {
  const { realm, symbols } = isolate;
  const prototype = realm.regexpPrototype;
  const object = constructor(isolate, 'RegExp', 2, regExpConstructor, prototype);
  getter(isolate, object, symbols.species, (_isolate, receiver) => receiver);
  installLegacyProperties(isolate, object);
  method(isolate, object, 'escape', 1, escapeNative);
  methods(isolate, prototype, { exec: [1, execNative] });
  rememberMethod(isolate, 'RegExp.prototype', prototype, 'exec');
  for (const [name, flag] of flagGetters) {
    if (name === 'global') getter(isolate, prototype, 'flags', flagsNative);
    getter(isolate, prototype, name, flagGetter(name, flag));
    if (name === 'multiline') getter(isolate, prototype, 'source', sourceNative);
  }
  rememberGetter(isolate, prototype, 'flags');
  rememberGetter(isolate, prototype, 'global');
  methods(isolate, prototype, { compile: [2, compileNative], toString: [0, toStringNative], test: [1, testNative] });
  for (const name of ['match', 'matchAll', 'replace', 'search', 'split'] as const) {
    const builtin = isolate.selfHostedFunction(`[Symbol.${name}]`, regExpSelfHosted[name]);
    const { shared } = builtin.internal as FunctionData;
    if (shared !== undefined) shared.name = `[Symbol.${name}]`;
    addOwn(prototype, symbols[name], builtin, builtinAttributes);
    realm.intrinsics.set(`RegExp.prototype[Symbol.${name}]`, builtin);
  }
  // Calls a function with the elements of an array, in the callee's own frame.
  const callWithList: Native = (current, _receiver, [callee, receiver, list]) =>
    current.tailCall(callee, receiver, (list as JSObject).elements);
  realm.intrinsics.set('%CallWithList%', realm.newNative('', 3, callWithList as FunctionData['native'] & object));
  installRegExpStringIterator(isolate);
}

function rememberGetter(isolate: Isolate, prototype: JSObject, name: string): void {
  const found = new PropertyLookup();
  if (lookupNamed(found, prototype, name) && found.getter !== undefined) {
    isolate.realm.intrinsics.set(`get RegExp.prototype.${name}`, found.getter);
  }
}

const regExpConstructor: Native = (isolate, _receiver, [pattern, flags], newTarget) => {
  const patternIsRegExp = isRegExp(isolate, pattern);
  let target = newTarget;
  if (target === undefined) {
    target = isolate.realm.intrinsic('RegExp');
    if (patternIsRegExp && flags === undefined && getProperty(isolate, pattern, 'constructor') === target)
      return pattern;
  }
  let source: Value = pattern;
  let given: Value = flags;
  if (pattern instanceof JSObject && pattern.internal?.kind === 'regexp') {
    source = pattern.internal.source;
    given = flags === undefined ? pattern.internal.flags : flags;
  } else if (patternIsRegExp) {
    source = getProperty(isolate, pattern, 'source');
    given = flags === undefined ? getProperty(isolate, pattern, 'flags') : flags;
  }
  const object = allocateRegExp(hiddenClassFromConstructor(isolate, target, 'regexp', 'RegExp.prototype'));
  object.internal = dataFrom(isolate, source, given);
  return object;
};

function dataFrom(isolate: Isolate, pattern: Value, flags: Value) {
  const source = pattern === undefined ? '' : toStringValue(isolate, pattern);
  return regExpData(isolate, source, flags === undefined ? '' : toStringValue(isolate, flags));
}

const execNative: Native = (isolate, receiver, args) => {
  regExpOf(isolate, receiver, 'RegExp.prototype.exec');
  return builtinExec(isolate, receiver as JSObject, toStringValue(isolate, args[0]));
};

const testNative: Native = (isolate, receiver, args) => {
  const object = receiverObject(isolate, receiver, 'RegExp.prototype.test');
  return regExpExec(isolate, object, toStringValue(isolate, args[0]), 'RegExp.prototype.exec') !== null;
};

const toStringNative: Native = (isolate, receiver) => {
  const object = receiverObject(isolate, receiver, 'RegExp.prototype.toString');
  const source = toStringValue(isolate, getProperty(isolate, object, 'source'));
  return `/${source}/${toStringValue(isolate, getProperty(isolate, object, 'flags'))}`;
};

const compileNative: Native = (isolate, receiver, [pattern, flags]) => {
  regExpOf(isolate, receiver, 'RegExp.prototype.compile');
  const object = receiver as JSObject;
  if (pattern instanceof JSObject && pattern.internal?.kind === 'regexp') {
    if (flags !== undefined) throwTypeError(isolate, 'RegExpFlags');
    object.internal = dataFrom(isolate, pattern.internal.source, pattern.internal.flags);
  } else object.internal = dataFrom(isolate, pattern, flags);
  setProperty(isolate, object, 'lastIndex', 0);
  return object;
};

function receiverObject(isolate: Isolate, receiver: Value, name: string): JSObject {
  if (receiver instanceof JSObject) return receiver;
  return throwTypeError(isolate, 'IncompatibleMethodReceiver', name, describeReceiver(receiver));
}

function flagGetter(name: string, flag: string): Native {
  return (isolate, receiver) => {
    if (receiver instanceof JSObject && receiver.internal?.kind === 'regexp')
      return receiver.internal.flags.includes(flag);
    if (receiver === isolate.realm.regexpPrototype) return undefined;
    return throwTypeError(isolate, 'RegExpNonRegExp', `RegExp.prototype.${name}`);
  };
}

const sourceNative: Native = (isolate, receiver) => {
  if (receiver instanceof JSObject && receiver.internal?.kind === 'regexp') return escapedSource(receiver.internal);
  if (receiver === isolate.realm.regexpPrototype) return '(?:)';
  return throwTypeError(isolate, 'RegExpNonRegExp', 'RegExp.prototype.source');
};

/** Reads the getters, as guest code may have changed them. */
const flagsNative: Native = (isolate, receiver) => {
  if (!(receiver instanceof JSObject))
    return throwTypeError(isolate, 'RegExpNonObject', 'RegExp.prototype.flags', describeUnquoted(receiver));
  const order = ['hasIndices', 'global', 'ignoreCase', 'multiline', 'dotAll', 'unicode', 'unicodeSets', 'sticky'];
  let flags = '';
  for (const name of order) {
    const value = getProperty(isolate, receiver, name);
    if (value instanceof JSObject || (typeof value === 'object' && value !== null) || Boolean(value)) {
      flags += flagGetters.find((entry) => entry[0] === name)![1];
    }
  }
  return flags;
};

export const regExpRuntime: RuntimeFunctions = {
  DescribeReceiver: (_isolate, [value]) => describeReceiver(value),
  SameValue: (_isolate, [a, b]) => Object.is(a, b),
  RegExpBuiltinExec: (isolate, [object, text]) => {
    regExpOf(isolate, object, 'RegExp.prototype.exec');
    return builtinExec(isolate, object as JSObject, text as string);
  },
  AdvanceStringIndex: (_isolate, [text, index, isUnicode]) =>
    advance(text as string, index as number, isUnicode as boolean),
  RegExpSpeciesConstructor: (isolate, [object]) => {
    const standard = isolate.realm.intrinsic('RegExp');
    const own = getProperty(isolate, object, 'constructor');
    if (own === undefined) return standard;
    if (!(own instanceof JSObject)) return throwTypeError(isolate, 'ConstructorNotReceiver');
    const species = getProperty(isolate, own, isolate.symbols.species);
    if (species === undefined || species === null) return standard;
    if (isConstructor(species)) return species;
    return throwTypeError(isolate, 'SpeciesNotConstructor');
  },
  NewRegExpStringIterator: (isolate, [regexp, text, flags]) =>
    newRegExpStringIterator(isolate, regexp as JSObject, text as string, flags as string),
  RegExpReplacerArguments: (isolate, [matched, captures, position, text, groups]) => {
    const list = [matched, ...(captures as JSObject).elements, position, text];
    if (groups !== undefined) list.push(groups);
    return isolate.realm.newArray(list);
  },
  RegExpSubstitute: (isolate, [template, text, position, matched, captures, groups]) => {
    const lookUp = (name: string): string => {
      const value = getProperty(isolate, groups, keyFromString(name));
      return value === undefined ? '' : toStringValue(isolate, value);
    };
    const list = (captures as JSObject).elements as (string | undefined)[];
    const named = groups === undefined ? undefined : lookUp;
    return substitute(template as string, {
      text: text as string,
      position: position as number,
      matched: matched as string,
      captures: list,
      groups: named,
    });
  },
};
