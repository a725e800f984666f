/**
 * What is written beside the code while nobody debugs: values and counts at the ends of lines, and lenses over functions.
 * Each is off until its setting is on, and shows only what the very text in the editor did.
 */
import * as vscode from 'vscode';
import type { FunctionTierView } from '../../protocol/engine-views.ts';
import type { Answer } from '../../protocol/questions.ts';
import { isCurrent, progress } from '../run.ts';
import type { Run } from '../run.ts';
import { scriptOf } from '../script-documents.ts';
import type { Session } from '../session.ts';
import type { Settings } from '../settings.ts';
import { type FunctionFacts, FunctionLenses } from './function-lenses.ts';
import { lineTexts } from './line-texts.ts';

export interface AnnotationParts {
  readonly session: Pick<Session, 'fresh' | 'cursor' | 'isDebugged' | 'requests'>;
  readonly settings: (document: vscode.TextDocument) => Settings;
  readonly selector: vscode.DocumentSelector;
}

/** While somebody scrubs, values follow when the cursor rests. */
const restMs = 120;

export class Annotations implements vscode.Disposable {
  private readonly parts: AnnotationParts;
  private readonly decoration = vscode.window.createTextEditorDecorationType({
    after: { color: new vscode.ThemeColor('underhood.annotationForeground'), margin: '0 0 0 3ch' },
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedOpen,
  });
  private readonly lenses: FunctionLenses;
  private readonly subscription: vscode.Disposable;
  private readonly facts = new Map<vscode.TextDocument, { run: Run; answer: Answer<'annotations'> }>();
  /** The tiers that functions had come to when the run was over. */
  private tiers: { readonly run: Run; readonly functions: readonly FunctionTierView[] } | undefined;
  private readonly texts = new Map<vscode.TextDocument, ReadonlyMap<number, string>>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Of the last drawing: an answer that comes later than a newer question is dropped. */
  private turn = 0;

  constructor(parts: AnnotationParts) {
    this.parts = parts;
    this.lenses = new FunctionLenses(parts.selector, (document) => this.functionFacts(document));
    this.subscription = vscode.window.onDidChangeVisibleTextEditors(() => this.changed());
  }

  /** Run, moment or settings changed. */
  changed(): void {
    if (!this.parts.session.fresh) this.clear();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.draw(), restMs);
  }

  /** What stands at the end of a line, base 0. */
  lineText(document: vscode.TextDocument, line: number): string | undefined {
    return this.texts.get(document)?.get(line);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscription.dispose();
    this.decoration.dispose();
    this.lenses.dispose();
  }

  private clear(): void {
    this.turn++;
    this.texts.clear();
    for (const editor of vscode.window.visibleTextEditors) editor.setDecorations(this.decoration, []);
    if (this.facts.size === 0) return;
    this.facts.clear();
    this.tiers = undefined;
    this.lenses.changed();
  }

  private async draw(): Promise<void> {
    const turn = ++this.turn;
    const run = this.parts.session.fresh;
    if (run?.phase !== 'done') return;
    for (const editor of vscode.window.visibleTextEditors) {
      const { document } = editor;
      const script = scriptOf(run, document);
      if (script < 0) continue;
      const texts = await this.textsOf(run, document, script);
      if (turn !== this.turn || !isCurrent(run)) return;
      this.texts.set(document, texts);
      editor.setDecorations(
        this.decoration,
        [...texts].map(([line, contentText]) => {
          const { end } = document.lineAt(line).range;
          return { range: new vscode.Range(end, end), renderOptions: { after: { contentText } } };
        }),
      );
    }
  }

  private async textsOf(run: Run, document: vscode.TextDocument, script: number): Promise<ReadonlyMap<number, string>> {
    const settings = this.parts.settings(document);
    const { session } = this.parts;
    const wantsFacts = settings['annotations.counts'] || settings['annotations.functions'];
    const facts = wantsFacts ? await this.ask(run, document, script) : undefined;
    const { moment } = session.cursor;
    const event = moment?.generation === run.generation ? moment.event : Infinity;
    // VS Code's debugger writes its own values there.
    const wantsValues = settings['annotations.values'] && !session.isDebugged;
    const values = wantsValues
      ? await session.requests.ask(run.generation, 'lineValues', { script, event })
      : undefined;
    return lineTexts(
      settings['annotations.counts'] ? (facts?.statements ?? []) : [],
      values?.lines ?? [],
      (offset) => document.positionAt(offset).line,
    );
  }

  private async ask(
    run: Run,
    document: vscode.TextDocument,
    script: number,
  ): Promise<Answer<'annotations'> | undefined> {
    const known = this.facts.get(document);
    if (known?.run === run) return known.answer;
    const answer = await this.parts.session.requests.ask(run.generation, 'annotations', { script });
    if (!answer) return undefined;
    this.facts.set(document, { run, answer });
    this.lenses.changed();
    if (this.parts.settings(document)['annotations.functions']) void this.askForTiers(run);
    return answer;
  }

  private async askForTiers(run: Run): Promise<void> {
    if (this.tiers?.run === run) return;
    const moment = { event: progress(run).events - 1, step: -1 };
    const answer = await this.parts.session.requests.ask(run.generation, 'tiers', moment);
    this.tiers = { run, functions: answer?.tiers?.functions.items ?? [] };
    this.lenses.changed();
  }

  private functionFacts(document: vscode.TextDocument): FunctionFacts | undefined {
    const known = this.facts.get(document);
    if (!known || !isCurrent(known.run) || !this.parts.settings(document)['annotations.functions']) return undefined;
    const tiers = this.tiers?.run === known.run ? this.tiers.functions : [];
    return { run: known.run, functions: known.answer.functions, steps: known.answer.steps, tiers };
  }
}
