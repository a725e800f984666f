/**
 * Text of HTML to nodes and back. The parser is parse5's, which follows the standard; it builds our nodes by an adapter.
 * HTML: 13.2 Parsing HTML documents, 13.3 Serializing HTML fragments.
 */
import { parse, parseFragment, type TreeAdapter, type TreeAdapterTypeMap } from 'parse5';
import { interfaceOfElement } from './html-interfaces.ts';
import {
  CommentData,
  DoctypeData,
  DocumentData,
  ElementData,
  FragmentData,
  htmlNamespace,
  type NodeData,
  ParentData,
  TextData,
} from './nodes.ts';

type Map = TreeAdapterTypeMap<
  NodeData,
  ParentData,
  NodeData,
  DocumentData,
  FragmentData,
  ElementData,
  CommentData,
  TextData,
  ElementData,
  DoctypeData
>;

export function parseDocument(html: string): DocumentData {
  const document = new DocumentData();
  return parse<Map>(html, { treeAdapter: adapterOf(document) });
}

/** As innerHTML of `context` parses: the nodes have no parent yet. */
export function parseNodes(html: string, context: ElementData): NodeData[] {
  const fragment = parseFragment<Map>(context, html, { treeAdapter: adapterOf(context.ownerDocument) });
  const nodes = [...fragment.children];
  for (const node of nodes) node.parent = undefined;
  return nodes;
}

function adapterOf(document: DocumentData): TreeAdapter<Map> {
  const insert = (parent: ParentData, node: NodeData, index: number): void => {
    detach(node);
    parent.children.splice(index, 0, node);
    node.parent = parent;
  };
  const insertText = (parent: ParentData, text: string, index: number): void => {
    const before = parent.children[index - 1];
    if (before instanceof TextData) before.data += text;
    else insert(parent, new TextData(document, text), index);
  };
  let isFirst = true;
  return {
    createDocument: () => {
      if (!isFirst) return new DocumentData();
      isFirst = false;
      return document;
    },
    createDocumentFragment: () => new FragmentData(document),
    createElement: (name, namespace, attributes) => {
      const element = new ElementData(interfaceOfElement(name, namespace), document, name, namespace);
      adopt(element, attributes);
      return element;
    },
    createCommentNode: (data) => new CommentData(document, data),
    createTextNode: (data) => new TextData(document, data),
    adoptAttributes: adopt,
    appendChild: (parent, node) => insert(parent, node, parent.children.length),
    insertBefore: (parent, node, reference) => insert(parent, node, parent.children.indexOf(reference)),
    insertText: (parent, text) => insertText(parent, text, parent.children.length),
    insertTextBefore: (parent, text, reference) => insertText(parent, text, parent.children.indexOf(reference)),
    detachNode: detach,
    setTemplateContent: (element, content) => void (element.content = content),
    getTemplateContent: (element) => (element.content ??= new FragmentData(document)),
    setDocumentType: (target, name, publicId, systemId) =>
      insert(target, new DoctypeData(document, name, publicId, systemId), target.children.length),
    setDocumentMode: (target, mode) => void (target.isQuirky = mode === 'quirks'),
    getDocumentMode: (target) => (target.isQuirky ? 'quirks' : 'no-quirks') as never,
    getFirstChild: (node) => node.children[0] ?? null,
    getChildNodes: (node) => node.children,
    getParentNode: (node) => node.parent ?? null,
    getAttrList: (element) => element.attributes.map(({ name, value }) => ({ name, value })),
    getTagName: (element) => element.qualifiedName,
    getNamespaceURI: (element) => element.namespace as never,
    getTextNodeContent: (node) => node.data,
    getCommentNodeContent: (node) => node.data,
    getDocumentTypeNodeName: (node) => node.name,
    getDocumentTypeNodePublicId: (node) => node.publicId,
    getDocumentTypeNodeSystemId: (node) => node.systemId,
    isTextNode: (node) => node instanceof TextData,
    isCommentNode: (node) => node instanceof CommentData,
    isDocumentTypeNode: (node) => node instanceof DoctypeData,
    isElementNode: (node) => node instanceof ElementData,
    setNodeSourceCodeLocation: () => undefined,
    getNodeSourceCodeLocation: () => undefined,
    updateNodeSourceCodeLocation: () => undefined,
  };
}

interface ParsedAttribute {
  readonly name: string;
  readonly value: string;
  readonly prefix?: string;
  readonly namespace?: string;
}

function adopt(element: ElementData, attributes: readonly ParsedAttribute[]): void {
  for (const { name, value, prefix, namespace } of attributes) {
    const qualified = prefix === undefined || prefix === '' ? name : `${prefix}:${name}`;
    if (element.has(qualified)) continue;
    const own = { namespace: namespace ?? null, prefix: prefix ?? null, localName: name, name: qualified, value };
    element.attributes.push(own);
  }
}

function detach(node: NodeData): void {
  const siblings = node.parent?.children;
  if (siblings !== undefined) siblings.splice(siblings.indexOf(node), 1);
  node.parent = undefined;
}

const voidElements = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(' '),
);
const rawText = new Set('style script xmp iframe noembed noframes plaintext'.split(' '));

/** The markup of what is inside. */
export function serializeInside(node: ParentData): string {
  const parent = node instanceof ElementData && node.content !== undefined ? node.content : node;
  return parent.children.map(serialize).join('');
}

export function serialize(node: NodeData): string {
  if (node instanceof TextData) {
    const isRaw = node.parent instanceof ElementData && node.parent.isHtml && rawText.has(node.parent.localName);
    return isRaw ? node.data : escapeText(node.data);
  }
  if (node instanceof CommentData) return `<!--${node.data}-->`;
  if (node instanceof DoctypeData) return `<!DOCTYPE ${node.name}>`;
  if (!(node instanceof ElementData)) return node instanceof ParentData ? serializeInside(node) : '';
  const start = openTag(node);
  if (node.namespace === htmlNamespace && voidElements.has(node.localName)) return start;
  return `${start}${serializeInside(node)}</${node.qualifiedName}>`;
}

function openTag(element: ElementData): string {
  const attributes = element.attributes.map(({ name, value }) => ` ${name}="${escapeAttribute(value)}"`);
  return `<${element.qualifiedName}${attributes.join('')}>`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('\u00a0', '&nbsp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;');
}
