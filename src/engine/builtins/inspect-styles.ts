/**
 * Colours and numbers with separators. Node: stylizeWithColor, formatNumber, removeColors in lib/internal/util/inspect.js.
 * Which colours there are the host says: `colors` and `styles` of util.inspect.
 */
import { lookupData } from '../execution/describe.ts';
import type { Isolate } from '../execution/isolate.ts';
import { JSObject } from '../objects/js-object.ts';
import type { InspectContext } from './inspect-context.ts';

export type InspectStyle =
  | 'special'
  | 'number'
  | 'bigint'
  | 'boolean'
  | 'undefined'
  | 'null'
  | 'string'
  | 'symbol'
  | 'date'
  | 'regexp'
  | 'module';

export function stylize(context: InspectContext, text: string, style: string): string {
  return context.colors ? stylizeIn(context.isolate, text, style) : text;
}

export function stylizeIn(isolate: Isolate, text: string, style: string): string {
  const inspect = isolate.realm.intrinsics.get('util.inspect');
  const styles = inspect === undefined ? undefined : lookupData(inspect, 'styles');
  const name = styles instanceof JSObject ? lookupData(styles, style) : undefined;
  if (typeof name !== 'string') return text;
  const codes = lookupColor(lookupData(inspect!, 'colors'), name);
  return codes === undefined ? text : `\u001b[${codes[0]}m${text}\u001b[${codes[1]}m`;
}

/** Other names of a colour are accessors, which give what stands under the name that they mean. */
function lookupColor(colors: unknown, name: string): readonly string[] | undefined {
  if (!(colors instanceof JSObject)) return undefined;
  const codes = lookupData(colors, name === 'grey' ? 'gray' : name);
  return codes instanceof JSObject ? codes.elements.map(String) : undefined;
}

// eslint-disable-next-line no-control-regex
const escapes = /\u001b\[\d\d?m/g;

export function withoutColors(text: string): string {
  return text.includes('\u001b') ? text.replaceAll(escapes, '') : text;
}

/** 1_234.567_8: groups of three to both sides of the point. */
export function withSeparators(text: string): string {
  if (!/^-?\d+(?:\.\d+)?n?$/.test(text)) return text;
  const [whole, fraction] = text.split('.');
  const grouped = whole!.replaceAll(/\B(?=(?:\d{3})+(?!\d))/g, '_');
  return fraction === undefined ? grouped : `${grouped}.${fraction.replaceAll(/(\d{3})(?=\d)/g, '$1_')}`;
}
