/**
 * Selectors: css-select matches them over our nodes by an adapter. Selectors: Level 4; DOM: scope-match a selectors string.
 * Simplified: no states of a pointer (:hover), no :lang, :dir and what browsers add (:-webkit-…): those are syntax errors.
 */
import { compile, is, type Options, selectAll, selectOne } from 'css-select';
import { isTraversal, parse, type Selector } from 'css-what';
import { isChecked, selectedOptions, valueOf } from './form-controls.ts';
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
  'is-checked': (element) => (element.is('option') ? isSelected(element) : element.is('input') && isChecked(element)),
  focus: (element) => element.ownerDocument.activeElement === element,
  'focus-within': (element) => element.contains(element.ownerDocument.activeElement),
  'focus-visible': (element) => element.ownerDocument.activeElement === element,
  defined: (element) => !element.localName.includes('-') || element.definition !== undefined,
  target: () => false,
  'placeholder-shown': (element) =>
    element.is('input', 'textarea') && element.has('placeholder') && valueOf(element) === '',
  default: (element) =>
    (element.is('option') && element.has('selected')) || (element.is('input') && element.has('checked')),
  open: (element) => element.is('details', 'dialog') && element.has('open'),
  'popover-open': (element) => element.state.popover?.isOpen === true,
  fullscreen: () => false,
  modal: () => false,
  host: () => false,
  indeterminate: (element) => element.state.indeterminate === true,
};

function isSelected(option: ElementData): boolean {
  let around: NodeData | undefined = option.parent;
  while (around instanceof ElementData && !around.is('select')) around = around.parent;
  return around instanceof ElementData
    ? selectedOptions(around).includes(option)
    : (option.state.selected ?? option.has('selected'));
}

/** Of the standard, those that css-select knows; what it adds to the standard is a syntax error here. */
const known = new Set(
  `any-link link visited hover active disabled enabled required optional read-only read-write empty first-child last-child
  first-of-type last-of-type only-child only-of-type nth-child nth-last-child nth-of-type nth-last-of-type root scope is where
  matches not has checked`.split(/\s+/),
);

function parsed(text: string): Selector[][] {
  let list: Selector[][];
  try {
    list = parse(text);
  } catch {
    throw new SelectorError(text);
  }
  if (list.length === 0 || list.some((one) => !isValid(one))) throw new SelectorError(text);
  for (const one of list) renamed(one);
  // No element is a part of one: such selectors match nothing.
  return list.filter((one) => !one.some(({ type }) => type === 'pseudo-element'));
}

/** css-select has a rule of its own for `:checked`, by attributes, which comes before ours. */
function renamed(selector: readonly Selector[]): void {
  for (const token of selector) {
    if (token.type !== 'pseudo') continue;
    if (token.name === 'checked') Object.assign(token, { name: 'is-checked' });
    if (Array.isArray(token.data)) for (const inner of token.data) renamed(inner);
  }
}

function isValid(selector: readonly Selector[]): boolean {
  if (selector.length === 0) return false;
  const last = selector.at(-1)!;
  if (isTraversal(last) || isTraversal(selector[0]!)) return false;
  return selector.every((token) => {
    if (token.type === 'attribute' && token.namespace !== null) return false;
    if (token.type === 'column-combinator') return false;
    if (token.type !== 'pseudo') return true;
    if (!known.has(token.name) && !Object.hasOwn(pseudos, token.name)) return false;
    return !Array.isArray(token.data) || token.name === 'has' || token.data.every(isValid);
  });
}

function optionsFor(node: NodeData): Options<NodeData, ElementData> {
  const { isQuirky } = node.ownerDocument;
  return { adapter, pseudos, quirksMode: isQuirky, relativeSelector: false, context: node, cacheResults: false };
}
