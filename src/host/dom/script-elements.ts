/**
 * Script elements that the program makes: what they hold runs when they are in the page. HTML: 4.12.1 The script element, "prepare
 * the script element"; Blink: core/script/script_loader.cc. What a parser makes (the page's own text, innerHTML) has no `script` in its
 * state and never runs.
 * Simplified: no modules, no checks of integrity and of types that the network tells; a file comes after a task.
 */
import { GuestException, type JSObject, throwError } from '../../engine/index.ts';
import { findScript } from '../agents/worker-script.ts';
import { runClassicScript } from '../loading/classic-scripts.ts';
import { Network } from '../network/network.ts';
import type { Dom } from './dom.ts';
import { type ElementData, type NodeData, ParentData, TextData } from './nodes.ts';
import { pageUrl, urlOf } from './page-url.ts';

/** What the page's scripts are at. */
interface ScriptsState {
  /** Those that run, the innermost last: undefined in a shadow tree. HTML: document.currentScript. */
  readonly running: (ElementData | undefined)[];
  /** HTML: list of scripts that will execute in order as soon as possible. */
  readonly inOrder: PendingScript[];
  /** What the network's fixtures answer. */
  readonly answer: (url: string) => ReturnType<Network['route']>;
}

interface PendingScript {
  readonly run: () => void;
  isReady: boolean;
}

/** Until a file is there, or it is known that there is none, in ms. */
const latency = 1;

/** One that the program makes, or a copy of one. */
export function noteScript(dom: Dom, element: ElementData, isStarted = false): void {
  element.state.script = { isStarted, isForcedAsync: true };
  dom.parts.set('has scripts', true);
}

function stateOf(dom: Dom): ScriptsState {
  let state = dom.parts.get('scripts') as ScriptsState | undefined;
  if (state === undefined) {
    const network = new Network(dom.host);
    state = { running: [], inOrder: [], answer: (url) => network.route('GET', url) };
    dom.parts.set('scripts', state);
  }
  return state;
}

/** The children of a node in the page have changed: scripts among those that were added run, and the node, if it is one itself. */
export function runScripts(dom: Dom, parent: ParentData, added: readonly NodeData[]): void {
  if (!dom.parts.has('has scripts')) return;
  const found: ElementData[] = [];
  const collect = (node: NodeData): void => {
    if (isRunnable(node)) found.push(node);
    if (node instanceof ParentData) for (const child of node.children) collect(child);
  };
  if (isRunnable(parent)) found.push(parent);
  for (const node of added) collect(node);
  for (const element of found) prepare(dom, element);
}

function isRunnable(node: NodeData): node is ElementData {
  return 'state' in node && (node as ElementData).state.script?.isStarted === false;
}

/** It has a `src` that it did not have. */
export function sourceChanged(dom: Dom, element: ElementData): void {
  if (isRunnable(element)) prepare(dom, element);
}

/** HTML: prepare the script element. */
function prepare(dom: Dom, element: ElementData): void {
  const { script } = element.state;
  const src = element.get('src');
  const text = element.children.map((child) => (child instanceof TextData ? child.data : '')).join('');
  if (script === undefined || script.isStarted || (src === undefined && text === '') || !element.isConnected) return;
  const kind = kindOf(element);
  if (kind === undefined) return;
  if (kind === 'module')
    throwError(dom.isolate, 'Error', 'Underhood does not simulate script elements of the type module yet');
  script.isStarted = true;
  if (element.ownerDocument !== dom.document || element.has('nomodule') || !isForLoad(element)) return;
  if (src !== undefined) return request(dom, element, src);
  execute(dom, element, pageUrl(dom), text, dom.calledWords);
}

const javaScriptTypes: ReadonlySet<string> = new Set(
  `application/ecmascript application/javascript application/x-ecmascript application/x-javascript text/ecmascript text/javascript
  text/javascript1.0 text/javascript1.1 text/javascript1.2 text/javascript1.3 text/javascript1.4 text/javascript1.5 text/jscript
  text/livescript text/x-ecmascript text/x-javascript`.split(/\s+/),
);

/** Undefined: a block of data. */
function kindOf(element: ElementData): 'classic' | 'module' | undefined {
  const [type, language] = [element.get('type'), element.get('language')];
  if (type === '' || (type === undefined && (language === undefined || language === ''))) return 'classic';
  const name = (type ?? `text/${language!}`).replace(/^[\t\n\f\r ]+|[\t\n\f\r ]+$/g, '').toLowerCase();
  if (javaScriptTypes.has(name)) return 'classic';
  return name === 'module' ? 'module' : undefined;
}

/** `event` and `for`, which nothing else uses any more. */
function isForLoad(element: ElementData): boolean {
  const [event, target] = [element.get('event'), element.get('for')];
  if (event === undefined || target === undefined) return true;
  return target.trim().toLowerCase() === 'window' && /^onload(\(\))?$/i.test(event.trim());
}

/** HTML: execute the script element; what it throws is reported, and whoever inserted it goes on. */
function execute(dom: Dom, element: ElementData, name: string, text: string, where = ''): void {
  const { running } = stateOf(dom);
  running.push(element.root === element.ownerDocument ? element : undefined);
  try {
    runClassicScript(dom.host, name, text, where);
  } catch (thrown) {
    if (!(thrown instanceof GuestException)) throw thrown;
    dom.callModule('internal/event_firing', 'report', [thrown.value]);
  } finally {
    dom.callModule('internal/event_firing', 'checkpoint', []);
    running.pop();
  }
}

/** Undefined: no element's script runs; null: one in a shadow tree does. */
export function currentScript(dom: Dom): JSObject | null | undefined {
  const running = (dom.parts.get('scripts') as ScriptsState | undefined)?.running ?? [];
  return running.length === 0 ? undefined : dom.wrapOrNull(running.at(-1));
}

interface Loaded {
  readonly name: string;
  /** Undefined: it is not there. */
  readonly text: string | undefined;
  readonly problem: string;
  readonly delay: number;
}

function request(dom: Dom, element: ElementData, src: string): void {
  const { inOrder } = stateOf(dom);
  const object = dom.wrap(element);
  const url = src === '' ? undefined : urlOf(dom, src)?.href;
  const loaded = url === undefined ? undefined : load(dom, url);
  if (url === undefined || loaded === undefined) {
    const fail = (): void => void dom.fire(object, 'error');
    return void dom.host.queueTask('domManipulation', 'error', fail, { holds: object });
  }
  const { script } = element.state;
  const isOrdered = !script!.isForcedAsync && !element.has('async');
  const { page } = dom.host;
  page.loadDelays++;
  const pending: PendingScript = {
    isReady: false,
    run: () => {
      finish(dom, element, url, loaded);
      page.endLoadDelay();
    },
  };
  if (isOrdered) inOrder.push(pending);
  const run = (): void => {
    pending.isReady = true;
    if (!isOrdered) return pending.run();
    while (inOrder[0]?.isReady === true) inOrder.shift()!.run();
  };
  dom.host.request({
    kind: 'fetch',
    name: `script ${url.slice(0, 100)}`,
    source: 'networking',
    delay: loaded.delay,
    holds: object,
    run,
  });
}

function finish(dom: Dom, element: ElementData, url: string, { name, text, problem }: Loaded): void {
  if (text === undefined) {
    dom.host.print('error', `Failed to load the script ${url}: ${problem}`);
    dom.fire(dom.wrap(element), 'error');
    return;
  }
  execute(dom, element, name, text);
  dom.fire(dom.wrap(element), 'load');
}

/** A file of the program's folder, or what the network's fixtures answer. */
function load(dom: Dom, url: string): Loaded | undefined {
  const found = findScript(dom.host, url);
  if (found === 'noUrl') return undefined;
  const answer = stateOf(dom).answer(url);
  if (answer === undefined) {
    if (typeof found !== 'string') return { ...found, delay: latency };
    const problem = 'nothing leaves this machine, and no fixture of the network answers this request';
    return { name: url, text: undefined, problem, delay: latency };
  }
  const { pieces, fail, status } = answer;
  const delay = answer.never ? Infinity : pieces.reduce((sum, piece) => sum + piece.delay, answer.latency);
  const problem = fail ?? (status >= 200 && status < 300 ? undefined : `the answer is ${status}`);
  const text = problem === undefined ? pieces.map((piece) => piece.text).join('') : undefined;
  return { name: url, text, problem: problem ?? '', delay };
}
