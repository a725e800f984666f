/** The same page as an editor tab: beside the text, on another screen, as wide as one likes. There is at most one. */
import * as vscode from 'vscode';
import { Page } from './page.ts';
import type { PageEvents } from './page.ts';

const tabType = 'underhood.tab';

export class EditorTab implements vscode.WebviewPanelSerializer, vscode.Disposable {
  page: Page | undefined;
  private readonly extensionUri: vscode.Uri;
  private readonly events: PageEvents;
  private readonly registration: vscode.Disposable;
  private panel: vscode.WebviewPanel | undefined;
  private name: string | undefined;

  constructor(extensionUri: vscode.Uri, events: PageEvents) {
    this.extensionUri = extensionUri;
    this.events = events;
    this.registration = vscode.window.registerWebviewPanelSerializer(tabType, this);
  }

  get visible(): boolean {
    return this.panel?.visible ?? false;
  }

  show(): void {
    if (this.panel) return this.panel.reveal(this.panel.viewColumn ?? vscode.ViewColumn.Beside);
    const column = vscode.window.activeTextEditor ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
    this.adopt(vscode.window.createWebviewPanel(tabType, 'Underhood', column, { enableScripts: true }));
  }

  /** VS Code was loaded again, and had the tab before. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel): Promise<void> {
    if (this.panel) panel.dispose();
    else this.adopt(panel);
  }

  /** What the tab shows belongs into its title. */
  describe(name: string | undefined): void {
    this.name = name;
    if (this.panel) this.panel.title = name === undefined ? 'Underhood' : vscode.l10n.t('Run of {0}', name);
  }

  dispose(): void {
    this.registration.dispose();
    this.panel?.dispose();
  }

  private adopt(panel: vscode.WebviewPanel): void {
    this.panel = panel;
    const icon = (name: string): vscode.Uri => vscode.Uri.joinPath(this.extensionUri, 'media', name);
    panel.iconPath = { light: icon('tab-light.svg'), dark: icon('tab-dark.svg') };
    const page = new Page(panel.webview, this.extensionUri, this.events, () => panel.viewColumn);
    this.page = page;
    this.describe(this.name);
    panel.onDidChangeViewState(() => {
      if (!panel.visible) page.hidden();
      this.events.visibility();
    });
    panel.onDidDispose(() => {
      page.hidden();
      this.panel = undefined;
      this.page = undefined;
      this.events.visibility();
    });
    this.events.visibility();
  }
}
