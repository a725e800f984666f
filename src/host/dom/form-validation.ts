/** Whether what a control holds is valid. HTML: 4.10.20 Constraints. Simplified: messages are Chromium's English ones. */
import { HostData, type Value } from '../../engine/index.ts';
import type { Dom } from './dom.ts';
import { controlsOf, inputType, isChecked, isDisabled, radioGroup, valueOf } from './form-controls.ts';
import { type InterfaceTable, membersOf } from './interfaces.ts';
import { ElementData } from './nodes.ts';

type Flaw =
  | 'valueMissing'
  | 'typeMismatch'
  | 'patternMismatch'
  | 'tooShort'
  | 'tooLong'
  | 'rangeUnderflow'
  | 'rangeOverflow'
  | 'stepMismatch'
  | 'badInput'
  | 'customError';

const flawNames: readonly Flaw[] = [
  'valueMissing',
  'typeMismatch',
  'patternMismatch',
  'tooLong',
  'tooShort',
  'rangeUnderflow',
  'rangeOverflow',
  'stepMismatch',
  'badInput',
  'customError',
];

class ValidityData extends HostData {
  readonly element: ElementData;

  constructor(element: ElementData) {
    super();
    this.element = element;
  }
}

function isCandidate(element: ElementData): boolean {
  if (!element.is('input', 'textarea', 'select', 'button') || isDisabled(element) || element.has('readonly'))
    return false;
  return !element.is('input') || !['hidden', 'reset', 'button'].includes(inputType(element));
}

function isMissing(element: ElementData): boolean {
  if (!element.has('required')) return false;
  const type = element.is('input') ? inputType(element) : '';
  if (type === 'checkbox') return !isChecked(element);
  return type === 'radio' ? !radioGroup(element).some(isChecked) : valueOf(element) === '';
}

function flawsOf(element: ElementData): ReadonlyMap<Flaw, string> {
  const found = new Map<Flaw, string>();
  if (!element.is('input', 'textarea', 'select', 'button')) return found;
  const { customValidity = '' } = element.state;
  if (customValidity !== '') found.set('customError', customValidity);
  const type = element.is('input') ? inputType(element) : '';
  const value = element.is('button') ? '' : valueOf(element);
  if (isMissing(element)) {
    const message = {
      checkbox: 'Please check this box if you want to proceed.',
      radio: 'Please select one of these options.',
    };
    found.set(
      'valueMissing',
      message[type as 'radio'] ??
        (element.is('select') ? 'Please select an item in the list.' : 'Please fill out this field.'),
    );
  }
  if (value === '') return found;
  if (type === 'email' && !/^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d-]+(\.[a-z\d-]+)*$/i.test(value))
    found.set('typeMismatch', emailMessage(value));
  if (type === 'url' && !/^[a-z][a-z\d+.-]*:\S+$/i.test(value)) found.set('typeMismatch', 'Please enter a URL.');
  const pattern = element.get('pattern');
  if (pattern !== undefined && !isFullMatch(pattern, value))
    found.set('patternMismatch', 'Please match the requested format.');
  if (['number', 'range'].includes(type)) {
    const [least, most] = [Number(element.get('min') ?? Number.NaN), Number(element.get('max') ?? Number.NaN)];
    if (Number(value) < least) found.set('rangeUnderflow', `Value must be greater than or equal to ${least}.`);
    if (Number(value) > most) found.set('rangeOverflow', `Value must be less than or equal to ${most}.`);
    const step = element.get('step') === 'any' ? 0 : Number(element.get('step') ?? 1);
    const from = Number.isNaN(least) ? 0 : least;
    if (step > 0 && Math.abs((Number(value) - from) / step - Math.round((Number(value) - from) / step)) > 1e-9)
      found.set('stepMismatch', 'Please enter a valid value.');
  }
  return found;
}

function emailMessage(value: string): string {
  return value.includes('@')
    ? "Please enter a part following '@'."
    : `Please include an '@' in the email address. '${value}' is missing an '@'.`;
}

function isFullMatch(pattern: string, value: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'v').test(value);
  } catch {
    return true;
  }
}

/** Fires `invalid` where it is not. */
export function checkValidity(dom: Dom, element: ElementData): boolean {
  if (element.is('form'))
    return controlsOf(element)
      .map((control) => checkValidity(dom, control))
      .every(Boolean);
  if (!isCandidate(element) || flawsOf(element).size === 0) return true;
  dom.fire(dom.wrap(element), 'invalid', { cancelable: true });
  return false;
}

export const validationMembers = membersOf(ElementData, {
  attributes: {
    willValidate: (_dom, self) => isCandidate(self),
    validationMessage: (_dom, self) => (isCandidate(self) ? ([...flawsOf(self).values()][0] ?? '') : ''),
    validity: (dom, self) => dom.newObject('ValidityState', new ValidityData(self)),
  },
  operations: {
    checkValidity: [0, (dom, self) => checkValidity(dom, self)],
    reportValidity: [0, (dom, self) => checkValidity(dom, self)],
    setCustomValidity: [1, (dom, self, [message]) => void (self.state.customValidity = dom.text(message))],
  },
});

export const validationInterfaces: InterfaceTable = {
  ValidityState: {
    members: [
      membersOf(ValidityData, {
        attributes: {
          ...Object.fromEntries(
            flawNames.map((name) => [name, (_dom: Dom, self: ValidityData): Value => flawsOf(self.element).has(name)]),
          ),
          valid: (_dom, self) => flawsOf(self.element).size === 0,
        },
      }),
    ],
  },
};
