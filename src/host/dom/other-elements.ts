/** Elements with members of their own beside forms. HTML: 4.5, 4.8, 4.9, 4.11, 4.12. */
import { addOwn, Attribute, type JSObject, toBoolean, toNumber, type Value } from '../../engine/index.ts';
import { canvasMembers } from './canvas/canvas-element.ts';
import type { Dom } from './dom.ts';
import { absolute, reflecting } from './html-element.ts';
import { type Attribute as Member, type InterfaceTable, membersOf, type Operation } from './interfaces.ts';
import { ElementData, FragmentData, htmlNamespace } from './nodes.ts';
import { newElement } from './document-interface.ts';
import { removeAttribute, setAttribute } from './tree.ts';
import { tokenList } from './element-parts.ts';
import { replaceByText } from './node-interface.ts';

const templateMembers = membersOf(ElementData, {
  attributes: { content: (dom, self) => dom.wrap((self.content ??= new FragmentData(self.ownerDocument))) },
});

/** The parts of a link's URL. */
function urlPart(
  name: 'protocol' | 'host' | 'hostname' | 'port' | 'pathname' | 'search' | 'hash' | 'origin',
): Member<ElementData> {
  return (dom, self) => {
    const href = self.get('href');
    if (href === undefined) return '';
    try {
      return new URL(absolute(dom, href))[name];
    } catch {
      return '';
    }
  };
}

const hrefText: Operation<ElementData> = [0, (dom, self) => (self.has('href') ? absolute(dom, self.get('href')!) : '')];

const anchorMembers = membersOf(ElementData, {
  attributes: {
    ...reflecting('HTMLAnchorElement'),
    relList: (dom, self) => tokenList(dom, self, 'rel'),
    text: { get: (_dom, self) => self.textContent, set: (dom, self, text) => replaceByText(dom, self, dom.text(text)) },
    protocol: urlPart('protocol'),
    host: urlPart('host'),
    hostname: urlPart('hostname'),
    port: urlPart('port'),
    pathname: urlPart('pathname'),
    search: urlPart('search'),
    hash: urlPart('hash'),
    origin: urlPart('origin'),
  },
  operations: { toString: hrefText },
});

/** Simplified: what an image shows is not read: it is loaded after a task, as a stand-in without a size. */
function load(dom: Dom, self: ElementData): void {
  self.state.isLoaded = false;
  const object = dom.wrap(self);
  dom.host.request({
    kind: 'fetch',
    name: `image ${self.get('src') ?? ''}`,
    source: 'networking',
    delay: 1,
    holds: object,
    run: () => {
      self.state.isLoaded = true;
      dom.note('images', 'images are not loaded: a stand-in without content fires their load events');
      dom.fire(object, 'load');
    },
  });
}

const imageMembers = membersOf(ElementData, {
  attributes: {
    ...reflecting('HTMLImageElement'),
    src: {
      get: (dom, self) => (self.has('src') ? absolute(dom, self.get('src')!) : ''),
      set: (dom, self, value) => {
        setAttribute(dom, self, 'src', dom.text(value));
        load(dom, self);
      },
    },
    currentSrc: (dom, self) => (self.has('src') ? absolute(dom, self.get('src')!) : ''),
    complete: (_dom, self) => !self.has('src') || self.state.isLoaded === true,
    naturalWidth: () => 0,
    naturalHeight: () => 0,
  },
});

const textMembers = membersOf(ElementData, {
  attributes: {
    text: { get: (_dom, self) => self.textContent, set: (dom, self, text) => replaceByText(dom, self, dom.text(text)) },
  },
});

const scriptMembers = membersOf(ElementData, {
  attributes: {
    ...reflecting('HTMLScriptElement'),
    async: {
      get: (_dom, self) => self.state.script?.isForcedAsync === true || self.has('async'),
      set: (dom, self, value) => {
        if (self.state.script !== undefined) self.state.script.isForcedAsync = false;
        if (toBoolean(value)) setAttribute(dom, self, 'async', '');
        else removeAttribute(dom, self, 'async');
      },
    },
  },
});

/** Simplified: import maps and rules of speculation are not simulated. */
function supportsScript(dom: Dom, _prototype: JSObject, constructor: JSObject): void {
  const supports = dom.native('supports', 1, (_receiver, [type]) => dom.text(type) === 'classic');
  addOwn(constructor, 'supports', supports, Attribute.all);
}

const progressMembers = membersOf(ElementData, {
  attributes: {
    value: {
      get: (_dom, self) => Number(self.get('value') ?? 0) || 0,
      set: (dom, self, value) => setAttribute(dom, self, 'value', String(toNumber(dom.isolate, value))),
    },
    max: {
      get: (_dom, self) => Number(self.get('max') ?? 1) || 1,
      set: (dom, self, value) => setAttribute(dom, self, 'max', String(toNumber(dom.isolate, value))),
    },
    position: (_dom, self) =>
      self.has('value') ? (Number(self.get('value')) || 0) / (Number(self.get('max') ?? 1) || 1) : -1,
  },
});

const dialogMembers = membersOf(ElementData, {
  attributes: {
    ...reflecting('HTMLDialogElement'),
    returnValue: {
      get: (_dom, self) => self.state.returnValue ?? '',
      set: (dom, self, value) => void (self.state.returnValue = dom.text(value)),
    },
  },
  operations: {
    show: [0, (dom, self) => setAttribute(dom, self, 'open', '')],
    showModal: [0, (dom, self) => setAttribute(dom, self, 'open', '')],
    close: [
      0,
      (dom, self, [value]) => {
        if (!self.has('open')) return;
        removeAttribute(dom, self, 'open');
        if (value !== undefined) self.state.returnValue = dom.text(value);
        const object = dom.wrap(self);
        dom.host.queueTask('userInteraction', 'close', () => void dom.fire(object, 'close'), { holds: object });
      },
    ],
  },
});

const parent = 'HTMLElement';

export const otherElementInterfaces: InterfaceTable = {
  HTMLTemplateElement: { parent, members: [templateMembers] },
  HTMLAnchorElement: { parent, members: [anchorMembers] },
  HTMLImageElement: { parent, members: [imageMembers] },
  HTMLCanvasElement: { parent, members: [canvasMembers] },
  HTMLScriptElement: { parent, members: [scriptMembers, textMembers], finish: supportsScript },
  HTMLTitleElement: { parent, members: [textMembers] },
  HTMLProgressElement: { parent, members: [progressMembers] },
  HTMLMeterElement: { parent, members: [progressMembers] },
  HTMLDialogElement: { parent, members: [dialogMembers] },
};

/** `new Image(width, height)`. */
export function newImage(dom: Dom, [width, height]: readonly Value[]): JSObject {
  const object = newElement(dom, dom.document, 'img', htmlNamespace);
  const image = object.internal as ElementData;
  if (width !== undefined) setAttribute(dom, image, 'width', String(toNumber(dom.isolate, width)));
  if (height !== undefined) setAttribute(dom, image, 'height', String(toNumber(dom.isolate, height)));
  return object;
}
