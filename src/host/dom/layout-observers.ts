/**
 * IntersectionObserver and ResizeObserver. Intersection Observer: 3.2 Processing model; Resize Observer: 3.4; Blink:
 * core/intersection_observer/, core/resize_observer/. Simplified: no layout: what is in the page is empty, at 0,0, and so in the window.
 */
import { HostData, isCallable, JSObject, setIntegrityLevel, toNumber, type Value } from '../../engine/index.ts';
import type { Dom } from './dom.ts';
import { newRectReadOnly, RectData } from './geometry.ts';
import { type InterfaceTable, membersOf } from './interfaces.ts';
import { DocumentData, ElementData } from './nodes.ts';
import { viewport } from './page-environment.ts';

type ObserverName = 'IntersectionObserver' | 'ResizeObserver';

/** What is told of a target. */
class EntryData extends HostData {
  readonly fields: Readonly<Record<string, Value>>;

  constructor(fields: Readonly<Record<string, Value>>) {
    super();
    this.fields = fields;
  }
}

class IntersectionData extends HostData {
  readonly callback: JSObject;
  readonly root: ElementData | DocumentData | undefined;
  readonly margin: string;
  readonly thresholds: JSObject;
  /** What it was told last; undefined: nothing yet. */
  readonly targets = new Map<ElementData, boolean | undefined>();
  entries: JSObject[] = [];

  constructor(callback: JSObject, root: ElementData | DocumentData | undefined, margin: string, thresholds: JSObject) {
    super();
    this.callback = callback;
    this.root = root;
    this.margin = margin;
    this.thresholds = thresholds;
  }
}

class ResizeData extends HostData {
  readonly callback: JSObject;
  /** By the box that is observed; those that it was not told of. */
  readonly targets = new Map<ElementData, string>();
  readonly untold = new Set<ElementData>();

  constructor(callback: JSObject) {
    super();
    this.callback = callback;
  }
}

/** Observers that have targets, in the order in which they got the first. */
interface Observers {
  readonly intersection: Set<JSObject>;
  readonly resize: Set<JSObject>;
  isFrameRequested: boolean;
}

function observersOf(dom: Dom): Observers {
  let observers = dom.parts.get('layout observers') as Observers | undefined;
  if (observers === undefined) {
    observers = { intersection: new Set(), resize: new Set(), isFrameRequested: false };
    dom.parts.set('layout observers', observers);
  }
  return observers;
}

/** The next frame will look at the targets, behind its callbacks. HTML: update the rendering. */
function requestLook(dom: Dom, name: ObserverName): void {
  const observers = observersOf(dom);
  if (observers.isFrameRequested) return;
  observers.isFrameRequested = true;
  const look = dom.native(name, 0, () => {
    observers.isFrameRequested = false;
    for (const observer of Array.from(observers.resize)) tellOfSizes(dom, observer);
    for (const observer of observers.intersection) lookAtIntersections(dom, observer);
  });
  dom.host.frames.request(look, true);
}

/** Nodes have come into the page, or have left it. */
export function treeChanged(dom: Dom): void {
  const observers = dom.parts.get('layout observers') as Observers | undefined;
  if (observers !== undefined && observers.intersection.size > 0) requestLook(dom, 'IntersectionObserver');
}

function call(dom: Dom, callback: JSObject, entries: readonly JSObject[], observer: JSObject): void {
  dom.callModule('internal/event_firing', 'callReporting', [callback, observer, dom.list(entries), observer]);
  dom.callModule('internal/event_firing', 'checkpoint', []);
}

function lookAtIntersections(dom: Dom, observer: JSObject): void {
  const data = observer.internal as IntersectionData;
  const isWaiting = data.entries.length > 0;
  for (const [target, told] of data.targets) {
    const isIntersecting = target.isConnected && target.ownerDocument === dom.document;
    if (told === isIntersecting) continue;
    data.targets.set(target, isIntersecting);
    const { width, height } = data.root instanceof ElementData ? { width: 0, height: 0 } : viewport;
    const entry = new EntryData({
      time: dom.host.frames.timestamp,
      rootBounds: newRectReadOnly(dom, new RectData(0, 0, width, height)),
      boundingClientRect: newRectReadOnly(dom),
      intersectionRect: newRectReadOnly(dom),
      isIntersecting,
      isVisible: false,
      intersectionRatio: isIntersecting ? 1 : 0,
      target: dom.wrap(target),
    });
    data.entries.push(dom.newObject('IntersectionObserverEntry', entry));
  }
  if (isWaiting || data.entries.length === 0) return;
  const run = (): void => {
    const { entries } = data;
    data.entries = [];
    if (entries.length > 0) call(dom, data.callback, entries, observer);
  };
  dom.host.queueTask('domManipulation', 'IntersectionObserver', run, { holds: observer });
}

function tellOfSizes(dom: Dom, observer: JSObject): void {
  const data = observer.internal as ResizeData;
  if (data.untold.size === 0) return;
  const size = (): JSObject => {
    const one = dom.newObject('ResizeObserverSize', new EntryData({ inlineSize: 0, blockSize: 0 }));
    return frozen(dom, [one]);
  };
  const entries = [...data.untold].map((target) => {
    const fields = { target: dom.wrap(target), contentRect: newRectReadOnly(dom), borderBoxSize: size() };
    const boxes = { contentBoxSize: size(), devicePixelContentBoxSize: size() };
    return dom.newObject('ResizeObserverEntry', new EntryData({ ...fields, ...boxes }));
  });
  data.untold.clear();
  call(dom, data.callback, entries, observer);
}

function frozen(dom: Dom, values: readonly Value[]): JSObject {
  const list = dom.list(values);
  setIntegrityLevel(dom.isolate, list, 'frozen');
  return list;
}

function callbackOf(dom: Dom, name: ObserverName, value: Value): JSObject {
  if (value instanceof JSObject && isCallable(value)) return value;
  return dom.throwTypeError(`Failed to construct '${name}': parameter 1 is not of type 'Function'.`);
}

function element(dom: Dom, value: Value, operation: string, name: ObserverName): ElementData {
  return dom.argument(value, ElementData, `execute '${operation}' on '${name}'`, 1, 'Element');
}

/** As CSS has margins: one to four, in pixels or percent. */
function marginOf(dom: Dom, given: Value): string {
  const written = given === undefined ? '0px' : dom.text(given).trim();
  const parts = written === '' ? ['0px'] : written.split(/\s+/);
  if (parts.length > 4 || !parts.every((part) => /^[-+]?(\d+\.?\d*|\.\d+)(px|%)$/.test(part)))
    dom.throwException(
      'SyntaxError',
      "Failed to construct 'IntersectionObserver': rootMargin must be specified in absolute length units or percent.",
    );
  const [top = '0px', right = top, bottom = top, left = right] = parts;
  return [top, right, bottom, left]
    .map((part) => `${Number.parseFloat(part)}${part.replace(/^[-+.\d]+/, '')}`)
    .join(' ');
}

function thresholdsOf(dom: Dom, given: Value): JSObject {
  const where = "Failed to construct 'IntersectionObserver':";
  const values = given === undefined ? [0] : given instanceof JSObject ? [...given.elements] : [given];
  const numbers = values.map((value) => toNumber(dom.isolate, value));
  if (!numbers.every(Number.isFinite))
    dom.throwTypeError(
      `${where} Failed to read the 'threshold' property from 'IntersectionObserverInit': The provided double value is non-finite.`,
    );
  if (numbers.some((value) => value < 0 || value > 1))
    throw dom.isolate.error('RangeError', `${where} Threshold values must be numbers between 0 and 1`);
  return frozen(dom, numbers.length === 0 ? [0] : numbers.sort((a, b) => a - b));
}

function rootOf(dom: Dom, given: Value): ElementData | DocumentData | undefined {
  if (given === undefined || given === null) return undefined;
  const internal = given instanceof JSObject ? given.internal : undefined;
  if (internal instanceof ElementData || internal instanceof DocumentData) return internal;
  return dom.throwTypeError(
    "Failed to construct 'IntersectionObserver': Failed to read the 'root' property from 'IntersectionObserverInit': The provided value is not of type '(Document or Element)'.",
  );
}

const intersectionMembers = membersOf(IntersectionData, {
  attributes: {
    root: (dom, self) => dom.wrapOrNull(self.root),
    rootMargin: (_dom, self) => self.margin,
    scrollMargin: () => '0px 0px 0px 0px',
    thresholds: (_dom, self) => self.thresholds,
    delay: () => 0,
    trackVisibility: () => false,
  },
  operations: {
    observe: [
      1,
      (dom, self, [given], receiver) => {
        const target = element(dom, given, 'observe', 'IntersectionObserver');
        dom.note('IntersectionObserver', 'layout is not simulated: every element of the page is empty and in view');
        if (self.targets.has(target)) return;
        self.targets.set(target, undefined);
        observersOf(dom).intersection.add(receiver);
        requestLook(dom, 'IntersectionObserver');
      },
    ],
    unobserve: [
      1,
      (dom, self, [given], receiver) => {
        self.targets.delete(element(dom, given, 'unobserve', 'IntersectionObserver'));
        if (self.targets.size === 0) observersOf(dom).intersection.delete(receiver);
      },
    ],
    disconnect: [
      0,
      (dom, self, _args, receiver) => {
        self.targets.clear();
        self.entries = [];
        observersOf(dom).intersection.delete(receiver);
      },
    ],
    takeRecords: [
      0,
      (dom, self) => {
        const { entries } = self;
        self.entries = [];
        return dom.list(entries);
      },
    ],
  },
});

const boxes = ['border-box', 'content-box', 'device-pixel-content-box'];

const resizeMembers = membersOf(ResizeData, {
  operations: {
    observe: [
      1,
      (dom, self, [given, options], receiver) => {
        const target = element(dom, given, 'observe', 'ResizeObserver');
        const asked = dom.member(options, 'box');
        const box = asked === undefined ? 'content-box' : dom.text(asked);
        if (!boxes.includes(box))
          dom.throwTypeError(
            `Failed to execute 'observe' on 'ResizeObserver': Failed to read the 'box' property from 'ResizeObserverOptions': The provided value '${box}' is not a valid enum value of type ResizeObserverBoxOptions.`,
          );
        dom.note('ResizeObserver', 'layout is not simulated: ResizeObserver tells once that an element is empty');
        if (self.targets.get(target) === box) return;
        self.targets.set(target, box);
        self.untold.delete(target);
        self.untold.add(target);
        observersOf(dom).resize.add(receiver);
        requestLook(dom, 'ResizeObserver');
      },
    ],
    unobserve: [
      1,
      (dom, self, [given], receiver) => {
        const target = element(dom, given, 'unobserve', 'ResizeObserver');
        self.untold.delete(target);
        if (self.targets.delete(target) && self.targets.size === 0) observersOf(dom).resize.delete(receiver);
      },
    ],
    disconnect: [
      0,
      (dom, self, _args, receiver) => {
        self.targets.clear();
        self.untold.clear();
        observersOf(dom).resize.delete(receiver);
      },
    ],
  },
});

function entry(names: string): InterfaceTable[string] {
  const readers = names.split(' ').map((name) => [name, (_dom: Dom, self: EntryData): Value => self.fields[name]]);
  return { members: [membersOf(EntryData, { attributes: Object.fromEntries(readers) })] };
}

export const layoutObserverInterfaces: InterfaceTable = {
  IntersectionObserver: {
    required: 1,
    members: [intersectionMembers],
    construct: (dom, [given, options], newTarget) => {
      const callback = callbackOf(dom, 'IntersectionObserver', given);
      const root = rootOf(dom, dom.member(options, 'root'));
      const thresholds = thresholdsOf(dom, dom.member(options, 'threshold'));
      const data = new IntersectionData(callback, root, marginOf(dom, dom.member(options, 'rootMargin')), thresholds);
      return dom.newInstance('IntersectionObserver', data, newTarget);
    },
  },
  IntersectionObserverEntry: entry(
    'time rootBounds boundingClientRect intersectionRect isIntersecting isVisible intersectionRatio target',
  ),
  ResizeObserver: {
    required: 1,
    members: [resizeMembers],
    construct: (dom, [given], newTarget) => {
      const data = new ResizeData(callbackOf(dom, 'ResizeObserver', given));
      return dom.newInstance('ResizeObserver', data, newTarget);
    },
  },
  ResizeObserverEntry: entry('target contentRect borderBoxSize contentBoxSize devicePixelContentBoxSize'),
  ResizeObserverSize: entry('inlineSize blockSize'),
};
