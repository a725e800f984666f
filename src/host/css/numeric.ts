/** Numbers of CSS with their units, and what calc() and its kin make of them. CSS Values: 10 Mathematical Expressions. */
import { type Component, splitByCommas } from './components.ts';

/** What a calculation comes to: a sum by unit, and what cannot be known before there is a layout, as text. */
export interface Sum {
  readonly units: ReadonlyMap<string, number>;
  readonly rest: readonly string[];
}

const pixels: Readonly<Record<string, number>> = {
  px: 1,
  in: 96,
  cm: 96 / 2.54,
  mm: 9.6 / 2.54,
  q: 2.4 / 2.54,
  pt: 4 / 3,
  pc: 16,
};
const relative = new Set(
  `em rem ex ch ic cap lh rlh rex rch ric rcap vw vh vi vb vmin vmax svw svh svi svb svmin svmax lvw lvh lvi lvb lvmin lvmax dvw dvh dvi dvb dvmin
  dvmax cqw cqh cqi cqb cqmin cqmax`.split(/\s+/),
);
const degrees: Readonly<Record<string, number>> = { deg: 1, grad: 0.9, rad: 180 / Math.PI, turn: 360 };
const seconds: Readonly<Record<string, number>> = { s: 1, ms: 0.001 };

export type NumericType = 'number' | 'percentage' | 'length' | 'angle' | 'time' | 'flex' | 'resolution';

export function typeOfUnit(unit: string): NumericType | undefined {
  if (unit === '') return 'number';
  if (unit === '%') return 'percentage';
  if (unit in pixels || relative.has(unit)) return 'length';
  if (unit in degrees) return 'angle';
  if (unit in seconds) return 'time';
  if (unit === 'fr') return 'flex';
  return ['dpi', 'dpcm', 'dppx', 'x'].includes(unit) ? 'resolution' : undefined;
}

export const inDegrees = (value: number, unit: string): number => value * (degrees[unit] ?? 1);
export const inSeconds = (value: number, unit: string): number => value * (seconds[unit] ?? 1);
export const inPixels = (value: number, unit: string): number | undefined =>
  pixels[unit] === undefined ? undefined : value * pixels[unit];

/** As Chromium writes numbers: six digits, never with an exponent. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Number.isInteger(value) && Math.abs(value) < 1e6) return String(value === 0 ? 0 : value);
  const short = Number(value.toPrecision(6));
  const text = String(short);
  return text.includes('e') ? short.toFixed(6).replace(/\.?0+$/, '') : text;
}

/** As Chromium writes lengths and the like: six digits, and an exponent where it is far from 1. */
export function generalText(value: number): string {
  if (!Number.isFinite(value) || value === 0) return String(value === 0 ? 0 : value);
  const short = Number(value.toPrecision(6));
  const size = Math.abs(short);
  if (size < 1e6 && size >= 1e-4) return String(short);
  return short.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
}

export const isMath = (name: string): boolean => /^(-webkit-)?calc$|^(min|max|clamp)$/.test(name);

const ofUnit = (unit: string, value: number): Sum => ({ units: new Map([[unit, value]]), rest: [] });

function canonical(value: number, unit: string): Sum | undefined {
  if (typeOfUnit(unit) === undefined) return undefined;
  const inPx = inPixels(value, unit);
  if (inPx !== undefined) return ofUnit('px', inPx);
  if (unit in degrees) return ofUnit('deg', inDegrees(value, unit));
  return unit in seconds ? ofUnit('s', inSeconds(value, unit)) : ofUnit(unit, value);
}

/** Of a function of mathematics; undefined: it is none, or wrong. */
export function evaluateMath(component: Component): Sum | undefined {
  if (component.kind === 'number') return canonical(component.value, component.unit);
  if (component.kind === 'block') return component.open === '(' ? sumOf(component.args) : undefined;
  if (component.kind === 'ident') {
    const constant = constants[component.text.toLowerCase()];
    return constant === undefined ? undefined : ofUnit('', constant);
  }
  if (component.kind !== 'function' || !isMath(component.name)) return undefined;
  if (component.name.endsWith('calc')) return sumOf(component.args);
  const sums = splitByCommas(component.args)?.map(sumOf);
  if (sums === undefined || sums.includes(undefined) || (component.name === 'clamp' && sums.length !== 3))
    return undefined;
  const known = sums as Sum[];
  const unit = singleUnit(known);
  if (unit === undefined)
    return { units: new Map(), rest: [`${component.name}(${known.map((sum) => sumText(sum)).join(', ')})`] };
  const values = known.map((sum) => sum.units.get(unit) ?? 0);
  if (component.name === 'clamp') return ofUnit(unit, Math.max(values[0]!, Math.min(values[1]!, values[2]!)));
  return ofUnit(unit, component.name === 'min' ? Math.min(...values) : Math.max(...values));
}

const constants: Readonly<Record<string, number>> = {
  pi: Math.PI,
  e: Math.E,
  infinity: Infinity,
  '-infinity': -Infinity,
  nan: NaN,
};

/** What all of them are in, if it can be known which is the least: percentages mean nothing yet, but equal ones can be compared. */
function singleUnit(sums: readonly Sum[]): string | undefined {
  const units = new Set(sums.flatMap(({ units }) => [...units.keys()]));
  const [unit] = units;
  return units.size === 1 && sums.every(({ rest }) => rest.length === 0) ? unit : undefined;
}

/** Products and sums, by precedence; `+` and `-` need space around them. */
function sumOf(list: readonly Component[]): Sum | undefined {
  let total: Sum | undefined;
  let product: Sum | undefined;
  let sign = 1;
  let operator = '+';
  for (let at = 0; at < list.length; at++) {
    const each = list[at]!;
    if (each.kind === 'space') continue;
    if (operator !== '') {
      const value = evaluateMath(each);
      if (value === undefined) return undefined;
      if (operator === '+' || operator === '-') product = value;
      else if (product !== undefined) product = operator === '*' ? times(product, value) : over(product, value);
      if (product === undefined) return undefined;
      operator = '';
      continue;
    }
    if (each.kind !== 'delim' || !'+-*/'.includes(each.text)) return undefined;
    operator = each.text;
    if (operator === '*' || operator === '/') continue;
    if (list[at - 1]?.kind !== 'space' || list[at + 1]?.kind !== 'space') return undefined;
    total = plus(total, product!, sign);
    sign = operator === '+' ? 1 : -1;
    product = undefined;
  }
  return operator !== '' || product === undefined ? undefined : plus(total, product, sign);
}

function plus(left: Sum | undefined, right: Sum, sign: number): Sum | undefined {
  const units = new Map(left?.units);
  for (const [unit, value] of right.units) units.set(unit, (units.get(unit) ?? 0) + sign * value);
  const rest = right.rest.map((text) => (sign < 0 ? `-1 * ${text}` : text));
  return { units, rest: [...(left?.rest ?? []), ...rest] };
}

const numberIn = ({ units, rest }: Sum): number | undefined =>
  units.size === 1 && rest.length === 0 ? units.get('') : undefined;

function scaled({ units, rest }: Sum, factor: number): Sum {
  const products = [...units].map(([unit, value]) => [unit, value * factor] as const);
  return {
    units: new Map(products),
    rest: rest.map((text) => (factor === 1 ? text : `${numberText(factor)} * ${text}`)),
  };
}

function times(left: Sum, right: Sum): Sum | undefined {
  const [first, second] = [numberIn(left), numberIn(right)];
  if (second !== undefined) return scaled(left, second);
  return first === undefined ? undefined : scaled(right, first);
}

function over(left: Sum, right: Sum): Sum | undefined {
  const divisor = numberIn(right);
  return divisor === undefined ? undefined : scaled(left, 1 / divisor);
}

/** Numbers and percentages first, then by unit. */
export function sumText({ units, rest }: Sum): string {
  const rank = (unit: string): string => (unit === '' ? '0' : unit === '%' ? '1' : unit);
  const terms = [...units].toSorted(([a], [b]) => (rank(a) < rank(b) ? -1 : 1));
  const numbers = terms.map(([unit, value], index) => {
    const text = `${numberText(index === 0 ? value : Math.abs(value))}${unit}`;
    return index === 0 ? text : `${value < 0 ? '-' : '+'} ${text}`;
  });
  return [...numbers, ...rest.map((text, index) => (index + numbers.length > 0 ? `+ ${text}` : text))].join(' ');
}

/** A calculation as a value: of one function alone it is that function. */
export function mathText(sum: Sum): string {
  const [only] = sum.rest;
  if (sum.units.size === 0 && sum.rest.length === 1 && /^(min|max|clamp)\(/.test(only!)) return only!;
  return `calc(${sumText(sum)})`;
}

/** All types in it: `length` and `percentage` may stand beside each other. */
export function mathTypes(sum: Sum): ReadonlySet<NumericType | undefined> {
  return new Set([...sum.units.keys()].map(typeOfUnit).concat(sum.rest.length > 0 ? ['length', 'percentage'] : []));
}

export const fontSizes: Readonly<Record<string, number>> = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: 16,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
  'xxx-large': 48,
};

/** A size of a font as it is computed, where that of the element around it is known; undefined: it depends on more. */
export function fontPixels(value: string, around: number): string | undefined {
  const keyword = { larger: around * 1.2, smaller: around / 1.2 }[value] ?? fontSizes[value];
  if (keyword !== undefined) return `${numberText(keyword)}px`;
  const match = /^([\d.]+)(%|[a-z]+)$/.exec(value);
  if (match === null) return undefined;
  const number = Number(match[1]);
  const pixels =
    { '%': (number * around) / 100, em: number * around, rem: number * 16 }[match[2]!] ?? inPixels(number, match[2]!);
  return pixels === undefined ? undefined : `${numberText(pixels)}px`;
}
