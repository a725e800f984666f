/**
 * Locales and options for the host's Intl, which formats what toLocaleString asks for.
 */
import { toStringValue } from '../execution/conversions.ts';
import type { Isolate } from '../execution/isolate.ts';
import { getProperty, lengthOfArrayLike } from '../execution/property-access.ts';
import { JSObject } from '../objects/js-object.ts';
import type { Value } from '../objects/value.ts';

/** ECMA-402: CanonicalizeLocaleList; without an argument the environment's locale. */
export function localesFrom(isolate: Isolate, value: Value): string[] {
  if (value === undefined) return [isolate.options.locale];
  const tags: string[] = [];
  if (typeof value === 'string') tags.push(value);
  else if (value instanceof JSObject) {
    const length = lengthOfArrayLike(isolate, value);
    for (let i = 0; i < length; i++) tags.push(toStringValue(isolate, getProperty(isolate, value, i)));
  } else if (value === null) {
    throw isolate.error('TypeError', 'Cannot convert undefined or null to object');
  }
  const canonical = withHostIntl(isolate, () => Intl.getCanonicalLocales(tags));
  return canonical.length === 0 ? [isolate.options.locale] : canonical;
}

/** Copies the named options, read in this order, as primitives. */
export function optionsFrom<T extends object>(isolate: Isolate, value: Value, names: readonly string[]): T {
  const result: Record<string, unknown> = {};
  if (value === undefined) return result as T;
  if (value === null) throw isolate.error('TypeError', 'Cannot convert undefined or null to object');
  for (const name of names) {
    const option = getProperty(isolate, value, name);
    if (option === undefined) continue;
    result[name] = typeof option === 'number' || typeof option === 'boolean' ? option : toStringValue(isolate, option);
  }
  return result as T;
}

/** Runs host code of Intl; its RangeErrors become the guest's. */
export function withHostIntl<T>(isolate: Isolate, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof RangeError) throw isolate.error('RangeError', error.message);
    if (error instanceof TypeError) throw isolate.error('TypeError', error.message);
    throw error;
  }
}

export const numberFormatOptions = [
  'localeMatcher',
  'numberingSystem',
  'style',
  'currency',
  'currencyDisplay',
  'currencySign',
  'unit',
  'unitDisplay',
  'notation',
  'compactDisplay',
  'minimumIntegerDigits',
  'minimumFractionDigits',
  'maximumFractionDigits',
  'minimumSignificantDigits',
  'maximumSignificantDigits',
  'roundingIncrement',
  'roundingMode',
  'roundingPriority',
  'trailingZeroDisplay',
  'useGrouping',
  'signDisplay',
];

export const dateTimeFormatOptions = [
  'localeMatcher',
  'calendar',
  'numberingSystem',
  'hour12',
  'hourCycle',
  'timeZone',
  'weekday',
  'era',
  'year',
  'month',
  'day',
  'dayPeriod',
  'hour',
  'minute',
  'second',
  'fractionalSecondDigits',
  'timeZoneName',
  'formatMatcher',
  'dateStyle',
  'timeStyle',
];

export const collatorOptions = [
  'usage',
  'localeMatcher',
  'collation',
  'numeric',
  'caseFirst',
  'sensitivity',
  'ignorePunctuation',
];

export const durationUnits = [
  'years',
  'months',
  'weeks',
  'days',
  'hours',
  'minutes',
  'seconds',
  'milliseconds',
  'microseconds',
  'nanoseconds',
];

export const durationFormatOptions = [
  'localeMatcher',
  'numberingSystem',
  'style',
  ...durationUnits.flatMap((unit) => [unit, `${unit}Display`]),
  'fractionalDigits',
];
