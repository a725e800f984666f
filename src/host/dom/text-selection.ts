/** What is selected in a text control, as numbers. HTML: 4.10.20 APIs for the text control selections. Simplified: nobody sees it, so no events. */
import { toNumber, type Value } from '../../engine/index.ts';
import type { Dom } from './dom.ts';
import { inputType, setValue, valueOf } from './form-controls.ts';
import type { MembersOf } from './interfaces.ts';
import type { ElementData } from './nodes.ts';

/** Those in which text can be selected; of others the places are null. */
const selectable = ['text', 'search', 'tel', 'url', 'password'];

const has = (self: ElementData): boolean => !self.is('input') || selectable.includes(inputType(self));

function place(dom: Dom, self: ElementData, value: Value): number {
  return Math.min(valueOf(self).length, Math.max(0, Math.trunc(toNumber(dom.isolate, value)) || 0));
}

function select(
  self: ElementData,
  start: number,
  end: number,
  direction = self.state.selectionDirection ?? 'none',
): void {
  self.state.selectionStart = Math.min(start, end);
  self.state.selectionEnd = end;
  self.state.selectionDirection = ['forward', 'backward'].includes(direction) ? direction : 'none';
}

const startOf = (self: ElementData): number => self.state.selectionStart ?? valueOf(self).length;
const endOf = (self: ElementData): number => self.state.selectionEnd ?? valueOf(self).length;

function replaceText(dom: Dom, self: ElementData, args: readonly Value[]): void {
  const [text, from, to, mode] = args;
  const added = dom.text(text);
  const start = from === undefined ? startOf(self) : place(dom, self, from);
  const end = to === undefined ? endOf(self) : place(dom, self, to);
  if (start > end)
    dom.throwException(
      'IndexSizeError',
      `Failed to execute 'setRangeText' on '${self.is('input') ? 'HTMLInputElement' : 'HTMLTextAreaElement'}': The provided start value (${start}) is larger than the provided end value (${end}).`,
    );
  const before = [startOf(self), endOf(self)] as const;
  const value = valueOf(self);
  setValue(dom, self, value.slice(0, start) + added + value.slice(end));
  const newEnd = start + added.length;
  const shifted = (at: number): number => (at > end ? at + added.length - (end - start) : at > start ? start : at);
  switch (mode === undefined ? 'preserve' : dom.text(mode)) {
    case 'select':
      return select(self, start, newEnd);
    case 'start':
      return select(self, start, start);
    case 'end':
      return select(self, newEnd, newEnd);
    default:
      return select(
        self,
        shifted(before[0]),
        before[1] > end ? shifted(before[1]) : before[1] > start ? newEnd : before[1],
      );
  }
}

/** Of what text can be selected in. */
export const selection: MembersOf<ElementData> = {
  attributes: {
    selectionStart: {
      get: (_dom, self) => (has(self) ? startOf(self) : null),
      set: (dom, self, at) => {
        const start = place(dom, self, at);
        select(self, start, Math.max(start, endOf(self)), self.state.selectionDirection);
      },
    },
    selectionEnd: {
      get: (_dom, self) => (has(self) ? endOf(self) : null),
      set: (dom, self, at) => select(self, startOf(self), place(dom, self, at), self.state.selectionDirection),
    },
    selectionDirection: {
      get: (_dom, self) => (has(self) ? (self.state.selectionDirection ?? 'none') : null),
      set: (dom, self, direction) => select(self, startOf(self), endOf(self), dom.text(direction)),
    },
  },
  operations: {
    select: [0, (_dom, self) => select(self, 0, valueOf(self).length)],
    setSelectionRange: [
      2,
      (dom, self, [start, end, direction]) =>
        select(
          self,
          place(dom, self, start),
          place(dom, self, end),
          direction === undefined ? 'none' : dom.text(direction),
        ),
    ],
    setRangeText: [1, replaceText],
  },
};
