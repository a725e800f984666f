// A real VS Code workbench with the packaged extension, in a real browser, and what a user does in it: open files, run
// commands, look at the Underhood view, edit, hover. One workbench serves all tests of a file.
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchChromium } from '../../scripts/chromium.mjs';
import { installVsix, startServer, workbenchAddress } from '../../scripts/server.mjs';
import { type DrawnText, placeOfText } from './text-in-editor.ts';
import { eventually, patienceMs, within } from './waiting.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
const isContinuousIntegration = Boolean(process.env['CI']) && process.env['CI'] !== 'false';
const screenshots = path.join(import.meta.dirname, 'screenshots', 'out');

/** The colour themes that every picture is wanted in. */
export const themes = {
  dark: { label: 'Dark Modern', workbenchClass: 'vs-dark' },
  light: { label: 'Light Modern', workbenchClass: 'vs' },
  'high-contrast': { label: 'Dark High Contrast', workbenchClass: 'hc-black' },
  'high-contrast-light': { label: 'Light High Contrast', workbenchClass: 'hc-light' },
} as const;

/** Errors in the console that are the server's own: files and native modules that its package lacks. */
const theirs = /status of 40[34]|vsda|serviceWorker|authentication|bindings file|watchdog|fetching the script/i;

/** Where the page is drawn. */
const webview = 'iframe.webview.ready[src*="extensionId=underhood.underhood"]';

export type Theme = keyof typeof themes;

export interface WorkbenchOptions {
  /** Files of the workspace beside the example programs, by name. */
  readonly files?: Readonly<Record<string, string>>;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly viewport?: { readonly width: number; readonly height: number };
}

export class WorkbenchPage {
  readonly page: Page;
  /** The folder that is open: a copy of media/examples with the files of the options. */
  readonly folder: string;
  /** What went wrong in the page and in the webview, for a test to look at. */
  readonly errors: readonly string[];
  readonly #dispose: () => Promise<void>;
  #settings: Readonly<Record<string, unknown>>;

  private constructor(
    page: Page,
    folder: string,
    settings: Readonly<Record<string, unknown>>,
    errors: readonly string[],
    dispose: () => Promise<void>,
  ) {
    this.page = page;
    this.folder = folder;
    this.errors = errors;
    this.#settings = settings;
    this.#dispose = dispose;
  }

  /** Starts the server and the browser, and resolves when the workbench is drawn. */
  static async open(options: WorkbenchOptions = {}): Promise<WorkbenchPage> {
    const extensions = installedExtensions();
    const folder = mkdtempSync(path.join(tmpdir(), 'underhood-workspace-'));
    const examples = path.join(root, 'media', 'examples');
    if (existsSync(examples)) cpSync(examples, folder, { recursive: true });
    for (const [name, text] of Object.entries(options.files ?? {})) writeFileSync(path.join(folder, name), text);

    const server = await startServer({
      extensions,
      settings: { 'workbench.colorTheme': 'Dark Modern', ...options.settings },
    });
    let browser: Browser | undefined;
    const dispose = async (): Promise<void> => {
      // The server ends first: a browser that waits for it would close slowly. Neither may hold up the suite for long.
      await Promise.allSettled([server.stop(), within(5_000, browser?.close() ?? Promise.resolve())]);
      for (const leftover of [path.dirname(extensions), folder]) {
        try {
          rmSync(leftover, { recursive: true, force: true, maxRetries: 3 });
        } catch {
          // Still written to by a process that is just ending; it is in the folder for temporary files.
        }
      }
    };
    try {
      browser = await launchChromium();
      const page = await browser.newPage({ viewport: options.viewport ?? { width: 1360, height: 850 } });
      page.setDefaultTimeout(patienceMs);
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' && !theirs.test(message.text()))
          errors.push(`${message.text()} (${message.location().url})`);
      });
      await page.goto(workbenchAddress(server.authority, folder));
      await page.locator('.monaco-workbench .part.editor').waitFor({ timeout: patienceMs * 2 });
      const workbench = new WorkbenchPage(page, folder, server.settings, errors, dispose);
      await workbench.activityIcon().waitFor({ timeout: patienceMs * 2 });
      return workbench;
    } catch (error) {
      await dispose();
      throw error;
    }
  }

  /** Ends everything; what went wrong in our own page meanwhile is an error. */
  async close(): Promise<void> {
    await this.#dispose();
    const ours = this.errors.filter((error) => /underhood|webview\/main\.js/i.test(error));
    if (ours.length > 0) throw new Error(`The page reported errors:\n${ours.join('\n')}`);
  }

  activityIcon(): Locator {
    return this.page.locator('[id="workbench.parts.activitybar"] .action-label[aria-label^="Underhood"]');
  }

  /** Opens a file of the workspace by its name and waits for its text. */
  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press('Control+P');
    await this.#choose(name, new RegExp(`^${escaped(path.basename(name))}`));
    await this.page.locator(`.tab.active[data-resource-name="${path.basename(name)}"]`).waitFor();
    await this.page.locator('.editor-instance .view-line').first().waitFor();
  }

  /** Runs a command by its title as the palette shows it, such as `Underhood: Show the log`. */
  async runCommand(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.#choose(`>${title}`, new RegExp(escaped(title), 'i'));
  }

  async #choose(text: string, row: RegExp): Promise<void> {
    const box = this.page.locator('.quick-input-widget input.input');
    await box.waitFor();
    await box.fill(text);
    const wanted = this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: row }).first();
    // The list is filled anew while it finds more: then a click is lost, and what was typed still stands there.
    for (let attempt = 0; attempt < 8; attempt++) {
      await wanted.click();
      for (let wait = 0; wait < 20; wait++) {
        if (!(await box.isVisible()) || (await box.inputValue()) !== text) return;
        await this.page.waitForTimeout(100);
      }
    }
    throw new Error(`${text} could not be chosen.`);
  }

  /** Shows the Underhood view and resolves to its document. */
  async openView(): Promise<FrameLocator> {
    const view = this.view();
    if (!(await this.page.locator('iframe.webview.ready').isVisible())) await this.activityIcon().click();
    await view
      .locator('body *')
      .first()
      .waitFor({ timeout: patienceMs * 2 });
    return view;
  }

  /** The document inside the Underhood view. */
  view(): FrameLocator {
    return this.page.frameLocator(webview).frameLocator('iframe#active-frame');
  }

  /** One of several: in the sidebar and in an editor tab. */
  views(index: number): FrameLocator {
    return this.page.locator(webview).nth(index).contentFrame().frameLocator('iframe#active-frame');
  }

  /** Puts the cursor at a place of the active editor; both numbers count from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.page.keyboard.press('Control+G');
    const box = this.page.locator('.quick-input-widget input.input');
    await box.waitFor();
    await box.fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Replaces the whole text of the active editor, in one edit as a paste is. */
  async replaceText(text: string): Promise<void> {
    await this.goTo(1);
    await this.page.keyboard.press('Control+A');
    await this.page.locator('[id="status.editor.selection"]').filter({ hasText: 'selected' }).waitFor();
    await this.page.keyboard.insertText(text);
  }

  /** Where the cursor of the active editor is, as the status bar tells it; both numbers count from 1. */
  async waitForCursor(line: number, column?: number): Promise<void> {
    const place = this.page.locator('[id="status.editor.selection"]');
    await place.filter({ hasText: new RegExp(`Ln ${line}, Col ${column ?? '\\d+'}\\b`) }).waitFor();
  }

  /** The number of the line that is highlighted as the moment of the run, 0 for none. */
  highlightedLine(): Promise<number> {
    return this.page
      .locator('.editor-instance .overflow-guard')
      .first()
      .evaluate((editor) => {
        for (const decoration of editor.querySelectorAll('.view-overlays .cdr[class*="ced-"]')) {
          if (getComputedStyle(decoration).borderTopStyle !== 'solid') continue;
          const { top, height } = decoration.getBoundingClientRect();
          for (const number of editor.querySelectorAll('.margin-view-overlays .line-numbers')) {
            if (Math.abs(number.getBoundingClientRect().top - top) < height / 2) return Number(number.textContent);
          }
        }
        return 0;
      });
  }

  async waitForHighlight(line: number): Promise<void> {
    await eventually(
      () => this.highlightedLine(),
      (found) => found === line,
      `line ${line} to be highlighted`,
    );
  }

  /** Where a text (or its first characters) is drawn in the active editor, and the severity of the squiggle below it. */
  placeOfText(needle: string, length = needle.length): Promise<DrawnText> {
    return placeOfText(this.page, needle, length);
  }

  /** The hover over a piece of text, once it tells what is expected: its parts come from several providers. */
  async hoverText(needle: string, length: number, expected: RegExp): Promise<string> {
    const { x, y } = await this.placeOfText(needle, length);
    await this.#hoverAt(x, y);
    const contents = this.page.locator('.monaco-hover:not(.hidden) .hover-contents');
    return eventually(
      async () => (await contents.allInnerTexts()).join('\n'),
      (text) => expected.test(text),
      `a hover that tells ${String(expected)}`,
    );
  }

  /** Presses "forward" until the sentence of the moment fits, and resolves to it. */
  async forwardTo(sentence: RegExp): Promise<string> {
    const said = await this.view()
      .locator('[data-command="forward"]')
      .evaluate(
        async (button, [source, flags]) => {
          const wanted = new RegExp(source!, flags);
          const text = (): string => document.querySelector('.sentence p')?.textContent ?? '';
          for (let presses = 0; presses < 2_000 && button.getAttribute('aria-disabled') !== 'true'; presses++) {
            (button as HTMLElement).click();
            await new Promise((resolve) => requestAnimationFrame(resolve));
            if (wanted.test(text())) return text();
          }
          return undefined;
        },
        [sentence.source, sentence.flags] as const,
      );
    if (said === undefined) throw new Error(`No moment says ${String(sentence)}.`);
    return said;
  }

  /** The sentence of the moment. */
  async sentence(): Promise<string> {
    return (await this.view().locator('.sentence p').textContent()) ?? '';
  }

  /** The rows of a section of the view, as text. */
  rows(section: string): Locator {
    return this.view().locator(`[data-section="${section}"] .row`);
  }

  /** Waits until what is drawn is the run of the text in the editor, a run later than what is drawn now or not. */
  async waitForRun(): Promise<void> {
    await this.page.waitForTimeout(250);
    await this.view().locator('.page.fresh').waitFor();
  }

  /** Lets the view come to rest: what it puts off for less than this is done. The machine's speed does not matter. */
  async restInView(milliseconds: number): Promise<void> {
    await this.view()
      .locator('body')
      .evaluate((_, ms) => new Promise((resolve) => setTimeout(resolve, ms)), milliseconds);
  }

  /** The number of the moment, from 1, and of all events of the run. */
  async moment(): Promise<{ now: number; last: number }> {
    const slider = this.view().getByRole('slider');
    return {
      now: Number(await slider.getAttribute('aria-valuenow')),
      last: Number(await slider.getAttribute('aria-valuemax')),
    };
  }

  /** The text of a line of the active editor, as far as it is drawn; lines count from 1. */
  async lineText(line: number): Promise<string> {
    const drawn = await this.page.locator('.editor-instance .view-line').allInnerTexts();
    return (drawn[line - 1] ?? '').replaceAll('\u00a0', ' ');
  }

  /** The squiggles of a severity that are drawn in the active editor. */
  squiggles(severity: 'hint' | 'info' | 'warning' | 'error'): Locator {
    return this.page.locator(`.editor-instance .squiggly-${severity}`);
  }

  /** Moves the mouse onto something in the editor and resolves to the text of the hover that appears. */
  async hover(target: Locator): Promise<string> {
    const box = await target.boundingBox();
    if (box === null) throw new Error('The place to hover over is not drawn.');
    return this.#hoverAt(box.x + box.width / 2, box.y + box.height / 2);
  }

  async #hoverAt(x: number, y: number): Promise<string> {
    await this.page.mouse.move(5, 5);
    await this.page.locator('.monaco-hover:not(.hidden) .hover-contents').waitFor({ state: 'detached' });
    await this.page.mouse.move(x, y, { steps: 4 });
    const hover = this.page.locator('.monaco-hover:not(.hidden) .hover-contents');
    await hover.first().waitFor();
    return (await hover.allInnerTexts()).join('\n');
  }

  /** Writes user settings in the settings editor; the former file is active again afterwards. */
  async changeSettings(changes: Readonly<Record<string, unknown>>): Promise<void> {
    this.#settings = { ...this.#settings, ...changes };
    await this.runCommand('Preferences: Open User Settings (JSON)');
    const tab = this.page.locator('.tab.active[data-resource-name="settings.json"]');
    await tab.waitFor();
    await this.page.locator('.editor-instance .view-line').first().click();
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.insertText(JSON.stringify(this.#settings));
    await this.page.keyboard.press('Control+S');
    await this.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
    await this.runCommand('View: Close Editor');
    await tab.waitFor({ state: 'detached' });
  }

  /** Picks the colour theme and waits until the workbench has it. */
  async useTheme(theme: Theme): Promise<void> {
    const { label, workbenchClass } = themes[theme];
    await this.runCommand('Preferences: Color Theme');
    await this.#choose(label, new RegExp(`^${label}`));
    await this.page.locator(`.monaco-workbench.${workbenchClass}`).waitFor();
  }

  /** Drags the edge of the sidebar until it is about so wide. */
  async setSidebarWidth(width: number): Promise<void> {
    const box = await this.page.locator('[id="workbench.parts.sidebar"]').boundingBox();
    if (box === null) throw new Error('The sidebar is not shown.');
    const middle = box.y + box.height / 2;
    await this.page.mouse.move(box.x + box.width, middle);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + width, middle, { steps: 8 });
    await this.page.mouse.up();
    await this.page.mouse.move(700, 300);
    await this.page.locator('.monaco-sash.hover, .monaco-sash.active').waitFor({ state: 'detached' });
  }

  /**
   * Writes a picture of the whole workbench into test/ui/screenshots/out, or into the folder that is named. Under CI, where
   * nobody looks at them, there are only those of tests that failed.
   */
  async screenshot(name: string, folder?: string): Promise<void> {
    if (isContinuousIntegration && folder === undefined) return;
    await this.keepPicture(name, folder);
  }

  async keepPicture(name: string, folder = screenshots): Promise<void> {
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: path.join(folder, `${name}.png`) });
  }
}

/** A folder of its own with the packaged extension; whoever runs all files has installed it already. */
function installedExtensions(): string {
  const installed = process.env['UNDERHOOD_EXTENSIONS'];
  if (installed === undefined)
    return installVsix(process.env['UNDERHOOD_VSIX'] ?? path.join(root, 'dist', 'underhood.vsix'));
  const extensions = path.join(mkdtempSync(path.join(tmpdir(), 'underhood-extensions-')), 'extensions');
  cpSync(installed, extensions, { recursive: true });
  return extensions;
}

/** After each test that failed: a picture of how it looked then. */
export async function keepPicture(test: Mocha.Test | undefined, workbench: WorkbenchPage | undefined): Promise<void> {
  if (test?.state === 'failed') await workbench?.keepPicture(`failed ${test.fullTitle()}`.replaceAll(/\W+/g, '-'));
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
