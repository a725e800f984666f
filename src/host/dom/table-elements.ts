/** Tables, their sections, rows and cells. HTML: 4.9 Tabular data. */
import { type JSObject, toNumber, type Value } from '../../engine/index.ts';
import { newCollection } from './collections.ts';
import { newElement } from './document-interface.ts';
import type { Dom } from './dom.ts';
import { reflecting } from './html-element.ts';
import { type Attribute, type InterfaceTable, membersOf } from './interfaces.ts';
import { ElementData, htmlNamespace } from './nodes.ts';
import { insert, remove } from './tree.ts';

const rowsOf = (table: ElementData): ElementData[] =>
  table.elements.flatMap((child) =>
    child.is('tr') ? [child] : child.is('thead', 'tbody', 'tfoot') ? child.elements.filter((row) => row.is('tr')) : [],
  );

const placeOf = (dom: Dom, index: Value): number =>
  index === undefined ? -1 : Math.trunc(toNumber(dom.isolate, index)) || 0;

/** A new element at a place among others of its kind; -1: behind them. */
function insertAt(dom: Dom, parent: ElementData, name: string, among: readonly ElementData[], index: Value): JSObject {
  const made = newElement(dom, parent.ownerDocument, name, htmlNamespace);
  const at = placeOf(dom, index);
  if (at < -1 || at > among.length)
    dom.throwException(
      'IndexSizeError',
      `Failed to execute '${name === 'tr' ? 'insertRow' : 'insertCell'}' on '${parent.interface}': The value provided (${at}) is outside the range [-1, ${among.length}].`,
    );
  const before = at < 0 ? undefined : among[at];
  insert(dom, before?.parent instanceof ElementData ? before.parent : parent, made.internal as ElementData, before);
  return made;
}

const rowsIn = (section: ElementData): ElementData[] => section.elements.filter((child) => child.is('tr'));

const findPart = (table: ElementData, name: string): ElementData | undefined =>
  table.elements.find((child) => child.is(name));

/** The caption comes first, a head behind captions and columns, a foot at the end. */
function putPart(dom: Dom, table: ElementData, name: string, added: ElementData): void {
  const first =
    name === 'caption'
      ? table.children[0]
      : name === 'thead'
        ? table.elements.find((child) => !child.is('caption', 'colgroup'))
        : undefined;
  insert(dom, table, added, first);
}

function needPart(dom: Dom, table: ElementData, name: string): ElementData {
  const known = findPart(table, name);
  if (known !== undefined) return known;
  const made = newElement(dom, table.ownerDocument, name, htmlNamespace).internal as ElementData;
  putPart(dom, table, name, made);
  return made;
}

function removePart(dom: Dom, table: ElementData, name: string): void {
  const known = findPart(table, name);
  if (known !== undefined) remove(dom, known);
}

function partOf(name: string, type: string): Attribute<ElementData> {
  return {
    get: (dom, self) => dom.wrapOrNull(findPart(self, name)),
    set: (dom, self, value) => {
      const added =
        value === null ? undefined : dom.argument(value, ElementData, `set '${name}' on 'HTMLTableElement'`, 1, type);
      removePart(dom, self, name);
      if (added !== undefined) putPart(dom, self, name, added);
    },
  };
}

const tableMembers = membersOf(ElementData, {
  attributes: {
    rows: (dom, self) => newCollection(dom, self, rowsOf),
    tBodies: (dom, self) =>
      newCollection(dom, self, (table: ElementData) => table.elements.filter((child) => child.is('tbody'))),
    tHead: partOf('thead', 'HTMLTableSectionElement'),
    tFoot: partOf('tfoot', 'HTMLTableSectionElement'),
    caption: partOf('caption', 'HTMLTableCaptionElement'),
  },
  operations: {
    createTHead: [0, (dom, self) => dom.wrap(needPart(dom, self, 'thead'))],
    createTFoot: [0, (dom, self) => dom.wrap(needPart(dom, self, 'tfoot'))],
    createCaption: [0, (dom, self) => dom.wrap(needPart(dom, self, 'caption'))],
    createTBody: [
      0,
      (dom, self) => {
        const made = newElement(dom, self.ownerDocument, 'tbody', htmlNamespace);
        insert(dom, self, made.internal as ElementData, self.elements.findLast((child) => child.is('tbody'))?.next);
        return made;
      },
    ],
    deleteTHead: [0, (dom, self) => removePart(dom, self, 'thead')],
    deleteTFoot: [0, (dom, self) => removePart(dom, self, 'tfoot')],
    deleteCaption: [0, (dom, self) => removePart(dom, self, 'caption')],
    insertRow: [
      0,
      (dom, self, [index]) => {
        const [at, { length }] = [placeOf(dom, index), rowsOf(self)];
        if (at < -1 || at > length)
          dom.throwException(
            'IndexSizeError',
            `Failed to execute 'insertRow' on 'HTMLTableElement': The index provided (${at}) is ${at < -1 ? 'less than -1' : `greater than the number of rows in the table (${length})`}.`,
          );
        const before = rowsOf(self)[at];
        if (at >= 0 && before?.parent instanceof ElementData) return insertAt(dom, self, 'tr', rowsOf(self), index);
        let body = self.elements.findLast((child) => child.is('tbody'));
        if (body === undefined) {
          body = newElement(dom, self.ownerDocument, 'tbody', htmlNamespace).internal as ElementData;
          insert(dom, self, body, undefined);
        }
        return insertAt(dom, body, 'tr', rowsOf(self), index);
      },
    ],
    deleteRow: [
      1,
      (dom, self, [index]) => {
        const [at, rows] = [placeOf(dom, index), rowsOf(self)];
        if (at < -1 || at >= rows.length)
          dom.throwException(
            'IndexSizeError',
            `Failed to execute 'deleteRow' on 'HTMLTableElement': The index provided (${at}) is ${at < -1 ? 'less than -1' : `greater than the number of rows in the table (${rows.length})`}.`,
          );
        const row = rows.at(at);
        if (row !== undefined) remove(dom, row);
      },
    ],
  },
});

const sectionMembers = membersOf(ElementData, {
  attributes: { rows: (dom, self) => newCollection(dom, self, rowsIn) },
  operations: {
    insertRow: [0, (dom, self, [index]) => insertAt(dom, self, 'tr', rowsIn(self), index)],
    deleteRow: [
      1,
      (dom, self, [index]) => {
        const row = rowsIn(self).at(placeOf(dom, index));
        if (row !== undefined) remove(dom, row);
      },
    ],
  },
});

const cellsOf = (row: ElementData): ElementData[] => row.elements.filter((child) => child.is('td', 'th'));

const rowMembers = membersOf(ElementData, {
  attributes: {
    cells: (dom, self) => newCollection(dom, self, cellsOf),
    rowIndex: (_dom, self) => {
      const around = self.parent instanceof ElementData && !self.parent.is('table') ? self.parent.parent : self.parent;
      return around instanceof ElementData ? rowsOf(around).indexOf(self) : -1;
    },
  },
  operations: {
    insertCell: [0, (dom, self, [index]) => insertAt(dom, self, 'td', cellsOf(self), index)],
    deleteCell: [
      1,
      (dom, self, [index]) => {
        const cell = cellsOf(self).at(toNumber(dom.isolate, index));
        if (cell !== undefined) remove(dom, cell);
      },
    ],
  },
});

const cellMembers = membersOf(ElementData, {
  attributes: {
    ...reflecting('HTMLTableCellElement'),
    cellIndex: (_dom, self) => (self.parent instanceof ElementData ? cellsOf(self.parent).indexOf(self) : -1),
  },
});

const parent = 'HTMLElement';

export const tableInterfaces: InterfaceTable = {
  HTMLTableElement: { parent, members: [tableMembers] },
  HTMLTableSectionElement: { parent, members: [sectionMembers] },
  HTMLTableRowElement: { parent, members: [rowMembers] },
  HTMLTableCellElement: { parent, members: [cellMembers] },
};
