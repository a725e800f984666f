/** The classes of forms and their controls. HTML: 4.10. Simplified: of the constraints those that programs use; no files. */
import { construct, HostData, JSObject, toBoolean, toNumber, type Value } from '../../engine/index.ts';
import { reset, submit } from './activation.ts';
import { iterateAsArray, newCollection } from './collections.ts';
import type { Dom } from './dom.ts';
import {
  controlsOf,
  formOf,
  inputType,
  isChecked,
  labeledControl,
  setChecked,
  setValue,
  valueOf,
} from './form-controls.ts';
import { nameControls, newControlsCollection } from './form-names.ts';
import { form, labels, part, value } from './control-members.ts';
import { reflected } from './element-interface.ts';
import { enumerated } from './global-attributes.ts';
import { absolute, reflecting } from './html-element.ts';
import { type Attribute, type InterfaceTable, membersOf } from './interfaces.ts';
import { ElementData, ParentData } from './nodes.ts';
import { replaceByText } from './node-interface.ts';
import { newElement } from './document-interface.ts';
import { htmlNamespace } from './nodes.ts';
import { setAttribute } from './tree.ts';
import { selectInterfaces } from './select-elements.ts';
import { selection } from './text-selection.ts';
import { validationMembers } from './form-validation.ts';

/** Where nothing is said, a form goes to the page that it is in. */
const addressOf = (name: string): Attribute<ElementData> => ({
  get: (dom, self) => absolute(dom, self.get(name) ?? ''),
  set: (dom, self, address) => setAttribute(dom, self, name, dom.text(address)),
});

const encodings = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'];
const encoding = enumerated('enctype', encodings, encodings[0]!);

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
    formAction: addressOf('formaction'),
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
      set: (dom, self, given) => {
        const number = toNumber(dom.isolate, given);
        if (inputType(self) !== 'date') return setValue(dom, self, Number.isNaN(number) ? '' : String(number));
        setValue(dom, self, Number.isNaN(number) ? '' : new Date(number).toISOString().slice(0, 10));
      },
    },
    valueAsDate: {
      get: (dom, self) => {
        const time = inputType(self) === 'date' ? numberOf(self) : Number.NaN;
        const { isolate } = dom;
        return Number.isNaN(time) ? null : construct(isolate, isolate.realm.intrinsic('Date'), [time]);
      },
      set: (dom, self, given) => {
        const time = given === null ? Number.NaN : toNumber(dom.isolate, given);
        setValue(dom, self, Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10));
      },
    },
    list: (dom, self) => {
      const { root } = self;
      const elements = root instanceof ParentData ? [...root.descendantElements()] : [];
      const wanted = elements.find((element) => element.get('id') === self.get('list'));
      return dom.wrapOrNull(wanted?.is('datalist') === true ? wanted : undefined);
    },
    files: (dom, self) =>
      inputType(self) === 'file' ? part(self, 'files', () => dom.newObject('FileList', new FilesData())) : null,
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
    formAction: addressOf('formaction'),
    form,
    labels,
    type: {
      get: (_dom, self) => buttonType(self),
      set: (dom, self, type) => setAttribute(dom, self, 'type', dom.text(type)),
    },
  },
});

const formMembers = membersOf(ElementData, {
  attributes: {
    ...reflecting('HTMLFormElement'),
    action: addressOf('action'),
    enctype: encoding,
    encoding,
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

/** Nobody chooses files. */
class FilesData extends HostData {}

const filesMembers = membersOf(FilesData, { attributes: { length: () => 0 }, operations: { item: [1, () => null] } });

export const formInterfaces: InterfaceTable = {
  FileList: { members: [filesMembers], finish: iterateAsArray([]) },
  HTMLInputElement: { parent, members: [inputMembers, validationMembers] },
  HTMLTextAreaElement: { parent, members: [textareaMembers, validationMembers] },
  HTMLButtonElement: { parent, members: [buttonMembers, validationMembers] },
  ...selectInterfaces,
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
