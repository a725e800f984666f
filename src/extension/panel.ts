/**
 * The sidebar's view. The page's DOM is gone whenever the view is hidden (no retainContextWhenHidden), and its frame may
 * reload while the workbench settles: so nothing is posted before the page has said 'ready', and each 'ready' of a new
 * client is answered with everything that the page needs to draw.
 */
import * as vscode from 'vscode';
import type { HostToPage, PageToHost } from '../protocol.ts';
import { createNonce, pageHtml } from './page-html.ts';
import { readPageMessage } from './page-messages.ts';

export const viewId = 'underhood.run';

export interface PanelEvents {
  /** The page is there and knows nothing yet. */
  readonly ready: () => void;
  readonly message: (message: Exclude<PageToHost, { type: 'ready' }>) => void;
  readonly visibility: (visible: boolean) => void;
  readonly rejected: (value: unknown) => void;
}

export class Panel implements vscode.WebviewViewProvider, vscode.Disposable {
  private readonly extensionUri: vscode.Uri;
  private readonly events: PanelEvents;
  private readonly registration: vscode.Disposable;
  private view: vscode.WebviewView | undefined;
  /** The load of the page that is being served; undefined while none can receive. */
  private client: string | undefined;

  constructor(extensionUri: vscode.Uri, events: PanelEvents) {
    this.extensionUri = extensionUri;
    this.events = events;
    this.registration = vscode.window.registerWebviewViewProvider(viewId, this);
  }

  get visible(): boolean {
    return this.view?.visible ?? false;
  }

  /** True when a page is loaded and has what it needs to draw. */
  get live(): boolean {
    return this.client !== undefined;
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.view = view;
    this.client = undefined;
    const page = vscode.Uri.joinPath(this.extensionUri, 'dist', 'webview');
    view.webview.options = {
      enableScripts: true,
      localResourceRoots: [page, vscode.Uri.joinPath(this.extensionUri, 'media')],
    };
    view.webview.onDidReceiveMessage((value: unknown) => this.receive(view, value));
    view.onDidChangeVisibility(() => {
      // What is posted to a hidden view is kept for it without bound: stop, and start over with the next 'ready'.
      if (!view.visible) this.client = undefined;
      this.events.visibility(view.visible);
    });
    view.onDidDispose(() => {
      if (this.view !== view) return;
      this.view = undefined;
      this.client = undefined;
      this.events.visibility(false);
    });
    view.webview.html = pageHtml({
      cspSource: view.webview.cspSource,
      script: view.webview.asWebviewUri(vscode.Uri.joinPath(page, 'main.js')).toString(),
      style: view.webview.asWebviewUri(vscode.Uri.joinPath(page, 'main.css')).toString(),
      nonce: createNonce(),
      language: vscode.env.language,
    });
    this.events.visibility(view.visible);
  }

  post(message: HostToPage): void {
    if (this.view && this.client !== undefined) void this.view.webview.postMessage(message);
  }

  /** The name beside the view's title. */
  describe(description: string | undefined): void {
    if (!this.view) return;
    // The API's own type leaves undefined out under exactOptionalPropertyTypes; an empty text shows nothing either.
    this.view.description = description ?? '';
  }

  async focus(): Promise<void> {
    await vscode.commands.executeCommand(`${viewId}.focus`);
  }

  /** Brings the view up and leaves the focus where it is, where the view exists already. */
  async show(): Promise<void> {
    if (this.view) this.view.show(true);
    else await this.focus();
  }

  dispose(): void {
    this.registration.dispose();
  }

  private receive(view: vscode.WebviewView, value: unknown): void {
    if (view !== this.view) return;
    const message = readPageMessage(value);
    if (!message) return this.events.rejected(value);
    if (message.type === 'ready') {
      if (message.client === this.client) return;
      this.client = message.client;
      return this.events.ready();
    }
    // Before its 'ready' a page has been sent nothing: what it says is about a load that is gone.
    if (this.client !== undefined) this.events.message(message);
  }
}
