/** TreeWalker, NodeIterator, NodeFilter. DOM: 6 Traversal. */
import { isCallable, JSObject, toNumber, type Value } from '../../engine/index.ts';
import type { Dom } from './dom.ts';
import { type InterfaceTable, type MembersOf, membersOf, type Operation } from './interfaces.ts';
import { LiveData } from './live-positions.ts';
import { node as nodeArgument } from './node-arguments.ts';
import { NodeData, ParentData } from './nodes.ts';

const [accept, reject, skip] = [1, 2, 3];

abstract class TraversalData extends LiveData {
  readonly root: NodeData;
  readonly whatToShow: number;
  readonly filter: JSObject | null;
  isFiltering = false;

  constructor(root: NodeData, whatToShow: number, filter: JSObject | null) {
    super();
    this.root = root;
    this.whatToShow = whatToShow;
    this.filter = filter;
  }

  override removing(_node: NodeData, _parent: ParentData, _index: number): void {}
}

class WalkerData extends TraversalData {
  current: NodeData = this.root;
}

class IteratorData extends TraversalData {
  reference: NodeData = this.root;
  isBefore = true;

  /** DOM: NodeIterator pre-removing steps. */
  override removing(node: NodeData): void {
    if (!node.contains(this.reference) || node.contains(this.root)) return;
    if (this.isBefore) {
      const next = following(node, this.root, true);
      if (next !== undefined) {
        this.reference = next;
        return;
      }
      this.isBefore = false;
    }
    this.reference = node.previous === undefined ? node.parent! : lastInside(node.previous);
  }
}

const childrenOf = (node: NodeData): readonly NodeData[] => (node instanceof ParentData ? node.children : []);

function lastInside(node: NodeData): NodeData {
  let last = node;
  for (let child = childrenOf(last).at(-1); child !== undefined; child = childrenOf(last).at(-1)) last = child;
  return last;
}

/** In tree order, and in the root. */
function following(node: NodeData, root: NodeData, isOutside = false): NodeData | undefined {
  const [first] = isOutside ? [] : childrenOf(node);
  if (first !== undefined) return first;
  for (let each: NodeData | undefined = node; each !== undefined && each !== root; each = each.parent) {
    const { next } = each;
    if (next !== undefined) return next;
  }
  return undefined;
}

function preceding(node: NodeData, root: NodeData): NodeData | undefined {
  if (node === root) return undefined;
  return node.previous === undefined ? node.parent : lastInside(node.previous);
}

/** DOM: filter a node. */
function filter(dom: Dom, self: TraversalData, node: NodeData): number {
  const on = self instanceof WalkerData ? 'TreeWalker' : 'NodeIterator';
  if (self.isFiltering) dom.throwException('InvalidStateError', `${dom.calledWords}Filter function can't be recursive`);
  if (((1 << (node.type - 1)) & self.whatToShow) === 0) return skip;
  const { filter: given } = self;
  if (given === null) return accept;
  let callback: Value = given;
  self.isFiltering = true;
  try {
    if (!isCallable(given)) callback = dom.member(given, 'acceptNode');
    if (!(callback instanceof JSObject) || !isCallable(callback))
      return dom.throwTypeError(
        `Failed to execute '${dom.calledName}' on '${on}': Failed to execute 'acceptNode' on 'NodeFilter': The provided callback is not callable.`,
      );
    const receiver = isCallable(given) ? undefined : given;
    return toNumber(dom.isolate, dom.isolate.callNested(callback, receiver, [dom.wrap(node)])) & 0xffff;
  } finally {
    self.isFiltering = false;
  }
}

type Side = 'first' | 'last';

const edgeOf = (node: NodeData, side: Side): NodeData | undefined => childrenOf(node).at(side === 'first' ? 0 : -1);

/** DOM: traverse children. */
function child(dom: Dom, self: WalkerData, side: Side): NodeData | undefined {
  let node = edgeOf(self.current, side);
  while (node !== undefined) {
    const result = filter(dom, self, node);
    if (result === accept) return (self.current = node);
    const inner: NodeData | undefined = result === skip ? edgeOf(node, side) : undefined;
    if (inner !== undefined) {
      node = inner;
      continue;
    }
    for (;;) {
      const sibling: NodeData | undefined = side === 'first' ? node.next : node.previous;
      if (sibling !== undefined) {
        node = sibling;
        break;
      }
      const { parent }: NodeData = node;
      if (parent === undefined || parent === self.root || parent === self.current) return undefined;
      node = parent;
    }
  }
  return undefined;
}

/** DOM: traverse siblings. */
function sibling(dom: Dom, self: WalkerData, step: 'next' | 'previous'): NodeData | undefined {
  let node = self.current;
  if (node === self.root) return undefined;
  for (;;) {
    let beside = node[step];
    while (beside !== undefined) {
      node = beside;
      const result = filter(dom, self, node);
      if (result === accept) return (self.current = node);
      beside = result === reject ? undefined : edgeOf(node, step === 'next' ? 'first' : 'last');
      beside ??= node[step];
    }
    const { parent } = node;
    if (parent === undefined || parent === self.root || filter(dom, self, parent) === accept) return undefined;
    node = parent;
  }
}

function parent(dom: Dom, self: WalkerData): NodeData | undefined {
  let node: NodeData | undefined = self.current;
  while (node !== undefined && node !== self.root) {
    node = node.parent;
    if (node !== undefined && filter(dom, self, node) === accept) return (self.current = node);
  }
  return undefined;
}

function walkForth(dom: Dom, self: WalkerData): NodeData | undefined {
  let node: NodeData | undefined = self.current;
  let result = accept;
  while (node !== undefined) {
    node = following(node, self.root, result === reject);
    if (node === undefined) return undefined;
    result = filter(dom, self, node);
    if (result === accept) return (self.current = node);
  }
  return undefined;
}

function walkBack(dom: Dom, self: WalkerData): NodeData | undefined {
  let node = self.current;
  while (node !== self.root) {
    for (let before = node.previous; before !== undefined; before = node.previous) {
      node = before;
      let result = filter(dom, self, node);
      for (let last = edgeOf(node, 'last'); result !== reject && last !== undefined; last = edgeOf(node, 'last')) {
        node = last;
        result = filter(dom, self, node);
      }
      if (result === accept) return (self.current = node);
    }
    if (node === self.root || node.parent === undefined) return undefined;
    node = node.parent;
    if (filter(dom, self, node) === accept) return (self.current = node);
  }
  return undefined;
}

/** DOM: traverse. */
function iterate(dom: Dom, self: IteratorData, isForth: boolean): NodeData | undefined {
  let node: NodeData | undefined = self.reference;
  let { isBefore } = self;
  for (;;) {
    if (isBefore === isForth) isBefore = !isForth;
    else node = isForth ? following(node, self.root) : preceding(node, self.root);
    if (node === undefined) return undefined;
    if (filter(dom, self, node) === accept) break;
  }
  self.reference = node;
  self.isBefore = isBefore;
  return node;
}

const moving = <T extends TraversalData>(move: (dom: Dom, self: T) => NodeData | undefined): Operation<T> => [
  0,
  (dom, self) => dom.wrapOrNull(move(dom, self)),
];

const common: MembersOf<TraversalData> = {
  attributes: {
    root: (dom, self) => dom.wrap(self.root),
    whatToShow: (_dom, self) => self.whatToShow,
    filter: (_dom, self) => self.filter,
  },
};

const walkerMembers = membersOf(WalkerData, {
  attributes: {
    ...common.attributes,
    currentNode: {
      get: (dom, self) => dom.wrap(self.current),
      set: (dom, self, value) => {
        const { internal } = value instanceof JSObject ? value : { internal: undefined };
        if (!(internal instanceof NodeData))
          return dom.throwTypeError(
            "Failed to set the 'currentNode' property on 'TreeWalker': Failed to convert value to 'Node'.",
          );
        self.current = internal;
      },
    },
  },
  operations: {
    parentNode: moving(parent),
    firstChild: moving((dom, self) => child(dom, self, 'first')),
    lastChild: moving((dom, self) => child(dom, self, 'last')),
    previousSibling: moving((dom, self) => sibling(dom, self, 'previous')),
    nextSibling: moving((dom, self) => sibling(dom, self, 'next')),
    previousNode: moving(walkBack),
    nextNode: moving(walkForth),
  },
});

const iteratorMembers = membersOf(IteratorData, {
  attributes: {
    ...common.attributes,
    referenceNode: (dom, self) => dom.wrap(self.reference),
    pointerBeforeReferenceNode: (_dom, self) => self.isBefore,
  },
  operations: {
    nextNode: moving((dom, self) => iterate(dom, self, true)),
    previousNode: moving((dom, self) => iterate(dom, self, false)),
    detach: [0, () => undefined],
  },
});

/** What createTreeWalker and createNodeIterator are given. */
function argumentsOf(
  dom: Dom,
  operation: string,
  [root, shown, given]: readonly Value[],
): [NodeData, number, JSObject | null] {
  const where = `execute '${operation}' on 'Document'`;
  const node = nodeArgument(dom, root, where);
  const whatToShow = shown === undefined ? 0xffff_ffff : toNumber(dom.isolate, shown) >>> 0;
  if (given === null || given === undefined) return [node, whatToShow, null];
  if (!(given instanceof JSObject)) dom.throwTypeError(`Failed to ${where}: parameter 3 is not of type 'Object'.`);
  return [node, whatToShow, given as JSObject];
}

export function newTreeWalker(dom: Dom, args: readonly Value[]): JSObject {
  return dom.newObject('TreeWalker', new WalkerData(...argumentsOf(dom, 'createTreeWalker', args)));
}

export function newNodeIterator(dom: Dom, args: readonly Value[]): JSObject {
  const data = new IteratorData(...argumentsOf(dom, 'createNodeIterator', args));
  dom.positions.add(data);
  return dom.newObject('NodeIterator', data);
}

export const traversalInterfaces: InterfaceTable = {
  TreeWalker: { members: [walkerMembers] },
  NodeIterator: { members: [iteratorMembers] },
  NodeFilter: {
    constants: {
      FILTER_ACCEPT: accept,
      FILTER_REJECT: reject,
      FILTER_SKIP: skip,
      SHOW_ALL: 0xffff_ffff,
      SHOW_ELEMENT: 1,
      SHOW_ATTRIBUTE: 2,
      SHOW_TEXT: 4,
      SHOW_CDATA_SECTION: 8,
      SHOW_ENTITY_REFERENCE: 16,
      SHOW_ENTITY: 32,
      SHOW_PROCESSING_INSTRUCTION: 64,
      SHOW_COMMENT: 128,
      SHOW_DOCUMENT: 256,
      SHOW_DOCUMENT_TYPE: 512,
      SHOW_DOCUMENT_FRAGMENT: 1024,
      SHOW_NOTATION: 2048,
    },
  },
};
