/** Date: the constructor, conversion and formatting. V8: src/builtins/builtins-date.cc. */
import { call, isCallable } from '../execution/calls.ts';
import { hiddenClassFromConstructor } from '../execution/construct.ts';
import { toNumber, toObject, toPrimitive, toStringValue } from '../execution/conversions.ts';
import { describe } from '../execution/describe.ts';
import { throwRangeError, throwTypeError } from '../execution/errors.ts';
import type { Isolate } from '../execution/isolate.ts';
import { getProperty } from '../execution/property-access.ts';
import { JSObject } from '../objects/js-object.ts';
import { addOwn } from '../objects/own-properties.ts';
import { Attribute } from '../objects/property-details.ts';
import type { Value } from '../objects/value.ts';
import { describeReceiver } from './collection-receiver.ts';
import { installDateFields } from './date-fields.ts';
import { isoString, localString, type DateParts, utcString } from './date-format.ts';
import { parseDate } from './date-parse.ts';
import { thisTime } from './date-receiver.ts';
import { makeDate, makeDay, makeTime, timeClip } from './date-time.ts';
import { fromLocal } from './date-time-zone.ts';
import { dateTimeFormatOptions, localesFrom, optionsFrom, withHostIntl } from './host-intl.ts';
import { constructor, method, methods, type Native } from './install.ts';
import { rememberMethod } from './self-hosted-constructor.ts';

export function installDate(isolate: Isolate): void {
  const prototype = isolate.realm.plainPrototype();
  const object = constructor(isolate, 'Date', 7, dateConstructor, prototype);
  methods(isolate, object, {
    now: [0, (current) => Math.floor(current.options.now())],
    parse: [1, (current, _receiver, args) => parseDate(current, toStringValue(current, args[0]))],
    UTC: [7, (current, _receiver, args) => timeClip(timeFromArguments(current, args))],
  });
  methods(isolate, prototype, {
    toString: [0, stringMethod('toString', 'date and time')],
    toDateString: [0, stringMethod('toDateString', 'date')],
    toTimeString: [0, stringMethod('toTimeString', 'time')],
    toISOString: [0, toIsoString],
    toUTCString: [0, (current, receiver) => utcString(thisTime(current, receiver, 'toUTCString').time)],
  });
  const utc = getProperty(isolate, prototype, 'toUTCString');
  addOwn(prototype, 'toGMTString', utc, Attribute.writable | Attribute.configurable);
  installDateFields(isolate, prototype);
  methods(isolate, prototype, {
    toJSON: [1, toJson],
    toLocaleString: [0, localeMethod('toLocaleString', 'date and time')],
    toLocaleDateString: [0, localeMethod('toLocaleDateString', 'date')],
    toLocaleTimeString: [0, localeMethod('toLocaleTimeString', 'time')],
  });
  rememberMethod(isolate, 'Date.prototype', prototype, 'toJSON');
  rememberMethod(isolate, 'Date.prototype', prototype, 'toISOString');
  const convert = method(isolate, isolate.realm.newObject(), isolate.symbols.toPrimitive, 1, toPrimitiveNative);
  addOwn(prototype, isolate.symbols.toPrimitive, convert, Attribute.configurable);
}

const dateConstructor: Native = (isolate, _receiver, args, newTarget) => {
  if (newTarget === undefined) return localString(isolate, Math.floor(isolate.options.now()), 'date and time');
  const time = timeOfNewDate(isolate, args);
  const date = new JSObject(hiddenClassFromConstructor(isolate, newTarget, 'date', 'Date.prototype'));
  date.internal = { kind: 'date', time };
  return date;
};

function timeOfNewDate(isolate: Isolate, args: Value[]): number {
  if (args.length === 0) return Math.floor(isolate.options.now());
  if (args.length > 1) return timeClip(fromLocal(isolate, timeFromArguments(isolate, args)));
  const first = args[0];
  if (first instanceof JSObject && first.internal?.kind === 'date') return first.internal.time;
  const primitive = toPrimitive(isolate, first);
  return typeof primitive === 'string' ? parseDate(isolate, primitive) : timeClip(toNumber(isolate, primitive));
}

/** Year, month and so on; two-digit years belong to the twentieth century. */
function timeFromArguments(isolate: Isolate, args: readonly Value[]): number {
  const defaults = [NaN, 0, 1, 0, 0, 0, 0];
  const numbers = defaults.map((value, index) => (index < args.length ? toNumber(isolate, args[index]) : value));
  const [year, month, day, hour, minute, second, millisecond] = numbers as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const whole = Math.trunc(year);
  const fullYear = whole >= 0 && whole <= 99 ? 1900 + whole : year;
  return makeDate(makeDay(fullYear, month, day), makeTime(hour, minute, second, millisecond));
}

function stringMethod(name: string, parts: DateParts): Native {
  return (isolate, receiver) => localString(isolate, thisTime(isolate, receiver, name).time, parts);
}

const toIsoString: Native = (isolate, receiver) => {
  const { time } = thisTime(isolate, receiver, 'toISOString');
  if (Number.isNaN(time)) throwRangeError(isolate, 'InvalidTimeValue');
  return isoString(time);
};

const toJson: Native = (isolate, receiver) => {
  const object = toObject(isolate, receiver);
  const primitive = toPrimitive(isolate, object, 'number');
  if (typeof primitive === 'number' && !Number.isFinite(primitive)) return null;
  const toIso = getProperty(isolate, object, 'toISOString');
  if (!isCallable(toIso)) return throwTypeError(isolate, 'CalledNonCallable', 'toISOString');
  return isolate.tailCall(toIso, object, []);
};

const toPrimitiveNative: Native = (isolate, receiver, [hint]) => {
  if (!(receiver instanceof JSObject)) {
    return throwTypeError(
      isolate,
      'IncompatibleMethodReceiver',
      'Date.prototype [ @@toPrimitive ]',
      describeReceiver(receiver),
    );
  }
  if (hint !== 'default' && hint !== 'string' && hint !== 'number') {
    return throwTypeError(isolate, 'InvalidHint', typeof hint === 'string' ? hint : describe(hint));
  }
  for (const name of hint === 'number' ? ['valueOf', 'toString'] : ['toString', 'valueOf']) {
    const convert = getProperty(isolate, receiver, name);
    if (!isCallable(convert)) continue;
    const result = call(isolate, convert, receiver, []);
    if (!(result instanceof JSObject)) return result;
  }
  return throwTypeError(isolate, 'CannotConvertToPrimitive');
};

/** ECMA-402: ToDateTimeOptions: without any field asked for, those of the method. */
function localeMethod(name: string, parts: DateParts): Native {
  return (isolate, receiver, args) => {
    const { time } = thisTime(isolate, receiver, name);
    const locales = localesFrom(isolate, args[0]);
    const options = {
      timeZone: isolate.options.timeZone,
      ...optionsFrom<Intl.DateTimeFormatOptions>(isolate, args[1], dateTimeFormatOptions),
    };
    return withHostIntl(isolate, () => {
      const host = new Date(time);
      if (Number.isNaN(time)) {
        // The locales and options are checked all the same.
        new Intl.DateTimeFormat(locales, options);
        return 'Invalid Date';
      }
      if (parts === 'date') return host.toLocaleDateString(locales, options);
      return parts === 'time' ? host.toLocaleTimeString(locales, options) : host.toLocaleString(locales, options);
    });
  };
}
