/**
 * Intl over the host's own: each guest object holds a host object, made with the environment's locale and time zone where
 * the program names none. ECMA-402; V8: src/objects/intl-objects.cc.
 * Simplified: options are read as text, numbers and booleans in one order for all; a segmenter's segments are a list.
 */
import { prototypeFromConstructor } from '../execution/construct.ts';
import { toNumber, toStringValue } from '../execution/conversions.ts';
import { throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import { getProperty } from '../execution/property-access.ts';
import { JSObject } from '../objects/js-object.ts';
import { addOwn } from '../objects/own-properties.ts';
import { Attribute, builtinAttributes } from '../objects/property-details.ts';
import type { Value } from '../objects/value.ts';
import {
  collatorOptions,
  dateTimeFormatOptions,
  durationFormatOptions,
  durationUnits,
  localesFrom,
  numberFormatOptions,
  optionsFrom,
  withHostIntl,
} from './host-intl.ts';
import { getter, method, methods, property, toStringTag } from './install.ts';
import { iterableValues } from './typed-array-create.ts';

type Argument = 'number' | 'text' | 'date' | 'list' | 'duration';

interface Kind {
  readonly options: readonly string[];
  /** Methods with what their arguments are. */
  readonly methods: Readonly<Record<string, readonly Argument[]>>;
  /** A getter whose value is a function bound to the object. */
  readonly bound?: readonly [name: string, arguments: readonly Argument[]];
  readonly getters?: readonly string[];
  readonly needsNew: boolean;
  readonly optionsAreObject?: boolean;
}

const digitOptions = numberFormatOptions.filter((name) => /Digits$|^rounding|^trailing/.test(name));

const kinds = {
  DateTimeFormat: {
    options: dateTimeFormatOptions,
    methods: { formatToParts: ['date'], formatRange: ['date', 'date'], formatRangeToParts: ['date', 'date'] },
    bound: ['format', ['date']],
    needsNew: false,
  },
  NumberFormat: {
    options: numberFormatOptions,
    methods: { formatToParts: ['number'], formatRange: ['number', 'number'], formatRangeToParts: ['number', 'number'] },
    bound: ['format', ['number']],
    needsNew: false,
  },
  Collator: { options: collatorOptions, methods: {}, bound: ['compare', ['text', 'text']], needsNew: false },
  PluralRules: {
    options: ['localeMatcher', 'type', ...digitOptions],
    methods: { select: ['number'], selectRange: ['number', 'number'] },
    needsNew: true,
  },
  RelativeTimeFormat: {
    options: ['localeMatcher', 'numberingSystem', 'style', 'numeric'],
    methods: { format: ['number', 'text'], formatToParts: ['number', 'text'] },
    needsNew: true,
  },
  ListFormat: {
    options: ['localeMatcher', 'type', 'style'],
    methods: { format: ['list'], formatToParts: ['list'] },
    needsNew: true,
  },
  Locale: {
    options: [
      'language',
      'script',
      'region',
      'calendar',
      'collation',
      'hourCycle',
      'caseFirst',
      'numeric',
      'numberingSystem',
    ],
    methods: { maximize: [], minimize: [], toString: [] },
    getters: [
      'baseName',
      'calendar',
      'caseFirst',
      'collation',
      'hourCycle',
      'language',
      'numberingSystem',
      'numeric',
      'region',
      'script',
    ],
    needsNew: true,
  },
  DisplayNames: {
    options: ['localeMatcher', 'style', 'type', 'fallback', 'languageDisplay'],
    methods: { of: ['text'] },
    needsNew: true,
  },
  Segmenter: { options: ['localeMatcher', 'granularity'], methods: { segment: ['text'] }, needsNew: true },
  DurationFormat: {
    options: durationFormatOptions,
    methods: { format: ['duration'], formatToParts: ['duration'] },
    needsNew: true,
    optionsAreObject: true,
  },
} as const satisfies Readonly<Record<string, Kind>>;

type KindName = keyof typeof kinds;
/** A host object of any of them: its methods are called by name. */
type HostObject = Readonly<Record<string, unknown>>;
type HostConstructor = new (locales: string | string[], options: object) => HostObject;

export function installIntl(isolate: Isolate): void {
  const { realm } = isolate;
  const intl = realm.newObject();
  toStringTag(isolate, intl, 'Intl');
  methods(isolate, intl, {
    getCanonicalLocales: [
      1,
      (_isolate, _receiver, [locales]) => realm.newArray(locales === undefined ? [] : localesFrom(isolate, locales)),
    ],
    supportedValuesOf: [
      1,
      (_isolate, _receiver, [key]) =>
        withHostIntl(isolate, () => realm.newArray(Intl.supportedValuesOf(toStringValue(isolate, key) as 'unit'))),
    ],
  });
  for (const name of Object.keys(kinds) as KindName[]) {
    // Hosts before V8 12.9 have no DurationFormat.
    if (name in Intl) installKind(isolate, intl, name, kinds[name]);
  }
  property(realm.globalObject, 'Intl', intl);
}

function installKind(isolate: Isolate, intl: JSObject, name: KindName, kind: Kind): void {
  const { realm } = isolate;
  const prototype = realm.plainPrototype();
  const construct = (_isolate: Isolate, _receiver: Value, args: Value[], newTarget: JSObject | undefined): Value => {
    if (newTarget === undefined && kind.needsNew) throwTypeError(isolate, 'ConstructorNotFunction', `Intl.${name}`);
    const own =
      newTarget === undefined ? prototype : prototypeFromConstructor(isolate, newTarget, `Intl.${name}.prototype`);
    return wrap(isolate, own, makeHostObject(isolate, name, kind, args));
  };
  const object = realm.newNative(
    name,
    name === 'Locale' ? 1 : name === 'DisplayNames' ? 2 : 0,
    construct as never,
    true,
  );
  realm.intrinsics.set(`Intl.${name}.prototype`, prototype);
  addOwn(object, 'prototype', prototype, Attribute.none);
  addOwn(prototype, 'constructor', object, builtinAttributes);
  toStringTag(isolate, prototype, `Intl.${name}`);
  if (name !== 'Locale') {
    method(isolate, object, 'supportedLocalesOf', 1, (_isolate, _receiver, [locales]) =>
      realm.newArray(locales === undefined ? [] : localesFrom(isolate, locales)),
    );
    method(isolate, prototype, 'resolvedOptions', 0, (_isolate, receiver) =>
      callHost(isolate, name, hostOf(isolate, name, 'resolvedOptions', receiver), 'resolvedOptions', []),
    );
  }
  for (const [key, parameters] of Object.entries(kind.methods)) {
    method(isolate, prototype, key, parameters.length, (_isolate, receiver, args) => {
      const host = hostOf(isolate, name, key, receiver);
      return callHost(isolate, name, host, key, convert(isolate, parameters, args));
    });
  }
  for (const key of kind.getters ?? []) {
    getter(isolate, prototype, key, (_isolate, receiver) =>
      toGuest(isolate, hostOf(isolate, name, key, receiver)[key]),
    );
  }
  if (kind.bound !== undefined) installBound(isolate, prototype, name, ...kind.bound);
  property(intl, name, object);
}

function installBound(
  isolate: Isolate,
  prototype: JSObject,
  name: KindName,
  key: string,
  parameters: readonly Argument[],
): void {
  getter(isolate, prototype, key, (_isolate, receiver) => {
    const host = hostOf(isolate, name, key, receiver);
    return isolate.realm.newNative('', parameters.length, ((_inner: Isolate, _receiver: Value, args: Value[]) =>
      withHostIntl(isolate, () =>
        toGuest(isolate, (host[key] as (...values: unknown[]) => unknown)(...convert(isolate, parameters, args))),
      )) as never);
  });
}

function wrap(isolate: Isolate, prototype: JSObject, host: HostObject): JSObject {
  const object = isolate.realm.newObjectWithPrototype(prototype);
  object.internal = { kind: 'opaque', value: host };
  return object;
}

function makeHostObject(isolate: Isolate, name: KindName, kind: Kind, [locales, given]: readonly Value[]): HostObject {
  if (kind.optionsAreObject && given !== undefined && !(given instanceof JSObject))
    throw isolate.error('TypeError', 'invalid_argument');
  const options = optionsFrom<Record<string, unknown>>(isolate, given, kind.options);
  if (name === 'DateTimeFormat') options['timeZone'] ??= isolate.options.timeZone;
  const Constructor = (Intl as unknown as Readonly<Record<KindName, HostConstructor>>)[name];
  if (name === 'Locale') {
    if (typeof locales !== 'string' && !(locales instanceof JSObject))
      throw isolate.error('TypeError', "First argument to Intl.Locale constructor can't be empty or missing");
    return withHostIntl(isolate, () => new Constructor(toStringValue(isolate, locales), options));
  }
  return withHostIntl(isolate, () => new Constructor(localesFrom(isolate, locales), options));
}

function hostOf(isolate: Isolate, name: KindName, key: string, receiver: Value): HostObject {
  const internal = receiver instanceof JSObject ? receiver.internal : undefined;
  const host = internal?.kind === 'opaque' ? internal.value : undefined;
  const Constructor = (Intl as unknown as Readonly<Record<KindName, HostConstructor>>)[name];
  if (host instanceof Constructor) return host;
  return throwTypeError(
    isolate,
    'IncompatibleMethodReceiver',
    `Intl.${name}.prototype.${key}`,
    isolate.describe(receiver),
  );
}

function convert(isolate: Isolate, parameters: readonly Argument[], args: readonly Value[]): unknown[] {
  return parameters.map((parameter, i) => {
    const value = args[i];
    if (parameter === 'text') return toStringValue(isolate, value);
    if (parameter === 'list') {
      if (value === undefined) return [];
      return typeof value === 'string'
        ? [value]
        : iterableValues(isolate, value)?.map((item) => toStringValue(isolate, item));
    }
    if (parameter === 'duration') return durationFrom(isolate, value);
    if (parameter === 'date') {
      if (value === undefined) return isolate.options.now();
      return value instanceof JSObject && value.internal?.kind === 'date'
        ? value.internal.time
        : toNumber(isolate, value);
    }
    return typeof value === 'bigint' || typeof value === 'string' ? value : toNumber(isolate, value);
  });
}

/** ECMA-402: ToDurationRecord, without its checks, which the host makes. */
function durationFrom(isolate: Isolate, value: Value): unknown {
  if (!(value instanceof JSObject)) return typeof value === 'string' ? value : undefined;
  const result: Record<string, number> = {};
  for (const unit of durationUnits.toSorted()) {
    const amount = getProperty(isolate, value, unit);
    if (amount !== undefined) result[unit] = toNumber(isolate, amount);
  }
  return result;
}

function callHost(isolate: Isolate, name: KindName, host: HostObject, key: string, args: readonly unknown[]): Value {
  return withHostIntl(isolate, () => {
    const result = (host[key] as (...values: unknown[]) => unknown).apply(host, [...args]);
    if (name === 'Segmenter' && key === 'segment') return toGuest(isolate, [...(result as Iterable<unknown>)]);
    if (name === 'Locale' && typeof result === 'object')
      return wrap(isolate, isolate.realm.intrinsic('Intl.Locale.prototype'), result as HostObject);
    return toGuest(isolate, result);
  });
}

/** Text, numbers, lists and plain objects of the host. */
function toGuest(isolate: Isolate, value: unknown): Value {
  if (Array.isArray(value)) return isolate.realm.newArray(value.map((item) => toGuest(isolate, item)));
  if (typeof value !== 'object' || value === null) return value as Value;
  const object = isolate.realm.newObject();
  for (const [key, item] of Object.entries(value)) addOwn(object, key, toGuest(isolate, item), Attribute.all);
  return object;
}
