/** The `font` of a 2D context: read, and told as Chromium tells it. CSS Fonts: 6.7 Shorthand font property. */
import { type Component, isDelimiter, parseComponents, quoted, splitByCommas, withoutSpaces } from './components.ts';
import { evaluateMath, fontSizes, inPixels, numberText } from './numeric.ts';

export interface Font {
  readonly style: string;
  readonly weight: string;
  readonly variant: string;
  readonly stretch: string;
  /** In pixels. */
  readonly size: number;
  readonly families: readonly string[];
}

const stretches =
  /^(ultra-condensed|extra-condensed|condensed|semi-condensed|semi-expanded|expanded|extra-expanded|ultra-expanded)$/;

/** What relative sizes are relative to. */
export interface FontSurroundings {
  readonly size: number;
  readonly rootSize: number;
  readonly viewport: { readonly width: number; readonly height: number };
}

/** Undefined: it is no font. */
export function parseFont(text: string, surroundings: FontSurroundings): Font | undefined {
  const components = parseComponents(text);
  if (components === undefined) return undefined;
  let style: string | undefined;
  let weight: string | undefined;
  let variant: string | undefined;
  let stretch: string | undefined;
  let at = 0;
  for (let normals = 0; at < components.length; at++) {
    const each = components[at]!;
    if (each.kind === 'space') continue;
    const word = each.kind === 'ident' ? each.text.toLowerCase() : '';
    if (word === 'normal') normals++;
    else if (style === undefined && /^(italic|oblique)$/.test(word)) {
      style = 'italic';
      const angle = components[at + 2];
      if (word === 'oblique' && angle?.kind === 'number' && angle.unit === 'deg') {
        style = angle.value >= 20 ? 'italic' : 'normal';
        at += 2;
      }
    } else if (weight === undefined && isWeight(each, word))
      weight = each.kind === 'number' ? String(each.value) : word;
    else if (variant === undefined && word === 'small-caps') variant = word;
    else if (stretch === undefined && stretches.test(word)) stretch = word;
    else break;
    if (normals > 4) return undefined;
  }
  const sized = components[at];
  const size = sized && sizeOf(sized, surroundings);
  if (size === undefined) return undefined;
  let rest = components.slice(at + 1);
  const solid = withoutSpaces(rest);
  if (isDelimiter(solid[0], '/')) rest = rest.slice(rest.indexOf(solid[1]!) + 1);
  const families = splitByCommas(rest)?.map(familyOf);
  if (families === undefined || families.includes(undefined)) return undefined;
  const weights: Readonly<Record<string, string>> = { '400': 'normal', '700': 'bold', bolder: 'bold', lighter: '100' };
  return {
    style: style ?? 'normal',
    weight: weights[weight ?? ''] ?? weight ?? 'normal',
    variant: variant ?? 'normal',
    stretch: stretch ?? 'normal',
    size,
    families: families as string[],
  };
}

function isWeight(component: Component, word: string): boolean {
  if (component.kind === 'number') return component.unit === '' && component.value >= 1 && component.value <= 1000;
  return /^(bold|bolder|lighter)$/.test(word);
}

function sizeOf(component: Component, { size, rootSize, viewport }: FontSurroundings): number | undefined {
  if (component.kind === 'ident') {
    const word = component.text.toLowerCase();
    if (word === 'larger') return size * 1.2;
    return word === 'smaller' ? size / 1.2 : fontSizes[word];
  }
  const sum = evaluateMath(component);
  if (sum === undefined || sum.rest.length > 0) return undefined;
  const factors: Readonly<Record<string, number>> = {
    '%': size / 100,
    em: size,
    rem: rootSize,
    ex: size / 2,
    ch: size / 2,
    vw: viewport.width / 100,
    vh: viewport.height / 100,
  };
  let total = 0;
  for (const [unit, value] of sum.units) {
    const pixels = inPixels(value, unit) ?? (factors[unit] === undefined ? undefined : value * factors[unit]);
    if (pixels === undefined) return undefined;
    total += pixels;
  }
  return Math.max(0, total);
}

const generic =
  /^(serif|sans-serif|cursive|fantasy|monospace|system-ui|math|ui-serif|ui-sans-serif|ui-monospace|ui-rounded)$/i;

/** As the name is: without quotation marks. Undefined: it is none. */
export function familyOf(list: readonly Component[]): string | undefined {
  const [first] = list;
  if (first?.kind === 'string') return list.length === 1 ? first.text : undefined;
  const words = withoutSpaces(list);
  const texts = words.flatMap((each) => (each.kind === 'ident' ? [each.text] : []));
  if (texts.length === 0 || texts.length < words.length) return undefined;
  const name = texts.join(' ');
  if (/^(inherit|initial|unset|revert|default)$/i.test(name)) return undefined;
  return generic.test(name) ? name.toLowerCase() : name;
}

/** Quoted if it is no single identifier. */
export function familyText(name: string): string {
  return /^-?[a-z_\u0080-\uffff][\w\u0080-\uffff-]*$/i.test(name) ? name : quoted(name);
}

export function fontText({ style, weight, variant, size, families }: Font): string {
  const words = [style, weight, variant].filter((word) => word !== 'normal');
  return [...words, `${numberText(size)}px`, families.map(familyText).join(', ')].join(' ');
}
