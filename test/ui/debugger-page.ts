// VS Code's debugger in a workbench, as a user drives it: the toolbar, the gutter, the views of the debug container, the console.
import type { Locator, Page } from 'playwright-core';
import { WorkbenchPage } from './workbench-page.ts';
import { eventually, isDone } from './waiting.ts';

/** The sections of VS Code's debug container, by their titles. */
export type DebugSection = 'Variables' | 'Watch' | 'Call Stack' | 'Loaded Scripts' | 'Breakpoints';

type Tree = 'variables' | 'watch' | 'call-stack' | 'breakpoints';

export class DebuggerPage {
  readonly workbench: WorkbenchPage;
  readonly page: Page;

  constructor(workbench: WorkbenchPage) {
    this.workbench = workbench;
    this.page = workbench.page;
  }

  /** A workbench with these programs, in a window of this height. */
  static async open(
    files: Readonly<Record<string, string>>,
    height: number,
    settings: Readonly<Record<string, unknown>> = {},
  ): Promise<DebuggerPage> {
    return new DebuggerPage(
      await WorkbenchPage.open({
        files,
        settings: { 'editor.minimap.enabled': false, ...settings },
        viewport: { width: 1500, height },
      }),
    );
  }

  /** Opens a program and starts a session on it, by its command. */
  async start(file: string): Promise<void> {
    await this.workbench.openFile(file);
    if (!(await this.page.locator('.debug-call-stack').isVisible()))
      await this.workbench.runCommand('View: Show Run and Debug');
    await this.workbench.runCommand('Underhood: Debug with Underhood: Steps Backwards Too');
    await this.button('Step Back').waitFor();
  }

  /** Ends the session if there is one, and takes all breakpoints away. */
  async stop(): Promise<void> {
    const stop = this.button('Stop');
    if (await stop.isVisible()) await stop.click();
    await stop.waitFor({ state: 'hidden' });
    if (
      (await this.page.locator('.debug-breakpoints .monaco-list-row .codicon[class*="debug-breakpoint"]').count()) > 0
    )
      await this.workbench.runCommand('Remove All Breakpoints');
  }

  /** After a test that failed: whatever it left open is closed, so that the next one has what it needs. */
  async recover(): Promise<void> {
    for (let open = 0; open < 3; open++) await this.page.keyboard.press('Escape');
    await this.stop();
  }

  /** A button of the floating toolbar. */
  button(name: string): Locator {
    return this.page.locator(`.debug-toolbar .action-label[aria-label^="${name}"]`).first();
  }

  async click(name: string): Promise<void> {
    await this.button(name).click();
  }

  /** The line of the active editor at which VS Code shows the debugger, 0 for none. */
  stoppedLine(): Promise<number> {
    return this.page
      .locator('.editor-instance .overflow-guard')
      .first()
      .evaluate((editor) => {
        const marks = ['[class*="codicon-debug-stackframe"]', '[class*="debug-breakpoint-and-"]'];
        const mark = editor.querySelector(marks.map((one) => `.glyph-margin-widgets ${one}`).join());
        if (mark === null) return 0;
        const { top } = mark.getBoundingClientRect();
        for (const number of editor.querySelectorAll('.margin-view-overlays .line-numbers'))
          if (Math.abs(number.getBoundingClientRect().top - top) < 9) return Number(number.textContent);
        return -1;
      });
  }

  async standsAt(line: number): Promise<void> {
    await eventually(
      () => this.stoppedLine(),
      (found) => found === line,
      `the debugger at line ${line}`,
    );
  }

  /** Why it stands there, as the title of the call stack says it. */
  async standsBecause(reason: RegExp): Promise<void> {
    await eventually(
      () => this.section('Call Stack').innerText(),
      (title) => reason.test(title),
      `the call stack to say ${String(reason)}`,
    );
  }

  section(name: DebugSection): Locator {
    return this.page.locator('.pane-header').filter({ has: this.page.getByText(name, { exact: true }) });
  }

  async unfold(name: DebugSection, isWanted = true): Promise<void> {
    const header = this.section(name);
    if ((await header.getAttribute('aria-expanded')) !== String(isWanted)) await header.locator('h3').click();
  }

  /** Where the gutter of a line is. */
  async gutter(line: number): Promise<{ readonly x: number; readonly y: number }> {
    const numbers = this.page.locator('.editor-instance .margin-view-overlays .line-numbers');
    const box = await numbers.getByText(String(line), { exact: true }).first().boundingBox();
    if (box === null) throw new Error(`Line ${line} is not drawn.`);
    return { x: box.x - 12, y: box.y + box.height / 2 };
  }

  /** Sets the line's breakpoint, or takes it away. */
  async clickInGutter(line: number): Promise<void> {
    const { x, y } = await this.gutter(line);
    await this.page.mouse.click(x, y);
  }

  /** Sets a breakpoint with a condition, a hit count or a message, in the widget that opens below the line. */
  async addBreakpoint(line: number, kind: 'Expression' | 'Hit Count' | 'Log Message', text: string): Promise<void> {
    await this.page.locator('.editor-instance .view-line').first().click();
    await this.workbench.goTo(line);
    const command = kind === 'Log Message' ? 'Add Logpoint...' : 'Add Conditional Breakpoint...';
    await this.workbench.runCommand(`Debug: ${command}`);
    const widget = this.page.locator('.breakpoint-widget');
    await widget.waitFor();
    if (kind === 'Hit Count') await widget.getByLabel('Breakpoint Type').selectOption({ label: kind });
    await widget.locator('.view-lines').click();
    // Pasted, so that no suggestion takes the Enter.
    await this.page.keyboard.insertText(text);
    await this.page.keyboard.press('Enter');
    await widget.waitFor({ state: 'hidden' });
  }

  /** Rows of a tree of the debug container, by what they say. */
  variable(text: string | RegExp): Locator {
    return this.page.locator('.debug-variables .monaco-list-row').filter({ hasText: text }).first();
  }

  /** Waits for a name with its value, such as `total = 3`. */
  async hasVariable(row: string): Promise<void> {
    await this.shows('variables', (rows) => rows.includes(row), `the variable ${row}`);
  }

  watched(text: string | RegExp): Locator {
    return this.page.locator('.debug-watch .monaco-list-row').filter({ hasText: text }).first();
  }

  frame(text: string | RegExp): Locator {
    return this.page.locator('.debug-call-stack .monaco-list-row').filter({ hasText: text }).first();
  }

  breakpoint(text: string | RegExp): Locator {
    return this.page.locator('.debug-breakpoints .monaco-list-row').filter({ hasText: text }).first();
  }

  /** Ticks or unticks one of the filters of exceptions and events. */
  async tick(filter: string, isWanted: boolean): Promise<void> {
    const row = this.breakpoint(new RegExp(`^${filter}`));
    const box = row.locator('[role="checkbox"], input[type="checkbox"]').first();
    if ((await box.isChecked()) !== isWanted) await box.click();
  }

  /** Waits until the rows of a tree are as wanted. */
  async shows(tree: Tree, fits: (rows: readonly string[]) => boolean, what: string): Promise<readonly string[]> {
    return eventually(() => this.texts(tree), fits, what);
  }

  /** What the rows of a tree say, from top to bottom. */
  async texts(tree: Tree): Promise<string[]> {
    const rows = this.page.locator(`.debug-${tree} .monaco-list-row`);
    const found = await rows.evaluateAll((elements) =>
      elements
        .map((element) => ({ top: element.getBoundingClientRect().top, text: (element as HTMLElement).innerText }))
        .sort((one, other) => one.top - other.top)
        .map(({ text }) => text),
    );
    return found.map((text) => text.replaceAll(/\s+/g, ' ').trim());
  }

  /** Opens or closes a row of a tree by its arrow. */
  async toggle(row: Locator): Promise<void> {
    await row.locator('.monaco-tl-twistie').click();
  }

  /** Chooses from the context menu of something. */
  async choose(target: Locator, item: string): Promise<void> {
    const menu = this.page.locator('.monaco-menu');
    const row = menu.getByText(item, { exact: true });
    for (let attempt = 0; attempt < 10; attempt++) {
      // A tree that is filled anew takes the menu of its row along.
      await target.click({ button: 'right' });
      if (!(await isDone(row.waitFor({ timeout: 5_000 })))) {
        await this.page.keyboard.press('Escape');
        continue;
      }
      // A menu takes no click in its first moments: it could be the end of the one that opened it.
      while (await isDone(row.click({ timeout: 1_000 })))
        if (await isDone(menu.waitFor({ state: 'hidden', timeout: 1_000 }))) return;
    }
    throw new Error(`The menu never let ${item} be chosen.`);
  }

  /** Types into the debug console and sends it. */
  async evaluate(expression: string): Promise<void> {
    const input = this.page.locator('.repl-input-wrapper .view-lines');
    if (!(await input.isVisible())) await this.workbench.runCommand('Debug Console: Focus on Debug Console View');
    await input.click();
    await this.page.keyboard.type(expression);
    await this.page.keyboard.press('Escape');
    await this.page.keyboard.press('Enter');
  }

  /** A line of the debug console, once it is there. */
  async printed(text: string | RegExp): Promise<void> {
    await this.page.locator('.repl .monaco-list-row').filter({ hasText: text }).first().waitFor();
  }
}
