/** Nodes as arguments of operations. DOM: converting nodes into a node. */
import type { Value } from '../../engine/index.ts';
import type { Dom } from './dom.ts';
import { FragmentData, NodeData, TextData } from './nodes.ts';
import { insert } from './tree.ts';

export function node(dom: Dom, value: Value, where: string, position = 1): NodeData {
  return dom.argument(value, NodeData, where, position, 'Node');
}

export function nodeOrNull(dom: Dom, value: Value, where: string, position: number): NodeData | undefined {
  return value === null || value === undefined ? undefined : node(dom, value, where, position);
}

/** DOM: converting nodes into a node. */
export function nodeOf(dom: Dom, values: readonly Value[], around: NodeData): NodeData {
  const nodes = values.map((value) => nodeOrText(dom, value, around));
  if (nodes.length === 1) return nodes[0]!;
  const fragment = new FragmentData(around.ownerDocument);
  for (const each of nodes) insert(dom, fragment, each, undefined);
  return fragment;
}

function nodeOrText(dom: Dom, value: Value, around: NodeData): NodeData {
  const internal = typeof value === 'object' && value !== null && 'internal' in value ? value.internal : undefined;
  if (internal instanceof NodeData) return internal;
  const text = new TextData(around.ownerDocument, dom.text(value));
  dom.wrap(text);
  return text;
}
