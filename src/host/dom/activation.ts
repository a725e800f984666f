/**
 * What a click does beside calling listeners: checks boxes, submits and resets forms, goes on to a label's control. DOM: legacy-
 * pre-activation and activation behaviour; HTML: of the elements. Simplified: links and forms do not leave the page, a note says so.
 */
import { HostData, type JSObject } from '../../engine/index.ts';
import type { Dom } from './dom.ts';
import {
  controlsOf,
  formOf,
  inputType,
  isChecked,
  isDisabled,
  isSubmitButton,
  labeledControl,
  optionsOf,
  radioGroup,
  setChecked,
} from './form-controls.ts';
import { checkValidity } from './form-validation.ts';
import { ElementData, type NodeData } from './nodes.ts';
import { followFragment } from './location.ts';
import { focus } from './html-element.ts';
import { removeAttribute, setAttribute } from './tree.ts';

/** An element that will be activated, and what has to be put back when the event is cancelled. */
export class ActivationData extends HostData {
  readonly element: ElementData;
  readonly before: {
    readonly checked: boolean;
    readonly indeterminate: boolean;
    readonly inGroup: ElementData | undefined;
  };

  constructor(element: ElementData) {
    super();
    this.element = element;
    this.before = {
      checked: element.is('input') && isChecked(element),
      indeterminate: element.state.indeterminate === true,
      inGroup: isRadio(element) ? radioGroup(element).find(isChecked) : undefined,
    };
  }
}

const isRadio = (element: ElementData): boolean => element.is('input') && inputType(element) === 'radio';
const isCheckbox = (element: ElementData): boolean => element.is('input') && inputType(element) === 'checkbox';

/** Of a click: the first on its path that does something. */
export function preActivate(path: readonly NodeData[]): ActivationData | undefined {
  const element = path.find((node) => node instanceof ElementData && hasActivation(node)) as ElementData | undefined;
  if (element === undefined || isDisabled(element)) return undefined;
  const activation = new ActivationData(element);
  if (isCheckbox(element)) {
    setChecked(element, !isChecked(element));
    element.state.indeterminate = false;
  } else if (isRadio(element)) setChecked(element, true);
  return activation;
}

function hasActivation(element: ElementData): boolean {
  if (element.is('a', 'area')) return element.has('href');
  return element.is('button', 'input', 'label', 'summary');
}

export function activate(dom: Dom, { element, before }: ActivationData, isCanceled: boolean): void {
  if (isCanceled) {
    if (!isCheckbox(element) && !isRadio(element)) return;
    setChecked(element, before.checked);
    element.state.indeterminate = before.indeterminate;
    if (before.inGroup !== undefined) setChecked(before.inGroup, true);
    return;
  }
  if (isCheckbox(element) || (isRadio(element) && !before.checked)) {
    if (!element.isConnected) return;
    const object = dom.wrap(element);
    dom.fire(object, 'input', { bubbles: true, composed: true });
    dom.fire(object, 'change', { bubbles: true });
    return;
  }
  if (element.is('a', 'area')) follow(dom, element);
  else if (element.is('label')) activateLabel(dom, element);
  else if (element.is('summary')) toggle(dom, element);
  else activateButton(dom, element);
}

function follow(dom: Dom, link: ElementData): void {
  const href = link.get('href') ?? '';
  if (href.startsWith('#')) followFragment(dom, href);
  else if (!href.startsWith('javascript:'))
    dom.note('link', `a link to ${href} was followed: pages are not left, so nothing comes of it`);
}

function activateLabel(dom: Dom, label: ElementData): void {
  const control = labeledControl(label);
  if (control === undefined || isDisabled(control)) return;
  focus(dom, control);
  click(dom, dom.wrap(control));
}

export function click(dom: Dom, target: JSObject): void {
  const init = dom.host.newPlainObject({ bubbles: true, cancelable: true, composed: true });
  dom.callModule('internal/event_firing', 'click', [target, init]);
}

function toggle(dom: Dom, summary: ElementData): void {
  const details = summary.parent;
  if (!(details instanceof ElementData) || !details.is('details')) return;
  const isOpen = details.has('open');
  if (isOpen) removeAttribute(dom, details, 'open');
  else setAttribute(dom, details, 'open', '');
  const [oldState, newState] = isOpen ? ['open', 'closed'] : ['closed', 'open'];
  const object = dom.wrap(details);
  const run = (): void => void dom.fire(object, 'toggle', { oldState, newState }, 'ToggleEvent');
  dom.host.queueTask('domManipulation', 'toggle', run, { holds: object });
}

function activateButton(dom: Dom, element: ElementData): void {
  const type = element.is('button') ? (element.get('type') ?? 'submit').toLowerCase() : inputType(element);
  const form = formOf(element);
  if (form === undefined) return;
  if (type === 'reset') reset(dom, form);
  else if (isSubmitButton(element)) submit(dom, form, element);
}

/** HTML: submit, as a button does it. */
export function submit(dom: Dom, form: ElementData, submitter: ElementData | undefined): void {
  if (!form.isConnected) return;
  const isUnchecked = form.has('novalidate') || submitter?.has('formnovalidate') === true;
  if (!isUnchecked && !checkValidity(dom, form)) return;
  const init = { bubbles: true, cancelable: true, submitter: dom.wrapOrNull(submitter) };
  if (!dom.fire(dom.wrap(form), 'submit', init, 'SubmitEvent')) return;
  dom.note('submit', 'a form was submitted: pages are not left, so nothing comes of it');
}

export function reset(dom: Dom, form: ElementData): void {
  if (!dom.fire(dom.wrap(form), 'reset', { bubbles: true, cancelable: true })) return;
  for (const control of controlsOf(form)) {
    delete control.state.value;
    delete control.state.checked;
    if (control.is('select')) for (const option of optionsOf(control)) delete option.state.selected;
  }
}
