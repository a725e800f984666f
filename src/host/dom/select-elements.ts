/** select, option and the list of a select's options. HTML: 4.10.7, 4.10.10, 2.6.4.3 HTMLOptionsCollection. */
import { JSObject, toBoolean, toNumber, type Value } from '../../engine/index.ts';
import { elementOf, findProperties } from './form-names.ts';
import { form, labels, part, value } from './control-members.ts';
import { iterateAsArray, ListData, newCollection } from './collections.ts';
import { newElement } from './document-interface.ts';
import type { Dom } from './dom.ts';
import { formOf, optionsOf, optionText, optionValue, selectedOptions } from './form-controls.ts';
import { validationMembers } from './form-validation.ts';
import { reflecting } from './html-element.ts';
import { type InterfaceTable, membersOf } from './interfaces.ts';
import { ElementData, htmlNamespace } from './nodes.ts';
import { replaceByText } from './node-interface.ts';
import { newProxied } from './proxied.ts';
import { checkInsertion, insert, remove, setAttribute } from './tree.ts';

const indexOf = (dom: Dom, index: Value): number => Math.trunc(toNumber(dom.isolate, index)) || 0;

function add(dom: Dom, self: ElementData, option: Value, before: Value, where: string): void {
  const added = dom.argument(option, ElementData, where, 1, 'HTMLOptionElement');
  const isPlace = before !== undefined && before !== null && !(before instanceof JSObject);
  const reference = isPlace
    ? optionsOf(self)[indexOf(dom, before)]
    : before instanceof JSObject
      ? before.internal
      : undefined;
  const at = reference instanceof ElementData ? reference : undefined;
  const parent = at?.parent ?? self;
  checkInsertion(dom, where, parent, added, at);
  insert(dom, parent, added, at);
}

/** Fewer: those at the end go; more: empty ones come. */
function setLength(dom: Dom, self: ElementData, length: Value): void {
  const wanted = Math.max(0, indexOf(dom, length));
  for (const option of optionsOf(self).slice(wanted)) remove(dom, option);
  for (let count = optionsOf(self).length; count < wanted; count++) {
    const made = newElement(dom, self.ownerDocument, 'option', htmlNamespace).internal as ElementData;
    insert(dom, self, made, undefined);
  }
}

/** `select.options`, into which options can be put by their places. */
class OptionsData extends ListData {
  constructor(select: ElementData) {
    super(select, optionsOf, true);
  }

  override write(dom: Dom, key: string, option: Value): boolean {
    if (!/^(0|[1-9]\d*)$/.test(key)) return false;
    const select = this.root as ElementData;
    const index = Number(key);
    const old = optionsOf(select)[index];
    if (option === null || option === undefined) {
      if (old !== undefined) remove(dom, old);
      return true;
    }
    const where = `set an indexed property [${key}] on 'HTMLOptionsCollection'`;
    const added = dom.argument(option, ElementData, where, 2, 'HTMLOptionElement');
    if (optionsOf(select).length < index) setLength(dom, select, index);
    const next = old?.next;
    const parent = old?.parent ?? select;
    if (old !== undefined) remove(dom, old);
    insert(dom, parent, added, next);
    return true;
  }
}

const optionsMembers = membersOf(OptionsData, {
  attributes: {
    length: {
      get: (_dom, list) => list.nodes.length,
      set: (dom, list, length) => setLength(dom, list.root as ElementData, length),
    },
    selectedIndex: {
      get: (_dom, { root }) => selectedIndex(root as ElementData),
      set: (dom, { root }, index) => setSelectedIndex(dom, root as ElementData, index),
    },
  },
  operations: {
    add: [
      1,
      (dom, { root }, [option, before]) =>
        add(dom, root as ElementData, option, before, "execute 'add' on 'HTMLOptionsCollection'"),
    ],
    remove: [
      1,
      (dom, { nodes }, [index]) => {
        const removed = nodes[indexOf(dom, index)];
        if (removed !== undefined) remove(dom, removed);
      },
    ],
  },
});

function selectedIndex(self: ElementData): number {
  const selected = selectedOptions(self)[0];
  return selected === undefined ? -1 : optionsOf(self).indexOf(selected);
}

function setSelectedIndex(dom: Dom, self: ElementData, index: Value): void {
  const wanted = indexOf(dom, index);
  optionsOf(self).forEach((option, at) => {
    option.state.selected = at === wanted;
  });
}

const selectMembers = membersOf(ElementData, {
  attributes: {
    ...reflecting('HTMLSelectElement'),
    form,
    labels,
    value,
    type: (_dom, self) => (self.has('multiple') ? 'select-multiple' : 'select-one'),
    options: (dom, self) =>
      part(self, 'options', () => newProxied(dom, 'HTMLOptionsCollection', new OptionsData(self))),
    selectedOptions: (dom, self) => part(self, 'selected options', () => newCollection(dom, self, selectedOptions)),
    length: { get: (_dom, self) => optionsOf(self).length, set: (dom, self, length) => setLength(dom, self, length) },
    selectedIndex: { get: (_dom, self) => selectedIndex(self), set: setSelectedIndex },
  },
  operations: {
    add: [1, (dom, self, [option, before]) => add(dom, self, option, before, "execute 'add' on 'HTMLSelectElement'")],
    namedItem: [1, (dom, self, [name]) => new OptionsData(self).byName(dom, dom.text(name)) ?? null],
    item: [1, (dom, self, [index]) => dom.wrapOrNull(optionsOf(self)[Number(index)])],
    remove: [
      0,
      (dom, self, args) => {
        const removed = args.length === 0 ? self : optionsOf(self)[Number(args[0])];
        if (removed !== undefined) remove(dom, removed);
      },
    ],
  },
});

const selectOf = (option: ElementData): ElementData | undefined => {
  let { parent } = option;
  if (parent instanceof ElementData && parent.is('optgroup')) ({ parent } = parent);
  return parent instanceof ElementData && parent.is('select') ? parent : undefined;
};

const optionMembers = membersOf(ElementData, {
  attributes: {
    ...reflecting('HTMLOptionElement'),
    form: (dom, self) => {
      const select = selectOf(self);
      return dom.wrapOrNull(select === undefined ? undefined : formOf(select));
    },
    value: {
      get: (_dom, self) => optionValue(self),
      set: (dom, self, given) => setAttribute(dom, self, 'value', dom.text(given)),
    },
    text: { get: (_dom, self) => optionText(self), set: (dom, self, text) => replaceByText(dom, self, dom.text(text)) },
    label: {
      get: (_dom, self) => self.get('label') ?? optionText(self),
      set: (dom, self, text) => setAttribute(dom, self, 'label', dom.text(text)),
    },
    index: (_dom, self) => {
      const select = selectOf(self);
      return select === undefined ? 0 : optionsOf(select).indexOf(self);
    },
    selected: {
      get: (_dom, self) => {
        const select = selectOf(self);
        return select === undefined
          ? (self.state.selected ?? self.has('selected'))
          : selectedOptions(select).includes(self);
      },
      set: (_dom, self, given) => {
        const select = selectOf(self);
        const isSelected = toBoolean(given);
        if (isSelected && select !== undefined && !select.has('multiple'))
          for (const other of optionsOf(select)) other.state.selected = false;
        self.state.selected = isSelected;
      },
    },
  },
});

/** `select[0]`. */
function indexOptions(dom: Dom, prototype: JSObject): void {
  findProperties(dom, prototype, elementOf('select'), (_dom, select, key) => {
    const option = /^(0|[1-9]\d*)$/.test(key) ? optionsOf(select)[Number(key)] : undefined;
    return option && dom.wrap(option);
  });
  iterateAsArray([])(dom, prototype);
}

const parent = 'HTMLElement';

export const selectInterfaces: InterfaceTable = {
  HTMLSelectElement: { parent, members: [selectMembers, validationMembers], finish: indexOptions },
  HTMLOptionElement: { parent, members: [optionMembers] },
  HTMLOptionsCollection: { parent: 'HTMLCollection', members: [optionsMembers], finish: iterateAsArray([]) },
};
