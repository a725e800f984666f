/** What one property that is no shorthand makes of a text: its value as Chromium tells it. Blink: css/parser, css/properties. */
import { type Component, parseComponents, splitByCommas, withoutSpaces } from './components.ts';
import { familyOf, familyText } from './font.ts';
import { componentsText, joined, matchedText, typedText } from './grammar.ts';
import { propertyGrammars } from './property-grammars.ts';

export const isWide = (text: string): boolean => /^(inherit|initial|unset|revert|revert-layer)$/.test(text);

/** Whether it depends on custom properties, and can only be known where it is computed. */
export function isPending(list: readonly Component[]): boolean {
  return list.some(
    (each) =>
      (each.kind === 'function' && (each.name === 'var' || each.name === 'env' || isPending(each.args))) ||
      (each.kind === 'block' && isPending(each.args)),
  );
}

/** A keyword that every property takes. */
export function wideText(list: readonly Component[]): string | undefined {
  const [only, ...more] = list;
  const word = only?.kind === 'ident' && more.length === 0 ? only.text.toLowerCase() : '';
  return isWide(word) ? word : undefined;
}

/** Undefined: it is no value of this property. */
export function propertyValue(name: string, text: string): string | undefined {
  const list = parseComponents(text);
  if (list === undefined || list.length === 0) return undefined;
  if (isPending(list)) return text.trim();
  return wideText(list) ?? valueOf(name, list);
}

/** Of components that are neither a keyword for all properties nor pending. */
export function valueOf(name: string, list: readonly Component[]): string | undefined {
  const special = specials[name];
  if (special !== undefined) return special(list);
  const grammar = propertyGrammars.get(name);
  if (grammar === undefined) return undefined;
  const first = withoutSpaces(list);
  const text = grammar.includes('<any>') ? componentsText(list) : matchedText(grammar, first);
  return text === undefined ? undefined : (finish[name]?.(text) ?? text);
}

/** The rest of what is told otherwise than it was written. */
const finish: Readonly<Record<string, (text: string) => string>> = {
  'aspect-ratio': (text) => (/\d$/.test(text) && !text.includes('/') ? `${text} / 1` : text),
  'background-size': (text) => eachLayer(text, (layer) => (/^[^\s]*\d[^\s]*$/.test(layer) ? `${layer} auto` : layer)),
  'background-repeat': (text) => eachLayer(text, repeatText),
  'border-spacing': pairText,
  'border-top-left-radius': pairText,
  'border-top-right-radius': pairText,
  'border-bottom-left-radius': pairText,
  'border-bottom-right-radius': pairText,
  'stroke-dasharray': (text) => text.replaceAll(/,? /g, ', '),
  'animation-name': (text) => text.replaceAll('"', ''),
};

const eachLayer = (text: string, change: (layer: string) => string): string => text.split(', ').map(change).join(', ');

function repeatText(layer: string): string {
  if (layer === 'repeat no-repeat') return 'repeat-x';
  return layer === 'no-repeat repeat' ? 'repeat-y' : pairText(layer);
}

export function pairText(text: string): string {
  const [first, second, ...more] = text.split(' ');
  return first === second && more.length === 0 ? first! : text;
}

const specials: Readonly<Record<string, (list: readonly Component[]) => string | undefined>> = {
  'font-family': (list) => {
    const names = splitByCommas(list)?.map(familyOf);
    if (names === undefined) return undefined;
    const known = names.flatMap((name) => (name === undefined ? [] : [familyText(name)]));
    return known.length === names.length ? known.join(', ') : undefined;
  },
  'transform-origin': (list) => {
    const solid = withoutSpaces(list);
    const third = solid.length === 3 ? typedText('length', solid[2]!) : '';
    const place = positionOf(solid.slice(0, 2));
    return place === undefined || third === undefined
      ? undefined
      : joined([...place, ...(third === '' ? [] : [third])]);
  },
  'background-position-x': (list) => matchedText('[ left | center | right | <lp> ]#', withoutSpaces(list)),
  'background-position-y': (list) => matchedText('[ top | center | bottom | <lp> ]#', withoutSpaces(list)),
};

/** Across and down. CSS Values: <position>. */
export function positionOf(solid: readonly Component[]): readonly [string, string] | undefined {
  const text = (grammar: string): string | undefined => matchedText(grammar, solid);
  const across = 'left | center | right | <lp>';
  const down = 'top | center | bottom | <lp>';
  if (solid.length === 1) {
    const only = text('left | right | center | <lp>');
    if (only !== undefined) return [only, 'center'];
    const vertical = text('top | bottom');
    return vertical === undefined ? undefined : ['center', vertical];
  }
  if (solid.length === 2) {
    const parts = (first: string, second: string): readonly string[] | undefined => {
      const [one, other] = [matchedText(first, [solid[0]!]), matchedText(second, [solid[1]!])];
      return one === undefined || other === undefined ? undefined : [one, other];
    };
    const [x, y] = parts(across, down) ?? parts('top | bottom | center', 'left | right | center')?.toReversed() ?? [];
    return x === undefined ? undefined : [x, y!];
  }
  if (text('[ left | right ] <lp> [ top | bottom ] <lp>') === undefined) return undefined;
  const two = (from: number): string =>
    joined(solid.slice(from, from + 2).map((each) => typedText('lp', each) ?? typedText('ident', each)!.toLowerCase()));
  return [two(0), two(2)];
}
