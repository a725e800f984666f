/** Nodes that were in the document and are not any more, and that the program still holds. DevTools: detached elements. */
import { JSObject, type Scope } from '../../engine/index.ts';
import { ElementData, NodeData, ParentData } from '../../host/dom/nodes.ts';
import type { ReachedObjects } from '../heap/reached-objects.ts';
import { keepingPathOf } from './keeping-path.ts';
import type { DetachedEvidence } from './memory-evidence.ts';

const mostTrees = 200;

export function detachedNodesOf(
  reached: ReachedObjects,
  isMain: (scope: Scope) => boolean,
): readonly DetachedEvidence[] {
  const found = new Map<NodeData, DetachedEvidence>();
  for (const object of reached.order) {
    const node = object instanceof JSObject ? object.internal : undefined;
    if (!(node instanceof NodeData) || node.isConnected) continue;
    const { root } = node;
    if (!root.wasRemoved || found.has(root) || found.size === mostTrees) continue;
    // What is met first is what the program holds; the rest of the tree hangs on it.
    const path = keepingPathOf(reached, object, isMain);
    if (path !== undefined) found.set(root, { name: nameOf(root), nodes: sizeOf(root), path });
  }
  return [...found.values()];
}

function nameOf(node: NodeData): string {
  if (!(node instanceof ElementData)) return node.name;
  const id = node.attributes.find(({ localName }) => localName === 'id')?.value ?? '';
  return id === '' ? node.localName : `${node.localName}#${id}`;
}

function sizeOf(node: NodeData): number {
  let count = 1;
  if (node instanceof ParentData) for (const _ of node.descendants()) count++;
  return count;
}
