/**
 * One load of the page in a webview, be it the sidebar's or an editor tab's. The page's DOM is gone whenever the webview is hidden
 * (no retainContextWhenHidden), and its frame may reload while the workbench settles: so nothing is posted before the page has
 * said 'ready', and each 'ready' of a new client is answered with everything that the page needs to draw.
 */
import * as vscode from 'vscode';
import type { HostToPage, PageToHost } from '../protocol/page-messages.ts';
import { createNonce, pageHtml } from './page-html.ts';
import { readPageMessage } from './page-messages.ts';

export type PageMessage = Exclude<PageToHost, { type: 'ready' | 'focus' }>;

export interface PageEvents {
  /** The page is there and knows nothing yet. */
  readonly ready: (page: Page) => void;
  readonly message: (page: Page, message: PageMessage) => void;
  /** One of the pages came into view, or went out of it. */
  readonly visibility: () => void;
  /** The keyboard came into one of the pages, or left it. */
  readonly focus: () => void;
  readonly rejected: (value: unknown) => void;
}

export class Page {
  /** Where the tab is in which the page is; undefined in the sidebar. */
  readonly column: () => vscode.ViewColumn | undefined;
  private readonly webview: vscode.Webview;
  private readonly events: PageEvents;
  /** The load of the page that is being served; undefined while none can receive. */
  private client: string | undefined;
  /** The event that it said last that it is at. */
  event: number | undefined;
  hasFocus = false;

  constructor(
    webview: vscode.Webview,
    extensionUri: vscode.Uri,
    events: PageEvents,
    column: () => vscode.ViewColumn | undefined = () => undefined,
  ) {
    this.webview = webview;
    this.events = events;
    this.column = column;
    const folder = vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
    webview.options = {
      enableScripts: true,
      localResourceRoots: [folder, vscode.Uri.joinPath(extensionUri, 'media')],
    };
    webview.onDidReceiveMessage((value: unknown) => this.receive(value));
    webview.html = pageHtml({
      cspSource: webview.cspSource,
      script: webview.asWebviewUri(vscode.Uri.joinPath(folder, 'main.js')).toString(),
      style: webview.asWebviewUri(vscode.Uri.joinPath(folder, 'main.css')).toString(),
      nonce: createNonce(),
      language: vscode.env.language,
    });
  }

  /** True when it is loaded and has what it needs to draw. */
  get live(): boolean {
    return this.client !== undefined;
  }

  post(message: HostToPage): void {
    if (this.client !== undefined) void this.webview.postMessage(message);
  }

  /** What is posted to a hidden webview is kept for it without bound: stop, and start over with the next 'ready'. */
  hidden(): void {
    this.client = undefined;
    this.event = undefined;
    this.focus(false);
  }

  private focus(hasFocus: boolean): void {
    if (this.hasFocus === hasFocus) return;
    this.hasFocus = hasFocus;
    this.events.focus();
  }

  private receive(value: unknown): void {
    const message = readPageMessage(value);
    if (!message) return this.events.rejected(value);
    if (message.type === 'ready') {
      if (message.client === this.client) return;
      this.client = message.client;
      return this.events.ready(this);
    }
    // Before its 'ready' a page has been sent nothing: what it says is about a load that is gone.
    if (this.client === undefined) return;
    if (message.type === 'focus') return this.focus(message.hasFocus);
    if (message.type === 'moment') this.event = message.event;
    this.events.message(this, message);
  }
}
