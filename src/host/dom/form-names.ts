/**
 * Controls of a form by their names and places: `form.email`, `form[0]`, `form.elements.kind`. HTML: HTMLFormElement's named
 * properties, RadioNodeList.
 * Simplified: they are found behind HTMLFormElement's own members, so a control named `action` does not hide `form.action`; `in`
 * and the keys of a form do not tell of them, and a control is not found by a name that it had before.
 */
import {
  addOwn,
  Attribute,
  construct,
  getOfObject,
  JSObject,
  keyFromString,
  type PropertyKey,
  setPrototype,
} from '../../engine/index.ts';
import { iterateAsArray, ListData, newCollection } from './collections.ts';
import type { Dom } from './dom.ts';
import { controlsOf, inputType, isChecked, setChecked, valueOf } from './form-controls.ts';
import { type InterfaceTable, membersOf } from './interfaces.ts';
import { DocumentData, ElementData } from './nodes.ts';
import { newProxied } from './proxied.ts';

/** `form.elements`: of several controls with one name it gives the list. */
class ControlsData extends ListData {
  override byName(dom: Dom, name: string): JSObject | undefined {
    return namedIn(dom, this.root as ElementData, name);
  }
}

export function newControlsCollection(dom: Dom, form: ElementData): JSObject {
  return newProxied(dom, 'HTMLFormControlsCollection', new ControlsData(form, controlsOf, true));
}

const isNamed =
  (name: string) =>
  (element: ElementData): boolean =>
    element.get('id') === name || element.get('name') === name;

function namedIn(dom: Dom, form: ElementData, name: string): JSObject | undefined {
  if (name === '') return undefined;
  const named = controlsOf(form).filter(isNamed(name));
  if (named.length < 2) return named[0] && dom.wrap(named[0]);
  const select = (from: ElementData): readonly ElementData[] => controlsOf(from).filter(isNamed(name));
  return newProxied(dom, 'RadioNodeList', new ListData(form, select, false));
}

function propertyOf(dom: Dom, form: ElementData, key: string): JSObject | undefined {
  if (/^(0|[1-9]\d*)$/.test(key)) {
    const control = controlsOf(form)[Number(key)];
    return control && dom.wrap(control);
  }
  const named = namedIn(dom, form, key);
  if (named !== undefined || key === '') return named;
  const image = [...form.descendantElements()].find((element) => element.is('img') && isNamed(key)(element));
  return image && dom.wrap(image);
}

export function nameControls(dom: Dom, prototype: JSObject): void {
  findProperties(dom, prototype, elementOf('form'), propertyOf);
  iterateAsArray([])(dom, prototype);
}

/**
 * `document.NAME`: forms, images, frames and embedded objects by their names. HTML: named properties of Document.
 * Simplified: they do not hide the document's own members, and stand behind Document.prototype.
 */
export function nameParts(dom: Dom, prototype: JSObject): void {
  const select = (document: DocumentData, key: string): ElementData[] =>
    [...document.descendantElements()].filter((element) => {
      const name = element.get('name') ?? '';
      if (element.is('form', 'img', 'iframe', 'embed', 'object') && name === key) return true;
      const isById = element.is('object') || (element.is('img') && name !== '');
      return isById && element.get('id') === key;
    });
  const documentOf = (data: unknown): DocumentData | undefined => (data instanceof DocumentData ? data : undefined);
  findProperties(dom, prototype, documentOf, (_dom, document, key) => {
    const found = key === '' ? [] : select(document, key);
    if (found.length < 2) return found[0] && dom.wrap(found[0]);
    return newCollection(dom, document, (from: DocumentData) => select(from, key));
  });
}

/** A receiver that is such an element. */
export const elementOf =
  (name: string) =>
  (data: unknown): ElementData | undefined =>
    data instanceof ElementData && data.is(name) ? data : undefined;

/** What looks for a property of such a receiver comes by here, before it comes to what its class inherits. */
export function findProperties<T>(
  dom: Dom,
  prototype: JSObject,
  receiverOf: (data: unknown) => T | undefined,
  find: (dom: Dom, self: T, key: string) => JSObject | undefined,
): void {
  const { isolate } = dom;
  const { realm } = isolate;
  const others = prototype.hiddenClass.prototype;
  if (!(others instanceof JSObject)) return;
  const get = dom.native('get', 3, (_receiver, [, key, receiver]) => {
    const data = receiver instanceof JSObject ? receiver.internal : undefined;
    const self = receiverOf(data);
    const found = typeof key === 'string' && self !== undefined ? find(dom, self, key) : undefined;
    const asked = typeof key === 'string' ? keyFromString(key) : (key as unknown as PropertyKey);
    return found ?? getOfObject(isolate, others, asked, receiver);
  });
  const handler = realm.newObject();
  addOwn(handler, 'get', get, Attribute.all);
  const target = realm.newObjectWithPrototype(others);
  setPrototype(prototype, construct(isolate, realm.intrinsic('Proxy'), [target, handler]) as JSObject);
}

const radiosOf = (list: ListData): ElementData[] =>
  list.nodes.filter(
    (node): node is ElementData => node instanceof ElementData && node.is('input') && inputType(node) === 'radio',
  );

const radioMembers = membersOf(ListData, {
  attributes: {
    value: {
      get: (_dom, list) => {
        const chosen = radiosOf(list).find(isChecked);
        return chosen === undefined ? '' : chosen.has('value') ? valueOf(chosen) : 'on';
      },
      set: (dom, list, given) => {
        const text = dom.text(given);
        const wanted = radiosOf(list).find((radio) => (radio.has('value') ? valueOf(radio) : 'on') === text);
        if (wanted !== undefined) setChecked(wanted, true);
      },
    },
  },
});

export const formNameInterfaces: InterfaceTable = {
  RadioNodeList: { parent: 'NodeList', members: [radioMembers] },
};
