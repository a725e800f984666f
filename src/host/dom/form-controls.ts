/** What form controls hold: values, checkedness, selected options; and which form they belong to. HTML: 4.10 Forms. */
import { type Dom } from './dom.ts';
import { ElementData, type NodeData, ParentData } from './nodes.ts';
import { setAttribute } from './tree.ts';

export const listed = ['button', 'fieldset', 'input', 'object', 'output', 'select', 'textarea'];

export function inputType(element: ElementData): string {
  const type = (element.get('type') ?? '').toLowerCase();
  return inputTypes.has(type) ? type : 'text';
}

const inputTypes = new Set(
  `hidden text search tel url email password date month week time datetime-local number range color checkbox radio file submit image
  reset button`.split(/\s+/),
);

/** Their value is the attribute, always. */
const byAttribute = new Set(['hidden', 'submit', 'image', 'reset', 'button']);

export function valueOf(element: ElementData): string {
  if (element.is('textarea')) return element.state.value ?? element.textContent.replace(/^\n/, '');
  if (element.is('select')) {
    const option = selectedOptions(element)[0];
    return option === undefined ? '' : optionValue(option);
  }
  if (element.is('option')) return optionValue(element);
  const type = inputType(element);
  if (type === 'checkbox' || type === 'radio') return element.get('value') ?? 'on';
  if (byAttribute.has(type)) return element.get('value') ?? '';
  return sanitized(type, element.state.value ?? element.get('value') ?? '', element);
}

/** HTML: the value sanitization algorithm. */
function sanitized(type: string, value: string, element: ElementData): string {
  switch (type) {
    case 'number':
      return isNumber(value) ? value : '';
    case 'range':
      return rangeValue(value, element);
    case 'color':
      return /^#[\da-f]{6}$/i.test(value) ? value.toLowerCase() : '#000000';
    case 'email':
    case 'url':
      return value.replaceAll(/[\r\n]/g, '').trim();
    case 'date':
      return isDate(value) ? value : '';
    case 'time':
      return /^\d\d:\d\d(:\d\d(\.\d{1,3})?)?$/.test(value) ? value : '';
    default:
      return value.replaceAll(/[\r\n]/g, '');
  }
}

function isDate(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return /^\d{4,}-\d\d-\d\d$/.test(value) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

function isNumber(value: string): boolean {
  return /^-?(\d+(\.\d+)?|\.\d+)(e[+-]?\d+)?$/i.test(value);
}

function rangeValue(value: string, element: ElementData): string {
  const bound = (name: string, standard: number): number => {
    const text = element.get(name) ?? '';
    return isNumber(text) ? Number(text) : standard;
  };
  const [least, most] = [bound('min', 0), bound('max', 100)];
  const wanted = isNumber(value) ? Number(value) : least + (most - least) / 2;
  return String(Math.max(least, Math.min(most, wanted)));
}

export function setValue(dom: Dom, element: ElementData, value: string): void {
  if (element.is('input')) {
    const type = inputType(element);
    if (byAttribute.has(type) || type === 'checkbox' || type === 'radio') {
      setAttribute(dom, element, 'value', value);
      return;
    }
  }
  if (element.is('select')) {
    const options = optionsOf(element);
    const chosen = options.find((option) => optionValue(option) === value);
    for (const option of options) option.state.selected = option === chosen;
    return;
  }
  element.state.value = element.is('textarea') ? value.replaceAll(/\r\n?/g, '\n') : value;
  element.state.selectionStart = element.state.selectionEnd = element.state.value.length;
}

export function isChecked(element: ElementData): boolean {
  return element.state.checked ?? element.has('checked');
}

/** Of radio buttons of a group only one is checked. */
export function setChecked(element: ElementData, isNowChecked: boolean): void {
  element.state.checked = isNowChecked;
  if (!isNowChecked || inputType(element) !== 'radio') return;
  for (const other of radioGroup(element)) if (other !== element) other.state.checked = false;
}

export function radioGroup(element: ElementData): ElementData[] {
  const name = element.get('name') ?? '';
  const { root } = element;
  if (name === '' || !(root instanceof ParentData)) return [element];
  const owner = formOf(element);
  return [...root.descendantElements()].filter(
    (other) =>
      other.is('input') && inputType(other) === 'radio' && other.get('name') === name && formOf(other) === owner,
  );
}

export function optionsOf(select: ElementData): ElementData[] {
  return [...select.descendantElements()].filter((element) => element.is('option'));
}

export function optionValue(option: ElementData): string {
  return option.get('value') ?? optionText(option);
}

export function optionText(option: ElementData): string {
  return option.textContent.trim().replaceAll(/\s+/g, ' ');
}

/** Of a select that shows one option, the first that is not disabled is selected where none is. */
export function selectedOptions(select: ElementData): ElementData[] {
  const options = optionsOf(select);
  const selected = options.filter((option) => option.state.selected ?? option.has('selected'));
  if (select.has('multiple')) return selected;
  const last = selected.at(-1);
  if (last !== undefined) return [last];
  const wasCleared = options.some((option) => option.state.selected !== undefined);
  const first = options.find((option) => !option.has('disabled'));
  return wasCleared || first === undefined || Number(select.get('size') ?? 1) > 1 ? [] : [first];
}

export function formOf(element: ElementData): ElementData | undefined {
  const id = element.get('form');
  const { root } = element;
  if (id !== undefined && root instanceof ParentData)
    return [...root.descendantElements()].find((other) => other.is('form') && other.get('id') === id);
  for (let node: NodeData | undefined = element.parent; node !== undefined; node = node.parent)
    if (node instanceof ElementData && node.is('form')) return node;
  return undefined;
}

export function controlsOf(form: ElementData): ElementData[] {
  const { root } = form;
  if (!(root instanceof ParentData)) return [];
  return [...root.descendantElements()].filter(
    (element) =>
      element.is(...listed) && formOf(element) === form && !(element.is('input') && inputType(element) === 'image'),
  );
}

/** A fieldset that is disabled disables what is in it, but for its first legend. */
export function isDisabled(element: ElementData): boolean {
  if (!element.is(...listed, 'option', 'optgroup')) return false;
  if (element.has('disabled')) return true;
  for (let node: NodeData | undefined = element.parent; node instanceof ElementData; node = node.parent) {
    if (!node.is('fieldset') || !node.has('disabled')) continue;
    const legend = node.elements.find((child) => child.is('legend'));
    if (legend === undefined || !legend.contains(element)) return true;
  }
  return false;
}

/** HTML: submit button. */
export function isSubmitButton(element: ElementData): boolean {
  if (element.is('button')) return !['reset', 'button'].includes((element.get('type') ?? '').toLowerCase());
  return element.is('input') && ['submit', 'image'].includes(inputType(element));
}

/** HTML: constructing the entry list. Simplified: no files. */
export function formEntries(form: ElementData, submitter?: ElementData): [name: string, value: string][] {
  const entries: [string, string][] = [];
  for (const element of controlsOf(form)) {
    const name = element.get('name') ?? '';
    if (name === '' || isDisabled(element) || element.is('object', 'output', 'fieldset')) continue;
    if (element.is('button') || (element.is('input') && ['submit', 'reset', 'button'].includes(inputType(element)))) {
      if (element === submitter) entries.push([name, element.get('value') ?? '']);
    } else if (element.is('select')) {
      for (const option of selectedOptions(element)) if (!isDisabled(option)) entries.push([name, optionValue(option)]);
    } else if (element.is('input') && ['checkbox', 'radio'].includes(inputType(element))) {
      if (isChecked(element)) entries.push([name, valueOf(element)]);
    } else entries.push([name, valueOf(element)]);
  }
  return entries;
}

/** The control that a label is for. */
export function labeledControl(label: ElementData): ElementData | undefined {
  const id = label.get('for');
  const { root } = label;
  const isLabelable = (element: ElementData): boolean =>
    element.is('button', 'input', 'meter', 'output', 'progress', 'select', 'textarea') &&
    !(element.is('input') && inputType(element) === 'hidden');
  if (id === undefined) return [...label.descendantElements()].find(isLabelable);
  const found =
    root instanceof ParentData ? [...root.descendantElements()].find((other) => other.get('id') === id) : undefined;
  return found !== undefined && isLabelable(found) ? found : undefined;
}
