/**
 * Attributes of all elements that are more than their text: ARIA's, and those of which only certain words count.
 * HTML: 3.2.6 Global attributes, 6.6.1 contenteditable, 6.8.6 translate; ARIA: 10.1 Reflecting.
 * Simplified: references to elements (`ariaLabelledByElements`) are missing.
 */
import { toBoolean, type Value } from '../../engine/index.ts';
import type { Dom } from './dom.ts';
import type { Attribute } from './interfaces.ts';
import { ElementData } from './nodes.ts';
import { removeAttribute, setAttribute } from './tree.ts';

const ariaNames = `Atomic AutoComplete BrailleLabel BrailleRoleDescription Busy Checked ColCount ColIndex ColIndexText ColSpan
  Current Description Disabled Expanded HasPopup Hidden Invalid KeyShortcuts Label Level Live Modal MultiLine MultiSelectable
  Orientation Placeholder PosInSet Pressed ReadOnly Relevant Required RoleDescription RowCount RowIndex RowIndexText RowSpan
  Selected SetSize Sort ValueMax ValueMin ValueNow ValueText`;

/** Null takes the attribute away. */
function nullable(name: string): Attribute<ElementData> {
  return {
    get: (_dom, self) => self.get(name) ?? null,
    set: (dom, self, value) => {
      if (value === null || value === undefined) removeAttribute(dom, self, name);
      else setAttribute(dom, self, name, dom.text(value));
    },
  };
}

export const ariaAttributes: Readonly<Record<string, Attribute<ElementData>>> = {
  role: nullable('role'),
  ...Object.fromEntries(
    ariaNames.split(/\s+/).map((name) => [`aria${name}`, nullable(`aria-${name.toLowerCase()}`)] as const),
  ),
};

/** One of `words`, or what it is without one of them. */
export function enumerated(
  name: string,
  words: readonly string[],
  standard: string,
  invalid = standard,
): Attribute<ElementData> {
  return {
    get: (_dom, self) => {
      const given = self.get(name)?.toLowerCase();
      if (given === undefined) return standard;
      return words.includes(given) ? given : invalid;
    },
    set: (dom, self, value) => setAttribute(dom, self, name, dom.text(value)),
  };
}

/** The nearest element that says `yes` or `no`. */
function inherited(self: ElementData, name: string, yes: readonly string[], no: string): boolean {
  for (let each: unknown = self; each instanceof ElementData; each = each.parent) {
    const given = each.get(name)?.toLowerCase();
    if (given === no) return false;
    if (given !== undefined && yes.includes(given)) return true;
  }
  return true;
}

const editable = ['', 'true', 'plaintext-only'];

function isEditable(self: ElementData): boolean {
  for (let each: unknown = self; each instanceof ElementData; each = each.parent) {
    const given = each.get('contenteditable')?.toLowerCase();
    if (given === 'false') return false;
    if (given !== undefined && editable.includes(given)) return true;
  }
  return false;
}

function setContentEditable(dom: Dom, self: ElementData, value: Value): void {
  const text = dom.text(value);
  const word = text.toLowerCase();
  if (word === 'inherit') return void removeAttribute(dom, self, 'contenteditable');
  if (!['true', 'false', 'plaintext-only'].includes(word))
    dom.throwException(
      'SyntaxError',
      `Failed to set the 'contentEditable' property on 'HTMLElement': The value provided ('${text}') is not one of 'true', 'false', 'plaintext-only', or 'inherit'.`,
    );
  setAttribute(dom, self, 'contenteditable', word);
}

export const globalAttributes: Readonly<Record<string, Attribute<ElementData>>> = {
  dir: enumerated('dir', ['ltr', 'rtl', 'auto'], ''),
  draggable: {
    get: (_dom, self) => {
      const given = self.get('draggable')?.toLowerCase();
      if (given === 'true' || given === 'false') return given === 'true';
      return self.is('img') || (self.is('a') && self.has('href'));
    },
    set: (dom, self, value) => setAttribute(dom, self, 'draggable', String(toBoolean(value))),
  },
  spellcheck: {
    get: (_dom, self) => inherited(self, 'spellcheck', ['', 'true'], 'false'),
    set: (dom, self, value) => setAttribute(dom, self, 'spellcheck', String(toBoolean(value))),
  },
  translate: {
    get: (_dom, self) => inherited(self, 'translate', ['', 'yes'], 'no'),
    set: (dom, self, value) => setAttribute(dom, self, 'translate', toBoolean(value) ? 'yes' : 'no'),
  },
  hidden: {
    get: (_dom, self) => {
      const given = self.get('hidden');
      return given?.toLowerCase() === 'until-found' ? 'until-found' : given !== undefined;
    },
    set: (dom, self, value) => {
      if (typeof value === 'string' && value.toLowerCase() === 'until-found')
        setAttribute(dom, self, 'hidden', 'until-found');
      else if (toBoolean(value)) setAttribute(dom, self, 'hidden', '');
      else removeAttribute(dom, self, 'hidden');
    },
  },
  contentEditable: {
    get: (_dom, self) => {
      const given = self.get('contenteditable')?.toLowerCase();
      if (given === '') return 'true';
      return given === 'true' || given === 'false' || given === 'plaintext-only' ? given : 'inherit';
    },
    set: setContentEditable,
  },
  isContentEditable: (_dom, self) => isEditable(self),
  popover: {
    get: (_dom, self) => {
      const given = self.get('popover')?.toLowerCase();
      if (given === undefined) return null;
      return given === '' ? 'auto' : ['auto', 'hint'].includes(given) ? given : 'manual';
    },
    set: (dom, self, value) => {
      if (value === null || value === undefined) removeAttribute(dom, self, 'popover');
      else setAttribute(dom, self, 'popover', dom.text(value));
    },
  },
};
