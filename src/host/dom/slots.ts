/** What is in the slots of shadow trees. DOM: 4.2.2.3 Finding slots and slottables; HTML: 4.12.4 The slot element. Simplified: no slotchange. */
import { toBoolean, type Value } from '../../engine/index.ts';
import { type Dom, isShadowRoot } from './dom.ts';
import { reflecting } from './html-element.ts';
import { type InterfaceTable, membersOf } from './interfaces.ts';
import { ElementData, type NodeData, TextData } from './nodes.ts';

const nameOf = (node: NodeData): string => (node instanceof ElementData ? (node.get('slot') ?? '') : '');

const isSlottable = (node: NodeData): boolean => node instanceof ElementData || node instanceof TextData;

/** DOM: find a slot. */
export function slotOf(node: NodeData): ElementData | undefined {
  const root = node.parent instanceof ElementData && isSlottable(node) ? node.parent.shadowRoot : undefined;
  if (root === undefined) return undefined;
  const name = nameOf(node);
  for (const element of root.descendantElements())
    if (element.is('slot') && (element.get('name') ?? '') === name) return element;
  return undefined;
}

/** DOM: find slottables. */
function assignedTo(slot: ElementData): NodeData[] {
  const { root } = slot;
  if (!isShadowRoot(root)) return [];
  return root.host!.children.filter((child) => slotOf(child) === slot);
}

/** DOM: find flattened slottables. */
function flattened(slot: ElementData): NodeData[] {
  if (!isShadowRoot(slot.root)) return [];
  const assigned = assignedTo(slot);
  const nodes = assigned.length > 0 ? assigned : slot.children.filter(isSlottable);
  return nodes.flatMap((node) =>
    node instanceof ElementData && node.is('slot') && isShadowRoot(node.root) ? flattened(node) : [node],
  );
}

function found(dom: Dom, slot: ElementData, options: Value): NodeData[] {
  return toBoolean(dom.member(options, 'flatten')) ? flattened(slot) : assignedTo(slot);
}

const wrapped = (dom: Dom, nodes: readonly NodeData[]): Value => dom.list(nodes.map((node) => dom.wrap(node)));

const members = membersOf(ElementData, {
  attributes: reflecting('HTMLSlotElement'),
  operations: {
    assignedNodes: [0, (dom, self, [options]) => wrapped(dom, found(dom, self, options))],
    assignedElements: [
      0,
      (dom, self, [options]) =>
        wrapped(
          dom,
          found(dom, self, options).filter((node) => node instanceof ElementData),
        ),
    ],
  },
});

export const slotInterfaces: InterfaceTable = { HTMLSlotElement: { parent: 'HTMLElement', members: [members] } };
