/** navigator, screen and matchMedia: what surrounds a page. HTML: 8.9; CSSOM View. */
import { HostData, type JSObject, lookupData, type Value } from '../../engine/index.ts';
import type { Dom } from './dom.ts';
import { type InterfaceTable, membersOf } from './interfaces.ts';
import { EventTargetData } from '../events/event-targets.ts';
import { requireModule } from '../modules.ts';

class NavigatorData extends HostData {}
class ScreenData extends HostData {}

class MediaQueryData extends EventTargetData {
  readonly text: string;

  constructor(text: string) {
    super('MediaQueryList');
    this.text = text;
  }
}

/** The window's size, in CSS pixels: what matchMedia and the window's own properties say. */
export const viewport = { width: 1280, height: 720 };

export const userAgent =
  'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Underhood/1.0 Chrome/140.0.0.0 Safari/537.36';

const navigatorMembers = membersOf(NavigatorData, {
  attributes: {
    userAgent: () => userAgent,
    language: (dom) => dom.host.environment.locale,
    languages: (dom) => dom.list([dom.host.environment.locale]),
    onLine: () => true,
    cookieEnabled: () => true,
    hardwareConcurrency: () => 1,
    platform: () => 'Linux x86_64',
    vendor: () => 'Google Inc.',
    appName: () => 'Netscape',
    product: () => 'Gecko',
    maxTouchPoints: () => 0,
    webdriver: () => false,
    doNotTrack: () => null,
    appCodeName: () => 'Mozilla',
    appVersion: () => userAgent.slice('Mozilla/'.length),
    productSub: () => '20030107',
    vendorSub: () => '',
    pdfViewerEnabled: () => true,
    deviceMemory: () => 8,
    locks: ({ host }) => lookupData(requireModule(host, 'internal/web_locks'), 'locks'),
  },
  operations: { javaEnabled: [0, () => false], vibrate: [1, () => true], sendBeacon: [1, () => true] },
});

const screenMembers = membersOf(ScreenData, {
  attributes: {
    width: () => viewport.width,
    height: () => viewport.height,
    availWidth: () => viewport.width,
    availHeight: () => viewport.height,
    colorDepth: () => 24,
    pixelDepth: () => 24,
  },
});

/** Simplified: widths, heights, orientation and a few preferences; what it does not know does not match. */
function isMatch(query: string): boolean {
  return query.split(',').some((each) => {
    const text = each.trim().toLowerCase();
    if (text.startsWith('not ')) return !isMatch(text.slice(4));
    return text.split(/\s+and\s+/).every(isFeature);
  });
}

function isFeature(text: string): boolean {
  if (text === 'all' || text === 'screen' || text === 'only screen' || text === '') return true;
  const match = /^\(\s*([a-z-]+)\s*(?::\s*([^)]+?)\s*)?\)$/.exec(text);
  if (match === null) return false;
  const [, name = '', value = ''] = match;
  const pixels = Number.parseFloat(value) * (/r?em$/.test(value) ? 16 : 1);
  const { width, height } = viewport;
  const known: Readonly<Record<string, boolean>> = {
    'min-width': width >= pixels,
    'max-width': width <= pixels,
    'min-height': height >= pixels,
    'max-height': height <= pixels,
    orientation: value === (width >= height ? 'landscape' : 'portrait'),
    'prefers-color-scheme': value === 'light',
    'prefers-reduced-motion': value === 'no-preference',
    hover: value === 'hover' || value === '',
    pointer: value === 'fine' || value === '',
  };
  return Object.hasOwn(known, name) && known[name]!;
}

const mediaMembers = membersOf(MediaQueryData, {
  attributes: {
    matches: (_dom, { text }) => isMatch(text),
    media: (_dom, { text }) => text,
    onchange: {
      get: (dom, _self) => dom.callModule('internal/event_firing', 'handlerGet', [null, 'change']),
      set: () => undefined,
    },
  },
  operations: { addListener: [0, () => undefined], removeListener: [0, () => undefined] },
});

export function matchMedia(dom: Dom, query: Value): JSObject {
  return dom.newObject('MediaQueryList', new MediaQueryData(dom.text(query)));
}

export function navigator(dom: Dom): JSObject {
  return once(dom, 'navigator', () => dom.newObject('Navigator', new NavigatorData()));
}

export function screen(dom: Dom): JSObject {
  return once(dom, 'screen', () => dom.newObject('Screen', new ScreenData()));
}

function once(dom: Dom, name: string, make: () => JSObject): JSObject {
  let object = dom.parts.get(name) as JSObject | undefined;
  if (object === undefined) dom.parts.set(name, (object = make()));
  return object;
}

export const environmentInterfaces: InterfaceTable = {
  Navigator: { members: [navigatorMembers] },
  Screen: { members: [screenMembers] },
  MediaQueryList: { parent: 'EventTarget', members: [mediaMembers] },
};
