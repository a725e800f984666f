/**
 * The page's moment as a line in the editor. The line is shown only while the document is the version that ran. It takes
 * the background and the overview ruler and leaves the gutter to breakpoints.
 */
import * as vscode from 'vscode';
import { isCurrent } from './run.ts';
import type { Run } from './run.ts';
import { documentOf } from './script-documents.ts';
import type { PageMoment } from './cursor.ts';

/** After a run began or ended the page finds its moment again by itself: no reason to scroll the editor. */
const quietMs = 500;

export class Highlight implements vscode.Disposable {
  private readonly decoration = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new vscode.ThemeColor('underhood.currentLineBackground'),
    borderColor: new vscode.ThemeColor('underhood.currentLineBorder'),
    borderStyle: 'solid',
    borderWidth: '1px 0',
    overviewRulerColor: new vscode.ThemeColor('underhood.currentLineRuler'),
    overviewRulerLane: vscode.OverviewRulerLane.Center,
  });
  /** An editor that comes into view later is given the line as well. */
  private readonly subscription = vscode.window.onDidChangeVisibleTextEditors(() => this.drawAgain());
  private asked: { run: Run; moment: PageMoment } | undefined;
  private shown: { run: Run; document: vscode.TextDocument; version: number; line: number } | undefined;

  /** The line that is highlighted, base 0. */
  get line(): number | undefined {
    return this.isTrue() ? this.shown?.line : undefined;
  }

  /** The document that it is in. */
  get document(): vscode.TextDocument | undefined {
    return this.isTrue() ? this.shown?.document : undefined;
  }

  show(run: Run, moment: PageMoment): void {
    this.asked = { run, moment };
    const document = this.place(run, moment);
    const navigated = run.phase !== 'running' && Date.now() - run.changedAt > quietMs;
    if (document && this.shown && moment.settled && navigated) reveal(document, this.shown.line);
  }

  clear(): void {
    this.asked = undefined;
    this.hide();
  }

  dispose(): void {
    this.subscription.dispose();
    this.decoration.dispose();
  }

  /** The file of the moment may have been opened just now. */
  private drawAgain(): void {
    if (!this.isTrue() && this.asked) this.place(this.asked.run, this.asked.moment);
    else this.draw();
  }

  private place(run: Run, moment: PageMoment): vscode.TextDocument | undefined {
    const document = isCurrent(run) && moment.position >= 0 ? documentOf(run, moment.script) : undefined;
    if (!document) {
      this.hide();
      return undefined;
    }
    const { line } = document.positionAt(moment.position);
    this.shown = { run, document, version: document.version, line };
    this.draw();
    return document;
  }

  private hide(): void {
    if (!this.shown) return;
    this.shown = undefined;
    this.draw();
  }

  private draw(): void {
    const shown = this.isTrue() ? this.shown : undefined;
    for (const editor of vscode.window.visibleTextEditors) {
      const here = shown !== undefined && editor.document === shown.document;
      editor.setDecorations(this.decoration, here ? [lineRange(shown.line)] : []);
    }
  }

  private isTrue(): boolean {
    return this.shown !== undefined && isCurrent(this.shown.run) && this.shown.document.version === this.shown.version;
  }
}

function reveal(document: vscode.TextDocument, line: number): void {
  const editor = vscode.window.visibleTextEditors.find((visible) => visible.document === document);
  editor?.revealRange(lineRange(line), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function lineRange(line: number): vscode.Range {
  return new vscode.Range(line, 0, line, 0);
}
