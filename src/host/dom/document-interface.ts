/** Document. DOM: 4.5 Document; HTML: 3.1 Documents. */
import { getProperty, type JSObject, setProperty, throwError, toBoolean, type Value } from '../../engine/index.ts';
import { byClassName, byTagName, newCollection, newNodeList } from './collections.ts';
import { createCustom } from './custom-elements.ts';
import type { Dom } from './dom.ts';
import { documentHandlerMembers } from './handlers.ts';
import { nameParts } from './form-names.ts';
import { elementById } from './element-queries.ts';
import { newAttribute } from './element-parts.ts';
import { interfaceOfElement } from './html-interfaces.ts';
import { type InterfaceTable, membersOf } from './interfaces.ts';
import { CommentData, DoctypeData, DocumentData, ElementData, FragmentData, htmlNamespace, TextData } from './nodes.ts';
import { node } from './node-arguments.ts';
import { replaceByText } from './node-interface.ts';
import { pageUrl } from './page-url.ts';
import { parentMembers } from './node-mixins.ts';
import { newRange } from './range-interface.ts';
import { RangeData } from './ranges.ts';
import { selection } from './selection.ts';
import { newNodeIterator, newTreeWalker } from './traversal.ts';
import { implementationOf } from './xml-serializing.ts';
import { currentScript, noteScript } from './script-elements.ts';
import { cloned, insert, remove } from './tree.ts';

export function newElement(
  dom: Dom,
  document: DocumentData,
  localName: string,
  namespace: string | null,
  prefix: string | null = null,
): JSObject {
  const element = new ElementData(interfaceOfElement(localName, namespace), document, localName, namespace, prefix);
  if (element.is('script')) noteScript(dom, element);
  if (element.is('template')) element.content = new FragmentData(document);
  return dom.wrap(element);
}

export function createElement(dom: Dom, self: DocumentData, given: Value): JSObject {
  const written = dom.text(given);
  const name = written.toLowerCase();
  if (!/^[\p{L}_:][^\s/>\0]*$/u.test(name))
    dom.throwException(
      'InvalidCharacterError',
      `Failed to execute 'createElement' on 'Document': The tag name provided ('${written}') is not a valid name.`,
    );
  return createCustom(dom, name) ?? newElement(dom, self, name, htmlNamespace);
}

function addAttribute(element: ElementData, name: string, value: string): void {
  element.attributes.push({ namespace: null, prefix: null, localName: name, name, value });
}

const collection =
  (name: string, isWanted: (element: ElementData) => boolean) =>
  (dom: Dom, self: DocumentData): JSObject => {
    let list = self.parts.get(name);
    if (list === undefined) {
      list = newCollection(dom, self, (from: DocumentData) => [...from.descendantElements()].filter(isWanted));
      self.parts.set(name, list);
    }
    return list;
  };

function title(self: DocumentData): ElementData | undefined {
  for (const element of self.descendantElements()) if (element.is('title')) return element;
  return undefined;
}

function setTitle(dom: Dom, self: DocumentData, value: Value): void {
  let element = title(self);
  if (element === undefined) {
    if (self.head === undefined) return;
    element = new ElementData('HTMLTitleElement', self, 'title');
    dom.wrap(element);
    insert(dom, self.head, element, undefined);
  }
  replaceByText(dom, element, dom.text(value));
}

/** `name=value; max-age=…`: the attributes say only whether it is deleted. */
function setCookie(dom: Dom, self: DocumentData, value: Value): void {
  const [pair = '', ...attributes] = dom.text(value).split(';');
  const equals = pair.indexOf('=');
  const name = pair.slice(0, Math.max(0, equals)).trim();
  const content = pair.slice(equals + 1).trim();
  const isOver = attributes.some((attribute) => {
    const [key = '', at = ''] = attribute.trim().split('=');
    if (key.toLowerCase() === 'max-age') return Number(at) <= 0;
    return key.toLowerCase() === 'expires' && Date.parse(at) <= dom.isolate.options.now();
  });
  self.cookies.delete(name);
  if (!isOver) self.cookies.set(name, content);
}

const address = (dom: Dom, { isBlank }: DocumentData): string => (isBlank ? 'about:blank' : pageUrl(dom));

/** That of the program, while it runs for the first time and until its microtasks are over. */
function runningProgram({ programElement, host }: Dom): ElementData | undefined {
  const { sourceKind } = host.environment;
  if (host.page.onCheckpoint === undefined || sourceKind === 'module') return undefined;
  return programElement;
}

const members = membersOf(DocumentData, {
  attributes: {
    documentElement: (dom, self) => dom.wrapOrNull(self.documentElement),
    head: (dom, self) => dom.wrapOrNull(self.head),
    body: (dom, self) => dom.wrapOrNull(self.body),
    doctype: (dom, self) => dom.wrapOrNull(self.children.find((child) => child instanceof DoctypeData)),
    title: { get: (_dom, self) => (title(self)?.textContent ?? '').trim().replaceAll(/\s+/g, ' '), set: setTitle },
    URL: address,
    documentURI: address,
    implementation: implementationOf,
    domain: { get: (dom) => new URL(pageUrl(dom)).hostname, set: () => undefined },
    charset: () => 'UTF-8',
    inputEncoding: () => 'UTF-8',
    referrer: () => '',
    location: {
      get: (dom) => getProperty(dom.isolate, dom.isolate.realm.globalObject, 'location'),
      set: (dom, _self, value) => setProperty(dom.isolate, dom.isolate.realm.globalObject, 'location', value),
    },
    defaultView: (dom, self) => (self === dom.document ? dom.isolate.realm.globalObject : null),
    readyState: (_dom, self) => self.readyState,
    compatMode: (_dom, self) => (self.isQuirky ? 'BackCompat' : 'CSS1Compat'),
    characterSet: () => 'UTF-8',
    contentType: () => 'text/html',
    hidden: () => false,
    visibilityState: () => 'visible',
    currentScript: (dom, self) => {
      const running = self === dom.document ? currentScript(dom) : null;
      return running === undefined ? dom.wrapOrNull(runningProgram(dom)) : running;
    },
    lastModified: () => '01/01/2026 12:00:00',
    activeElement: (dom, self) => dom.wrapOrNull(self.activeElement ?? self.body),
    cookie: {
      get: (_dom, self) =>
        [...self.cookies].map(([name, value]) => (name === '' ? value : `${name}=${value}`)).join('; '),
      set: setCookie,
    },
    forms: collection('forms', (element) => element.is('form')),
    images: collection('images', (element) => element.is('img')),
    scripts: collection('scripts', (element) => element.is('script')),
    links: collection('links', (element) => element.is('a', 'area') && element.has('href')),
  },
  operations: {
    createElement: [
      1,
      (dom, self, [name, options]) => {
        const made = createElement(dom, self, name);
        const is = dom.member(options, 'is');
        if (is !== undefined && made.internal instanceof ElementData) addAttribute(made.internal, 'is', dom.text(is));
        return made;
      },
    ],
    createElementNS: [
      2,
      (dom, self, [namespace, given]) => {
        const name = dom.text(given);
        const colon = name.indexOf(':');
        const prefix = colon < 0 ? null : name.slice(0, colon);
        const uri = namespace === null || namespace === '' ? null : dom.text(namespace);
        if (prefix !== null && uri === null)
          dom.throwException(
            'NamespaceError',
            `Failed to execute 'createElementNS' on 'Document': The namespace URI provided ('') is not valid for the qualified name provided ('${name}').`,
          );
        return newElement(dom, self, name.slice(colon + 1), uri, prefix);
      },
    ],
    createAttribute: [1, (dom, self, [name]) => newAttribute(dom, self, dom.text(name).toLowerCase())],
    createTextNode: [1, (dom, self, [data]) => dom.wrap(new TextData(self, dom.text(data)))],
    createComment: [1, (dom, self, [data]) => dom.wrap(new CommentData(self, dom.text(data)))],
    createDocumentFragment: [0, (dom, self) => dom.wrap(new FragmentData(self))],
    createEvent: [1, (dom, _self, [name]) => dom.callModule('internal/event_firing', 'createEvent', [dom.text(name)])],
    importNode: [
      1,
      (dom, self, [value, isDeep]) =>
        dom.wrap(cloned(dom, node(dom, value, "execute 'importNode' on 'Document'"), toBoolean(isDeep), self)),
    ],
    adoptNode: [
      1,
      (dom, _self, [value]) => {
        remove(dom, node(dom, value, "execute 'adoptNode' on 'Document'"));
        return value;
      },
    ],
    createRange: [0, (dom, self) => newRange(dom, new RangeData({ node: self, offset: 0 }))],
    createTreeWalker: [1, (dom, _self, args) => newTreeWalker(dom, args)],
    createNodeIterator: [1, (dom, _self, args) => newNodeIterator(dom, args)],
    getSelection: [0, (dom, self) => (self === dom.document ? selection(dom) : null)],
    getElementById: [1, (dom, self, [id]) => dom.wrapOrNull(elementById(self, dom.text(id)))],
    getElementsByTagName: [1, (dom, self, [name]) => byTagName(dom, self, dom.text(name))],
    getElementsByClassName: [1, (dom, self, [names]) => byClassName(dom, self, dom.text(names))],
    getElementsByName: [
      1,
      (dom, self, [given]) => {
        const name = dom.text(given);
        return newNodeList(
          dom,
          [...self.descendantElements()].filter((element) => element.get('name') === name),
        );
      },
    ],
    hasFocus: [0, () => true],
    write: [0, (dom) => throwError(dom.isolate, 'Error', 'Underhood does not simulate document.write yet')],
  },
});

export const documentInterfaces: InterfaceTable = {
  Document: {
    parent: 'Node',
    members: [members, parentMembers, documentHandlerMembers],
    construct: (dom, _args, newTarget) => dom.newNode(new DocumentData(), newTarget),
    finish: nameParts,
  },
  HTMLDocument: { parent: 'Document' },
};
