/** Dates as text. V8: ToDateString in src/builtins/builtins-date.cc. */
import type { Isolate } from '../execution/isolate.ts';
import type { DateData } from '../objects/internal-slots.ts';
import { type DateFields, fieldsOf } from './date-time.ts';
import { offsetAt, toLocal, zoneName } from './date-time-zone.ts';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
export const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function isoString(time: number): string {
  const { year, month, day, hour, minute, second, millisecond } = fieldsOf(time);
  const shownYear = year >= 0 && year <= 9999 ? pad(year, 4) : `${year < 0 ? '-' : '+'}${pad(Math.abs(year), 6)}`;
  return `${shownYear}-${pad(month + 1, 2)}-${pad(day, 2)}T${pad(hour, 2)}:${pad(minute, 2)}:${pad(second, 2)}.${pad(millisecond, 3)}Z`;
}

export function utcString(time: number): string {
  if (Number.isNaN(time)) return 'Invalid Date';
  const fields = fieldsOf(time);
  return `${weekdays[fields.weekday]}, ${pad(fields.day, 2)} ${monthNames[fields.month]} ${yearText(fields.year)} ${clock(fields)} GMT`;
}

export type DateParts = 'date' | 'time' | 'date and time';

export function localString(isolate: Isolate, time: number, parts: DateParts): string {
  if (Number.isNaN(time)) return 'Invalid Date';
  const fields = fieldsOf(toLocal(isolate, time));
  const date = `${weekdays[fields.weekday]} ${monthNames[fields.month]} ${pad(fields.day, 2)} ${yearText(fields.year)}`;
  if (parts === 'date') return date;
  const minutes = Math.trunc(offsetAt(isolate, time) / 60000);
  const sign = minutes < 0 ? '-' : '+';
  const zone = `GMT${sign}${pad(Math.floor(Math.abs(minutes) / 60), 2)}${pad(Math.abs(minutes) % 60, 2)} (${zoneName(isolate, time)})`;
  const text = `${clock(fields)} ${zone}`;
  return parts === 'time' ? text : `${date} ${text}`;
}

/** As util.inspect shows a Date. */
export function dateToInspect(data: DateData): string {
  return Number.isNaN(data.time) ? 'Invalid Date' : isoString(data.time);
}

function clock(fields: DateFields): string {
  return `${pad(fields.hour, 2)}:${pad(fields.minute, 2)}:${pad(fields.second, 2)}`;
}

function yearText(year: number): string {
  return year < 0 ? `-${pad(-year, 4)}` : pad(year, 4);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
