/** Element. DOM: 4.9 Element; DOM Parsing: innerHTML. Simplified: no layout: sizes and places are zero, and a note says so once. */
import { type JSObject, toBoolean, toNumber, type Value } from '../../engine/index.ts';
import { byClassName, byTagName } from './collections.ts';
import { setHandlersOf } from './handlers.ts';
import type { Dom } from './dom.ts';
import { newRect } from './geometry.ts';
import { attributeMap, attributeNode, removeAttributeNode, setAttributeNode, tokenList } from './element-parts.ts';
import { ariaAttributes } from './global-attributes.ts';
import { findClosest, isMatch } from './element-queries.ts';
import { parseNodes, serialize, serializeInside } from './html-parsing.ts';
import { type InterfaceTable, membersOf } from './interfaces.ts';
import { nodeOf } from './node-arguments.ts';
import { childMembers, parentMembers, siblingMembers } from './node-mixins.ts';
import { DocumentData, ElementData, FragmentData, type NodeData, type ParentData } from './nodes.ts';
import { slotOf } from './slots.ts';
import { checkInsertion, insert, remove, removeAttribute, replaceAll, setAttribute } from './tree.ts';

/** A name of an attribute as HTML elements take it. */
function attributeName(dom: Dom, element: ElementData, value: Value): string {
  const name = dom.text(value);
  return element.isHtml ? name.toLowerCase() : name;
}

function checkName(dom: Dom, operation: string, name: string): void {
  if (name === '' || /[\s/>=\0]/.test(name))
    dom.throwException(
      'InvalidCharacterError',
      `Failed to execute '${operation}' on 'Element': '${name}' is not a valid attribute name.`,
    );
}

/** What was parsed, as the program will see it. */
export function parsed(dom: Dom, html: string, context: ElementData): FragmentData {
  const fragment = new FragmentData(context.ownerDocument);
  for (const child of parseNodes(html, context)) {
    dom.wrapAll(child);
    fragment.children.push(child);
    child.parent = fragment;
  }
  setHandlersOf(dom, fragment);
  return fragment;
}

function setInnerHtml(dom: Dom, self: ElementData, value: Value): void {
  const fragment = parsed(dom, value === null ? '' : dom.text(value), self);
  if (self.content !== undefined) replaceAll(dom, self.content, fragment);
  else replaceAll(dom, self, fragment);
}

const positions = ['beforebegin', 'afterbegin', 'beforeend', 'afterend'];

function insertAdjacent(dom: Dom, operation: string, self: ElementData, position: Value, added: NodeData): boolean {
  const where = dom.text(position).toLowerCase();
  const place = (parent: ParentData | undefined, before: NodeData | undefined): boolean => {
    if (parent === undefined) return false;
    checkInsertion(dom, `execute '${operation}' on 'Element'`, parent, added, before);
    insert(dom, parent, added, before);
    return true;
  };
  switch (positions.indexOf(where)) {
    case 0:
      return place(self.parent, self);
    case 1:
      return place(self, self.children[0]);
    case 2:
      return place(self, undefined);
    case 3:
      return place(self.parent, self.next);
    default:
      return dom.throwException(
        'SyntaxError',
        `Failed to execute '${operation}' on 'Element': The value provided ('${dom.text(position)}') is not one of 'beforeBegin', 'afterBegin', 'beforeEnd', or 'afterEnd'.`,
      );
  }
}

/** The element in which adjacent HTML is parsed. */
function adjacentContext(dom: Dom, self: ElementData, position: Value): ElementData {
  const isOutside = /^(beforebegin|afterend)$/i.test(dom.text(position));
  if (!isOutside) return self;
  if (self.parent instanceof ElementData) return self.parent;
  return dom.throwException(
    'NoModificationAllowedError',
    "Failed to execute 'insertAdjacentHTML' on 'Element': The element has no parent.",
  );
}

export function noLayout(dom: Dom): void {
  dom.note('layout', 'layout is not simulated: sizes and positions of elements are 0');
}

function newRectangle(dom: Dom): JSObject {
  noLayout(dom);
  return newRect(dom);
}

/** The mouse is always there; no button is pressed, so that nothing is captured. */
function checkPointer(dom: Dom, operation: string, id: Value): void {
  if (toNumber(dom.isolate, id) !== 1)
    dom.throwException(
      'NotFoundError',
      `Failed to execute '${operation}' on 'Element': No active pointer with the given id is found.`,
    );
}

const zero = (dom: Dom): number => {
  noLayout(dom);
  return 0;
};

const assignedSlot = (dom: Dom, self: NodeData): Value => dom.wrapOrNull(slotOf(self));

const elementMembers = membersOf(ElementData, {
  attributes: {
    namespaceURI: (_dom, self) => self.namespace,
    prefix: (_dom, self) => self.prefix,
    localName: (_dom, self) => self.localName,
    tagName: (_dom, self) => self.name,
    id: reflected('id'),
    className: reflected('class'),
    slot: reflected('slot'),
    assignedSlot,
    ...ariaAttributes,
    part: {
      get: (dom, self) => tokenList(dom, self, 'part'),
      set: (dom, self, value) => setAttribute(dom, self, 'part', dom.text(value)),
    },
    classList: {
      get: (dom, self) => tokenList(dom, self, 'class'),
      set: (dom, self, value) => setAttribute(dom, self, 'class', dom.text(value)),
    },
    attributes: (dom, self) => attributeMap(dom, self),
    innerHTML: { get: (_dom, self) => serializeInside(self), set: setInnerHtml },
    outerHTML: {
      get: (_dom, self) => serialize(self),
      set: (dom, self, value) => {
        const { parent } = self;
        if (parent === undefined) return;
        if (parent instanceof DocumentData)
          dom.throwException(
            'NoModificationAllowedError',
            "Failed to set the 'outerHTML' property on 'Element': This element's parent is a Document, which may not be modified.",
          );
        const context =
          parent instanceof ElementData ? parent : new ElementData('HTMLBodyElement', dom.document, 'body');
        const fragment = parsed(dom, dom.text(value), context);
        const { next } = self;
        remove(dom, self);
        insert(dom, parent, fragment, next);
      },
    },
    shadowRoot: (dom, self) => dom.wrapOrNull(self.shadowRoot),
    clientWidth: zero,
    clientHeight: zero,
    clientTop: zero,
    clientLeft: zero,
    scrollWidth: zero,
    scrollHeight: zero,
    scrollTop: { get: zero, set: () => undefined },
    scrollLeft: { get: zero, set: () => undefined },
  },
  operations: {
    hasAttributes: [0, (_dom, self) => self.attributes.length > 0],
    getAttributeNames: [0, (dom, self) => dom.list(self.attributes.map(({ name }) => name))],
    getAttribute: [1, (dom, self, [name]) => self.get(attributeName(dom, self, name)) ?? null],
    getAttributeNS: [
      2,
      (dom, self, [, name]) => self.attributes.find((own) => own.localName === dom.text(name))?.value ?? null,
    ],
    setAttribute: [
      2,
      (dom, self, [given, value]) => {
        const name = attributeName(dom, self, given);
        checkName(dom, 'setAttribute', name);
        setAttribute(dom, self, name, dom.text(value));
      },
    ],
    setAttributeNS: [
      3,
      (dom, self, [namespace, given, value]) => {
        const name = dom.text(given);
        checkName(dom, 'setAttributeNS', name);
        const colon = name.indexOf(':');
        const uri = namespace === null || namespace === '' ? null : dom.text(namespace);
        setAttribute(dom, self, name, dom.text(value), uri, colon < 0 ? null : name.slice(0, colon));
      },
    ],
    removeAttribute: [1, (dom, self, [name]) => void removeAttribute(dom, self, attributeName(dom, self, name))],
    removeAttributeNS: [2, (dom, self, [, name]) => void removeAttribute(dom, self, dom.text(name))],
    toggleAttribute: [
      1,
      (dom, self, [given, force]) => {
        const name = attributeName(dom, self, given);
        checkName(dom, 'toggleAttribute', name);
        const has = self.has(name);
        const isWanted = force === undefined ? !has : toBoolean(force);
        if (isWanted && !has) setAttribute(dom, self, name, '');
        if (!isWanted && has) removeAttribute(dom, self, name);
        return isWanted;
      },
    ],
    hasAttribute: [1, (dom, self, [name]) => self.has(attributeName(dom, self, name))],
    getAttributeNode: [
      1,
      (dom, self, [name]) => {
        const own = self.attribute(attributeName(dom, self, name));
        return own === undefined ? null : attributeNode(dom, self, own);
      },
    ],
    hasAttributeNS: [
      2,
      (dom, self, [namespace, name]) => {
        const uri = namespace === null || namespace === '' ? null : dom.text(namespace);
        return self.attributes.some((own) => own.localName === dom.text(name) && own.namespace === uri);
      },
    ],
    setAttributeNode: [
      1,
      (dom, self, [given]) => setAttributeNode(dom, self, given, "execute 'setAttributeNode' on 'Element'"),
    ],
    removeAttributeNode: [
      1,
      (dom, self, [given]) => removeAttributeNode(dom, self, given, "execute 'removeAttributeNode' on 'Element'"),
    ],
    closest: [1, (dom, self, [selector]) => dom.wrapOrNull(findClosest(dom, self, dom.text(selector)))],
    matches: [1, (dom, self, [selector]) => isMatch(dom, self, dom.text(selector))],
    webkitMatchesSelector: [1, (dom, self, [selector]) => isMatch(dom, self, dom.text(selector))],
    getElementsByTagName: [1, (dom, self, [name]) => byTagName(dom, self, dom.text(name))],
    getElementsByClassName: [1, (dom, self, [names]) => byClassName(dom, self, dom.text(names))],
    insertAdjacentElement: [
      2,
      (dom, self, [position, value]) => {
        const added = dom.argument(value, ElementData, "execute 'insertAdjacentElement' on 'Element'", 2, 'Element');
        return insertAdjacent(dom, 'insertAdjacentElement', self, position, added) ? value : null;
      },
    ],
    insertAdjacentText: [
      2,
      (dom, self, [position, text]) =>
        void insertAdjacent(dom, 'insertAdjacentText', self, position, nodeOf(dom, [dom.text(text)], self)),
    ],
    insertAdjacentHTML: [
      2,
      (dom, self, [position, html]) => {
        const fragment = parsed(dom, dom.text(html), adjacentContext(dom, self, position));
        insertAdjacent(dom, 'insertAdjacentHTML', self, position, fragment);
      },
    ],
    getBoundingClientRect: [0, newRectangle],
    getClientRects: [0, (dom) => dom.list([newRectangle(dom)])],
    scrollIntoView: [0, noLayout],
    scroll: [0, noLayout],
    scrollTo: [0, noLayout],
    scrollBy: [0, noLayout],
    setPointerCapture: [1, (dom, _self, [id]) => checkPointer(dom, 'setPointerCapture', id)],
    releasePointerCapture: [1, (dom, _self, [id]) => checkPointer(dom, 'releasePointerCapture', id)],
    hasPointerCapture: [1, () => false],
    checkVisibility: [0, (_dom, self) => self.isConnected],
    attachShadow: [
      1,
      (dom, self) => {
        if (self.shadowRoot !== undefined)
          dom.throwException(
            'NotSupportedError',
            "Failed to execute 'attachShadow' on 'Element': Shadow root cannot be created on a host which already hosts a shadow tree.",
          );
        self.shadowRoot = new FragmentData(self.ownerDocument, self);
        return dom.wrap(self.shadowRoot);
      },
    ],
  },
});

/** An attribute of the same meaning, as text. */
export function reflected(name: string) {
  return {
    get: (_dom: Dom, self: ElementData): Value => self.get(name) ?? '',
    set: (dom: Dom, self: ElementData, value: Value): void => setAttribute(dom, self, name, dom.text(value)),
  };
}

const shadowMembers = membersOf(FragmentData, {
  attributes: {
    host: (dom, self) => dom.wrapOrNull(self.host),
    mode: () => 'open',
    innerHTML: {
      get: (_dom, self) => serializeInside(self),
      set: (dom, self, value) =>
        replaceAll(
          dom,
          self,
          parsed(dom, dom.text(value), self.host ?? new ElementData('HTMLDivElement', dom.document, 'div')),
        ),
    },
  },
});

export const elementInterface: InterfaceTable = {
  Element: { parent: 'Node', members: [elementMembers, parentMembers, childMembers, siblingMembers] },
  SVGElement: { parent: 'Element' },
  ShadowRoot: { parent: 'DocumentFragment', members: [shadowMembers] },
};
