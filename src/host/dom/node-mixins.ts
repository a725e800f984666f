/** What several kinds of nodes have in common. DOM: 4.2.6 ParentNode, 4.2.7 NonDocumentTypeChildNode, 4.2.8 ChildNode. */
import type { Value } from '../../engine/index.ts';
import { newCollection, newNodeList } from './collections.ts';
import { find, findAll } from './element-queries.ts';
import { membersOf } from './interfaces.ts';
import { nodeOf } from './node-arguments.ts';
import { DocumentData, ElementData, FragmentData, NodeData, ParentData } from './nodes.ts';
import { checkInsertion, insert, remove, replace, replaceAll } from './tree.ts';

const kindOf = (self: ParentData): string =>
  self instanceof DocumentData ? 'Document' : self instanceof FragmentData ? 'DocumentFragment' : 'Element';

export const parentMembers = membersOf(ParentData, {
  attributes: {
    children: (dom, self) => {
      const own = self as ParentData & { collection?: Value };
      return (own.collection ??= newCollection(dom, self, (from) => from.elements));
    },
    firstElementChild: (dom, self) => dom.wrapOrNull(self.elements[0]),
    lastElementChild: (dom, self) => dom.wrapOrNull(self.elements.at(-1)),
    childElementCount: (_dom, self) => self.elements.length,
  },
  operations: {
    prepend: [
      0,
      (dom, self, args) => {
        const added = nodeOf(dom, args, self);
        checkInsertion(dom, `execute 'prepend' on '${kindOf(self)}'`, self, added, self.children[0]);
        insert(dom, self, added, self.children[0]);
      },
    ],
    append: [
      0,
      (dom, self, args) => {
        const added = nodeOf(dom, args, self);
        checkInsertion(dom, `execute 'append' on '${kindOf(self)}'`, self, added, undefined);
        insert(dom, self, added, undefined);
      },
    ],
    replaceChildren: [
      0,
      (dom, self, args) => {
        const added = nodeOf(dom, args, self);
        checkInsertion(dom, `execute 'replaceChildren' on '${kindOf(self)}'`, self, added, undefined);
        replaceAll(dom, self, added);
      },
    ],
    querySelector: [1, (dom, self, [selector]) => dom.wrapOrNull(find(dom, self, dom.text(selector)))],
    querySelectorAll: [1, (dom, self, [selector]) => newNodeList(dom, findAll(dom, self, dom.text(selector)))],
  },
});

/** The first sibling that is none of those that are put in its place. */
function viable(from: NodeData | undefined, step: 'next' | 'previous', values: readonly Value[]): NodeData | undefined {
  let found = from;
  while (found !== undefined && values.includes(found.object)) found = found[step];
  return found;
}

export const childMembers = membersOf(NodeData, {
  operations: {
    before: [
      0,
      (dom, self, args) => {
        const { parent } = self;
        if (parent === undefined) return;
        const previous = viable(self.previous, 'previous', args);
        const added = nodeOf(dom, args, self);
        checkInsertion(dom, "execute 'before' on 'ChildNode'", parent, added, undefined);
        insert(dom, parent, added, previous === undefined ? parent.children[0] : previous.next);
      },
    ],
    after: [
      0,
      (dom, self, args) => {
        const { parent } = self;
        if (parent === undefined) return;
        const next = viable(self.next, 'next', args);
        const added = nodeOf(dom, args, self);
        checkInsertion(dom, "execute 'after' on 'ChildNode'", parent, added, undefined);
        insert(dom, parent, added, next);
      },
    ],
    replaceWith: [
      0,
      (dom, self, args) => {
        const { parent } = self;
        if (parent === undefined) return;
        const next = viable(self.next, 'next', args);
        const added = nodeOf(dom, args, self);
        checkInsertion(dom, "execute 'replaceWith' on 'ChildNode'", parent, added, undefined, self);
        if (self.parent === parent) replace(dom, parent, added, self);
        else insert(dom, parent, added, next);
      },
    ],
    remove: [0, (dom, self) => remove(dom, self)],
  },
});

const siblingOf = (self: NodeData, step: 'next' | 'previous'): ElementData | undefined => {
  let found = self[step];
  while (found !== undefined && !(found instanceof ElementData)) found = found[step];
  return found;
};

export const siblingMembers = membersOf(NodeData, {
  attributes: {
    nextElementSibling: (dom, self) => dom.wrapOrNull(siblingOf(self, 'next')),
    previousElementSibling: (dom, self) => dom.wrapOrNull(siblingOf(self, 'previous')),
  },
});
