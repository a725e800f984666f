/** What is selected on the page: one range at most. Selection API: 3 Selection interface; Blink: core/editing/dom_selection.cc. */
import { HostData, JSObject, toBoolean, type Value } from '../../engine/index.ts';
import type { Dom } from './dom.ts';
import { type InterfaceTable, membersOf, type Operation } from './interfaces.ts';
import { type Boundary, compareBoundaries, indexOf, lengthOf } from './live-positions.ts';
import { node as nodeArgument } from './node-arguments.ts';
import type { NodeData } from './nodes.ts';
import { boundaryOf, newRange, rangeArgument } from './range-interface.ts';
import { RangeData, takeContents } from './ranges.ts';
import { renderedTextOf } from './rendered-text.ts';

class SelectionData extends HostData {
  range: JSObject | undefined = undefined;
  isBackward = false;
  /** Somebody will be told of it. */
  isChanged = false;

  get data(): RangeData | undefined {
    return this.range?.internal as RangeData | undefined;
  }

  get anchor(): Boundary | undefined {
    return this.isBackward ? this.data?.end : this.data?.start;
  }

  get focus(): Boundary | undefined {
    return this.isBackward ? this.data?.start : this.data?.end;
  }

  get type(): string {
    if (this.data === undefined) return 'None';
    return this.data.isCollapsed ? 'Caret' : 'Range';
  }
}

export function selection(dom: Dom): JSObject {
  let object = dom.parts.get('selection') as JSObject | undefined;
  if (object === undefined) dom.parts.set('selection', (object = dom.newObject('Selection', new SelectionData())));
  return object;
}

function change(dom: Dom, self: SelectionData, range: JSObject | undefined, isBackward = false): void {
  self.range = range;
  self.isBackward = isBackward;
  // A task only where somebody listens.
  if (self.isChanged || dom.document.listeners === undefined) return;
  self.isChanged = true;
  const object = dom.wrap(dom.document);
  const run = (): void => {
    self.isChanged = false;
    dom.fire(object, 'selectionchange');
  };
  dom.host.queueTask('userInteraction', 'selectionchange', run, { holds: object });
}

/** From one to the other, in whichever order they stand. */
function select(dom: Dom, self: SelectionData, anchor: Boundary, focus: Boundary): void {
  if (anchor.node.root !== dom.document) return;
  const isBackward = focus.node.root === dom.document && compareBoundaries(focus, anchor) < 0;
  const data = isBackward ? new RangeData(focus, anchor) : new RangeData(anchor, focus);
  change(dom, self, newRange(dom, data), isBackward);
}

function collapse(dom: Dom, self: SelectionData, operation: string, node: Value, offset: Value): void {
  if (node === null || node === undefined) return change(dom, self, undefined);
  const boundary = boundaryOf(dom, operation, node, offset ?? 0, 'Selection');
  select(dom, self, boundary, boundary);
}

function collapseTo(dom: Dom, self: SelectionData, operation: string, side: 'start' | 'end'): void {
  if (self.data === undefined)
    return dom.throwException(
      'InvalidStateError',
      `Failed to execute '${operation}' on 'Selection': there is no selection.`,
    );
  select(dom, self, self.data[side], self.data[side]);
}

function containsNode(self: SelectionData, node: NodeData, isPartly: boolean): boolean {
  const { data } = self;
  if (data === undefined || node.root !== data.root || node.parent === undefined) return false;
  const offset = indexOf(node);
  const [from, to] = [
    { node: node.parent, offset },
    { node: node.parent, offset: offset + 1 },
  ];
  if (isPartly) return compareBoundaries(from, data.end) < 0 && compareBoundaries(to, data.start) > 0;
  return compareBoundaries(from, data.start) >= 0 && compareBoundaries(to, data.end) <= 0;
}

/** As it would be shown, with lines between blocks. */
function textOf(dom: Dom, { data }: SelectionData): string {
  return data === undefined ? '' : renderedTextOf(takeContents(dom, data, 'copy').children);
}

const ends = {
  anchorNode: 'anchor',
  focusNode: 'focus',
  baseNode: 'anchor',
  extentNode: 'focus',
} as const;

const endAttributes: Record<string, (dom: Dom, self: SelectionData) => Value> = {};
for (const [name, end] of Object.entries(ends)) {
  endAttributes[name] = (dom, self) => dom.wrapOrNull(self[end]?.node);
  endAttributes[name.replace('Node', 'Offset')] = (_dom, self) => self[end]?.offset ?? 0;
}

const text: Operation<SelectionData> = [0, (dom, self) => textOf(dom, self)];

const members = membersOf(SelectionData, {
  attributes: {
    ...endAttributes,
    isCollapsed: (_dom, self) => self.data?.isCollapsed ?? true,
    rangeCount: (_dom, self) => (self.data === undefined ? 0 : 1),
    type: (_dom, self) => self.type,
    direction: (_dom, self) => (self.type !== 'Range' ? 'none' : self.isBackward ? 'backward' : 'forward'),
  },
  operations: {
    getRangeAt: [
      1,
      (dom, self, [index]) => {
        if (self.range !== undefined && Number(index) === 0) return self.range;
        const problem = `${Number(index)} is not a valid index.`;
        return dom.throwException('IndexSizeError', `Failed to execute 'getRangeAt' on 'Selection': ${problem}`);
      },
    ],
    addRange: [
      1,
      (dom, self, [range]) => {
        const data = rangeArgument(dom, range, "execute 'addRange' on 'Selection'");
        if (self.range === undefined && data.root === dom.document) change(dom, self, range as JSObject);
      },
    ],
    removeRange: [
      1,
      (dom, self, [range]) => {
        const where = "execute 'removeRange' on 'Selection'";
        rangeArgument(dom, range, where);
        if (self.range !== range) dom.throwException('NotFoundError', `Failed to ${where}: Range not found.`);
        change(dom, self, undefined);
      },
    ],
    removeAllRanges: [0, (dom, self) => change(dom, self, undefined)],
    empty: [0, (dom, self) => change(dom, self, undefined)],
    collapse: [1, (dom, self, [node, offset]) => collapse(dom, self, 'collapse', node, offset)],
    setPosition: [1, (dom, self, [node, offset]) => collapse(dom, self, 'setPosition', node, offset)],
    collapseToStart: [0, (dom, self) => collapseTo(dom, self, 'collapseToStart', 'start')],
    collapseToEnd: [0, (dom, self) => collapseTo(dom, self, 'collapseToEnd', 'end')],
    extend: [
      1,
      (dom, self, [node, offset]) => {
        const { anchor } = self;
        if (anchor === undefined)
          return dom.throwException(
            'InvalidStateError',
            "Failed to execute 'extend' on 'Selection': This Selection object doesn't have any Ranges.",
          );
        select(dom, self, anchor, boundaryOf(dom, 'extend', node, offset ?? 0, 'Selection'));
      },
    ],
    setBaseAndExtent: [
      4,
      (dom, self, [anchor, from, focus, to]) => {
        const start = boundaryOf(dom, 'setBaseAndExtent', anchor, from, 'Selection');
        select(dom, self, start, boundaryOf(dom, 'setBaseAndExtent', focus, to, 'Selection'));
      },
    ],
    selectAllChildren: [
      1,
      (dom, self, [given]) => {
        const node = nodeArgument(dom, given, "execute 'selectAllChildren' on 'Selection'");
        select(dom, self, { node, offset: 0 }, { node, offset: lengthOf(node) });
      },
    ],
    deleteFromDocument: [0, (dom, self) => void (self.data && takeContents(dom, self.data, 'delete'))],
    containsNode: [
      1,
      (dom, self, [given, isPartly]) =>
        containsNode(self, nodeArgument(dom, given, "execute 'containsNode' on 'Selection'"), toBoolean(isPartly)),
    ],
    toString: text,
  },
});

export const selectionInterfaces: InterfaceTable = { Selection: { members: [members] } };
