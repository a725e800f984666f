/** The globals of a page: made when they are first touched. HTML: Window; DOM, CSSOM View. */
import {
  AccessorPair,
  addOwn,
  Attribute,
  deleteOwn,
  getProperty,
  type JSObject,
  type Value,
} from '../../engine/index.ts';
import type { Host } from '../host.ts';
import { lazyGlobal } from '../globals/lazy-globals.ts';
import { interfaces } from './all-interfaces.ts';
import { cssNamespace } from './css-namespace.ts';
import { customElements } from './custom-elements.ts';
import { dialog } from './dialogs.ts';
import { type Dom } from './dom.ts';
import { noLayout } from './element-interface.ts';
import { newOption } from './form-interfaces.ts';
import { history, location } from './location.ts';
import { ElementData } from './nodes.ts';
import { newAudio } from './media-elements.ts';
import { newImage } from './other-elements.ts';
import { matchMedia, navigator, screen, viewport } from './page-environment.ts';
import { finishLoading } from './page-loading.ts';
import { domOf } from './page.ts';
import { selection } from './selection.ts';
import { storage } from './storage.ts';
import { computedStyle } from './style.ts';

type Getter = (dom: Dom) => Value;

/** Attributes of the window, that can be read only: what is assigned to them is lost, unless they are among those below. */
const attributes: Readonly<Record<string, Getter>> = {
  closed: () => false,
  frameElement: () => null,
  crossOriginIsolated: () => false,
  clientInformation: navigator,
  screenX: () => 0,
  screenY: () => 0,
  screenLeft: () => 0,
  screenTop: () => 0,
  document: (dom) => dom.wrap(dom.document),
  location,
  history,
  navigator,
  screen,
  customElements,
  localStorage: (dom) => storage(dom, 'localStorage'),
  sessionStorage: (dom) => storage(dom, 'sessionStorage'),
  length: () => 0,
  innerWidth: () => viewport.width,
  innerHeight: () => viewport.height,
  outerWidth: () => viewport.width,
  outerHeight: () => viewport.height,
  devicePixelRatio: () => 1,
  scrollX: () => 0,
  scrollY: () => 0,
  pageXOffset: () => 0,
  pageYOffset: () => 0,
  origin: (dom) => getProperty(dom.isolate, location(dom), 'origin'),
  isSecureContext: () => true,
  event: (dom) => dom.callModule('internal/event_firing', 'currentEvent', []),
};

/** Whoever assigns to one of these, with `var` too, makes it an ordinary property. Web IDL: [Replaceable]. */
const replaced = new Set(
  `length innerWidth innerHeight outerWidth outerHeight devicePixelRatio scrollX scrollY pageXOffset pageYOffset screenX screenY
  screenLeft screenTop origin event screen clientInformation`.split(/\s+/),
);

/** Texts and others that the program may set, with what they are before. */
const settable: Readonly<Record<string, { readonly standard: Value; readonly isText: boolean }>> = {
  name: { standard: '', isText: true },
  status: { standard: '', isText: true },
  opener: { standard: null, isText: false },
};

type Operation = readonly [length: number, run: (dom: Dom, args: readonly Value[]) => Value | void];

const operations: Readonly<Record<string, Operation>> = {
  alert: [0, (dom, args) => dialog(dom, 'alert', args)],
  confirm: [0, (dom, args) => dialog(dom, 'confirm', args)],
  prompt: [0, (dom, args) => dialog(dom, 'prompt', args)],
  getComputedStyle: [
    1,
    (dom, [element]) =>
      computedStyle(dom, dom.argument(element, ElementData, "execute 'getComputedStyle' on 'Window'", 1, 'Element')),
  ],
  matchMedia: [1, (dom, [query]) => matchMedia(dom, query)],
  scroll: [0, noLayout],
  scrollTo: [0, noLayout],
  scrollBy: [0, noLayout],
  focus: [0, () => undefined],
  blur: [0, () => undefined],
  print: [0, (dom) => dom.note('print', 'print was called: there is no printer')],
  open: [0, (dom) => (dom.note('open', 'window.open was called: there are no other windows'), null)],
  close: [0, (dom) => dom.note('close', 'window.close was called: the page stays')],
  getSelection: [0, selection],
  stop: [0, () => undefined],
  find: [0, () => false],
  captureEvents: [0, () => undefined],
  releaseEvents: [0, () => undefined],
  moveBy: [0, noLayout],
  moveTo: [0, noLayout],
  resizeBy: [0, noLayout],
  resizeTo: [0, noLayout],
};

const replaceable = Attribute.enumerable | Attribute.configurable;

export function installPage(host: Host): void {
  for (const name of Object.keys(interfaces)) lazyGlobal(host, name, () => domOf(host).interface(name).constructor);
  const native = (name: string, length: number, run: (args: Value[]) => Value | void): JSObject =>
    domOf(host).native(name, length, (_receiver, args) => run(args));
  for (const [name, get] of Object.entries(attributes)) {
    const isFixed = name === 'document' || name === 'location';
    const set =
      name === 'location'
        ? (value: Value): void => assignLocation(host, value)
        : replaced.has(name)
          ? (value: Value): void => replace(host, name, value)
          : undefined;
    const make = (): AccessorPair =>
      new AccessorPair(
        native(`get ${name}`, 0, () => get(domOf(host))),
        set === undefined ? undefined : native(`set ${name}`, 1, ([value]) => set(value)),
      );
    lazyGlobal(host, name, make, isFixed ? Attribute.enumerable : replaceable);
  }
  for (const [name, { standard, isText }] of Object.entries(settable)) {
    const make = (): AccessorPair =>
      new AccessorPair(
        native(`get ${name}`, 0, () => domOf(host).windowValues.get(name) ?? standard),
        native(`set ${name}`, 1, ([value]) => {
          const dom = domOf(host);
          dom.windowValues.set(name, isText ? dom.text(value) : value);
        }),
      );
    lazyGlobal(host, name, make, replaceable);
  }
  for (const [name, [length, run]] of Object.entries(operations)) {
    const made = (): JSObject =>
      native(name, length, (args) => {
        const dom = domOf(host);
        if (args.length < length) dom.throwMissing(`execute '${name}' on 'Window'`, length, args.length);
        return run(dom, args);
      });
    lazyGlobal(host, name, made, Attribute.all);
  }
  const constructors = { Audio: newAudio, Image: newImage, Option: newOption };
  for (const [name, make] of Object.entries(constructors))
    lazyGlobal(host, name, () => namedConstructor(host, name, make));
  lazyGlobal(host, 'CSS', () => cssNamespace(domOf(host)));
  host.page.onCheckpoint = () => finishLoading(host);
}

function replace({ isolate }: Host, name: string, value: Value): void {
  const { globalObject } = isolate.realm;
  deleteOwn(globalObject, name);
  addOwn(globalObject, name, value, Attribute.all);
}

function assignLocation(host: Host, value: Value): void {
  const dom = domOf(host);
  dom.callModule('internal/event_firing', 'assign', [location(dom), 'href', value]);
}

/** `Audio`, `Image` and `Option`: constructors with the prototype of another. */
function namedConstructor(host: Host, name: string, make: (dom: Dom, args: readonly Value[]) => JSObject): JSObject {
  const dom = domOf(host);
  return dom.newConstructor(name, `HTML${name}Element`, (args) => make(dom, args));
}
