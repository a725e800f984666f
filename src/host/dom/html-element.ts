/** HTMLElement and the members that reflect attributes, for all elements of HTML. HTML: 3.2.2 Elements in the DOM, 2.6.1 Reflecting. */
import { type JSObject, setProperty, toBoolean, toNumber, type Value } from '../../engine/index.ts';
import { elementHandlerMembers } from './handlers.ts';
import { constructElement } from './custom-elements.ts';
import type { Dom } from './dom.ts';
import { noLayout, reflected } from './element-interface.ts';
import { dataset, tokenList } from './element-parts.ts';
import { globalAttributes } from './global-attributes.ts';
import { elementInterfaces } from './html-interfaces.ts';
import { type Attribute, type InterfaceTable, membersOf } from './interfaces.ts';
import { ElementData, FragmentData, TextData } from './nodes.ts';
import { replaceByText } from './node-interface.ts';
import { popoverMembers } from './popovers.ts';
import { urlOf } from './page-url.ts';
import { renderedText } from './rendered-text.ts';
import { styleOf } from './style.ts';
import { insert, remove, removeAttribute, replaceAll, setAttribute } from './tree.ts';

/** Reflected attributes by interface: as text, by their own names or `property:attribute`. */
const texts: Readonly<Record<string, string>> = {
  HTMLElement: 'title lang accessKey:accesskey nonce enterKeyHint:enterkeyhint inputMode:inputmode',
  HTMLAnchorElement: 'target download rel hreflang type',
  HTMLImageElement: 'alt srcset sizes name useMap:usemap',
  HTMLInputElement: 'name placeholder pattern min max step accept autocomplete alt formAction:formaction',
  HTMLTextAreaElement: 'name placeholder autocomplete wrap',
  HTMLSelectElement: 'name autocomplete',
  HTMLButtonElement: 'name value formTarget:formtarget',
  HTMLFormElement: 'name target acceptCharset:accept-charset enctype autocomplete',
  HTMLLabelElement: 'htmlFor:for',
  HTMLOutputElement: 'name',
  HTMLOptGroupElement: 'label',
  HTMLFieldSetElement: 'name',
  HTMLScriptElement: 'type charset integrity event htmlFor:for',
  HTMLLinkElement: 'rel type media as hreflang integrity target',
  HTMLMetaElement: 'name content httpEquiv:http-equiv',
  HTMLStyleElement: 'media type',
  HTMLIFrameElement: 'name srcdoc allow width height',
  HTMLDetailsElement: 'name',
  HTMLTimeElement: 'dateTime:datetime',
  HTMLDataElement: 'value',
  HTMLTableCellElement: 'scope abbr headers',
  HTMLOListElement: 'type',
  HTMLModElement: 'dateTime:datetime',
  HTMLSourceElement: 'type media srcset sizes',
  HTMLSlotElement: 'name',
  HTMLObjectElement: 'data type name',
  HTMLTrackElement: 'kind label srclang',
};

const flags: Readonly<Record<string, string>> = {
  HTMLElement: 'autofocus inert',
  HTMLInputElement: 'formNoValidate:formnovalidate disabled readOnly:readonly required multiple defaultChecked:checked',
  HTMLTextAreaElement: 'disabled readOnly:readonly required',
  HTMLSelectElement: 'disabled required multiple',
  HTMLButtonElement: 'disabled formNoValidate:formnovalidate',
  HTMLFormElement: 'noValidate:novalidate',
  HTMLFieldSetElement: 'disabled',
  HTMLOptionElement: 'disabled defaultSelected:selected',
  HTMLOptGroupElement: 'disabled',
  HTMLScriptElement: 'defer noModule:nomodule',
  HTMLDetailsElement: 'open',
  HTMLLinkElement: 'disabled',
  HTMLDialogElement: 'open',
  HTMLMediaElement: 'autoplay controls loop defaultMuted:muted',
  HTMLVideoElement: 'playsInline:playsinline disablePictureInPicture:disablepictureinpicture',
  HTMLOListElement: 'reversed',
  HTMLImageElement: 'isMap:ismap',
  HTMLTrackElement: 'default',
};

/** Whole numbers, with what they are where there is none. */
const numbers: Readonly<Record<string, string>> = {
  HTMLCanvasElement: 'width:width:300 height:height:150',
  HTMLImageElement: 'width:width:0 height:height:0',
  HTMLInputElement: 'maxLength:maxlength:-1 minLength:minlength:-1 size:size:20',
  HTMLTextAreaElement: 'rows:rows:2 cols:cols:20 maxLength:maxlength:-1 minLength:minlength:-1',
  HTMLSelectElement: 'size:size:0',
  HTMLTableCellElement: 'colSpan:colspan:1 rowSpan:rowspan:1',
  HTMLOListElement: 'start:start:1',
  HTMLLIElement: 'value:value:0',
  HTMLTableColElement: 'span:span:1',
  HTMLVideoElement: 'width:width:0 height:height:0',
};

/** URLs, made absolute. */
const urls: Readonly<Record<string, string>> = {
  HTMLAnchorElement: 'href',
  HTMLImageElement: 'src',
  HTMLScriptElement: 'src',
  HTMLLinkElement: 'href',
  HTMLIFrameElement: 'src',
  HTMLSourceElement: 'src',
  HTMLInputElement: 'src',
  HTMLMediaElement: 'src',
  HTMLVideoElement: 'poster',
  HTMLEmbedElement: 'src',
  HTMLQuoteElement: 'cite',
  HTMLModElement: 'cite',
  HTMLBaseElement: 'href',
};

function flag(name: string): Attribute<ElementData> {
  return {
    get: (_dom, self) => self.has(name),
    set: (dom, self, value) => {
      if (toBoolean(value)) setAttribute(dom, self, name, '');
      else removeAttribute(dom, self, name);
    },
  };
}

function number(name: string, standard: number): Attribute<ElementData> {
  return {
    get: (_dom, self) => {
      const value = Number.parseInt(self.get(name) ?? '', 10);
      return Number.isNaN(value) ? standard : value;
    },
    set: (dom, self, value) => setAttribute(dom, self, name, String(Math.trunc(toNumber(dom.isolate, value)) || 0)),
  };
}

export function absolute(dom: Dom, url: string): string {
  return urlOf(dom, url)?.href ?? url;
}

function url(name: string): Attribute<ElementData> {
  return {
    get: (dom, self) => {
      const value = self.get(name);
      return value === undefined ? '' : absolute(dom, value);
    },
    set: (dom, self, value) => setAttribute(dom, self, name, dom.text(value)),
  };
}

export function reflecting(interfaceName: string): Readonly<Record<string, Attribute<ElementData>>> {
  const found: Record<string, Attribute<ElementData>> = {};
  const each = (list: string | undefined, make: (name: string, rest: string) => Attribute<ElementData>): void => {
    for (const entry of list?.split(' ') ?? []) {
      const [property = '', attribute = property, rest = ''] = entry.split(':');
      found[property] = make(attribute, rest);
    }
  };
  each(texts[interfaceName], reflected);
  each(flags[interfaceName], flag);
  each(numbers[interfaceName], (name, rest) => number(name, Number(rest)));
  each(urls[interfaceName], url);
  return found;
}

const focusable = ['a', 'button', 'input', 'select', 'textarea', 'iframe', 'summary'];

function isFocusable(element: ElementData): boolean {
  if (element.has('tabindex')) return true;
  if (element.is('a')) return element.has('href');
  if (element.has('disabled')) return false;
  return element.is(...focusable) && element.get('type') !== 'hidden';
}

export function focus(dom: Dom, element: ElementData): void {
  const { ownerDocument } = element;
  if (!element.isConnected || !isFocusable(element) || ownerDocument.activeElement === element) return;
  const before = ownerDocument.activeElement;
  if (before !== undefined) blur(dom, before, element);
  ownerDocument.activeElement = element;
  const relatedTarget = dom.wrapOrNull(before);
  const object = dom.wrap(element);
  dom.fire(object, 'focus', { relatedTarget, composed: true }, 'FocusEvent');
  dom.fire(object, 'focusin', { relatedTarget, bubbles: true, composed: true }, 'FocusEvent');
}

export function blur(dom: Dom, element: ElementData, next?: ElementData): void {
  const { ownerDocument } = element;
  if (ownerDocument.activeElement !== element) return;
  ownerDocument.activeElement = undefined;
  const relatedTarget = dom.wrapOrNull(next);
  const object = dom.wrap(element);
  dom.fire(object, 'blur', { relatedTarget, composed: true }, 'FocusEvent');
  dom.fire(object, 'focusout', { relatedTarget, bubbles: true, composed: true }, 'FocusEvent');
}

/** innerText: lines become br elements. */
function setInnerText(dom: Dom, self: ElementData, value: Value): void {
  const text = value === null ? '' : dom.text(value);
  if (!/[\r\n]/.test(text)) return replaceByText(dom, self, text);
  replaceAll(dom, self, linesOf(dom, self, text));
}

function setOuterText(dom: Dom, self: ElementData, value: Value): void {
  const { parent, next } = self;
  if (parent === undefined)
    return dom.throwException(
      'NoModificationAllowedError',
      "Failed to set the 'outerText' property on 'HTMLElement': The element has no parent.",
    );
  const added = linesOf(dom, self, value === null ? '' : dom.text(value));
  remove(dom, self);
  insert(dom, parent, added, next);
}

function linesOf(dom: Dom, self: ElementData, text: string): FragmentData {
  const lines = text.split(/\r\n|\r|\n/);
  const fragment = new FragmentData(self.ownerDocument);
  lines.forEach((line, index) => {
    if (index > 0) insert(dom, fragment, new ElementData('HTMLBRElement', self.ownerDocument, 'br'), undefined);
    if (line !== '') insert(dom, fragment, new TextData(self.ownerDocument, line), undefined);
  });
  for (const child of fragment.children) dom.wrapAll(child);
  return fragment;
}

const zero = (dom: Dom): number => {
  noLayout(dom);
  return 0;
};

const htmlMembers = membersOf(ElementData, {
  attributes: {
    ...reflecting('HTMLElement'),
    ...globalAttributes,
    tabIndex: {
      get: (_dom, self) => {
        const given = Number.parseInt(self.get('tabindex') ?? '', 10);
        return Number.isNaN(given) ? (isFocusable(self) ? 0 : -1) : given;
      },
      set: (dom, self, value) =>
        setAttribute(dom, self, 'tabindex', String(Math.trunc(toNumber(dom.isolate, value)) || 0)),
    },
    style: {
      get: (dom, self) => styleOf(dom, self),
      set: (dom, self, value) => setProperty(dom.isolate, styleOf(dom, self), 'cssText', value),
    },
    dataset: (dom, self) => dataset(dom, self),
    innerText: { get: (_dom, self) => renderedText(self), set: setInnerText },
    outerText: { get: (_dom, self) => renderedText(self), set: setOuterText },
    offsetWidth: zero,
    offsetHeight: zero,
    offsetTop: zero,
    offsetLeft: zero,
    offsetParent: (dom) => {
      noLayout(dom);
      return null;
    },
  },
  operations: {
    click: [
      0,
      (dom, self) => {
        if (self.is('button', 'input', 'select', 'textarea') && self.has('disabled')) return;
        const init = { bubbles: true, cancelable: true, composed: true };
        dom.callModule('internal/event_firing', 'click', [dom.wrap(self), dom.host.newPlainObject(init)]);
      },
    ],
    focus: [0, (dom, self) => focus(dom, self)],
    blur: [0, (dom, self) => blur(dom, self)],
  },
});

const relLists = ['HTMLAnchorElement', 'HTMLLinkElement', 'HTMLAreaElement'];

function plainInterface(name: string): InterfaceTable[string] {
  const lists: Record<string, Attribute<ElementData>> = relLists.includes(name)
    ? { relList: (dom: Dom, self: ElementData): JSObject => tokenList(dom, self, 'rel') }
    : {};
  return {
    parent: 'HTMLElement',
    members: [membersOf(ElementData, { attributes: { ...reflecting(name), ...lists } })],
  };
}

export const htmlInterfaces: InterfaceTable = {
  HTMLElement: {
    parent: 'Element',
    members: [htmlMembers, elementHandlerMembers, popoverMembers],
    construct: (dom, _args, newTarget) => constructElement(dom, newTarget),
  },
  ...Object.fromEntries(elementInterfaces.map((name) => [name, plainInterface(name)])),
};
