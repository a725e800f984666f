/**
 * Selectors: css-select matches them over our nodes by an adapter. Selectors: Level 4; DOM: scope-match a selectors string.
 * Simplified: no states of a pointer (:hover); what css-select adds to the standard (:contains) is a syntax error here too.
 */
import { compile, is, type Options, selectAll, selectOne } from 'css-select';
import { isTraversal, parse, type Selector } from 'css-what';
import { ElementData, type NodeData, ParentData, TextData } from './nodes.ts';

const adapter: NonNullable<Options<NodeData, ElementData>['adapter']> = {
  isTag: (node): node is ElementData => node instanceof ElementData,
  getAttributeValue: (element, name) => element.get(name),
  getChildren: (node) => (node instanceof ParentData ? node.children : []),
  getName: (element) => element.qualifiedName,
  getParent: (element) => element.parent ?? null,
  getSiblings: (node) => node.parent?.children ?? [node],
  getText: (node) => (node instanceof ParentData ? node.textContent : node instanceof TextData ? node.data : ''),
  hasAttrib: (element, name) => element.has(name),
  removeSubsets: (nodes) => nodes.filter((node) => !nodes.some((other) => other !== node && other.contains(node))),
  isActive: () => false,
  isHovered: () => false,
  isVisited: () => false,
};

/** Throws where the text is none: `isSelectorError`. */
export function querySelector(root: ParentData, selector: string): ElementData | undefined {
  return selectOne(parsed(selector), [...root.children], optionsFor(root)) ?? undefined;
}

export function querySelectorAll(root: ParentData, selector: string): ElementData[] {
  const found = new Set(selectAll(parsed(selector), [...root.children], optionsFor(root)));
  // In tree order, whatever the order of the selectors.
  return found.size < 2 ? [...found] : [...root.descendantElements()].filter((element) => found.has(element));
}

export function matches(element: ElementData, selector: string): boolean {
  return is(element, parsed(selector), optionsFor(element));
}

export function closest(element: ElementData, selector: string): ElementData | undefined {
  const query = compile<NodeData, ElementData>(parsed(selector), optionsFor(element), [element]);
  for (let node: NodeData | undefined = element; node !== undefined; node = node.parent)
    if (node instanceof ElementData && query(node)) return node;
  return undefined;
}

export class SelectorError extends Error {}

const pseudos: NonNullable<Options<NodeData, ElementData>['pseudos']> = {
  checked: (element) =>
    element.is('option')
      ? (element.state.selected ?? element.has('selected'))
      : element.is('input') && isChecked(element),
  focus: (element) => element.ownerDocument.activeElement === element,
  'focus-within': (element) => element.contains(element.ownerDocument.activeElement),
  'focus-visible': (element) => element.ownerDocument.activeElement === element,
  defined: (element) => !element.localName.includes('-') || element.definition !== undefined,
  target: () => false,
  indeterminate: (element) => element.state.indeterminate === true,
};

function isChecked(element: ElementData): boolean {
  return element.state.checked ?? element.has('checked');
}

const extensions = new Set([
  'contains',
  'icontains',
  'header',
  'button',
  'image',
  'input',
  'parent',
  'selected',
  'text',
]);
extensions.add('file').add('password').add('radio').add('reset').add('submit').add('checkbox').add('lang');

function parsed(text: string): Selector[][] {
  let list: Selector[][];
  try {
    list = parse(text);
  } catch {
    throw new SelectorError(text);
  }
  if (list.length === 0 || list.some((one) => !isValid(one))) throw new SelectorError(text);
  return list;
}

function isValid(selector: readonly Selector[]): boolean {
  if (selector.length === 0) return false;
  const last = selector.at(-1)!;
  if (isTraversal(last) || isTraversal(selector[0]!)) return false;
  return selector.every((token) => {
    if (token.type !== 'pseudo') return true;
    if (extensions.has(token.name)) return false;
    return !Array.isArray(token.data) || token.name === 'has' || token.data.every(isValid);
  });
}

function optionsFor(node: NodeData): Options<NodeData, ElementData> {
  const { isQuirky } = node.ownerDocument;
  return { adapter, pseudos, quirksMode: isQuirky, relativeSelector: false, context: node, cacheResults: false };
}
