/**
 * Values of CSS against what a property takes, in the notation of the specifications: `<lp> | auto`, `[ <length> && <color>? ]#`.
 * What matches is told in the order of the grammar, as Chromium does. CSS Values: 2 Value Definition Syntax.
 */
import { type Component, isDelimiter, quoted } from './components.ts';
import { colorOf, colorText } from './colors.ts';
import { filterText } from './filters.ts';
import { familyText } from './font.ts';
import { evaluateMath, generalText, mathText, mathTypes, type NumericType, typeOfUnit } from './numeric.ts';
import { transformText } from './transforms.ts';

type Node =
  | { readonly kind: 'word' | 'type' | 'literal'; readonly text: string }
  | { readonly kind: 'sequence' | 'all' | 'some' | 'one'; readonly parts: readonly Node[] }
  | {
      readonly kind: 'repeat';
      readonly part: Node;
      readonly least: number;
      readonly most: number;
      readonly hasCommas: boolean;
    };

const multipliers: Readonly<Record<string, readonly [number, number]>> = {
  '?': [0, 1],
  '*': [0, 99],
  '+': [1, 99],
  '#': [1, 99],
};

function parseGrammar(text: string): Node {
  const tokens = text.match(/\|\||&&|\{\d,\d\}|<[\w-]+>|[[\]|?*+#/,]|[\w-]+/g) ?? [];
  let at = 0;
  const level = (separator: string, kind: 'one' | 'some' | 'all', inner: () => Node): Node => {
    const parts = [inner()];
    while (tokens[at] === separator) {
      at++;
      parts.push(inner());
    }
    return parts.length === 1 ? parts[0]! : { kind, parts };
  };
  const one = (): Node => level('|', 'one', () => level('||', 'some', () => level('&&', 'all', sequence)));
  const sequence = (): Node => {
    const parts: Node[] = [];
    while (at < tokens.length && !['|', '||', '&&', ']'].includes(tokens[at]!)) parts.push(repeated());
    return parts.length === 1 ? parts[0]! : { kind: 'sequence', parts };
  };
  const repeated = (): Node => {
    let part = single();
    for (;;) {
      const token = tokens[at] ?? '';
      const range = multipliers[token] ?? /^\{(\d),(\d)\}$/.exec(token)?.slice(1).map(Number);
      if (range === undefined) return part;
      at++;
      part = { kind: 'repeat', part, least: range[0]!, most: range[1]!, hasCommas: token === '#' };
    }
  };
  const single = (): Node => {
    const token = tokens[at++]!;
    if (token === '[') {
      const inner = one();
      at++;
      return inner;
    }
    if (token.startsWith('<')) return { kind: 'type', text: token.slice(1, -1) };
    return { kind: token === '/' || token === ',' ? 'literal' : 'word', text: token };
  };
  return one();
}

type Match = readonly [end: number, out: readonly string[]];

function* matches(node: Node, list: readonly Component[], at: number): Generator<Match> {
  const component = list[at];
  switch (node.kind) {
    case 'word':
      if (component?.kind === 'ident' && component.text.toLowerCase() === node.text) yield [at + 1, [node.text]];
      return;
    case 'literal':
      if (isDelimiter(component, node.text)) yield [at + 1, [node.text]];
      return;
    case 'type': {
      const text = component === undefined ? undefined : typedText(node.text, component);
      if (text !== undefined) yield [at + 1, [text]];
      return;
    }
    case 'one':
      for (const part of node.parts) yield* matches(part, list, at);
      return;
    case 'sequence':
      yield* inSequence(node.parts, list, at, []);
      return;
    case 'repeat':
      yield* repeatedly(node, list, at, 0, []);
      return;
    default:
      yield* inAnyOrder(node.parts, node.kind === 'all', list, at, []);
  }
}

function* inSequence(
  parts: readonly Node[],
  list: readonly Component[],
  at: number,
  out: readonly string[],
): Generator<Match> {
  const [first, ...rest] = parts;
  if (first === undefined) yield [at, out];
  else for (const [end, more] of matches(first, list, at)) yield* inSequence(rest, list, end, [...out, ...more]);
}

function* repeatedly(
  node: Extract<Node, { kind: 'repeat' }>,
  list: readonly Component[],
  at: number,
  count: number,
  out: readonly string[],
): Generator<Match> {
  const isNext = count === 0 || !node.hasCommas || isDelimiter(list[at], ',');
  const start = count > 0 && node.hasCommas ? at + 1 : at;
  if (count < node.most && isNext)
    for (const [end, more] of matches(node.part, list, start))
      if (end > start) yield* repeatedly(node, list, end, count + 1, [...out, ...(start > at ? [','] : []), ...more]);
  if (count >= node.least) yield [at, out];
}

function* inAnyOrder(
  parts: readonly Node[],
  areAllNeeded: boolean,
  list: readonly Component[],
  at: number,
  found: readonly (readonly string[] | undefined)[],
): Generator<Match> {
  for (const [index, part] of parts.entries()) {
    if (found[index] !== undefined) continue;
    for (const [end, out] of matches(part, list, at)) {
      if (end === at) continue;
      const next = parts.map((_part, each) => (each === index ? out : found[each]));
      yield* inAnyOrder(parts, areAllNeeded, list, end, next);
    }
  }
  const isEnough = areAllNeeded
    ? parts.every((part, index) => found[index] !== undefined || (part.kind === 'repeat' && part.least === 0))
    : found.some((out) => out !== undefined);
  if (isEnough) yield [at, found.flatMap((out) => out ?? [])];
}

/** The value as it is told, or undefined where it is none. `list`: without spaces. */
export function matchedText(grammar: string, list: readonly Component[]): string | undefined {
  for (const [end, out] of matches(parseGrammar(grammar), list, 0)) if (end === list.length) return joined(out);
  return undefined;
}

export const joined = (texts: readonly string[]): string => texts.join(' ').replaceAll(' ,', ',');

/** Types of numbers: which units they have, and whether they may be negative. */
const numeric: Readonly<Record<string, readonly [types: string, least: number]>> = {
  length: ['length', -Infinity],
  length0: ['length', 0],
  lp: ['length percentage', -Infinity],
  lp0: ['length percentage', 0],
  percentage0: ['percentage', 0],
  number: ['number', -Infinity],
  number0: ['number', 0],
  weight: ['number', 1],
  integer: ['number', -Infinity],
  integer1: ['number', 1],
  angle: ['angle', -Infinity],
  time: ['time', -Infinity],
  time0: ['time', 0],
  flex: ['flex', 0],
};

/** One component as a value of a type. */
export function typedText(type: string, component: Component): string | undefined {
  const numbers = numeric[type];
  if (numbers !== undefined) return numericText(type, numbers[0].split(' '), numbers[1], component);
  switch (type) {
    case 'color': {
      const color = colorOf(component);
      return color && colorText(color);
    }
    case 'alpha': {
      if (component.kind === 'number' && component.unit === '%') return generalText(component.value / 100);
      return typedText('number', component);
    }
    case 'string':
      return component.kind === 'string' ? quoted(component.text) : undefined;
    case 'url':
      return component.kind === 'url' ? componentText(component) : undefined;
    case 'image':
      if (component.kind === 'url') return componentText(component);
      return component.kind === 'function' && /(gradient|^(-webkit-)?image-set|^cross-fade)$/.test(component.name)
        ? componentText(component)
        : undefined;
    case 'ident':
      return component.kind === 'ident' && !/^(inherit|initial|unset|revert|default)$/i.test(component.text)
        ? component.text
        : undefined;
    case 'easing':
      return component.kind === 'function' ? easingText(component) : undefined;
    case 'transform':
      return component.kind === 'function' ? transformText(component) : undefined;
    case 'filter':
      if (component.kind === 'url') return componentText(component);
      return component.kind === 'function' ? filterText(component) : undefined;
    case 'shape':
      return component.kind === 'function' && /^(circle|ellipse|polygon|inset|path|rect|xywh)$/.test(component.name)
        ? componentText(component, true)
        : undefined;
    case 'family':
      return component.kind === 'string' ? familyText(component.text) : undefined;
    case 'function':
      return component.kind === 'function' ? componentText(component) : undefined;
    default:
      return componentText(component);
  }
}

function numericText(type: string, types: readonly string[], least: number, component: Component): string | undefined {
  if (component.kind === 'function') {
    const sum = evaluateMath(component);
    if (sum === undefined) return undefined;
    const isValid = [...mathTypes(sum)].every((each) => each !== undefined && types.includes(each));
    return isValid ? mathText(sum) : undefined;
  }
  if (component.kind !== 'number' || component.value < least) return undefined;
  if (type === 'weight' && component.value > 1000) return undefined;
  if (type.startsWith('integer') && !component.isInteger) return undefined;
  const actual: NumericType | undefined = typeOfUnit(component.unit);
  if (actual !== undefined && types.includes(actual))
    return type.startsWith('integer') ? String(component.value) : generalText(component.value) + component.unit;
  if (component.unit !== '' || component.value !== 0) return undefined;
  return types.includes('length') ? '0px' : undefined;
}

function easingText(component: Extract<Component, { kind: 'function' }>): string | undefined {
  if (!/^(cubic-bezier|steps|linear)$/.test(component.name)) return undefined;
  return componentText(component).replace(/, (jump-)?end\)$/, ')');
}

/** Any component, with its colours and numbers as they are told. `hasLengths`: a bare 0 is one. */
export function componentText(component: Component, hasLengths = false): string {
  const color = component.kind === 'string' ? undefined : colorOf(component);
  if (color !== undefined) return colorText(color);
  switch (component.kind) {
    case 'space':
      return ' ';
    case 'number':
      return (
        generalText(component.value) +
        (hasLengths && component.unit === '' && component.value === 0 ? 'px' : component.unit)
      );
    case 'string':
      return quoted(component.text);
    case 'url':
      return `url(${quoted(component.text)})`;
    case 'function': {
      const sum = evaluateMath(component);
      return sum === undefined ? `${component.name}(${componentsText(component.args, hasLengths)})` : mathText(sum);
    }
    case 'block':
      return component.open === '('
        ? `(${componentsText(component.args, hasLengths)})`
        : `[${componentsText(component.args, hasLengths)}]`;
    case 'hash':
      return `#${component.text}`;
    default:
      return component.text;
  }
}

export function componentsText(list: readonly Component[], hasLengths = false): string {
  const text = list.map((each) => componentText(each, hasLengths)).join('');
  return text.replaceAll(/\s*,\s*/g, ', ').replaceAll(/\s+/g, ' ');
}
