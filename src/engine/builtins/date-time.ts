/** Calendar arithmetic on milliseconds since the epoch. V8: DateCache in src/date/date.h; ECMAScript 21.4.1. */
export const millisecondsPerDay = 86400000;
const largestTime = 8.64e15;

export interface DateFields {
  readonly year: number;
  /** 0 to 11. */
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** The fields of a time that is already shifted to its zone. */
export function fieldsOf(time: number): DateFields {
  const days = Math.floor(time / millisecondsPerDay);
  const inDay = time - days * millisecondsPerDay;
  const { year, month, day } = civilFromDays(days);
  return {
    year,
    month,
    day,
    weekday: (((days + 4) % 7) + 7) % 7,
    hour: Math.floor(inDay / 3600000),
    minute: Math.floor(inDay / 60000) % 60,
    second: Math.floor(inDay / 1000) % 60,
    millisecond: inDay % 1000,
  };
}

/** Proleptic Gregorian, counted in eras of 400 years that start in March. */
function civilFromDays(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 2 : marchMonth - 10;
  return {
    year: yearOfEra + era * 400 + (month <= 1 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

function daysFromCivil(year: number, month: number): number {
  const shiftedYear = month <= 1 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const marchMonth = month > 1 ? month - 2 : month + 10;
  const dayOfYear = Math.floor((153 * marchMonth + 2) / 5);
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** ECMAScript: MakeDay, in days. */
export function makeDay(year: number, month: number, day: number): number {
  if (!Number.isFinite(year) || !Number.isFinite(month) || !Number.isFinite(day)) return NaN;
  const wholeMonth = Math.trunc(month);
  const realYear = Math.trunc(year) + Math.floor(wholeMonth / 12);
  if (Math.abs(realYear) > 400000) return NaN;
  return daysFromCivil(realYear, ((wholeMonth % 12) + 12) % 12) + Math.trunc(day) - 1;
}

export function makeTime(hour: number, minute: number, second: number, millisecond: number): number {
  if (![hour, minute, second, millisecond].every(Number.isFinite)) return NaN;
  return Math.trunc(hour) * 3600000 + Math.trunc(minute) * 60000 + Math.trunc(second) * 1000 + Math.trunc(millisecond);
}

export function makeDate(day: number, time: number): number {
  const result = day * millisecondsPerDay + time;
  return Number.isFinite(result) ? result : NaN;
}

export function timeClip(time: number): number {
  return Math.abs(time) <= largestTime ? Math.trunc(time) + 0 : NaN;
}
