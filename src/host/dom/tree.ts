/**
 * Changing the tree: insertion, removal, adoption and copying, with the checks and what follows from them (mutation records,
 * reactions of custom elements). DOM: 4.2.3 Mutation algorithms.
 */
import type { Dom } from './dom.ts';
import { attributeChanged, connected, disconnected, upgradeTree } from './custom-elements.ts';
import { treeChanged } from './layout-observers.ts';
import { reloadMedia, sourceAdded } from './media-loading.ts';
import { observeRemoved, recordAttribute, recordChildren, setData } from './mutation-observers.ts';
import {
  CommentData,
  DoctypeData,
  DocumentData,
  ElementData,
  FragmentData,
  type NodeData,
  ParentData,
  TextData,
} from './nodes.ts';
import { noteScript, runScripts, sourceChanged } from './script-elements.ts';

/** DOM: ensure pre-insertion validity. */
export function checkInsertion(
  dom: Dom,
  where: string,
  parent: NodeData,
  node: NodeData,
  before: NodeData | undefined,
  replaced?: NodeData,
): asserts parent is ParentData {
  const fail = (message: string): never =>
    dom.throwException('HierarchyRequestError', `Failed to ${where}: ${message}`);
  if (!(parent instanceof ParentData)) fail('This node type does not support this method.');
  let around: NodeData | undefined = parent;
  while (around !== undefined) {
    if (around === node) fail('The new child element contains the parent.');
    around = around instanceof FragmentData && around.host !== undefined ? around.host : around.parent;
  }
  if (before !== undefined && before.parent !== parent)
    dom.throwException(
      'NotFoundError',
      `Failed to ${where}: The node before which the new node is to be inserted is not a child of this node.`,
    );
  if (node instanceof DocumentData || (node instanceof FragmentData && node.host !== undefined))
    fail(`Nodes of type '${node.name}' may not be inserted inside nodes of type '${parent.name}'.`);
  if (!(parent instanceof DocumentData)) {
    if (node instanceof DoctypeData)
      fail(`Nodes of type 'html' may not be inserted inside nodes of type '${parent.name}'.`);
    return;
  }
  if (node instanceof TextData) fail("Nodes of type '#text' may not be inserted inside nodes of type '#document'.");
  const added = node instanceof FragmentData ? node.elements.length : node instanceof ElementData ? 1 : 0;
  const others = parent.elements.filter((element) => element !== node && element !== replaced).length;
  if (added + others > 1) fail('Only one element on document allowed.');
}

/** The node, or the children of a fragment, without checks. */
export function insert(
  dom: Dom,
  parent: ParentData,
  node: NodeData,
  before: NodeData | undefined,
  isRecorded = true,
): void {
  const nodes = node instanceof FragmentData ? [...node.children] : [node];
  if (nodes.length === 0) return;
  if (node instanceof FragmentData) {
    dom.positions.each((data) => nodes.forEach((child) => data.removing(child, node, 0)));
    node.children.length = 0;
    for (const child of nodes) child.parent = undefined;
    recordChildren(dom, node, [], nodes, undefined, undefined);
  }
  const reference = before === node ? node.next : before;
  for (const child of nodes) if (child.parent !== undefined) remove(dom, child);
  const index = reference === undefined ? parent.children.length : parent.children.indexOf(reference);
  for (const child of nodes) {
    adopt(child, parent.ownerDocument);
    child.parent = parent;
  }
  if (reference !== undefined) dom.positions.each((data) => data.inserting(parent, index, nodes.length));
  parent.children.splice(index, 0, ...nodes);
  if (isRecorded) recordChildren(dom, parent, nodes, [], parent.children[index - 1], reference);
  if (parent instanceof ElementData && parent.is('audio', 'video') && nodes.some((each) => each instanceof ElementData))
    sourceAdded(dom, parent);
  if (!parent.isConnected) return;
  for (const child of nodes) connected(dom, child);
  treeChanged(dom);
  runScripts(dom, parent, nodes);
}

/** DOM: replace, which is one record for who observes it. */
export function replace(dom: Dom, parent: ParentData, node: NodeData, old: NodeData): void {
  const reference = old.next === node ? node.next : old.next;
  const { previous } = old;
  if (node.parent !== undefined && node !== old) remove(dom, node);
  const added = node instanceof FragmentData ? [...node.children] : [node];
  const isThere = old.parent === parent;
  if (isThere) remove(dom, old, false);
  insert(dom, parent, node, reference, false);
  recordChildren(dom, parent, added, isThere ? [old] : [], previous === node ? node.previous : previous, reference);
}

export function remove(dom: Dom, node: NodeData, isRecorded = true): void {
  const { parent } = node;
  if (parent === undefined) return;
  const wasConnected = parent.isConnected;
  const index = parent.children.indexOf(node);
  const [previous, next] = [parent.children[index - 1], parent.children[index + 1]];
  dom.positions.each((data) => data.removing(node, parent, index));
  parent.children.splice(index, 1);
  node.parent = undefined;
  const { ownerDocument } = node;
  const { activeElement } = ownerDocument;
  if (activeElement !== undefined && node.contains(activeElement)) loseFocus(dom, activeElement);
  if (isRecorded) recordChildren(dom, parent, [], [node], previous, next);
  observeRemoved(parent, node);
  if (!wasConnected) return;
  treeChanged(dom);
  disconnected(dom, node);
}

/** The element with the focus is in the tree no longer. */
function loseFocus(dom: Dom, element: ElementData): void {
  element.ownerDocument.activeElement = undefined;
  const object = dom.wrap(element);
  dom.fire(object, 'blur', { composed: true }, 'FocusEvent');
  dom.fire(object, 'focusout', { bubbles: true, composed: true }, 'FocusEvent');
}

/** DOM: replace all. */
export function replaceAll(dom: Dom, parent: ParentData, node: NodeData | undefined): void {
  const removed = [...parent.children];
  const wasConnected = parent.isConnected;
  while (!dom.positions.isEmpty && parent.children.length > 0) {
    dom.positions.each((data) => data.removing(parent.children[0]!, parent, 0));
    parent.children.shift()!.parent = undefined;
  }
  parent.children.length = 0;
  for (const child of removed) {
    child.parent = undefined;
    const { ownerDocument } = child;
    if (child.contains(ownerDocument.activeElement)) ownerDocument.activeElement = undefined;
    observeRemoved(parent, child);
  }
  const added = node === undefined ? [] : node instanceof FragmentData ? [...node.children] : [node];
  if (node instanceof FragmentData) node.children.length = 0;
  for (const child of added) {
    if (child.parent !== undefined && child.parent !== node) remove(dom, child);
    adopt(child, parent.ownerDocument);
    child.parent = parent;
    parent.children.push(child);
  }
  if (added.length > 0 || removed.length > 0) recordChildren(dom, parent, added, removed, undefined, undefined);
  if (wasConnected) treeChanged(dom);
  if (wasConnected) for (const child of removed) disconnected(dom, child);
  if (!parent.isConnected) return;
  for (const child of added) connected(dom, child);
  runScripts(dom, parent, added);
}

function adopt(node: NodeData, document: DocumentData): void {
  if (node.ownerDocument === document) return;
  node.ownerDocument = document;
  if (node instanceof ParentData) for (const child of node.children) adopt(child, document);
}

/** DOM: split a Text node. The new one, behind it. */
export function splitText(dom: Dom, node: TextData, at: number): TextData {
  const rest = new TextData(node.ownerDocument, node.data.slice(at));
  dom.wrap(rest);
  if (node.parent !== undefined) {
    insert(dom, node.parent, rest, node.next);
    dom.positions.each((data) => data.split(node, at, rest));
  }
  setData(dom, node, node.data.slice(0, at), { from: at, count: rest.data.length, length: 0 });
  return rest;
}

/** DOM: clone a node. What it clones is not in a tree yet. */
export function copyOf(node: NodeData, isDeep: boolean, document = node.ownerDocument): NodeData {
  const copy = emptyCopy(node, document);
  if (node instanceof ElementData && copy instanceof ElementData) {
    for (const attribute of node.attributes) copy.attributes.push({ ...attribute });
    if (node.is('input', 'textarea')) Object.assign(copy.state, node.state);
    if (node.content !== undefined && copy.content !== undefined && isDeep)
      for (const child of node.content.children) append(copy.content, copyOf(child, true, document));
  }
  if (isDeep && node instanceof ParentData && copy instanceof ParentData)
    for (const child of node.children) append(copy, copyOf(child, true, document));
  return copy;
}

function append(parent: ParentData, child: NodeData): void {
  parent.children.push(child);
  child.parent = parent;
}

function emptyCopy(node: NodeData, document: DocumentData): NodeData {
  if (node instanceof ElementData) {
    const copy = new ElementData(node.interface, document, node.localName, node.namespace, node.prefix);
    if (node.content !== undefined) copy.content = new FragmentData(document);
    return copy;
  }
  if (node instanceof TextData) return new TextData(document, node.data);
  if (node instanceof CommentData) return new CommentData(document, node.data);
  if (node instanceof DoctypeData) return new DoctypeData(document, node.name, node.publicId, node.systemId);
  return node instanceof DocumentData ? new DocumentData() : new FragmentData(document);
}

/** A copy as the program gets it. */
export function cloned(dom: Dom, node: NodeData, isDeep: boolean, document?: DocumentData): NodeData {
  const copy = copyOf(node, isDeep, document);
  dom.wrapAll(copy);
  noteCopies(dom, copy, node);
  upgradeTree(dom, copy);
  return copy;
}

/** HTML: cloning steps of script elements. */
function noteCopies(dom: Dom, copy: NodeData, node: NodeData): void {
  if (copy instanceof ElementData && node instanceof ElementData && node.state.script !== undefined)
    noteScript(dom, copy, node.state.script.isStarted);
  if (!(copy instanceof ParentData) || !(node instanceof ParentData) || !dom.parts.has('has scripts')) return;
  copy.children.forEach((child, index) => noteCopies(dom, child, node.children[index]!));
}

export function setAttribute(
  dom: Dom,
  element: ElementData,
  name: string,
  value: string,
  namespace: string | null = null,
  prefix: string | null = null,
): void {
  const known = element.attribute(name);
  const before = known?.value ?? null;
  recordAttribute(dom, element, name, namespace, before);
  if (known !== undefined) known.value = value;
  else {
    const localName = prefix === null ? name : name.slice(prefix.length + 1);
    element.attributes.push({ namespace, prefix, localName, name, value });
  }
  attributeChanged(dom, element, name, before, value);
  if (name === 'src' && element.is('audio', 'video')) reloadMedia(dom, element);
  if (element.state.script === undefined) return;
  if (name === 'async') element.state.script.isForcedAsync = false;
  if (name === 'src' && before === null) sourceChanged(dom, element);
}

export function removeAttribute(dom: Dom, element: ElementData, name: string): boolean {
  const index = element.attributes.findIndex((attribute) => attribute.name === name);
  if (index < 0) return false;
  const { value, namespace } = element.attributes[index]!;
  recordAttribute(dom, element, name, namespace, value);
  element.attributes.splice(index, 1);
  attributeChanged(dom, element, name, value, null);
  return true;
}
