/** The page of a run: made when the program, or an event, first needs it. */
import { JSObject, setPrototype } from '../../engine/index.ts';
import { resolving } from '../loading/loader-errors.ts';
import type { Host } from '../host.ts';
import { setHandlersOf } from './handlers.ts';
import { interfaces } from './all-interfaces.ts';
import { newCollection } from './collections.ts';
import { Dom } from './dom.ts';
import { type ElementData, type NodeData } from './nodes.ts';
import { NamedData, newProxied } from './proxied.ts';

/** The page's text: the environment's, or that of the file beside the program that has its name with the ending .html. */
export function readPage(host: Host): void {
  const { html, fileName } = host.environment;
  const beside = fileName.replace(/\.[^./\\]+$/, '.html');
  const isInFolder = /[/\\]/.test(fileName) && beside !== fileName;
  host.page.html = html ?? (isInFolder ? resolving(host, () => host.files.text(beside)) : undefined);
  // Elements with ids are global names.
  if (host.page.html !== undefined) domOf(host);
}

export function domOf(host: Host): Dom {
  return (host.page.dom ??= host.surroundings.make(() => makeDom(host)));
}

function makeDom(host: Host): Dom {
  const dom = new Dom(host, interfaces);
  if (host.page.isLoaded) dom.document.readyState = 'complete';
  dom.wrapAll(dom.document);
  setHandlersOf(dom, dom.document);
  const { prototype } = dom.interface('Window');
  const { globalObject } = host.isolate.realm;
  setPrototype(globalObject, prototype);
  // HTML: named access on the Window object.
  const named = newProxied(dom, 'WindowProperties', new WindowNames(dom.document));
  const { hiddenClass } = prototype;
  setPrototype((named.internal as { target: JSObject }).target, hiddenClass.prototype);
  setPrototype(prototype, named);
  return dom;
}

/** Elements by their ids, and some by their names, as global names. */
class WindowNames extends NamedData {
  readonly document: Dom['document'];

  constructor(document: Dom['document']) {
    super();
    this.document = document;
  }

  override read(dom: Dom, key: string): JSObject | undefined {
    const isMeant = (element: ElementData): boolean =>
      element.get('id') === key || (element.get('name') === key && element.is('embed', 'form', 'img', 'object'));
    const select = (from: Dom['document']): ElementData[] => [...from.descendantElements()].filter(isMeant);
    const found = key === '' ? [] : select(this.document);
    if (found.length < 2) return found[0] && dom.wrap(found[0]);
    return newCollection(dom, this.document, select);
  }

  override keys(): readonly string[] {
    return [];
  }
}

/** The targets of an event, from the innermost out: as the program holds them. DOM: dispatch, get the parent. */
export function eventPath(host: Host, target: NodeData, type: string): JSObject[] {
  const { dom } = host.page;
  if (dom === undefined) return [];
  const path: JSObject[] = [];
  let node: NodeData | undefined = target;
  let last = node;
  while (node !== undefined) {
    path.push(dom.wrap(node));
    last = node;
    node = node.parent;
  }
  if (last === dom.document && type !== 'load') path.push(host.isolate.realm.globalObject);
  return path;
}
