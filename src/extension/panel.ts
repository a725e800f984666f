/** The sidebar's view. */
import * as vscode from 'vscode';
import { Page } from './page.ts';
import type { PageEvents } from './page.ts';

const viewId = 'underhood.run';

export class Panel implements vscode.WebviewViewProvider, vscode.Disposable {
  page: Page | undefined;
  private readonly extensionUri: vscode.Uri;
  private readonly events: PageEvents;
  private readonly registration: vscode.Disposable;
  private view: vscode.WebviewView | undefined;

  constructor(extensionUri: vscode.Uri, events: PageEvents) {
    this.extensionUri = extensionUri;
    this.events = events;
    this.registration = vscode.window.registerWebviewViewProvider(viewId, this);
  }

  get visible(): boolean {
    return this.view?.visible ?? false;
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.page?.hidden();
    this.view = view;
    const page = new Page(view.webview, this.extensionUri, this.events);
    this.page = page;
    view.onDidChangeVisibility(() => {
      if (!view.visible) page.hidden();
      this.events.visibility();
    });
    view.onDidDispose(() => {
      page.hidden();
      if (this.view !== view) return;
      this.view = undefined;
      this.page = undefined;
      this.events.visibility();
    });
    this.events.visibility();
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
}
