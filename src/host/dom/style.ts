/**
 * style: declarations as the style attribute has them. CSSOM: 6.6 CSSStyleDeclaration.
 * Simplified: of the less common properties any value is taken, as it is written; nothing is laid out.
 */
import {
  type Declaration,
  declarationsFor,
  declarationsText,
  isImportant,
  isShorthand,
  parseDeclarations,
  valueOfProperty,
  withDeclarations,
  withoutProperty,
} from '../css/declarations.ts';
import { propertyGrammars } from '../css/property-grammars.ts';
import { knownProperty } from '../css/shorthands.ts';
import { computedValue } from './computed-style.ts';
import type { JSObject, Value } from '../../engine/index.ts';
import type { Dom } from './dom.ts';
import { part } from './element-parts.ts';
import { iterateAsArray } from './collections.ts';
import { type InterfaceTable, membersOf } from './interfaces.ts';
import type { ElementData } from './nodes.ts';
import { NamedData, newProxied } from './proxied.ts';
import { setAttribute } from './tree.ts';

/** As the style attribute has it, or as it is computed; then nothing can be set. */
class StyleData extends NamedData {
  readonly element: ElementData;
  readonly isComputed: boolean;
  /** What was read last, of which text. */
  private text = '';
  private read_: readonly Declaration[] = [];

  constructor(element: ElementData, isComputed: boolean) {
    super();
    this.element = element;
    this.isComputed = isComputed;
  }

  get declarations(): readonly Declaration[] {
    const text = this.element.get('style') ?? '';
    if (text !== this.text) {
      this.text = text;
      this.read_ = parseDeclarations(text);
    }
    return this.read_;
  }

  get names(): readonly string[] {
    if (!this.isComputed) return this.declarations.map(({ name }) => name);
    return this.element.isConnected ? [...propertyGrammars.keys()].filter((name) => name !== 'all').toSorted() : [];
  }

  value(name: string): string {
    if (!this.isComputed) return valueOfProperty(this.declarations, name);
    return this.element.isConnected ? computedValue(this.element, name) : '';
  }

  /** What is not valid changes nothing. */
  set(dom: Dom, name: string, value: string, importance = false): void {
    this.checkWritable(dom, name);
    if (value.trim() === '' && !(name.startsWith('--') && value !== '')) return this.remove(dom, name);
    const more = declarationsFor(name, value, importance);
    if (more !== undefined) this.change(dom, withDeclarations(this.declarations, more));
  }

  remove(dom: Dom, name: string): void {
    this.checkWritable(dom, name);
    const left = withoutProperty(this.declarations, name);
    if (left !== this.declarations) this.change(dom, left);
  }

  change(dom: Dom, declarations: readonly Declaration[]): void {
    const text = declarationsText(declarations);
    setAttribute(dom, this.element, 'style', text);
    this.text = text;
    this.read_ = declarations;
  }

  checkWritable(dom: Dom, name: string): void {
    if (!this.isComputed) return;
    dom.throwException(
      'NoModificationAllowedError',
      `Failed to set a named property '${name}' on 'CSSStyleDeclaration': These styles are computed, and therefore the '${name}' property is read-only.`,
    );
  }

  override read(_dom: Dom, key: string): Value {
    if (/^\d+$/.test(key)) return this.names[Number(key)];
    const name = propertyOfKey(key);
    return name === undefined ? undefined : this.value(name);
  }

  override keys(): readonly string[] {
    return this.names.map((_name, index) => String(index));
  }

  override write(dom: Dom, key: string, value: Value): boolean {
    const name = propertyOfKey(key);
    if (name === undefined) return false;
    this.set(dom, name, value === null ? '' : dom.text(value));
    return true;
  }
}

/** `backgroundColor` and `background-color`; undefined: it is no property of Chromium's CSS. */
function propertyOfKey(key: string): string | undefined {
  if (key === 'cssFloat') return 'float';
  if (key.startsWith('--')) return undefined;
  const name = key.includes('-') ? key : key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return knownProperty(name.startsWith('webkit-') ? `-${name}` : name);
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
      get: (_dom, style) => (style.isComputed ? '' : declarationsText(style.declarations)),
      set: (dom, style, value) => {
        style.checkWritable(dom, 'cssText');
        style.change(dom, parseDeclarations(dom.text(value)));
      },
    },
    length: (_dom, style) => style.names.length,
    parentRule: () => null,
  },
  operations: {
    item: [1, (_dom, style, [index]) => style.names[Number(index)] ?? ''],
    getPropertyValue: [1, (dom, style, [name]) => style.value(lowered(dom.text(name)))],
    getPropertyPriority: [
      1,
      (dom, style, [name]) =>
        !style.isComputed && isImportant(style.declarations, lowered(dom.text(name))) ? 'important' : '',
    ],
    setProperty: [
      2,
      (dom, style, [name, value, priority]) => {
        const text = value === null ? '' : dom.text(value);
        const importance = priority === undefined || priority === null ? '' : dom.text(priority).toLowerCase();
        if (importance === '' || importance === 'important')
          style.set(dom, lowered(dom.text(name)), text, importance !== '');
      },
    ],
    removeProperty: [
      1,
      (dom, style, [name]) => {
        const wanted = lowered(dom.text(name));
        const before = isShorthand(wanted) ? '' : style.value(wanted);
        style.remove(dom, wanted);
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
