/**
 * style: declarations as the style attribute has them. CSSOM: 6.6 CSSStyleDeclaration.
 * Simplified: values stay as they are written, valid or not; shorthands are not taken apart; nothing is laid out.
 */
import type { JSObject, Value } from '../../engine/index.ts';
import type { Dom } from './dom.ts';
import { part } from './element-parts.ts';
import { iterateAsArray } from './collections.ts';
import { type InterfaceTable, membersOf } from './interfaces.ts';
import type { ElementData } from './nodes.ts';
import { NamedData, newProxied } from './proxied.ts';
import { setAttribute } from './tree.ts';

interface Declaration {
  readonly name: string;
  readonly value: string;
  readonly isImportant: boolean;
}

/** `extra`: as somebody has computed them; then nothing can be set. */
class StyleData extends NamedData {
  readonly element: ElementData;
  readonly isComputed: boolean;

  constructor(element: ElementData, isComputed: boolean) {
    super();
    this.element = element;
    this.isComputed = isComputed;
  }

  get declarations(): Declaration[] {
    return declarationsOf(this.element.get('style') ?? '');
  }

  value(name: string): string {
    const own = this.declarations.find((declaration) => declaration.name === name)?.value;
    if (own !== undefined || !this.isComputed) return own ?? '';
    return name === 'display' ? displayOf(this.element) : (computedDefaults[name] ?? '');
  }

  set(dom: Dom, name: string, value: string, isImportant = false): void {
    if (this.isComputed)
      dom.throwException('NoModificationAllowedError', 'These styles are computed, and therefore cannot be modified.');
    const { declarations } = this;
    const text = value.trim();
    const index = declarations.findIndex((declaration) => declaration.name === name);
    if (text === '') {
      if (index < 0) return;
      declarations.splice(index, 1);
    } else declarations.splice(index < 0 ? declarations.length : index, 1, { name, value: text, isImportant });
    setAttribute(dom, this.element, 'style', textOf(declarations));
  }

  override read(_dom: Dom, key: string): Value {
    if (/^\d+$/.test(key)) return this.declarations[Number(key)]?.name;
    const name = propertyOfKey(key);
    return name === undefined ? undefined : this.value(name);
  }

  override keys(): readonly string[] {
    return this.declarations.map((_declaration, index) => String(index));
  }

  override write(dom: Dom, key: string, value: Value): boolean {
    const name = propertyOfKey(key);
    if (name === undefined) return false;
    this.set(dom, name, value === null ? '' : dom.text(value));
    return true;
  }
}

function declarationsOf(text: string): Declaration[] {
  const parts = text.match(/(?:[^;"'(]|"[^"]*"|'[^']*'|\([^)]*\))+/g) ?? [];
  const found = new Map<string, Declaration>();
  for (const each of parts) {
    const colon = each.indexOf(':');
    const written = each.slice(0, colon).trim();
    const name = written.startsWith('--') ? written : written.toLowerCase();
    const match = /^([^]*?)\s*(!\s*important)?$/i.exec(each.slice(colon + 1).trim());
    const value = match?.[1] ?? '';
    if (colon > 0 && value !== '') found.set(name, { name, value, isImportant: match?.[2] !== undefined });
  }
  return [...found.values()];
}

function textOf(declarations: readonly Declaration[]): string {
  return declarations
    .map(({ name, value, isImportant }) => `${name}: ${value}${isImportant ? ' !important' : ''};`)
    .join(' ');
}

/** `backgroundColor` and `background-color`; undefined: it is no property of CSS. */
function propertyOfKey(key: string): string | undefined {
  if (key === 'cssFloat') return 'float';
  const name = key.includes('-') ? key : key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const dashed = /^(webkit|moz|ms)-/.test(name) ? `-${name}` : name;
  return properties.has(dashed) || dashed.startsWith('-') ? dashed : undefined;
}

const sides = ['top', 'right', 'bottom', 'left'];
const properties = new Set([
  ...`align-content align-items align-self all animation animation-delay animation-direction animation-duration animation-name aspect-ratio
  backdrop-filter background background-attachment background-color background-image background-position background-repeat background-size
  border border-collapse border-color border-image border-radius border-spacing border-style border-width bottom box-shadow box-sizing
  caret-color clear clip clip-path color column-count column-gap columns content cursor direction display fill filter flex flex-basis
  flex-direction flex-flow flex-grow flex-shrink flex-wrap float font font-family font-size font-style font-variant font-weight gap grid
  grid-area grid-auto-flow grid-column grid-row grid-template grid-template-areas grid-template-columns grid-template-rows height hyphens inset
  justify-content justify-items justify-self left letter-spacing line-height list-style list-style-type margin max-height max-width min-height
  min-width object-fit object-position opacity order outline outline-color outline-offset outline-style outline-width overflow overflow-wrap
  overflow-x overflow-y padding perspective place-content place-items pointer-events position quotes resize right rotate row-gap scale
  scroll-behavior stroke stroke-width tab-size table-layout text-align text-decoration text-indent text-overflow text-shadow text-transform top
  touch-action transform transform-origin transition transition-delay transition-duration transition-property translate user-select
  vertical-align visibility white-space width will-change word-break word-spacing word-wrap writing-mode z-index zoom`.split(
    /\s+/,
  ),
  ...sides.flatMap((side) => [`margin-${side}`, `padding-${side}`, `border-${side}`]),
  ...sides.flatMap((side) => ['width', 'style', 'color'].map((what) => `border-${side}-${what}`)),
]);

const computedDefaults: Readonly<Record<string, string>> = {
  color: 'rgb(0, 0, 0)',
  'background-color': 'rgba(0, 0, 0, 0)',
  opacity: '1',
  position: 'static',
  visibility: 'visible',
  'font-size': '16px',
};

const inlineElements = new Set(
  'a abbr b bdi bdo br cite code data dfn em i img input kbd label mark q s samp select small span strong sub sup textarea time u var'.split(
    ' ',
  ),
);
const hiddenElements = new Set('head script style title meta link template base'.split(' '));

function displayOf(element: ElementData): string {
  if (element.has('hidden') || hiddenElements.has(element.localName)) return 'none';
  return inlineElements.has(element.localName) ? 'inline' : 'block';
}

export function styleOf(dom: Dom, element: ElementData): JSObject {
  return part(element, 'style', () => newProxied(dom, 'CSSStyleDeclaration', new StyleData(element, false)));
}

export function computedStyle(dom: Dom, element: ElementData): JSObject {
  dom.note(
    'style',
    'getComputedStyle tells what the style attribute says and a few defaults: style sheets and layout are not simulated',
  );
  return newProxied(dom, 'CSSStyleDeclaration', new StyleData(element, true));
}

const members = membersOf(StyleData, {
  attributes: {
    cssText: {
      get: (_dom, style) => textOf(style.declarations),
      set: (dom, { element }, value) => setAttribute(dom, element, 'style', textOf(declarationsOf(dom.text(value)))),
    },
    length: (_dom, style) => style.declarations.length,
    parentRule: () => null,
  },
  operations: {
    item: [1, (_dom, style, [index]) => style.declarations[Number(index)]?.name ?? ''],
    getPropertyValue: [1, (dom, style, [name]) => style.value(lowered(dom.text(name)))],
    getPropertyPriority: [
      1,
      (dom, style, [name]) => {
        const wanted = lowered(dom.text(name));
        return style.declarations.some((each) => each.name === wanted && each.isImportant) ? 'important' : '';
      },
    ],
    setProperty: [
      2,
      (dom, style, [name, value, priority]) => {
        const text = value === null ? '' : dom.text(value);
        style.set(dom, lowered(dom.text(name)), text, priority === 'important');
      },
    ],
    removeProperty: [
      1,
      (dom, style, [name]) => {
        const wanted = lowered(dom.text(name));
        const before = style.value(wanted);
        style.set(dom, wanted, '');
        return before;
      },
    ],
  },
});

function lowered(name: string): string {
  return name.startsWith('--') ? name : name.toLowerCase();
}

export const styleInterfaces: InterfaceTable = {
  CSSStyleDeclaration: { members: [members], finish: iterateAsArray([]) },
};
