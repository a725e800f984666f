/**
 * Computed values. CSSOM: resolved values; CSS Cascade: 4.4 Computed Values; Blink: css/resolver.
 * Simplified: no style sheets, not even the browser's own but for `display`, and no layout: what depends on sizes stays as it is declared.
 */
import { computedColorText, parseColor } from '../css/colors.ts';
import { parseComponents } from '../css/components.ts';
import { type Declaration, parseDeclarations } from '../css/declarations.ts';
import { isWide } from '../css/property-values.ts';
import { fontPixels, inPixels, inSeconds } from '../css/numeric.ts';
import { propertyGrammars } from '../css/property-grammars.ts';
import { knownProperty, shorthands } from '../css/shorthands.ts';
import { transformMatrix } from '../css/transforms.ts';
import { ElementData } from './nodes.ts';

const initial: Readonly<Record<string, string>> = {
  color: 'rgb(0, 0, 0)',
  'background-color': 'rgba(0, 0, 0, 0)',
  'background-image': 'none',
  opacity: '1',
  position: 'static',
  visibility: 'visible',
  'font-size': '16px',
  'font-family': '"Times New Roman"',
  'font-weight': '400',
  'font-style': 'normal',
  'line-height': 'normal',
  'letter-spacing': 'normal',
  'z-index': 'auto',
  transform: 'none',
  cursor: 'auto',
  'overflow-x': 'visible',
  'overflow-y': 'visible',
  float: 'none',
  clear: 'none',
  'text-align': 'start',
  'text-transform': 'none',
  'vertical-align': 'baseline',
  'white-space-collapse': 'collapse',
  'text-wrap-mode': 'wrap',
  'box-sizing': 'content-box',
  zoom: '1',
  'pointer-events': 'auto',
  'user-select': 'auto',
  content: 'normal',
  filter: 'none',
  'box-shadow': 'none',
  'min-width': '0px',
  'min-height': '0px',
  'max-width': 'none',
  'max-height': 'none',
  left: 'auto',
  right: 'auto',
  top: 'auto',
  bottom: 'auto',
  'flex-grow': '0',
  'flex-shrink': '1',
  'flex-basis': 'auto',
  'flex-direction': 'row',
  'flex-wrap': 'nowrap',
  'justify-content': 'normal',
  'align-items': 'normal',
  'row-gap': 'normal',
  'column-gap': 'normal',
  'grid-template-columns': 'none',
  'grid-template-rows': 'none',
  'list-style-type': 'disc',
  'object-fit': 'fill',
  order: '0',
  'transition-property': 'all',
  'transition-duration': '0s',
  'transition-delay': '0s',
  'transition-timing-function': 'ease',
  'transition-behavior': 'normal',
  'animation-name': 'none',
  'animation-duration': '0s',
};

function initialOf(name: string): string {
  const known = initial[name];
  if (known !== undefined) return known;
  if (/^(margin|padding)-(top|right|bottom|left)$|-radius$/.test(name)) return '0px';
  if (/^border-\w+-width$/.test(name)) return '0px';
  return /^border-\w+-style$/.test(name) ? 'none' : '';
}

const inherited =
  /^(--.*|color|cursor|direction|visibility|pointer-events|user-select|quotes|hyphens|tab-size|line-height|letter-spacing|word-.*|white-space-collapse|text-(align.*|indent|transform|shadow|wrap.*|rendering)|font-.*|list-style-.*|border-collapse|border-spacing|caption-side|overflow-wrap|writing-mode|fill|stroke.*|accent-color|caret-color|color-scheme)$/;

const inlineBlocks = new Set('button input meter progress select textarea'.split(' '));
const inlines = new Set(
  `a abbr audio b bdi bdo big br canvas cite code data del dfn em embed font i iframe img ins kbd label map mark noscript object output picture q rt s
  samp small source span strike strong sub sup svg time track tt u var video wbr acronym nobr`.split(/\s+/),
);
const others: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    'area audio base datalist dialog head link meta param rp script style template title noembed noframes'
      .split(' ')
      .map((name) => [name, 'none']),
  ),
  caption: 'table-caption',
  col: 'table-column',
  colgroup: 'table-column-group',
  li: 'list-item',
  ruby: 'ruby',
  slot: 'contents',
  table: 'table',
  tbody: 'table-row-group',
  td: 'table-cell',
  tfoot: 'table-footer-group',
  th: 'table-cell',
  thead: 'table-header-group',
  tr: 'table-row',
};
const blocks = new Set(
  `address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 header
  hgroup hr html legend main menu nav ol optgroup option p pre search section summary ul listing plaintext xmp`.split(
    /\s+/,
  ),
);

/** By the browser's own style sheet. HTML: 15.3 Non-replaced elements. */
function displayOf(element: ElementData): string {
  if (element.has('hidden') && !element.is('embed')) return 'none';
  const name = element.localName;
  if (name === 'dialog') return element.has('open') ? 'block' : 'none';
  if (name === 'audio') return element.has('controls') ? 'inline' : 'none';
  if (others[name] !== undefined) return others[name];
  if (inlineBlocks.has(name)) return 'inline-block';
  return blocks.has(name) && !inlines.has(name) ? 'block' : 'inline';
}

const asBlock: Readonly<Record<string, string>> = {
  inline: 'block',
  'inline-block': 'block',
  'inline-flex': 'flex',
  'inline-grid': 'grid',
  'inline-table': 'table',
};

const declared = (element: ElementData, name: string): Declaration | undefined =>
  parseDeclarations(element.get('style') ?? '').findLast((each) => each.name === name);

const parentOf = ({ parent }: ElementData): ElementData | undefined =>
  parent instanceof ElementData ? parent : undefined;

/** '': nothing is known. */
export function computedValue(element: ElementData, property: string): string {
  const name = property.startsWith('--') ? property : knownProperty(property);
  if (name === undefined) return '';
  const shorthand = shorthands.get(name);
  if (shorthand === undefined) return longhandValue(element, name);
  const values = shorthand.longhands.map((each) => longhandValue(element, each));
  if (/^border(-|$)/.test(name) && !name.endsWith('-radius') && !name.endsWith('-image'))
    return borderText(element, name);
  return values.includes('') ? '' : shorthand.tell(values);
}

/** Borders are told with all three values. */
function borderText(element: ElementData, name: string): string {
  const all = (what: string): string | undefined => {
    const sides =
      name === 'border' || /-(width|style|color)$/.test(name) ? ['top', 'right', 'bottom', 'left'] : [name.slice(7)];
    const values = sides.map((side) => longhandValue(element, `border-${side}-${what}`));
    return name === 'border' && new Set(values).size > 1
      ? undefined
      : shorthands.get(`border-${what}`)!.tell(sides.length === 4 ? values : [0, 1, 2, 3].map(() => values[0]!));
  };
  const single = /-(width|style|color)$/.exec(name)?.[1];
  if (single !== undefined) return all(single) ?? '';
  const parts = ['width', 'style', 'color'].map(all);
  return parts.includes(undefined) ? '' : parts.join(' ');
}

function longhandValue(element: ElementData, name: string): string {
  const own = declared(element, name)?.value;
  const parent = parentOf(element);
  const isInherited = own === 'inherit' || ((own === undefined || own === 'unset') && inherited.test(name));
  if (isInherited && parent !== undefined) return longhandValue(parent, name);
  const value = own === undefined || isWide(own) ? undefined : own;
  if (name === 'display') return displayValue(element, value);
  if (name === 'float' && isPositioned(element)) return 'none';
  if (value === undefined)
    return /^(border|outline)-.*color$/.test(name) ? longhandValue(element, 'color') : initialOf(name);
  return computed(element, name, value);
}

const isPositioned = (element: ElementData): boolean =>
  /^(absolute|fixed)$/.test(declared(element, 'position')?.value ?? '');

function displayValue(element: ElementData, value: string | undefined): string {
  const own = value ?? displayOf(element);
  const float = declared(element, 'float')?.value ?? 'none';
  const isOut = isPositioned(element) || (float !== 'none' && !isWide(float));
  const parent = parentOf(element);
  const isItem = parent !== undefined && /^(inline-)?(flex|grid)$/.test(declared(parent, 'display')?.value ?? '');
  return isOut || isItem ? (asBlock[own] ?? own) : own;
}

function computed(element: ElementData, name: string, value: string): string {
  if (propertyGrammars.get(name)?.includes('<color>') === true) {
    const color = parseColor(value);
    if (color !== undefined) {
      const parent = parentOf(element);
      const around = name !== 'color' ? element : parent;
      return computedColorText(color, around === undefined ? initialOf('color') : longhandValue(around, 'color'));
    }
  }
  if (name === 'font-weight') return value === 'bold' ? '700' : value === 'normal' ? '400' : value;
  if (name === 'opacity') return String(Math.min(1, Math.max(0, Number(value))));
  if (/^border-\w+-width$/.test(name)) {
    if (/^(none|hidden|)$/.test(longhandValue(element, name.replace('width', 'style')))) return '0px';
    value = { thin: '1px', medium: '3px', thick: '5px' }[value] ?? value;
  }
  const parent = parentOf(element);
  const ofParent = parent === undefined ? 16 : Number.parseFloat(longhandValue(parent, 'font-size'));
  if (name === 'font-size') return fontPixels(value, ofParent) ?? value;
  const list = parseComponents(value);
  if (name === 'transform') {
    const matrix = list && transformMatrix(list);
    return Array.isArray(matrix) && matrix.length === 6 ? `matrix(${matrix.join(', ')})` : value;
  }
  const [only, ...more] = list ?? [];
  if (only?.kind === 'function' && /^calc\(-?[\d.]+[a-z]*\)$/.test(value)) return value.slice(5, -1);
  if (only?.kind !== 'number' || more.length > 0) return value;
  if (only.unit === 'ms') return `${inSeconds(only.value, 'ms')}s`;
  const pixels = inPixels(only.value, only.unit);
  if (pixels !== undefined) return `${pixels}px`;
  if (only.unit === 'em') return `${only.value * Number.parseFloat(longhandValue(element, 'font-size'))}px`;
  return only.unit === 'rem' ? `${only.value * 16}px` : value;
}
