/** All places where the page is shown, the sidebar and the editor tab. They show the same run and the same moment. */
import type * as vscode from 'vscode';
import type { HostToPage, TransportCommand } from '../protocol/page-messages.ts';
import { EditorTab } from './editor-tab.ts';
import { Panel } from './panel.ts';
import type { Page, PageEvents } from './page.ts';

export class Pages implements vscode.Disposable {
  readonly panel: Panel;
  readonly tab: EditorTab;
  private awaited: HostToPage | undefined;

  constructor(extensionUri: vscode.Uri, events: PageEvents) {
    this.panel = new Panel(extensionUri, events);
    this.tab = new EditorTab(extensionUri, events);
  }

  get visible(): boolean {
    return this.panel.visible || this.tab.visible;
  }

  get live(): boolean {
    return this.pages.some((page) => page.live);
  }

  get haveFocus(): boolean {
    return this.pages.some((page) => page.hasFocus);
  }

  /** Where each of them is. */
  get moments(): number[] {
    return this.pages.flatMap(({ event }) => event ?? []);
  }

  /** To every page, but the one that it came from. */
  post(message: HostToPage, except?: Page): void {
    for (const page of this.pages) if (page !== except) page.post(message);
  }

  /** To a page, which is brought up first where there is none: then it gets the message after what it draws. */
  async postShown(message: HostToPage): Promise<void> {
    this.awaited = message;
    await this.show();
    this.sendAwaited();
  }

  /** A page has what it needs to draw. */
  sendAwaited(): void {
    const page = this.pages.find(({ live }) => live);
    if (page === undefined || this.awaited === undefined) return;
    page.post(this.awaited);
    this.awaited = undefined;
  }

  /** One page obeys, and the others follow it: each would otherwise step on its own. */
  command(command: TransportCommand): void {
    const live = this.pages.filter((page) => page.live);
    const first = live.find((page) => page.hasFocus) ?? live[0];
    first?.post({ v: 1, type: 'command', command });
  }

  describe(name: string | undefined, description: string | undefined): void {
    this.panel.describe(description);
    this.tab.describe(name);
  }

  /** Some page is brought up, if none is in view. */
  async show(): Promise<void> {
    if (!this.visible) await this.panel.show();
  }

  dispose(): void {
    this.panel.dispose();
    this.tab.dispose();
  }

  private get pages(): readonly Page[] {
    return [this.panel.page, this.tab.page].filter((page) => page !== undefined);
  }
}
