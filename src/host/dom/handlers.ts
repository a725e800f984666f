/** onclick and its kin on elements and documents, as properties and as attributes. HTML: 8.1.8.1 Event handlers. */
import { construct, GuestException, type Value } from '../../engine/index.ts';
import type { Dom } from './dom.ts';
import { documentHandlers, elementHandlers } from './handler-names.ts';
import { type Attribute, type Members, membersOf } from './interfaces.ts';
import { DocumentData, ElementData, NodeData, ParentData } from './nodes.ts';

function handler(type: string): Attribute<NodeData> {
  return {
    get: (dom, self) => dom.callModule('internal/event_firing', 'handlerGet', [dom.wrap(self), type]),
    set: (dom, self, value) =>
      void dom.callModule('internal/event_firing', 'handlerSet', [dom.wrap(self), type, value]),
  };
}

const table = (names: readonly string[]): Record<string, Attribute<NodeData>> =>
  Object.fromEntries(names.map((name) => [`on${name}`, handler(name)]));

export const elementHandlerMembers: Members = membersOf(ElementData, { attributes: table(elementHandlers) });
export const documentHandlerMembers: Members = membersOf(DocumentData, { attributes: table(documentHandlers) });

/** `onclick="…"`. Simplified: the code sees the element as `this` and `event`, not the element's own names. */
export function setHandlerAttribute(dom: Dom, element: ElementData, name: string, code: string | null): void {
  if (!name.startsWith('on') || !elementHandlers.includes(name.slice(2))) return;
  const { isolate } = dom;
  let callback: Value = null;
  if (code !== null) {
    try {
      callback = construct(isolate, isolate.realm.intrinsic('Function'), ['event', code]);
    } catch (thrown) {
      if (!(thrown instanceof GuestException)) throw thrown;
      dom.callModule('internal/event_firing', 'report', [thrown.value]);
    }
  }
  dom.callModule('internal/event_firing', 'handlerSet', [dom.wrap(element), name.slice(2), callback]);
}

/** Of what a parser has made. */
export function setHandlersOf(dom: Dom, node: NodeData): void {
  if (!(node instanceof ParentData)) return;
  if (node instanceof ElementData)
    for (const { name, value } of node.attributes) setHandlerAttribute(dom, node, name, value);
  for (const child of node.children) setHandlersOf(dom, child);
}
