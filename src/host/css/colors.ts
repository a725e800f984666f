/**
 * Colours as CSS writes them, read and serialised as Chromium does. CSS Color 4: 15 Serializing Color Values.
 * Simplified: color-mix(), light-dark() and colours relative to others are kept as they are written.
 */
import { type Component, isDelimiter, parseComponents, splitByCommas, withoutSpaces } from './components.ts';
import { namedColors } from './color-names.ts';
import { evaluateMath, inDegrees, numberText, typeOfUnit } from './numeric.ts';

export type Color =
  /** In sRGB: integers, and alpha from 0 to 1 in steps of 1/255. `name`: as which it was written. */
  | { readonly kind: 'rgb'; readonly channels: readonly number[]; readonly alpha: number; readonly name?: string }
  /** In other spaces; and those that depend on where they stand. */
  | { readonly kind: 'other' | 'unresolved'; readonly text: string }
  | { readonly kind: 'current' };

export function parseColor(text: string): Color | undefined {
  const [only, ...more] = parseComponents(text) ?? [];
  return only === undefined || more.length > 0 ? undefined : colorOf(only);
}

export function colorOf(component: Component): Color | undefined {
  if (component.kind === 'ident') {
    const name = component.text.toLowerCase();
    if (name === 'currentcolor') return { kind: 'current' };
    const digits = namedColors.get(name);
    return digits === undefined ? undefined : { ...fromDigits(digits), name };
  }
  if (component.kind === 'hash')
    return /^([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(component.text) ? fromDigits(component.text) : undefined;
  if (component.kind !== 'function') return undefined;
  const { name, args } = component;
  const [first] = args;
  const isRelative = first?.kind === 'ident' && first.text.toLowerCase() === 'from';
  if (/^(color-mix|light-dark)$/.test(name) || (isRelative && readers[name] !== undefined))
    return { kind: 'unresolved', text: sourceOf(component) };
  return readers[name]?.(args, name);
}

type Rgb = Extract<Color, { kind: 'rgb' }>;

function fromDigits(digits: string): Rgb {
  const full = digits.length <= 4 ? digits.replaceAll(/./g, '$&$&') : digits;
  const bytes = full.match(/../g)!.map((pair) => Number.parseInt(pair, 16));
  return { kind: 'rgb', channels: bytes.slice(0, 3), alpha: (bytes[3] ?? 255) / 255 };
}

function rgb(channels: readonly number[], alpha: number): Rgb {
  const clamped = channels.map((each) => Math.min(255, Math.max(0, Math.round(Number(each.toFixed(4))))));
  return { kind: 'rgb', channels: clamped, alpha: Math.round(Math.min(1, Math.max(0, alpha)) * 255) / 255 };
}

/** One argument: `none` is a missing one. */
type Part = { readonly value: number; readonly unit: string } | 'none';

function partOf(component: Component): Part | undefined {
  if (component.kind === 'number') return component;
  if (component.kind === 'ident') return component.text.toLowerCase() === 'none' ? 'none' : undefined;
  const sum = evaluateMath(component);
  const [only, ...more] = sum?.units ?? [];
  return only === undefined || more.length > 0 || sum!.rest.length > 0 ? undefined : { value: only[1], unit: only[0] };
}

interface Parts {
  readonly parts: readonly Part[];
  readonly alpha: Part | undefined;
  readonly hasCommas: boolean;
}

/** Three of them and alpha, in the old syntax with commas or the new one. */
function partsOf(args: readonly Component[]): Parts | undefined {
  const hasCommas = args.some((each) => isDelimiter(each, ','));
  let given: readonly (Part | undefined)[];
  if (hasCommas) {
    const lists = splitByCommas(args);
    if (lists === undefined || lists.some(({ length }) => length !== 1)) return undefined;
    given = lists.map(([only]) => partOf(only!));
  } else {
    const solid = withoutSpaces(args);
    const slash = solid.findIndex((each) => isDelimiter(each, '/'));
    if (slash >= 0 && (slash !== 3 || solid.length !== 5)) return undefined;
    given = (slash < 0 ? solid : solid.toSpliced(slash, 1)).map(partOf);
    if (slash < 0 && given.length !== 3) return undefined;
  }
  if (given.includes(undefined) || given.length < 3 || given.length > 4) return undefined;
  const known = given as Part[];
  if (hasCommas && known.includes('none')) return undefined;
  if (known[3] !== undefined && known[3] !== 'none' && !['', '%'].includes(known[3].unit)) return undefined;
  return { parts: known.slice(0, 3), alpha: known[3], hasCommas };
}

/** A part as a number, where 100% is `whole`; undefined where it has a unit. */
function scaled(part: Part, whole: number): number | undefined {
  if (part === 'none') return 0;
  if (part.unit === '%') return (part.value * whole) / 100;
  return part.unit === '' ? part.value : undefined;
}

function hueOf(part: Part): number | undefined {
  if (part === 'none') return 0;
  if (part.unit !== '' && typeOfUnit(part.unit) !== 'angle') return undefined;
  return ((inDegrees(part.value, part.unit) % 360) + 360) % 360;
}

const alphaOf = (alpha: Part | undefined): number => (alpha === undefined ? 1 : scaled(alpha, 1)!);
const unitsOf = (parts: readonly Part[]): string[] => parts.flatMap((part) => (part === 'none' ? [] : [part.unit]));

function readRgb(args: readonly Component[]): Color | undefined {
  const found = partsOf(args);
  if (found === undefined) return undefined;
  if (found.hasCommas && new Set(unitsOf(found.parts)).size > 1) return undefined;
  const channels = found.parts.map((part) => scaled(part, 255));
  return channels.includes(undefined) ? undefined : rgb(channels as number[], alphaOf(found.alpha));
}

function readHsl(args: readonly Component[]): Color | undefined {
  const found = partsOf(args);
  const hue = found && hueOf(found.parts[0]!);
  if (hue === undefined) return undefined;
  const rest = found!.parts.slice(1);
  if (found!.hasCommas && unitsOf(rest).some((unit) => unit !== '%')) return undefined;
  const [saturation, lightness] = rest.map((part) => scaled(part, 100));
  if (saturation === undefined || lightness === undefined) return undefined;
  const channels = fromHsl(hue, Math.min(100, Math.max(0, saturation)), Math.min(100, Math.max(0, lightness)));
  return rgb(
    channels.map((each) => each * 255),
    alphaOf(found!.alpha),
  );
}

function fromHsl(hue: number, saturation: number, lightness: number): number[] {
  const light = lightness / 100;
  const amount = (saturation / 100) * Math.min(light, 1 - light);
  return [0, 8, 4].map((offset) => {
    const k = (offset + hue / 30) % 12;
    return light - amount * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  });
}

function readHwb(args: readonly Component[]): Color | undefined {
  const found = partsOf(args);
  const hue = found && !found.hasCommas ? hueOf(found.parts[0]!) : undefined;
  if (hue === undefined) return undefined;
  const [white, black] = found!.parts.slice(1).map((part) => scaled(part, 100));
  if (white === undefined || black === undefined) return undefined;
  const [w, b] = [Math.max(0, white / 100), Math.max(0, black / 100)];
  const channels =
    w + b >= 1 ? [1, 1, 1].map(() => w / (w + b)) : fromHsl(hue, 100, 50).map((each) => each * (1 - w - b) + w);
  return rgb(
    channels.map((each) => each * 255),
    alphaOf(found!.alpha),
  );
}

/** What 100% is of each part, or that it is a hue. */
const spaces: Readonly<Record<string, readonly (number | 'hue')[]>> = {
  lab: [100, 125, 125],
  lch: [100, 150, 'hue'],
  oklab: [1, 0.4, 0.4],
  oklch: [1, 0.4, 'hue'],
};

function readLab(args: readonly Component[], name: string): Color | undefined {
  const found = partsOf(args);
  if (found === undefined || found.hasCommas) return undefined;
  const wholes = spaces[name]!;
  const texts = found.parts.map((part, index) => {
    if (part === 'none') return 'none';
    const whole = wholes[index]!;
    let value = whole === 'hue' ? hueOf(part) : scaled(part, whole);
    if (value === undefined) return undefined;
    if (index === 0) value = Math.min(Math.max(0, value), whole as number);
    if (index === 1 && wholes[2] === 'hue') value = Math.max(0, value);
    return numberText(value);
  });
  return texts.includes(undefined)
    ? undefined
    : { kind: 'other', text: `${name}(${texts.join(' ')}${alphaText(found.alpha)})` };
}

/** Chromium's own precision of an alpha that is no byte. */
function alphaText(alpha: Part | undefined): string {
  if (alpha === undefined) return '';
  if (alpha === 'none') return ' / none';
  const value = Math.min(1, Math.max(0, alphaOf(alpha)));
  return value === 1 ? '' : ` / ${numberText(value)}`;
}

const colorSpaces = new Set('srgb srgb-linear display-p3 a98-rgb prophoto-rgb rec2020 xyz xyz-d50 xyz-d65'.split(' '));

function readColor(args: readonly Component[]): Color | undefined {
  const [space, ...rest] = withoutSpaces(args);
  if (space?.kind !== 'ident' || !colorSpaces.has(space.text.toLowerCase())) return undefined;
  const found = partsOf(rest);
  if (found === undefined || found.hasCommas) return undefined;
  const texts = found.parts.map((part) => (part === 'none' ? 'none' : scaled(part, 1)));
  if (texts.includes(undefined)) return undefined;
  const name = space.text.toLowerCase();
  const numbers = texts.map((each) => (typeof each === 'number' ? numberText(each) : each));
  return {
    kind: 'other',
    text: `color(${name === 'xyz' ? 'xyz-d65' : name} ${numbers.join(' ')}${alphaText(found.alpha)})`,
  };
}

const readers: Readonly<Record<string, (args: readonly Component[], name: string) => Color | undefined>> = {
  rgb: readRgb,
  rgba: readRgb,
  hsl: readHsl,
  hsla: readHsl,
  hwb: readHwb,
  lab: readLab,
  lch: readLab,
  oklab: readLab,
  oklch: readLab,
  color: readColor,
};

function sourceOf(component: Component): string {
  switch (component.kind) {
    case 'space':
      return ' ';
    case 'number':
      return numberText(component.value) + component.unit;
    case 'function':
      return `${component.name}(${component.args
        .map(sourceOf)
        .join('')
        .replaceAll(/\s*,\s*/g, ', ')})`;
    case 'block':
      return `(${component.args.map(sourceOf).join('')})`;
    case 'hash': {
      const color = colorOf(component);
      return color === undefined ? `#${component.text}` : colorText(color);
    }
    default:
      return component.text;
  }
}

/** Two digits if they are enough to tell which of 255 steps it is, else three. */
function alphaDigits(alpha: number): string {
  const byte = Math.round(alpha * 255);
  const short = Math.round(alpha * 100) / 100;
  return String(Math.round(short * 255) === byte ? short : Math.round(alpha * 1000) / 1000);
}

function rgbText({ channels, alpha }: Rgb): string {
  const list = channels.join(', ');
  return alpha === 1 ? `rgb(${list})` : `rgba(${list}, ${alphaDigits(alpha)})`;
}

/** As a declaration has it. */
export function colorText(color: Color): string {
  if (color.kind === 'current') return 'currentcolor';
  return color.kind === 'rgb' ? (color.name ?? rgbText(color)) : color.text;
}

/** As it is computed, where the current one is `current`. */
export function computedColorText(color: Color, current: string): string {
  if (color.kind === 'current') return current;
  return color.kind === 'rgb' ? rgbText(color) : color.text;
}

/** As a canvas tells it: `#rrggbb` where it is opaque. HTML: serialization of a color. */
export function canvasColorText(color: Color): string {
  if (color.kind === 'current') return '#000000';
  if (color.kind !== 'rgb') return color.text;
  if (color.alpha !== 1) return rgbText(color);
  return `#${color.channels.map((each) => each.toString(16).padStart(2, '0')).join('')}`;
}
