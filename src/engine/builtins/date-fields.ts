/** The getters and setters of Date.prototype, local and UTC. V8: src/builtins/date.tq, builtins-date.cc. */
import { toNumber } from '../execution/conversions.ts';
import type { Isolate } from '../execution/isolate.ts';
import type { DateData } from '../objects/internal-slots.ts';
import type { JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';
import { thisTime } from './date-receiver.ts';
import { type DateFields, fieldsOf, makeDate, makeDay, makeTime, timeClip } from './date-time.ts';
import { fromLocal, offsetAt, toLocal } from './date-time-zone.ts';
import { methods, type Native } from './install.ts';

/** Fields that a setter may set, in the order of its arguments. */
const settable = {
  FullYear: ['year', 'month', 'day'],
  Month: ['month', 'day'],
  Date: ['day'],
  Hours: ['hour', 'minute', 'second', 'millisecond'],
  Minutes: ['minute', 'second', 'millisecond'],
  Seconds: ['second', 'millisecond'],
  Milliseconds: ['millisecond'],
} as const;

const fieldOfGetter: Readonly<Record<string, keyof DateFields>> = {
  Date: 'day',
  Day: 'weekday',
  FullYear: 'year',
  Hours: 'hour',
  Milliseconds: 'millisecond',
  Minutes: 'minute',
  Month: 'month',
  Seconds: 'second',
};

export function installDateFields(isolate: Isolate, prototype: JSObject): void {
  for (const name of ['Date', 'Day', 'FullYear', 'Hours', 'Milliseconds', 'Minutes', 'Month', 'Seconds'])
    installPair(isolate, prototype, name, false);
  methods(isolate, prototype, {
    getTime: [0, (current, receiver) => thisTime(current, receiver, 'getTime').time],
    setTime: [
      1,
      (current, receiver, args) => {
        const data = thisTime(current, receiver, 'setTime');
        data.time = timeClip(toNumber(current, args[0]));
        return data.time;
      },
    ],
    getTimezoneOffset: [
      0,
      (current, receiver) => {
        const { time } = thisTime(current, receiver, 'getTimezoneOffset');
        return Number.isNaN(time) ? NaN : -Math.trunc(offsetAt(current, time) / 60000) + 0;
      },
    ],
  });
  for (const name of ['Date', 'Day', 'FullYear', 'Hours', 'Milliseconds', 'Minutes', 'Month', 'Seconds'])
    installPair(isolate, prototype, name, true);
  methods(isolate, prototype, {
    valueOf: [0, timeValue],
    getYear: [
      0,
      (current, receiver) => {
        const { time } = thisTime(current, receiver, 'getYear');
        return Number.isNaN(time) ? NaN : fieldsOf(toLocal(current, time)).year - 1900;
      },
    ],
    setYear: [1, setYear],
  });
}

const timeValue: Native = (isolate, receiver) => thisTime(isolate, receiver, 'valueOf').time;

function installPair(isolate: Isolate, prototype: JSObject, name: string, isUtc: boolean): void {
  const full = isUtc ? `UTC${name}` : name;
  const field = fieldOfGetter[name]!;
  methods(isolate, prototype, {
    [`get${full}`]: [
      0,
      (current: Isolate, receiver: Value) => {
        const { time } = thisTime(current, receiver, `get${full}`);
        return Number.isNaN(time) ? NaN : fieldsOf(isUtc ? time : toLocal(current, time))[field];
      },
    ],
  });
  const fields = settable[name as keyof typeof settable] as readonly (keyof DateFields)[] | undefined;
  if (fields === undefined) return;
  methods(isolate, prototype, { [`set${full}`]: [fields.length, setter(`set${full}`, fields, isUtc)] });
}

function setter(name: string, fields: readonly (keyof DateFields)[], isUtc: boolean): Native {
  return (isolate, receiver, args) => {
    const data = thisTime(isolate, receiver, name);
    const before = data.time;
    const numbers = fields
      .slice(0, Math.max(1, args.length))
      .map((_field, index) => toNumber(isolate, args[index] as Value));
    // A year makes an invalid date valid again; nothing else does.
    if (Number.isNaN(before) && fields[0] !== 'year') return NaN;
    const start = Number.isNaN(before) ? 0 : isUtc ? before : toLocal(isolate, before);
    const changed: Record<keyof DateFields, number> = { ...fieldsOf(start) };
    fields.forEach((field, index) => {
      if (index < numbers.length) changed[field] = numbers[index]!;
    });
    return store(isolate, data, changed, isUtc);
  };
}

function store(isolate: Isolate, data: DateData, fields: DateFields, isUtc: boolean): number {
  const time = makeTime(fields.hour, fields.minute, fields.second, fields.millisecond);
  const local = makeDate(makeDay(fields.year, fields.month, fields.day), time);
  data.time = timeClip(isUtc ? local : fromLocal(isolate, local));
  return data.time;
}

/** ECMAScript annex B: two digits mean the twentieth century. */
const setYear: Native = (isolate, receiver, args) => {
  const data = thisTime(isolate, receiver, 'setYear');
  const year = toNumber(isolate, args[0]);
  const whole = Math.trunc(year);
  const fullYear = whole >= 0 && whole <= 99 ? whole + 1900 : whole;
  const start = Number.isNaN(data.time) ? 0 : toLocal(isolate, data.time);
  return store(isolate, data, { ...fieldsOf(start), year: fullYear }, false);
};
