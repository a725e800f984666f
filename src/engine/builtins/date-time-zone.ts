/**
 * Local time in the environment's time zone, by the host's Intl. V8: src/date/date.cc with ICU's zones.
 * Simplified: an offset is taken to hold for a whole quarter of an hour, which all changes of law since 1970 keep to.
 */
import type { Isolate } from '../execution/isolate.ts';
import type { FunctionData } from '../objects/internal-slots.ts';
import { makeDate, makeDay, makeTime } from './date-time.ts';

/** In the data slot of the Date constructor. */
interface TimeZone {
  readonly name: string;
  readonly format: Intl.DateTimeFormat;
  readonly longName: Intl.DateTimeFormat;
  readonly offsets: Map<number, number>;
}

const bucket = 900000;
const mostOffsets = 10000;

/** Milliseconds that local time is ahead at a moment. */
export function offsetAt(isolate: Isolate, time: number): number {
  const zone = zoneOf(isolate);
  if (zone.name === 'UTC') return 0;
  const key = Math.floor(time / bucket);
  let offset = zone.offsets.get(key);
  if (offset === undefined) {
    offset = computeOffset(zone.format, key * bucket);
    if (zone.offsets.size > mostOffsets) zone.offsets.clear();
    zone.offsets.set(key, offset);
  }
  return offset;
}

export function toLocal(isolate: Isolate, time: number): number {
  return time + offsetAt(isolate, time);
}

/** A time on the wall as a moment: of two the first, and in a gap as if the clock had not been set forward. */
export function fromLocal(isolate: Isolate, local: number): number {
  if (!Number.isFinite(local) || Math.abs(local) > 8.65e15) return NaN;
  const day = 86400000;
  const before = offsetAt(isolate, clampTime(local - day));
  const after = offsetAt(isolate, clampTime(local + day));
  if (before === after) return local - before;
  if (offsetAt(isolate, clampTime(local - before)) === before) return local - before;
  if (offsetAt(isolate, clampTime(local - after)) === after) return local - after;
  return local - before;
}

function clampTime(time: number): number {
  return Math.max(-8.64e15, Math.min(8.64e15, time));
}

/** "Central European Summer Time". Where the host only knows an offset (long ago), today's name of that offset. */
export function zoneName(isolate: Isolate, time: number): string {
  const { longName } = zoneOf(isolate);
  const nameAt = (moment: number): string =>
    longName.formatToParts(moment).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const name = nameAt(time);
  if (!/^GMT[+-]/.test(name)) return name;
  const offset = offsetAt(isolate, time);
  return nameAt(seasons.find((season) => offsetAt(isolate, season) === offset) ?? seasons[0]);
}

/** A day in winter and one in summer of 2024. */
const seasons = [1705276800000, 1721001600000] as const;

function zoneOf(isolate: Isolate): TimeZone {
  const data = isolate.realm.intrinsic('Date').internal as FunctionData;
  const known = data.data as TimeZone | undefined;
  if (known !== undefined) return known;
  const zone = makeZone(isolate.options.timeZone);
  data.data = zone;
  return zone;
}

function makeZone(name: string): TimeZone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return {
    name,
    format,
    longName: new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'long' }),
    offsets: new Map(),
  };
}

function computeOffset(format: Intl.DateTimeFormat, time: number): number {
  const fields: Record<string, string> = {};
  for (const part of format.formatToParts(time)) fields[part.type] = part.value;
  const number = (type: string): number => Number(fields[type]);
  const year = fields['era'] === 'BC' || fields['era'] === 'B' ? 1 - number('year') : number('year');
  const day = makeDay(year, number('month') - 1, number('day'));
  return (
    makeDate(day, makeTime(number('hour'), number('minute'), number('second'), 0)) - Math.floor(time / 1000) * 1000
  );
}
