/** Range. DOM: 5.5 Interface Range; DOM Parsing: createContextualFragment. */
import { type JSObject, toBoolean, toNumber, type Value } from '../../engine/index.ts';
import type { Dom } from './dom.ts';
import { noLayout, parsed } from './element-interface.ts';
import { newRect } from './geometry.ts';
import { type InterfaceTable, membersOf, type Operation } from './interfaces.ts';
import { type Boundary, compareBoundaries, indexOf, lengthOf } from './live-positions.ts';
import { node as nodeArgument } from './node-arguments.ts';
import { CharacterData, DoctypeData, ElementData, type NodeData, TextData } from './nodes.ts';
import { insertIntoRange, RangeData, takeContents, textOfRange } from './ranges.ts';
import { noteScript } from './script-elements.ts';
import { insert, replaceAll } from './tree.ts';

export function newRange(dom: Dom, data: RangeData): JSObject {
  dom.positions.add(data);
  return dom.newObject('Range', data);
}

/** What two arguments say; `on` is the class whose operation it is. */
export function boundaryOf(dom: Dom, operation: string, node: Value, offset: Value, on = 'Range'): Boundary {
  const where = `execute '${operation}' on '${on}'`;
  const found = nodeArgument(dom, node, where);
  return checked(dom, where, found, toNumber(dom.isolate, offset) >>> 0);
}

function checked(dom: Dom, where: string, node: NodeData, offset: number): Boundary {
  if (node instanceof DoctypeData)
    dom.throwException('InvalidNodeTypeError', `Failed to ${where}: The node provided is of type '${node.name}'.`);
  const length = lengthOf(node);
  if (offset <= length) return { node, offset };
  const problem =
    node instanceof CharacterData
      ? `The offset ${offset} is larger than the node's length (${length}).`
      : `There is no child at offset ${offset}.`;
  return dom.throwException('IndexSizeError', `Failed to ${where}: ${problem}`);
}

/** The boundary before a node, or some way behind. */
function beside(dom: Dom, operation: string, value: Value, distance: number): Boundary {
  const where = `execute '${operation}' on 'Range'`;
  const node = nodeArgument(dom, value, where);
  if (node.parent === undefined)
    return dom.throwException('InvalidNodeTypeError', `Failed to ${where}: the given Node has no parent.`);
  return { node: node.parent, offset: indexOf(node) + distance };
}

export function rangeArgument(dom: Dom, value: Value, where: string): RangeData {
  return dom.argument(value, RangeData, where, 1, 'Range');
}

const abstractMembers = membersOf(RangeData, {
  attributes: {
    startContainer: (dom, self) => dom.wrap(self.start.node),
    startOffset: (_dom, self) => self.start.offset,
    endContainer: (dom, self) => dom.wrap(self.end.node),
    endOffset: (_dom, self) => self.end.offset,
    collapsed: (_dom, self) => self.isCollapsed,
  },
});

/** Which boundary point of this range is compared with which of the other. */
const comparisons = [
  ['start', 'start'],
  ['end', 'start'],
  ['end', 'end'],
  ['start', 'end'],
] as const;

function compareRanges(dom: Dom, self: RangeData, how: Value, given: Value): number {
  const where = "execute 'compareBoundaryPoints' on 'Range'";
  const other = dom.argument(given, RangeData, where, 2, 'Range');
  const pair = comparisons[toNumber(dom.isolate, how) & 0xffff];
  if (pair === undefined)
    return dom.throwException(
      'NotSupportedError',
      `Failed to ${where}: The comparison method provided must be one of 'START_TO_START', 'START_TO_END', 'END_TO_END', or 'END_TO_START'.`,
    );
  if (self.root !== other.root)
    dom.throwException(
      'WrongDocumentError',
      `Failed to ${where}: The source range is in a different document than this range.`,
    );
  return compareBoundaries(self[pair[0]], other[pair[1]]);
}

function compareToPoint(self: RangeData, point: Boundary): number {
  if (compareBoundaries(point, self.start) < 0) return -1;
  return compareBoundaries(point, self.end) > 0 ? 1 : 0;
}

function intersects(self: RangeData, node: NodeData): boolean {
  if (node.root !== self.root) return false;
  if (node.parent === undefined) return true;
  const offset = indexOf(node);
  const isBeforeEnd = compareBoundaries({ node: node.parent, offset }, self.end) < 0;
  return isBeforeEnd && compareBoundaries({ node: node.parent, offset: offset + 1 }, self.start) > 0;
}

function surround(dom: Dom, self: RangeData, given: Value): void {
  const where = "execute 'surroundContents' on 'Range'";
  const around = nodeArgument(dom, given, where);
  const outside = ({ node }: Boundary): NodeData | undefined => (node instanceof TextData ? node.parent : node);
  if (outside(self.start) !== outside(self.end))
    dom.throwException('InvalidStateError', `Failed to ${where}: The Range has partially selected a non-Text node.`);
  if (!(around instanceof ElementData))
    return dom.throwException(
      'InvalidNodeTypeError',
      `Failed to ${where}: The node provided is of type '${around.name}'.`,
    );
  const fragment = takeContents(dom, self, 'extract');
  if (around.children.length > 0) replaceAll(dom, around, undefined);
  insertIntoRange(dom, self, around, where);
  insert(dom, around, fragment, undefined);
  const [node, offset] = [around.parent!, indexOf(around)];
  [self.start, self.end] = [
    { node, offset },
    { node, offset: offset + 1 },
  ];
}

function contextualFragment(dom: Dom, self: RangeData, html: Value): JSObject {
  let { node } = self.start;
  if (!(node instanceof ElementData) && node.parent instanceof ElementData) node = node.parent;
  const isUsable = node instanceof ElementData && !node.is('html');
  const context = isUsable ? (node as ElementData) : new ElementData('HTMLBodyElement', dom.document, 'body');
  const fragment = parsed(dom, dom.text(html), context);
  for (const element of fragment.descendantElements()) if (element.is('script')) noteScript(dom, element);
  return dom.wrap(fragment);
}

/** One of the boundary points becomes what the arguments say. */
const setting = (
  required: number,
  side: 'setStart' | 'setEnd',
  boundary: (dom: Dom, args: readonly Value[]) => Boundary,
): Operation<RangeData> => [required, (dom, self, args) => self[side](boundary(dom, args))];

const text: Operation<RangeData> = [0, (_dom, self) => textOfRange(self)];

const members = membersOf(RangeData, {
  attributes: { commonAncestorContainer: (dom, self) => dom.wrap(self.commonAncestor) },
  operations: {
    setStart: setting(2, 'setStart', (dom, [node, offset]) => boundaryOf(dom, 'setStart', node, offset)),
    setEnd: setting(2, 'setEnd', (dom, [node, offset]) => boundaryOf(dom, 'setEnd', node, offset)),
    setStartBefore: setting(1, 'setStart', (dom, [node]) => beside(dom, 'setStartBefore', node, 0)),
    setStartAfter: setting(1, 'setStart', (dom, [node]) => beside(dom, 'setStartAfter', node, 1)),
    setEndBefore: setting(1, 'setEnd', (dom, [node]) => beside(dom, 'setEndBefore', node, 0)),
    setEndAfter: setting(1, 'setEnd', (dom, [node]) => beside(dom, 'setEndAfter', node, 1)),
    collapse: [
      0,
      (_dom, self, [toStart]) => {
        if (toBoolean(toStart)) self.end = self.start;
        else self.start = self.end;
      },
    ],
    selectNode: [
      1,
      (dom, self, [node]) => {
        const start = beside(dom, 'selectNode', node, 0);
        [self.start, self.end] = [start, { node: start.node, offset: start.offset + 1 }];
      },
    ],
    selectNodeContents: [
      1,
      (dom, self, [given]) => {
        const where = "execute 'selectNodeContents' on 'Range'";
        const { node } = checked(dom, where, nodeArgument(dom, given, where), 0);
        self.start = { node, offset: 0 };
        self.end = { node, offset: lengthOf(node) };
      },
    ],
    compareBoundaryPoints: [2, (dom, self, [how, other]) => compareRanges(dom, self, how, other)],
    deleteContents: [0, (dom, self) => void takeContents(dom, self, 'delete')],
    extractContents: [0, (dom, self) => dom.wrap(takeContents(dom, self, 'extract'))],
    cloneContents: [0, (dom, self) => dom.wrap(takeContents(dom, self, 'clone'))],
    insertNode: [
      1,
      (dom, self, [given]) => {
        const where = "execute 'insertNode' on 'Range'";
        insertIntoRange(dom, self, nodeArgument(dom, given, where), where);
      },
    ],
    surroundContents: [1, (dom, self, [given]) => surround(dom, self, given)],
    cloneRange: [0, (dom, self) => newRange(dom, new RangeData(self.start, self.end))],
    detach: [0, () => undefined],
    isPointInRange: [
      2,
      (dom, self, [node, offset]) => {
        const point = boundaryOf(dom, 'isPointInRange', node, offset);
        return point.node.root === self.root && compareToPoint(self, point) === 0;
      },
    ],
    comparePoint: [
      2,
      (dom, self, [given, offset]) => {
        const where = "execute 'comparePoint' on 'Range'";
        const node = nodeArgument(dom, given, where);
        if (node.root !== self.root)
          dom.throwException(
            'WrongDocumentError',
            `Failed to ${where}: The node provided and the Range are not in the same tree.`,
          );
        return compareToPoint(self, checked(dom, where, node, toNumber(dom.isolate, offset) >>> 0));
      },
    ],
    intersectsNode: [
      1,
      (dom, self, [node]) => intersects(self, nodeArgument(dom, node, "execute 'intersectsNode' on 'Range'")),
    ],
    toString: text,
    createContextualFragment: [1, (dom, self, [html]) => contextualFragment(dom, self, html)],
    getBoundingClientRect: [0, (dom) => (noLayout(dom), newRect(dom))],
    getClientRects: [0, (dom) => (noLayout(dom), dom.list([]))],
  },
});

export const rangeInterfaces: InterfaceTable = {
  AbstractRange: { members: [abstractMembers] },
  Range: {
    parent: 'AbstractRange',
    members: [members],
    constants: { START_TO_START: 0, START_TO_END: 1, END_TO_END: 2, END_TO_START: 3 },
    construct: (dom, _args, newTarget) => {
      const data = new RangeData({ node: dom.document, offset: 0 });
      dom.positions.add(data);
      return dom.newInstance('Range', data, newTarget);
    },
  },
};
