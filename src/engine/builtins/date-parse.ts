/**
 * Date.parse: the ISO format of ECMAScript first, then V8's forgiving one. V8: src/date/dateparser-inl.h.
 */
import type { Isolate } from '../execution/isolate.ts';
import { monthNames } from './date-format.ts';
import { makeDate, makeDay, makeTime, timeClip } from './date-time.ts';
import { fromLocal } from './date-time-zone.ts';

export function parseDate(isolate: Isolate, text: string): number {
  return parseIso(isolate, text) ?? parseLegacy(isolate, text);
}

const isoFormat =
  /^([+-]\d{6}|\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:[Tt](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?([Zz]|[+-]\d\d:?\d\d)?)?$/;

/** NaN for what is ISO in form but out of range; undefined for other forms. */
function parseIso(isolate: Isolate, text: string): number | undefined {
  const match = isoFormat.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  if (year === '-000000') return undefined;
  const monthNumber = Number(month ?? 1);
  const dayNumber = Number(day ?? 1);
  if (monthNumber < 1 || monthNumber > 12 || dayNumber < 1 || dayNumber > daysInMonth(monthNumber)) return NaN;
  const milliseconds = fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'));
  const clock = [Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0), milliseconds] as const;
  if (!isClockTime(clock)) return NaN;
  const local = makeDate(makeDay(Number(year), monthNumber - 1, dayNumber), makeTime(...clock));
  if (hour === undefined || zone === 'Z' || zone === 'z') return timeClip(local);
  if (zone === undefined) return timeClip(fromLocal(isolate, local));
  const digits = zone.replace(/\D/g, '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return timeClip(local - (zone.startsWith('-') ? -minutes : minutes) * 60000);
}

/** The longest that the month can be; V8 lets 30 February pass into March. */
function daysInMonth(month: number): number {
  return month >= 1 && month <= 12 ? 31 : 0;
}

function isClockTime([hour, minute, second, millisecond]: readonly [number, number, number, number]): boolean {
  if (hour === 24) return minute === 0 && second === 0 && millisecond === 0;
  return hour < 24 && minute < 60 && second < 60 && millisecond < 1000;
}

type Token =
  | { readonly kind: 'number'; readonly value: number; readonly digits: string }
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'symbol'; readonly symbol: string }
  | { readonly kind: 'space' };

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(/(\d+)|([A-Za-z]+)|(\s+)|([^])/g)) {
    const [all, digits, word, space] = match;
    if (digits !== undefined)
      tokens.push({ kind: 'number', value: Number(digits.replace(/^0+(?=\d)/, '').slice(0, 9)), digits });
    else if (word !== undefined) tokens.push({ kind: 'word', word: word.toLowerCase() });
    else if (space !== undefined) tokens.push({ kind: 'space' });
    else tokens.push({ kind: 'symbol', symbol: all });
  }
  return tokens;
}

/** Minutes east of Greenwich. */
const zones: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  z: 0,
  gmt: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
};

/** What the legacy parser has gathered. */
interface Gathered {
  readonly days: number[];
  readonly clock: number[];
  clockIsFinal: boolean;
  month: number | undefined;
  hourOffset: number | undefined;
  zoneSign: number;
  zoneHour: number | undefined;
  zoneMinute: number | undefined;
}

function parseLegacy(isolate: Isolate, text: string): number {
  const tokens = tokenize(text);
  const gathered: Gathered = {
    days: [],
    clock: [],
    clockIsFinal: false,
    month: undefined,
    hourOffset: undefined,
    zoneSign: 1,
    zoneHour: undefined,
    zoneMinute: undefined,
  };
  let position = 0;
  let hasNumber = false;
  const isSymbol = (symbol: string): boolean => {
    const token = tokens[position];
    return token?.kind === 'symbol' && token.symbol === symbol;
  };
  const skip = (symbol: string): boolean => {
    if (!isSymbol(symbol)) return false;
    position++;
    return true;
  };
  while (position < tokens.length) {
    const token = tokens[position++]!;
    if (token.kind === 'number') {
      hasNumber = true;
      const n = token.value;
      if (skip(':')) {
        if (skip(':')) {
          if (gathered.clock.length > 0) return NaN;
          gathered.clock.push(n, 0);
        } else {
          if (!addToClock(gathered, n)) return NaN;
          skip('.');
        }
      } else if (isSymbol('.') && expectsClock(gathered, n)) {
        position++;
        gathered.clock.push(n);
        const fraction = tokens[position++];
        if (fraction?.kind !== 'number') return NaN;
        finishClock(gathered, Number(fraction.digits.slice(0, 3).padEnd(3, '0')));
      } else {
        if (isSymbol('.')) position++;
        if (gathered.zoneHour !== undefined && gathered.zoneMinute === undefined && n < 60) gathered.zoneMinute = n;
        else if (expectsClock(gathered, n)) {
          finishClock(gathered, n);
          const next = tokens[position];
          const mayFollow =
            next === undefined ||
            next.kind === 'space' ||
            (next.kind === 'word' && next.word === 'z') ||
            (next.kind === 'symbol' && (next.symbol === '+' || next.symbol === '-'));
          if (!mayFollow) return NaN;
        } else {
          if (gathered.days.length >= 3) return NaN;
          gathered.days.push(n);
          skip('-');
        }
      }
    } else if (token.kind === 'word') {
      const month =
        token.word.length >= 3 ? monthNames.findIndex((name) => name.toLowerCase() === token.word.slice(0, 3)) : -1;
      const zone = zones[token.word];
      if ((token.word === 'am' || token.word === 'pm') && gathered.clock.length > 0)
        gathered.hourOffset = token.word === 'am' ? 0 : 12;
      else if (month >= 0) {
        gathered.month = month + 1;
        skip('-');
      } else if (zone !== undefined && hasNumber) setZone(gathered, zone);
      else if (hasNumber || tokens[position]?.kind === 'number') return NaN;
    } else if (token.kind === 'symbol') {
      const isSign = token.symbol === '+' || token.symbol === '-';
      const afterUtc = gathered.zoneHour === 0 && gathered.zoneMinute === 0;
      if (isSign && (afterUtc || gathered.clock.length > 0)) {
        gathered.zoneSign = token.symbol === '-' ? -1 : 1;
        const next = tokens[position];
        const digits = next?.kind === 'number' ? next.digits : '';
        if (next?.kind === 'number') position++;
        hasNumber = true;
        const n = Number(digits);
        if (isSymbol(':')) {
          gathered.zoneHour = n;
          gathered.zoneMinute = undefined;
        } else if (digits.length === 1 || digits.length === 2) {
          gathered.zoneHour = n;
          gathered.zoneMinute = 0;
        } else if (digits.length === 3 || digits.length === 4) {
          gathered.zoneHour = Math.floor(n / 100);
          gathered.zoneMinute = n % 100;
        } else return NaN;
      } else if ((isSign || token.symbol === ')') && hasNumber) return NaN;
      else if (token.symbol === '(') position = afterParentheses(tokens, position);
    }
  }
  return compose(isolate, gathered);
}

function setZone(gathered: Gathered, minutes: number): void {
  gathered.zoneSign = minutes < 0 ? -1 : 1;
  gathered.zoneHour = Math.abs(minutes) / 60;
  gathered.zoneMinute = 0;
}

function addToClock(gathered: Gathered, n: number): boolean {
  // A zone's hour is followed by a colon too: it is no part of the clock then.
  if (gathered.clockIsFinal || gathered.clock.length >= 4) return false;
  gathered.clock.push(n);
  return true;
}

function expectsClock(gathered: Gathered, n: number): boolean {
  if (gathered.clockIsFinal) return false;
  const { length } = gathered.clock;
  return (length === 1 && n < 60) || (length === 2 && n < 60) || (length === 3 && n < 1000);
}

function finishClock(gathered: Gathered, n: number): void {
  gathered.clock.push(n);
  gathered.clockIsFinal = true;
}

function afterParentheses(tokens: readonly Token[], from: number): number {
  let depth = 1;
  let position = from;
  while (position < tokens.length && depth > 0) {
    const token = tokens[position++]!;
    if (token.kind === 'symbol' && token.symbol === '(') depth++;
    else if (token.kind === 'symbol' && token.symbol === ')') depth--;
  }
  return position;
}

function compose(isolate: Isolate, gathered: Gathered): number {
  const date = composeDay(gathered);
  if (date === undefined) return NaN;
  let [hour = 0] = gathered.clock;
  const [, minute = 0, second = 0, millisecond = 0] = gathered.clock;
  if (gathered.hourOffset !== undefined) {
    if (hour < 0 || hour > 12) return NaN;
    hour = (hour % 12) + gathered.hourOffset;
  }
  if (!isClockTime([hour, minute, second, millisecond])) return NaN;
  const local = makeDate(makeDay(date.year, date.month - 1, date.day), makeTime(hour, minute, second, millisecond));
  if (gathered.zoneHour === undefined) return timeClip(fromLocal(isolate, local));
  const minutes = gathered.zoneHour * 60 + (gathered.zoneMinute ?? 0);
  return timeClip(local - gathered.zoneSign * minutes * 60000);
}

function composeDay({ days, month: named }: Gathered): { year: number; month: number; day: number } | undefined {
  if (days.length === 0) return undefined;
  // What is missing is 1: so "Nov 21" is in 2001.
  const [first = 1, second = 1, third = 1] = days;
  const isDay = (n: number): boolean => n >= 1 && n <= 31;
  let year: number;
  let month: number;
  let day: number;
  if (named === undefined) [year, month, day] = isDay(first) ? [third, first, second] : [first, second, third];
  else [year, month, day] = isDay(first) ? [second, named, first] : [first, named, second];
  if (year >= 0 && year <= 49) year += 2000;
  else if (year >= 50 && year <= 99) year += 1900;
  return month >= 1 && month <= 12 && isDay(day) ? { year, month, day } : undefined;
}
