/**
 * innerText: what a reader would see of an element. HTML: 3.2.7 The innerText and outerText properties.
 * Simplified: there are no style sheets: what is a block, and what is hidden, follows from the names of elements, the `hidden`
 * attribute and the style attribute's `display`; white space collapses everywhere but in pre and textarea.
 */
import { ElementData, type NodeData, TextData } from './nodes.ts';

const blocks = new Set(
  `address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4
  h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody tfoot thead tr ul
  caption`.split(/\s+/),
);
const notRendered = new Set(
  `area base basefont datalist head link meta noembed noframes param rp script style template title audio canvas iframe img input
  object select textarea video`.split(/\s+/),
);

/** A text, or how many line breaks there have to be at least. */
type Item = string | number;

function isHidden(element: ElementData): boolean {
  return (
    (element.isHtml && notRendered.has(element.localName)) ||
    element.has('hidden') ||
    /(^|;)\s*display\s*:\s*none\b/i.test(element.get('style') ?? '')
  );
}

export function renderedText(element: ElementData): string {
  // What is not rendered itself gives all of its text.
  if (!element.isConnected || isHidden(element)) return element.textContent;
  return renderedTextOf(element.children, element.is('pre', 'textarea'));
}

/** Of nodes that stand, or are to be thought, in what is rendered. */
export function renderedTextOf(nodes: readonly NodeData[], isPreserved = false): string {
  const items: Item[] = [];
  for (const node of nodes) collect(node, isPreserved, items);
  return joined(items);
}

function collect(node: NodeData, isPreserved: boolean, items: Item[]): void {
  if (node instanceof TextData) {
    const text = isPreserved ? node.data : node.data.replaceAll(/[\t\n\r ]+/g, ' ');
    items.push(text);
    return;
  }
  if (!(node instanceof ElementData) || isHidden(node)) return;
  if (node.is('br')) return void items.push('\n');
  const breaks = node.is('p') ? 2 : node.isHtml && blocks.has(node.localName) ? 1 : 0;
  if (breaks > 0) items.push(breaks);
  for (const child of node.children) collect(child, isPreserved || node.is('pre', 'textarea'), items);
  if (node.is('td', 'th') && node.next !== undefined) items.push('\t');
  if (breaks > 0) items.push(breaks);
}

/** Spaces at the ends of lines go; runs of required breaks become as many as the most that one asks for. */
function joined(items: readonly Item[]): string {
  let text = '';
  let breaks = 0;
  for (const item of items) {
    if (typeof item === 'number') {
      breaks = Math.max(breaks, item);
      continue;
    }
    const atStart = text === '' || breaks > 0 || /[\n\t ]$/.test(text);
    const added = atStart && item.startsWith(' ') ? item.slice(1) : item;
    if (added === '') continue;
    if (breaks > 0 && text !== '') text = text.replace(/ $/, '') + '\n'.repeat(breaks);
    breaks = 0;
    text = added === '\n' ? text.replace(/ $/, '') + added : text + added;
  }
  return text.replace(/ $/, '');
}
