/** Node, and what several kinds of nodes have in common. DOM: 4.4 Node, 4.2.6 ParentNode, 4.2.8 ChildNode, 4.10 CharacterData. */
import { toBoolean, toNumber, type Value } from '../../engine/index.ts';
import { type Dom, isShadowRoot } from './dom.ts';
import { newLiveNodeList } from './collections.ts';
import { AttrData } from './element-parts.ts';
import { type InterfaceTable, membersOf } from './interfaces.ts';
import { setData } from './mutation-observers.ts';
import {
  CharacterData,
  CommentData,
  DoctypeData,
  DocumentData,
  ElementData,
  FragmentData,
  NodeData,
  nodeTypes,
  ParentData,
  TextData,
} from './nodes.ts';
import { node, nodeOrNull } from './node-arguments.ts';
import { pageUrl } from './page-url.ts';
import { childMembers, parentMembers, siblingMembers } from './node-mixins.ts';
import { slotOf } from './slots.ts';
import { checkInsertion, cloned, insert, remove, replace, replaceAll, splitText } from './tree.ts';

function textContent(self: NodeData): string | null {
  if (self instanceof CharacterData) return self.data;
  if (self instanceof AttrData) return self.value;
  return self instanceof ElementData || self instanceof FragmentData ? self.textContent : null;
}

function setTextContent(dom: Dom, self: NodeData, value: Value): void {
  const text = value === null || value === undefined ? '' : dom.text(value);
  if (self instanceof CharacterData) setData(dom, self, text);
  else if (self instanceof AttrData) self.setValue(dom, text);
  else if (self instanceof ElementData || self instanceof FragmentData) replaceByText(dom, self, text);
}

export function replaceByText(dom: Dom, self: ParentData, text: string): void {
  const made = text === '' ? undefined : new TextData(self.ownerDocument, text);
  if (made !== undefined) dom.wrap(made);
  replaceAll(dom, self, made);
}

/** Bits of compareDocumentPosition. */
function comparePosition(self: NodeData, other: NodeData): number {
  if (self === other) return 0;
  if (self.root !== other.root) return 1 | 32 | 4;
  if (other.contains(self)) return 8 | 2;
  if (self.contains(other)) return 16 | 4;
  for (const each of (self.root as ParentData).descendants()) {
    if (each === self) return 4;
    if (each === other) return 2;
  }
  return 0;
}

function isEqual(a: NodeData, b: NodeData): boolean {
  if (a.type !== b.type || a.name !== b.name) return false;
  if (a instanceof CharacterData && b instanceof CharacterData && a.data !== b.data) return false;
  if (a instanceof ElementData && b instanceof ElementData) {
    if (a.attributes.length !== b.attributes.length) return false;
    if (!a.attributes.every(({ name, value }) => b.get(name) === value)) return false;
  }
  if (!(a instanceof ParentData) || !(b instanceof ParentData)) return true;
  return (
    a.children.length === b.children.length && a.children.every((child, index) => isEqual(child, b.children[index]!))
  );
}

function normalize(dom: Dom, self: ParentData): void {
  for (const child of self.children.slice()) {
    if (child instanceof ParentData) normalize(dom, child);
    if (!(child instanceof TextData) || child.parent === undefined) continue;
    while (child.next instanceof TextData) {
      const { data, next } = child;
      setData(dom, child, data + next.data, { from: data.length, count: 0, length: next.data.length });
      dom.positions.each((each) => each.merged(child, data.length, next));
      remove(dom, next);
    }
    if (child.data === '') remove(dom, child);
  }
}

const nodeMembers = membersOf(NodeData, {
  attributes: {
    nodeType: (_dom, self) => self.type,
    nodeName: (_dom, self) => self.name,
    baseURI: (dom) => pageUrl(dom),
    isConnected: (_dom, self) => self.isConnected,
    ownerDocument: (dom, self) => (self instanceof DocumentData ? null : dom.wrap(self.ownerDocument)),
    parentNode: (dom, self) => dom.wrapOrNull(self.parent),
    parentElement: (dom, self) => (self.parent instanceof ElementData ? dom.wrap(self.parent) : null),
    childNodes: (dom, self) => {
      const own = self as NodeData & { list?: Value };
      return (own.list ??= newLiveNodeList(dom, self, (from) => (from instanceof ParentData ? from.children : [])));
    },
    firstChild: (dom, self) => dom.wrapOrNull(self instanceof ParentData ? self.children[0] : undefined),
    lastChild: (dom, self) => dom.wrapOrNull(self instanceof ParentData ? self.children.at(-1) : undefined),
    previousSibling: (dom, self) => dom.wrapOrNull(self.previous),
    nextSibling: (dom, self) => dom.wrapOrNull(self.next),
    nodeValue: {
      get: (_dom, self) => (self instanceof CharacterData || self instanceof AttrData ? textContent(self) : null),
      set: (dom, self, value) => {
        if (self instanceof CharacterData || self instanceof AttrData) setTextContent(dom, self, value);
      },
    },
    textContent: { get: (_dom, self) => textContent(self), set: setTextContent },
  },
  operations: {
    getRootNode: [0, (dom, self) => dom.wrap(self.root)],
    hasChildNodes: [0, (_dom, self) => self instanceof ParentData && self.children.length > 0],
    normalize: [0, (dom, self) => void (self instanceof ParentData && normalize(dom, self))],
    cloneNode: [
      0,
      (dom, self, [isDeep]) => {
        if (isShadowRoot(self))
          dom.throwException(
            'NotSupportedError',
            "Failed to execute 'cloneNode' on 'Node': ShadowRoot nodes are not clonable.",
          );
        return dom.wrap(cloned(dom, self, toBoolean(isDeep)));
      },
    ],
    isEqualNode: [1, (dom, self, [other]) => isEqual(self, node(dom, other, "execute 'isEqualNode' on 'Node'"))],
    isSameNode: [1, (_dom, self, [other]) => self.object === other],
    compareDocumentPosition: [
      1,
      (dom, self, [other]) => comparePosition(self, node(dom, other, "execute 'compareDocumentPosition' on 'Node'")),
    ],
    contains: [
      1,
      (dom, self, [other]) =>
        self.contains(nodeOrNull(dom, other, "execute 'contains' on 'Node'", 1)) && other !== null,
    ],
    insertBefore: [
      2,
      (dom, self, [value, reference]) => {
        const where = "execute 'insertBefore' on 'Node'";
        const added = node(dom, value, where);
        const before = nodeOrNull(dom, reference, where, 2);
        checkInsertion(dom, where, self, added, before);
        insert(dom, self, added, before);
        return value;
      },
    ],
    appendChild: [
      1,
      (dom, self, [value]) => {
        const where = "execute 'appendChild' on 'Node'";
        const added = node(dom, value, where);
        checkInsertion(dom, where, self, added, undefined);
        insert(dom, self, added, undefined);
        return value;
      },
    ],
    replaceChild: [
      2,
      (dom, self, [value, old]) => {
        const where = "execute 'replaceChild' on 'Node'";
        const [added, removed] = [node(dom, value, where), node(dom, old, where, 2)];
        if (removed.parent !== self)
          dom.throwException(
            'NotFoundError',
            `Failed to ${where}: The node to be replaced is not a child of this node.`,
          );
        checkInsertion(dom, where, self, added, undefined, removed);
        if (self instanceof ParentData) replace(dom, self, added, removed);
        return old;
      },
    ],
    removeChild: [
      1,
      (dom, self, [value]) => {
        const where = "execute 'removeChild' on 'Node'";
        const child = node(dom, value, where);
        if (child.parent !== self)
          dom.throwException(
            'NotFoundError',
            `Failed to ${where}: The node to be removed is not a child of this node.`,
          );
        remove(dom, child);
        return value;
      },
    ],
  },
});

const dataMembers = membersOf(CharacterData, {
  attributes: {
    data: {
      get: (_dom, self) => self.data,
      set: (dom, self, value) => setData(dom, self, value === null ? '' : dom.text(value)),
    },
    length: (_dom, self) => self.data.length,
  },
  operations: {
    substringData: [
      2,
      (dom, self, [at, count]) => {
        const [from, to] = rangeOf(dom, self, 'substringData', at, count);
        return self.data.slice(from, to);
      },
    ],
    appendData: [1, (dom, self, [text]) => replaceData(dom, self, 'appendData', self.data.length, 0, text)],
    insertData: [2, (dom, self, [at, text]) => replaceData(dom, self, 'insertData', at, 0, text)],
    deleteData: [2, (dom, self, [at, count]) => replaceData(dom, self, 'deleteData', at, count, '')],
    replaceData: [3, (dom, self, [at, count, text]) => replaceData(dom, self, 'replaceData', at, count, text)],
  },
});

const unsigned = (dom: Dom, value: Value): number => toNumber(dom.isolate, value) >>> 0;

function rangeOf(dom: Dom, self: CharacterData, operation: string, at: Value, count: Value): [number, number] {
  const from = unsigned(dom, at);
  if (from > self.data.length)
    dom.throwException(
      'IndexSizeError',
      `Failed to execute '${operation}' on 'CharacterData': The offset ${from} is greater than the node's length (${self.data.length}).`,
    );
  return [from, Math.min(self.data.length, from + unsigned(dom, count))];
}

function replaceData(dom: Dom, self: CharacterData, operation: string, at: Value, count: Value, text: Value): void {
  const [from, to] = rangeOf(dom, self, operation, at, count);
  const added = dom.text(text);
  const part = { from, count: to - from, length: added.length };
  setData(dom, self, self.data.slice(0, from) + added + self.data.slice(to), part);
}

/** With the texts beside it. */
function wholeText(self: TextData): string {
  let first: NodeData = self;
  while (first.previous instanceof TextData) first = first.previous;
  let text = '';
  for (let each: NodeData | undefined = first; each instanceof TextData; each = each.next) text += each.data;
  return text;
}

const textMembers = membersOf(TextData, {
  attributes: {
    wholeText: (_dom, self) => wholeText(self),
    assignedSlot: (dom, self) => dom.wrapOrNull(slotOf(self)),
  },
  operations: {
    splitText: [
      1,
      (dom, self, [offset]) => {
        const at = unsigned(dom, offset);
        if (at > self.data.length)
          dom.throwException(
            'IndexSizeError',
            "Failed to execute 'splitText' on 'Text': The offset " + `${at} is larger than the Text node's length.`,
          );
        return dom.wrap(splitText(dom, self, at));
      },
    ],
  },
});

const doctypeMembers = membersOf(DoctypeData, {
  attributes: {
    name: (_dom, self) => self.name,
    publicId: (_dom, self) => self.publicId,
    systemId: (_dom, self) => self.systemId,
  },
});

const fragmentMembers = membersOf(FragmentData, {
  operations: {
    getElementById: [
      1,
      (dom, self, [id]) => {
        const wanted = dom.text(id);
        return dom.wrapOrNull([...self.descendantElements()].find((element) => element.get('id') === wanted));
      },
    ],
  },
});

const of = (dom: Dom, value: Value): string => (value === undefined ? '' : dom.text(value));

export const nodeInterfaces: InterfaceTable = {
  Node: {
    parent: 'EventTarget',
    members: [nodeMembers],
    constants: {
      ELEMENT_NODE: nodeTypes.element,
      ATTRIBUTE_NODE: nodeTypes.attribute,
      TEXT_NODE: nodeTypes.text,
      CDATA_SECTION_NODE: 4,
      PROCESSING_INSTRUCTION_NODE: 7,
      COMMENT_NODE: nodeTypes.comment,
      DOCUMENT_NODE: nodeTypes.document,
      DOCUMENT_TYPE_NODE: nodeTypes.doctype,
      DOCUMENT_FRAGMENT_NODE: nodeTypes.fragment,
      DOCUMENT_POSITION_DISCONNECTED: 1,
      DOCUMENT_POSITION_PRECEDING: 2,
      DOCUMENT_POSITION_FOLLOWING: 4,
      DOCUMENT_POSITION_CONTAINS: 8,
      DOCUMENT_POSITION_CONTAINED_BY: 16,
    },
  },
  CharacterData: { parent: 'Node', members: [dataMembers, childMembers, siblingMembers] },
  Text: {
    parent: 'CharacterData',
    members: [textMembers],
    construct: (dom, [data], newTarget) => dom.newNode(new TextData(dom.document, of(dom, data)), newTarget),
  },
  Comment: {
    parent: 'CharacterData',
    construct: (dom, [data], newTarget) => dom.newNode(new CommentData(dom.document, of(dom, data)), newTarget),
  },
  DocumentType: { parent: 'Node', members: [doctypeMembers, childMembers] },
  DocumentFragment: {
    parent: 'Node',
    members: [parentMembers, fragmentMembers],
    construct: (dom, _args, newTarget) => dom.newNode(new FragmentData(dom.document), newTarget),
  },
};
