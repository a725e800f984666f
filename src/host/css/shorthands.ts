/** Shorthands: what they set, and what is told of them from what was set. Blink: css/properties/shorthands. */
import { background, backgroundPosition } from './background.ts';
import { type Component, isDelimiter, withoutSpaces } from './components.ts';
import { matchedText } from './grammar.ts';
import { propertyGrammars } from './property-grammars.ts';
import { pairText, valueOf } from './property-values.ts';
import { any, assigned, four, fourText, listed, type Shorthand, two } from './shorthand-kinds.ts';

const sideNames = ['top', 'right', 'bottom', 'left'];
const corners = ['top-left', 'top-right', 'bottom-right', 'bottom-left'].map((corner) => `border-${corner}-radius`);
const lineInitial = ['medium', 'none', 'currentcolor'];
const lineOf = (side: string): string[] => ['width', 'style', 'color'].map((what) => `border-${side}-${what}`);
const borderSides = ['width', 'style', 'color'].flatMap((what) => sideNames.map((side) => `border-${side}-${what}`));
const borderImage = ['source', 'slice', 'width', 'outset', 'repeat'].map((what) => `border-image-${what}`);
const imageInitial = ['none', '100%', '1', '0', 'stretch'];

const border: Shorthand = {
  longhands: [...borderSides, ...borderImage],
  read: (list) => {
    const line = assigned(lineOf('top'), withoutSpaces(list), lineInitial);
    return line && [...line.flatMap((value) => [value, value, value, value]), ...imageInitial];
  },
  tell: (values) => {
    const line = [0, 4, 8].map((at) => values.slice(at, at + 4));
    if (line.some((each) => new Set(each).size > 1) || values.slice(12).join() !== imageInitial.join()) return '';
    return line.flatMap(([value], index) => (value === lineInitial[index] ? [] : [value!])).join(' ');
  },
};

const borderRadius: Shorthand = {
  longhands: corners,
  read: (list) => {
    const solid = withoutSpaces(list);
    const slash = solid.findIndex((each) => isDelimiter(each, '/'));
    const plain = four(['padding-top', 'padding-right', 'padding-bottom', 'padding-left']);
    const across = plain.read(slash < 0 ? solid : solid.slice(0, slash));
    const down = slash < 0 ? across : plain.read(solid.slice(slash + 1));
    return across === undefined || down === undefined
      ? undefined
      : across.map((value, index) => pairText(`${value} ${down[index]}`));
  },
  tell: (values) => {
    const [across, down] = [0, 1].map((at) =>
      fourText(values.map((value) => value.split(' ')[at] ?? value.split(' ')[0]!)),
    );
    return across === down ? across! : `${across} / ${down}`;
  },
};

const flex: Shorthand = {
  longhands: ['flex-grow', 'flex-shrink', 'flex-basis'],
  read: (list) => {
    const solid = withoutSpaces(list);
    const [only] = solid;
    if (solid.length === 1 && only?.kind === 'ident' && only.text.toLowerCase() === 'none') return ['0', '0', 'auto'];
    let numbers: string[] = [];
    let basis: string | undefined;
    for (const [index, each] of solid.entries()) {
      const number = numbers.length < 2 ? matchedText('<number0>', [each]) : undefined;
      const isAfterBasis = basis !== undefined && index > 0 && numbers.length > 0 && solid.length === 2 && index === 1;
      if (number !== undefined && !isAfterBasis) numbers = [...numbers, number];
      else if (basis === undefined) {
        basis = valueOf('flex-basis', [each]);
        if (basis === undefined) return undefined;
      } else return undefined;
    }
    return solid.length === 0 ? undefined : [numbers[0] ?? '1', numbers[1] ?? '1', basis ?? '0%'];
  },
  tell: (values) => values.join(' '),
};

const fontNormal: readonly string[] =
  `font-variant-ligatures font-variant-numeric font-variant-east-asian font-variant-alternates font-size-adjust font-language-override
  font-kerning font-optical-sizing font-feature-settings font-variation-settings font-variant-position font-variant-emoji`.split(
    /\s+/,
  );
const fontNormalValues = fontNormal.map((name) =>
  name === 'font-size-adjust' ? 'none' : /kerning|optical/.test(name) ? 'auto' : 'normal',
);

const font: Shorthand = {
  longhands: [
    'font-style',
    'font-variant-caps',
    ...fontNormal,
    'font-weight',
    'font-stretch',
    'font-size',
    'line-height',
    'font-family',
  ],
  read: (list) => {
    for (let at = 0; at < Math.min(list.length, 16); at++) {
      const before = withoutSpaces(list.slice(0, at)).filter(
        (each) => each.kind !== 'ident' || each.text.toLowerCase() !== 'normal',
      );
      const size = valueOf('font-size', [list[at]!]);
      if (size === undefined) continue;
      const words = ['font-style', 'font-variant-caps', 'font-weight', 'font-stretch'];
      const first =
        before.length === 0
          ? words.map(() => 'normal')
          : assigned(
              words,
              before,
              words.map(() => 'normal'),
            );
      const rest = withoutSpaces(list.slice(at + 1));
      const hasHeight = isDelimiter(rest[0], '/');
      const height = hasHeight ? rest[1] && valueOf('line-height', [rest[1]]) : 'normal';
      const family = valueOf('font-family', hasHeight ? list.slice(list.indexOf(rest[1]!) + 1) : list.slice(at + 1));
      if (first === undefined || height === undefined || family === undefined) continue;
      const [style, caps, weight, stretch] = first as [string, string, string, string];
      return [style, caps, ...fontNormalValues, weight, stretch, size, height, family];
    }
    return undefined;
  },
  tell: (values) => {
    const [style, caps, ...rest] = values as [string, string, ...string[]];
    const [weight, stretch, size, height, family] = rest.slice(fontNormal.length) as [
      string,
      string,
      string,
      string,
      string,
    ];
    if (rest.slice(0, fontNormal.length).join() !== fontNormalValues.join()) return '';
    const words = [style, caps, weight, stretch].filter((word) => word !== 'normal');
    return [...words, size, ...(height === 'normal' ? [] : ['/', height]), family].join(' ');
  },
};

const transition = listed(
  [
    'transition-behavior',
    'transition-duration',
    'transition-timing-function',
    'transition-delay',
    'transition-property',
  ],
  ['normal', '0s', 'ease', '0s', 'all'],
  [
    'transition-duration',
    'transition-timing-function',
    'transition-delay',
    'transition-behavior',
    'transition-property',
  ],
  ([behavior, duration, easing, delay, property]) => {
    const words = [
      ...(property === 'all' ? [] : [property!]),
      ...(duration === '0s' && delay === '0s' ? [] : [duration!]),
      ...(easing === 'ease' ? [] : [easing!]),
      ...(delay === '0s' ? [] : [delay!]),
      ...(behavior === 'normal' ? [] : [behavior!]),
    ];
    return words.length === 0 ? 'all' : words.join(' ');
  },
);

const animationParts = [
  'duration',
  'timing-function',
  'delay',
  'iteration-count',
  'direction',
  'fill-mode',
  'play-state',
  'name',
].map((part) => `animation-${part}`);

const animation = listed(
  [...animationParts, 'animation-timeline', 'animation-range-start', 'animation-range-end'],
  ['auto', 'ease', '0s', '1', 'normal', 'none', 'running', 'none', 'auto', 'normal', 'normal'],
  animationParts,
  (values) => values.slice(0, 8).join(' '),
);
const whiteSpaces: Readonly<Record<string, string>> = {
  normal: 'collapse wrap',
  nowrap: 'collapse nowrap',
  pre: 'preserve nowrap',
  'pre-wrap': 'preserve wrap',
  'pre-line': 'preserve-breaks wrap',
  'break-spaces': 'break-spaces wrap',
};

const whiteSpace: Shorthand = {
  longhands: ['white-space-collapse', 'text-wrap-mode'],
  read: (list) => {
    const [only, ...more] = list;
    return only?.kind === 'ident' && more.length === 0 ? whiteSpaces[only.text.toLowerCase()]?.split(' ') : undefined;
  },
  tell: (values) => Object.entries(whiteSpaces).find(([, each]) => each === values.join(' '))?.[0] ?? values.join(' '),
};

/** Lines of a grid: those that are left out are `auto`, or the name of the one before. */
function gridLines(longhands: readonly string[], before: readonly number[]): Shorthand {
  return {
    longhands,
    read: (list) => {
      const parts: Component[][] = [[]];
      for (const each of withoutSpaces(list)) {
        if (isDelimiter(each, '/')) parts.push([]);
        else parts.at(-1)!.push(each);
      }
      if (parts.length > longhands.length) return undefined;
      const values: (string | undefined)[] = [];
      for (const [index, name] of longhands.entries()) {
        const part = parts[index];
        const earlier = values[before[index]!] ?? 'auto';
        values.push(
          part === undefined ? (/^(auto|span|\d|-)|\s/.test(earlier) ? 'auto' : earlier) : valueOf(name, part),
        );
      }
      return values.includes(undefined) ? undefined : (values as string[]);
    },
    tell: (values) => {
      const isSame = (index: number): boolean => {
        const earlier = values[before[index]!]!;
        return values[index] === (/^(auto|span|\d|-)|\s/.test(earlier) ? 'auto' : earlier);
      };
      let count = values.length;
      while (count > 1 && isSame(count - 1)) count--;
      return values.slice(0, count).join(' / ');
    },
  };
}

const pairs = (name: string, axis: string): readonly [string, string] => [
  `${name}-${axis}-start`,
  `${name}-${axis}-end`,
];

const logicalPairs = ['margin', 'padding', 'inset', 'scroll-margin', 'scroll-padding'].flatMap((name) =>
  ['block', 'inline'].map((axis) => [`${name}-${axis}`, two(pairs(name, axis))] as const),
);

/** In the order in which declarations are told by them. */
export const shorthands: ReadonlyMap<string, Shorthand> = new Map<string, Shorthand>([
  ['border', border],
  ['border-width', four(sideNames.map((side) => `border-${side}-width`))],
  ['border-style', four(sideNames.map((side) => `border-${side}-style`))],
  ['border-color', four(sideNames.map((side) => `border-${side}-color`))],
  ...sideNames.map((side) => [`border-${side}`, any(lineOf(side), lineInitial, '')] as const),
  ['border-image', any(borderImage, imageInitial, 'none')],
  ['border-radius', borderRadius],
  ...['margin', 'padding', 'scroll-margin', 'scroll-padding'].map(
    (name) => [name, four(sideNames.map((side) => `${name}-${side}`))] as const,
  ),
  ['inset', four(sideNames)],
  ...logicalPairs,
  ['overflow', two(['overflow-x', 'overflow-y'])],
  ['overscroll-behavior', two(['overscroll-behavior-x', 'overscroll-behavior-y'])],
  ['gap', two(['row-gap', 'column-gap'])],
  ['place-items', two(['align-items', 'justify-items'])],
  ['place-content', two(['align-content', 'justify-content'])],
  ['place-self', two(['align-self', 'justify-self'])],
  ['outline', any(['outline-color', 'outline-style', 'outline-width'], ['initial', 'initial', 'initial'], 'none')],
  ['flex-flow', any(['flex-direction', 'flex-wrap'], ['row', 'nowrap'], 'row')],
  [
    'list-style',
    any(['list-style-position', 'list-style-image', 'list-style-type'], ['initial', 'initial', 'initial'], 'none', [
      'list-style-position',
      'list-style-type',
      'list-style-image',
    ]),
  ],
  [
    'text-decoration',
    any(
      ['text-decoration-line', 'text-decoration-thickness', 'text-decoration-style', 'text-decoration-color'],
      ['initial', 'initial', 'initial', 'initial'],
      'none',
    ),
  ],
  ['flex', flex],
  ['font', font],
  ['background', background],
  ['background-position', backgroundPosition],
  ['transition', transition],
  ['animation', animation],
  ['white-space', whiteSpace],
  ['grid-area', gridLines(['grid-row-start', 'grid-column-start', 'grid-row-end', 'grid-column-end'], [-1, 0, 0, 1])],
  ['grid-column', gridLines(['grid-column-start', 'grid-column-end'], [-1, 0])],
  ['grid-row', gridLines(['grid-row-start', 'grid-row-end'], [-1, 0])],
]);

const aliases: Readonly<Record<string, string>> = {
  'word-wrap': 'overflow-wrap',
  'grid-gap': 'gap',
  'grid-row-gap': 'row-gap',
  'grid-column-gap': 'column-gap',
};

/** The name by which a property is kept; undefined: Chromium has no such property. */
export function knownProperty(name: string): string | undefined {
  if (name.startsWith('--')) return name.length > 2 ? name : undefined;
  const known = aliases[name] ?? name;
  if (propertyGrammars.has(known) || shorthands.has(known) || specialNames.has(known)) return known;
  return name.startsWith('-webkit-') ? knownProperty(name.slice(8)) : undefined;
}

const specialNames = new Set(['font-family', 'transform-origin', 'background-position-x', 'background-position-y']);
