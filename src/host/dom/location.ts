/** location and history. HTML: 7.2. Simplified: the page is never left: only the fragment and what history pushes change. */
import { HostData, type JSObject, toNumber, type Value } from '../../engine/index.ts';
import type { Dom } from './dom.ts';
import { type InterfaceTable, membersOf, type Operation } from './interfaces.ts';
import { pageUrl } from './page-url.ts';

class LocationData extends HostData {
  url: URL;
  entries: { url: string; state: Value }[];
  index = 0;
  scrollRestoration = 'auto';

  constructor(url: string) {
    super();
    this.url = new URL(url);
    this.entries = [{ url, state: null }];
  }
}

class HistoryData extends HostData {
  readonly location: LocationData;

  constructor(location: LocationData) {
    super();
    this.location = location;
  }
}

function dataOf(dom: Dom): LocationData {
  let data = dom.parts.get('location data') as LocationData | undefined;
  if (data === undefined) {
    data = new LocationData(pageUrl(dom));
    dom.parts.set('location data', data);
  }
  return data;
}

function known(dom: Dom, name: string, make: () => JSObject): JSObject {
  let object = dom.parts.get(name) as JSObject | undefined;
  if (object === undefined) dom.parts.set(name, (object = make()));
  return object;
}

export function location(dom: Dom): JSObject {
  return known(dom, 'location', () => dom.newObject('Location', dataOf(dom)));
}

export function history(dom: Dom): JSObject {
  return known(dom, 'history', () => dom.newObject('History', new HistoryData(dataOf(dom))));
}

function push(data: LocationData, url: string, state: Value): void {
  data.entries.splice(data.index + 1, Infinity, { url, state });
  data.index++;
  data.url = new URL(url);
}

/** Only the fragment is followed. */
function navigate(dom: Dom, target: string, where = "set the 'href' property on 'Location'"): void {
  const data = dataOf(dom);
  const url = URL.parse(target, data.url.href);
  if (url === null) {
    const shown = /^https?:\/\/[^/?#]*$/i.test(target) ? `${target}/` : target;
    return dom.throwException('SyntaxError', `Failed to ${where}: '${shown}' is not a valid URL.`);
  }
  const isSamePage = url.href.split('#')[0] === data.url.href.split('#')[0];
  if (!isSamePage || !url.href.includes('#'))
    return dom.note('navigation', `the program asked for ${url.href}: pages are not left, so nothing comes of it`);
  if (url.href === data.url.href) return;
  const [oldURL, newURL] = [data.url.href, url.href];
  // HTML: while the page loads, the entry is replaced.
  if (!dom.host.page.isLoaded) {
    data.entries[data.index] = { url: newURL, state: null };
    data.url = url;
  } else push(data, newURL, null);
  const window = dom.isolate.realm.globalObject;
  dom.fire(window, 'popstate', { state: null }, 'PopStateEvent');
  const run = (): void => void dom.fire(window, 'hashchange', { oldURL, newURL }, 'HashChangeEvent');
  dom.host.queueTask('domManipulation', 'hashchange', run);
}

export function followFragment(dom: Dom, href: string): void {
  navigate(dom, href);
}

const parts = ['protocol', 'host', 'hostname', 'port', 'pathname', 'search'] as const;

const urlText: Operation<LocationData> = [0, (_dom, { url }) => url.href];

const locationMembers = membersOf(LocationData, {
  attributes: {
    href: { get: (_dom, { url }) => url.href, set: (dom, _self, value) => navigate(dom, dom.text(value)) },
    origin: (_dom, { url }) => url.origin,
    ...Object.fromEntries(
      parts.map((name) => [
        name,
        {
          get: (_dom: Dom, { url }: LocationData) => url[name],
          set: (dom: Dom, { url }: LocationData, value: Value) => {
            const changed = new URL(url);
            changed[name] = dom.text(value);
            navigate(dom, changed.href);
          },
        },
      ]),
    ),
    hash: {
      get: (_dom, { url }) => url.hash,
      set: (dom, _self, value) => navigate(dom, `#${dom.text(value).replace(/^#/, '')}`),
    },
  },
  operations: {
    assign: [1, (dom, _self, [url]) => navigate(dom, dom.text(url), "execute 'assign' on 'Location'")],
    replace: [1, (dom, _self, [url]) => navigate(dom, dom.text(url), "execute 'replace' on 'Location'")],
    reload: [0, (dom) => dom.note('reload', 'the program asked to load the page again: nothing comes of it')],
    toString: urlText,
  },
});

/** Of the same origin; otherwise it is refused. */
function addressFor(dom: Dom, { url }: LocationData, isPush: boolean, given: string): string {
  const found = URL.parse(given, url.href);
  if (found !== null && found.origin === url.origin) return found.href;
  const shown = found?.href ?? (/^https?:\/\/[^/?#]*$/i.test(given) ? `${given}/` : given);
  return dom.throwException(
    'SecurityError',
    `Failed to execute '${isPush ? 'pushState' : 'replaceState'}' on 'History': A history state object with URL '${shown}' cannot be created in a document with origin '${url.origin}' and URL '${url.href}'.`,
  );
}

function change(dom: Dom, { location: data }: HistoryData, isPush: boolean, args: readonly Value[]): void {
  const [state, , given] = args;
  const copy = dom.callModule('internal/messaging', 'cloneFor', [
    `execute '${isPush ? 'pushState' : 'replaceState'}' on 'History'`,
    state,
  ]);
  const url = given === undefined || given === null ? data.url.href : addressFor(dom, data, isPush, dom.text(given));
  if (isPush) push(data, url, copy);
  else {
    data.entries[data.index] = { url, state: copy };
    data.url = new URL(url);
  }
}

function go(dom: Dom, { location: data }: HistoryData, by: number): void {
  const run = (): void => {
    const entry = data.entries[data.index + by];
    if (entry === undefined || by === 0) return;
    const oldURL = data.url.href;
    data.index += by;
    data.url = new URL(entry.url);
    const window = dom.isolate.realm.globalObject;
    dom.fire(window, 'popstate', { state: entry.state }, 'PopStateEvent');
    const isSamePage = oldURL.split('#')[0] === entry.url.split('#')[0];
    if (isSamePage && oldURL !== entry.url)
      dom.fire(window, 'hashchange', { oldURL, newURL: entry.url }, 'HashChangeEvent');
  };
  dom.host.queueTask('domManipulation', 'popstate', run);
}

const historyMembers = membersOf(HistoryData, {
  attributes: {
    // The empty document of a new tab is before the page.
    length: (_dom, self) => self.location.entries.length + 1,
    state: (_dom, { location: data }) => data.entries[data.index]!.state,
    scrollRestoration: {
      get: (_dom, { location: data }) => data.scrollRestoration,
      set: (dom, { location: data }, value) => {
        const given = dom.text(value);
        if (given === 'auto' || given === 'manual') data.scrollRestoration = given;
      },
    },
  },
  operations: {
    pushState: [2, (dom, self, args) => change(dom, self, true, args)],
    replaceState: [2, (dom, self, args) => change(dom, self, false, args)],
    back: [0, (dom, self) => go(dom, self, -1)],
    forward: [0, (dom, self) => go(dom, self, 1)],
    go: [0, (dom, self, [by]) => go(dom, self, by === undefined ? 0 : toNumber(dom.isolate, by))],
  },
});

export const locationInterfaces: InterfaceTable = {
  Location: { members: [locationMembers] },
  History: { members: [historyMembers] },
};
