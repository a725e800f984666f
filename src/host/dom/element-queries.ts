/** querySelector and its kin as the program calls them: what is no selector is an error of the operation. */
import type { Dom } from './dom.ts';
import { type DocumentData, ElementData, FragmentData, type ParentData } from './nodes.ts';
import { closest, matches, querySelector, querySelectorAll, SelectorError } from './selectors.ts';

export function find(dom: Dom, root: ParentData, selector: string): ElementData | undefined {
  return checked(dom, 'querySelector', root, selector, () => querySelector(root, selector));
}

export function findAll(dom: Dom, root: ParentData, selector: string): ElementData[] {
  return checked(dom, 'querySelectorAll', root, selector, () => querySelectorAll(root, selector));
}

export function isMatch(dom: Dom, element: ElementData, selector: string): boolean {
  return checked(dom, 'matches', element, selector, () => matches(element, selector));
}

export function findClosest(dom: Dom, element: ElementData, selector: string): ElementData | undefined {
  return checked(dom, 'closest', element, selector, () => closest(element, selector));
}

function checked<T>(dom: Dom, operation: string, root: ParentData, selector: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof SelectorError)) throw error;
    const on = root instanceof ElementData ? 'Element' : root instanceof FragmentData ? 'DocumentFragment' : 'Document';
    const shown = selector === '' ? 'The provided selector is empty' : `'${selector}' is not a valid selector`;
    return dom.throwException('SyntaxError', `Failed to execute '${operation}' on '${on}': ${shown}.`);
  }
}

/** The first in tree order. */
export function elementById(document: DocumentData, id: string): ElementData | undefined {
  if (id === '') return undefined;
  for (const element of document.descendantElements()) if (element.get('id') === id) return element;
  return undefined;
}
