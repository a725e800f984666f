/** Popovers. HTML: 6.12 The popover attribute. Simplified: only programs show and hide them; of several `auto` ones the last is open. */
import { toBoolean, type Value } from '../../engine/index.ts';
import type { Dom } from './dom.ts';
import { membersOf } from './interfaces.ts';
import { ElementData } from './nodes.ts';

function check(dom: Dom, element: ElementData, operation: string): void {
  const where = `Failed to execute '${operation}' on 'HTMLElement': `;
  if (!element.has('popover'))
    dom.throwException('NotSupportedError', `${where}Not supported on elements that are not popovers.`);
  if (!element.isConnected)
    dom.throwException('InvalidStateError', `${where}Invalid on disconnected popover elements.`);
}

const isOpen = (element: ElementData): boolean => element.state.popover?.isOpen === true;

const words = (isShown: boolean): string => (isShown ? 'open' : 'closed');

/** True: nobody prevented it. */
function announce(dom: Dom, element: ElementData, isShown: boolean): boolean {
  const init = { oldState: words(!isShown), newState: words(isShown), cancelable: isShown };
  return dom.fire(dom.wrap(element), 'beforetoggle', init, 'ToggleEvent');
}

/** One event for all changes until its task runs. */
function settle(dom: Dom, element: ElementData, isShown: boolean): void {
  const known = element.state.popover;
  const from = known?.toldFrom ?? words(!isShown);
  const popover = { isOpen: isShown, toldFrom: from };
  element.state.popover = popover;
  if (known?.toldFrom !== undefined) return;
  const object = dom.wrap(element);
  const run = (): void => {
    const now = isOpen(element);
    element.state.popover = { isOpen: now };
    dom.fire(object, 'toggle', { oldState: from, newState: words(now) }, 'ToggleEvent');
  };
  dom.host.queueTask('domManipulation', 'toggle', run, { holds: object });
}

const isAuto = (element: ElementData): boolean => ['', 'auto'].includes((element.get('popover') ?? 'x').toLowerCase());

function show(dom: Dom, element: ElementData, operation: string): void {
  check(dom, element, operation);
  if (isOpen(element) || !announce(dom, element, true)) return;
  if (isAuto(element))
    for (const other of Array.from(element.ownerDocument.descendantElements()))
      if (isOpen(other) && isAuto(other) && !other.contains(element)) hide(dom, other, operation);
  settle(dom, element, true);
}

function hide(dom: Dom, element: ElementData, operation: string): void {
  check(dom, element, operation);
  if (!isOpen(element)) return;
  announce(dom, element, false);
  settle(dom, element, false);
}

function toggle(dom: Dom, element: ElementData, given: Value): boolean {
  const force = given !== null && typeof given === 'object' ? dom.member(given, 'force') : given;
  const isWanted = force === undefined ? !isOpen(element) : toBoolean(force);
  if (isWanted === isOpen(element)) check(dom, element, 'togglePopover');
  else if (isWanted) show(dom, element, 'togglePopover');
  else hide(dom, element, 'togglePopover');
  return isOpen(element);
}

export const popoverMembers = membersOf(ElementData, {
  operations: {
    showPopover: [0, (dom, self) => show(dom, self, 'showPopover')],
    hidePopover: [0, (dom, self) => hide(dom, self, 'hidePopover')],
    togglePopover: [0, (dom, self, [force]) => toggle(dom, self, force)],
  },
});
