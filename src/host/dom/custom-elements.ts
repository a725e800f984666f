/**
 * Custom elements: definitions, upgrades and reactions, which run at once behind what caused them. HTML: 4.13 Custom elements.
 * Simplified: no adoptedCallback, no form-associated elements; a reaction's exception is reported and the others go on.
 */
import {
  construct,
  getProperty,
  GuestException,
  HostData,
  initialMapOf,
  isCallable,
  isConstructor,
  JSObject,
  newPromise,
  fulfillPromise,
  setPrototype,
  type Value,
} from '../../engine/index.ts';
import { resetCanvas } from './canvas/context-data.ts';
import type { Dom } from './dom.ts';
import { setHandlerAttribute } from './handlers.ts';
import { isCustomName } from './html-interfaces.ts';
import { type InterfaceTable, membersOf } from './interfaces.ts';
import { ElementData, type NodeData, ParentData } from './nodes.ts';

class RegistryData extends HostData {
  readonly byName = new Map<string, DefinitionData>();
  readonly promises = new Map<string, JSObject>();
  /** Elements that a constructor is about to get as its `this`. */
  readonly constructing: ElementData[] = [];
}

class DefinitionData {
  readonly name: string;
  readonly constructor_: JSObject;
  readonly observed: readonly string[];
  readonly callbacks: Readonly<Record<string, Value>>;

  constructor(
    name: string,
    constructor: JSObject,
    observed: readonly string[],
    callbacks: Readonly<Record<string, Value>>,
  ) {
    this.name = name;
    this.constructor_ = constructor;
    this.observed = observed;
    this.callbacks = callbacks;
  }
}

function registryOf(dom: Dom): RegistryData {
  let registry = dom.parts.get('custom elements') as RegistryData | undefined;
  if (registry === undefined) dom.parts.set('custom elements', (registry = new RegistryData()));
  return registry;
}

export function customElements(dom: Dom): JSObject {
  let object = dom.parts.get('customElements') as JSObject | undefined;
  if (object === undefined) {
    object = dom.newObject('CustomElementRegistry', registryOf(dom));
    dom.parts.set('customElements', object);
  }
  return object;
}

function definitionOf(dom: Dom, element: ElementData): DefinitionData | undefined {
  return element.isHtml ? registryOf(dom).byName.get(element.localName) : undefined;
}

/** Elements of a tree that have a definition now: created by a parser, or before they were defined. */
export function upgradeTree(dom: Dom, node: NodeData): void {
  if (registryOf(dom).byName.size === 0) return;
  if (node instanceof ElementData) upgrade(dom, node);
  if (node instanceof ParentData) for (const child of node.children.slice()) upgradeTree(dom, child);
}

function upgrade(dom: Dom, element: ElementData): void {
  const definition = definitionOf(dom, element);
  if (definition === undefined || element.definition !== undefined) return;
  element.definition = definition.constructor_;
  const { constructing } = registryOf(dom);
  constructing.push(element);
  try {
    construct(dom.isolate, definition.constructor_, []);
  } catch (thrown) {
    if (!(thrown instanceof GuestException)) throw thrown;
    element.definition = undefined;
    report(dom, thrown.value);
    return;
  } finally {
    if (constructing.at(-1) === element) constructing.pop();
  }
  for (const { name, value } of element.attributes) attributeChanged(dom, element, name, null, value);
  if (element.isConnected) react(dom, element, 'connectedCallback', []);
}

function report(dom: Dom, value: Value): void {
  dom.callModule('internal/event_firing', 'report', [value]);
}

function react(dom: Dom, element: ElementData, name: string, args: readonly Value[]): void {
  const definition = definitionOf(dom, element);
  const callback = definition?.callbacks[name];
  if (element.definition === undefined || !(callback instanceof JSObject)) return;
  dom.callModule('internal/event_firing', 'callReporting', [callback, dom.wrap(element), ...args]);
}

export function connected(dom: Dom, node: NodeData): void {
  if (registryOf(dom).byName.size === 0) return;
  if (node instanceof ElementData) {
    if (node.definition === undefined) upgrade(dom, node);
    else react(dom, node, 'connectedCallback', []);
  }
  if (node instanceof ParentData) for (const child of node.children.slice()) connected(dom, child);
}

export function disconnected(dom: Dom, node: NodeData): void {
  node.wasRemoved = true;
  if (registryOf(dom).byName.size === 0) return;
  if (node instanceof ElementData) react(dom, node, 'disconnectedCallback', []);
  if (node instanceof ParentData) for (const child of node.children.slice()) disconnected(dom, child);
}

export function attributeChanged(
  dom: Dom,
  element: ElementData,
  name: string,
  before: string | null,
  after: string | null,
): void {
  if (name.startsWith('on')) setHandlerAttribute(dom, element, name, after);
  if (element.state.context !== undefined && (name === 'width' || name === 'height')) resetCanvas(element);
  if (element.definition === undefined) return;
  if (definitionOf(dom, element)?.observed.includes(name) !== true) return;
  react(dom, element, 'attributeChangedCallback', [name, before, after, null]);
}

/** HTMLElement's constructor: `super()` of a defined class gives the element that is being upgraded, or a new one. */
export function constructElement(dom: Dom, newTarget: JSObject): JSObject {
  const registry = registryOf(dom);
  const definition = [...registry.byName.values()].find((each) => each.constructor_ === newTarget);
  if (definition === undefined) return dom.throwTypeError("Failed to construct 'HTMLElement': Illegal constructor");
  const prototype = getProperty(dom.isolate, newTarget, 'prototype') as JSObject;
  const upgraded = registry.constructing.pop();
  if (upgraded !== undefined) {
    const object = dom.wrap(upgraded);
    setPrototype(object, prototype);
    return object;
  }
  const element = new ElementData('HTMLElement', dom.document, definition.name);
  element.definition = newTarget;
  const object = new JSObject(initialMapOf(dom.isolate, newTarget, prototype));
  object.internal = element;
  element.object = object;
  return object;
}

/** What document.createElement makes where the name is defined; undefined: nothing of that name is. */
export function createCustom(dom: Dom, name: string): JSObject | undefined {
  const definition = registryOf(dom).byName.get(name);
  return definition === undefined ? undefined : (construct(dom.isolate, definition.constructor_, []) as JSObject);
}

const callbackNames = ['connectedCallback', 'disconnectedCallback', 'adoptedCallback', 'attributeChangedCallback'];

function define(dom: Dom, registry: RegistryData, name: string, constructor: Value): void {
  const where = "Failed to execute 'define' on 'CustomElementRegistry'";
  if (!(constructor instanceof JSObject) || !isConstructor(constructor))
    return dom.throwTypeError(`${where}: parameter 2 is not of type 'Function'.`);
  if (!isCustomName(name)) dom.throwException('SyntaxError', `${where}: "${name}" is not a valid custom element name`);
  if (registry.byName.has(name))
    dom.throwException('NotSupportedError', `${where}: the name "${name}" has already been used with this registry`);
  if ([...registry.byName.values()].some((each) => each.constructor_ === constructor))
    dom.throwException('NotSupportedError', `${where}: this constructor has already been used with this registry`);
  const prototype = getProperty(dom.isolate, constructor, 'prototype');
  const callbacks: Record<string, Value> = {};
  for (const key of callbackNames) {
    const callback = dom.member(prototype, key);
    if (callback !== undefined && isCallable(callback)) callbacks[key] = callback;
  }
  const given =
    callbacks['attributeChangedCallback'] === undefined
      ? undefined
      : getProperty(dom.isolate, constructor, 'observedAttributes');
  const observed = given instanceof JSObject ? given.elements.map((each) => dom.text(each)) : [];
  registry.byName.set(name, new DefinitionData(name, constructor, observed, callbacks));
  for (const element of Array.from(dom.document.descendantElements()))
    if (element.localName === name) upgrade(dom, element);
  const waiting = registry.promises.get(name);
  if (waiting !== undefined) fulfillPromise(dom.isolate, waiting, constructor);
}

const members = membersOf(RegistryData, {
  operations: {
    define: [2, (dom, self, [name, constructor]) => define(dom, self, dom.text(name), constructor)],
    get: [1, (dom, self, [name]) => self.byName.get(dom.text(name))?.constructor_],
    getName: [
      1,
      (_dom, self, [constructor]) =>
        [...self.byName.values()].find((each) => each.constructor_ === constructor)?.name ?? null,
    ],
    whenDefined: [
      1,
      (dom, self, [given]) => {
        const name = dom.text(given);
        let promise = self.promises.get(name);
        if (promise !== undefined) return promise;
        promise = newPromise(dom.isolate);
        self.promises.set(name, promise);
        const known = self.byName.get(name);
        if (known !== undefined) fulfillPromise(dom.isolate, promise, known.constructor_);
        return promise;
      },
    ],
    upgrade: [
      1,
      (dom, _self, [root]) => {
        const internal = root instanceof JSObject ? root.internal : undefined;
        if (internal instanceof ParentData) upgradeTree(dom, internal);
      },
    ],
  },
});

export const customElementInterfaces: InterfaceTable = { CustomElementRegistry: { members: [members] } };
