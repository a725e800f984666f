/** The classes of forms and their controls. HTML: 4.10. Simplified: of the constraints those that programs use; no files. */
import { JSObject, toBoolean, toNumber, type Value } from '../../engine/index.ts';
import { reset, submit } from './activation.ts';
import { newCollection, newNodeList } from './collections.ts';
import type { Dom } from './dom.ts';
import {
  controlsOf,
  formOf,
  inputType,
  isChecked,
  labeledControl,
  optionsOf,
  optionText,
  optionValue,
  selectedOptions,
  setChecked,
  setValue,
  valueOf,
} from './form-controls.ts';
import { nameControls, newControlsCollection } from './form-names.ts';
import { reflected } from './element-interface.ts';
import { reflecting } from './html-element.ts';
import { type Attribute, type InterfaceTable, membersOf, type MembersOf } from './interfaces.ts';
import { ElementData, ParentData } from './nodes.ts';
import { replaceByText } from './node-interface.ts';
import { newElement } from './document-interface.ts';
import { htmlNamespace } from './nodes.ts';
import { checkInsertion, insert, remove, setAttribute } from './tree.ts';
import { validationMembers } from './form-validation.ts';

function part(self: ElementData, name: string, make: () => JSObject): JSObject {
  let object = self.parts.get(name);
  if (object === undefined) self.parts.set(name, (object = make()));
  return object;
}

const form: Attribute<ElementData> = (dom, self) => dom.wrapOrNull(formOf(self));

const value: Attribute<ElementData> = {
  get: (_dom, self) => valueOf(self),
  set: (dom, self, given) => setValue(dom, self, given === null ? '' : dom.text(given)),
};

const labels: Attribute<ElementData> = (dom, self) => {
  const { root } = self;
  const all = root instanceof ParentData ? [...root.descendantElements()] : [];
  return newNodeList(
    dom,
    all.filter((element) => element.is('label') && labeledControl(element) === self),
  );
};

/** Of what text can be selected in. */
const selection: MembersOf<ElementData> = {
  attributes: {
    selectionStart: {
      get: (_dom, self) => self.state.selectionStart ?? valueOf(self).length,
      set: (dom, self, at) => void (self.state.selectionStart = toNumber(dom.isolate, at)),
    },
    selectionEnd: {
      get: (_dom, self) => self.state.selectionEnd ?? valueOf(self).length,
      set: (dom, self, at) => void (self.state.selectionEnd = toNumber(dom.isolate, at)),
    },
  },
  operations: {
    select: [
      0,
      (_dom, self) => {
        self.state.selectionStart = 0;
        self.state.selectionEnd = valueOf(self).length;
      },
    ],
    setSelectionRange: [
      2,
      (dom, self, [start, end]) => {
        self.state.selectionStart = toNumber(dom.isolate, start);
        self.state.selectionEnd = toNumber(dom.isolate, end);
      },
    ],
  },
};

function numberOf(self: ElementData): number {
  const text = valueOf(self);
  const type = inputType(self);
  if (type === 'date') return text === '' ? Number.NaN : Date.parse(`${text}T00:00:00Z`);
  return text === '' || !['number', 'range'].includes(type) ? Number.NaN : Number(text);
}

function step(dom: Dom, self: ElementData, count: Value, sign: number): void {
  const by = Number(self.get('step') ?? 1) || 1;
  const times = count === undefined ? 1 : toNumber(dom.isolate, count);
  setValue(dom, self, String((numberOf(self) || 0) + sign * times * by));
}

/** What was typed becomes the attribute where the new type keeps its value there. */
function setInputType(dom: Dom, self: ElementData, type: string): void {
  const typed = self.state.value;
  setAttribute(dom, self, 'type', type);
  const isAttribute = ['hidden', 'submit', 'image', 'reset', 'button', 'checkbox', 'radio'].includes(inputType(self));
  if (!isAttribute || typed === undefined || typed === '') return;
  setAttribute(dom, self, 'value', typed);
  delete self.state.value;
}

const inputMembers = membersOf(ElementData, {
  attributes: {
    ...reflecting('HTMLInputElement'),
    form,
    labels,
    value,
    type: { get: (_dom, self) => inputType(self), set: (dom, self, type) => setInputType(dom, self, dom.text(type)) },
    defaultValue: reflected('value'),
    checked: {
      get: (_dom, self) => isChecked(self),
      set: (_dom, self, given) => setChecked(self, toBoolean(given)),
    },
    indeterminate: {
      get: (_dom, self) => self.state.indeterminate === true,
      set: (_dom, self, given) => void (self.state.indeterminate = toBoolean(given)),
    },
    valueAsNumber: {
      get: (_dom, self) => numberOf(self),
      set: (dom, self, given) => setValue(dom, self, String(toNumber(dom.isolate, given))),
    },
    files: () => null,
    ...selection.attributes,
  },
  operations: {
    ...selection.operations,
    stepUp: [0, (dom, self, [count]) => step(dom, self, count, 1)],
    stepDown: [0, (dom, self, [count]) => step(dom, self, count, -1)],
  },
});

const textareaMembers = membersOf(ElementData, {
  attributes: {
    ...reflecting('HTMLTextAreaElement'),
    form,
    labels,
    value,
    type: () => 'textarea',
    textLength: (_dom, self) => valueOf(self).length,
    defaultValue: {
      get: (_dom, self) => self.textContent,
      set: (dom, self, given) => replaceByText(dom, self, dom.text(given)),
    },
    ...selection.attributes,
  },
  operations: { ...selection.operations },
});

const buttonType = (self: ElementData): string => {
  const type = (self.get('type') ?? '').toLowerCase();
  return type === 'reset' || type === 'button' ? type : 'submit';
};

const buttonMembers = membersOf(ElementData, {
  attributes: {
    ...reflecting('HTMLButtonElement'),
    form,
    labels,
    type: {
      get: (_dom, self) => buttonType(self),
      set: (dom, self, type) => setAttribute(dom, self, 'type', dom.text(type)),
    },
  },
});

const selectMembers = membersOf(ElementData, {
  attributes: {
    ...reflecting('HTMLSelectElement'),
    form,
    labels,
    value,
    type: (_dom, self) => (self.has('multiple') ? 'select-multiple' : 'select-one'),
    options: (dom, self) => part(self, 'options', () => newCollection(dom, self, optionsOf, 'HTMLOptionsCollection')),
    selectedOptions: (dom, self) => part(self, 'selected options', () => newCollection(dom, self, selectedOptions)),
    length: (_dom, self) => optionsOf(self).length,
    selectedIndex: {
      get: (_dom, self) => {
        const selected = selectedOptions(self)[0];
        return selected === undefined ? -1 : optionsOf(self).indexOf(selected);
      },
      set: (dom, self, index) => {
        const wanted = toNumber(dom.isolate, index);
        optionsOf(self).forEach((option, at) => {
          option.state.selected = at === wanted;
        });
      },
    },
  },
  operations: {
    add: [
      1,
      (dom, self, [option, before]) => {
        const where = "execute 'add' on 'HTMLSelectElement'";
        const added = dom.argument(option, ElementData, where, 1, 'HTMLOptionElement');
        const reference =
          typeof before === 'number'
            ? optionsOf(self)[before]
            : before instanceof JSObject
              ? before.internal
              : undefined;
        const at = reference instanceof ElementData ? reference : undefined;
        const parent = at?.parent ?? self;
        checkInsertion(dom, where, parent, added, at);
        insert(dom, parent, added, at);
      },
    ],
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

const formMembers = membersOf(ElementData, {
  attributes: {
    ...reflecting('HTMLFormElement'),
    method: {
      get: (_dom, self) => {
        const method = (self.get('method') ?? '').toLowerCase();
        return method === 'post' || method === 'dialog' ? method : 'get';
      },
      set: (dom, self, method) => setAttribute(dom, self, 'method', dom.text(method)),
    },
    elements: (dom, self) => part(self, 'elements', () => newControlsCollection(dom, self)),
    length: (_dom, self) => controlsOf(self).length,
  },
  operations: {
    submit: [0, (dom) => dom.note('submit', 'a form was submitted: pages are not left, so nothing comes of it')],
    requestSubmit: [
      0,
      (dom, self, [submitter]) => {
        const internal = submitter instanceof JSObject ? submitter.internal : undefined;
        submit(dom, self, internal instanceof ElementData ? internal : undefined);
      },
    ],
    reset: [0, (dom, self) => reset(dom, self)],
  },
});

const labelMembers = membersOf(ElementData, {
  attributes: {
    ...reflecting('HTMLLabelElement'),
    control: (dom, self) => dom.wrapOrNull(labeledControl(self)),
    form: (dom, self) => {
      const control = labeledControl(self);
      return dom.wrapOrNull(control === undefined ? undefined : formOf(control));
    },
  },
});

const fieldsetMembers = membersOf(ElementData, {
  attributes: {
    ...reflecting('HTMLFieldSetElement'),
    form,
    type: () => 'fieldset',
    elements: (dom, self) =>
      part(self, 'elements', () =>
        newCollection(dom, self, (from: ElementData) =>
          [...from.descendantElements()].filter((each) =>
            each.is('button', 'input', 'select', 'textarea', 'output', 'fieldset'),
          ),
        ),
      ),
  },
});

const outputMembers = membersOf(ElementData, {
  attributes: {
    ...reflecting('HTMLOutputElement'),
    form,
    value: {
      get: (_dom, self) => self.textContent,
      set: (dom, self, text) => replaceByText(dom, self, dom.text(text)),
    },
  },
});

const parent = 'HTMLElement';

export const formInterfaces: InterfaceTable = {
  HTMLInputElement: { parent, members: [inputMembers, validationMembers] },
  HTMLTextAreaElement: { parent, members: [textareaMembers, validationMembers] },
  HTMLButtonElement: { parent, members: [buttonMembers, validationMembers] },
  HTMLSelectElement: { parent, members: [selectMembers, validationMembers] },
  HTMLOptionElement: { parent, members: [optionMembers] },
  HTMLFormElement: { parent, members: [formMembers, validationMembers], finish: nameControls },
  HTMLLabelElement: { parent, members: [labelMembers] },
  HTMLFieldSetElement: { parent, members: [fieldsetMembers, validationMembers] },
  HTMLOutputElement: { parent, members: [outputMembers, validationMembers] },
};

/** `new Option(text, value, isDefault, isSelected)`. */
export function newOption(dom: Dom, [text, given, isDefault, isSelected]: readonly Value[]): JSObject {
  const object = newElement(dom, dom.document, 'option', htmlNamespace);
  const option = object.internal as ElementData;
  if (text !== undefined) replaceByText(dom, option, dom.text(text));
  if (given !== undefined) setAttribute(dom, option, 'value', dom.text(given));
  if (toBoolean(isDefault)) setAttribute(dom, option, 'selected', '');
  if (toBoolean(isSelected)) option.state.selected = true;
  return object;
}
