/** A line above each function that ran: how often it was called, its share of the run, and how V8 would run it. */
import * as vscode from 'vscode';
import type { FunctionTierView, TierStepView } from '../../protocol/engine-views.ts';
import type { FunctionAnnotation } from '../../protocol/questions.ts';
import type { Run } from '../run.ts';
import { scriptOf } from '../script-documents.ts';

export interface FunctionFacts {
  readonly run: Run;
  readonly functions: readonly FunctionAnnotation[];
  /** Of the whole run. */
  readonly steps: number;
  readonly tiers: readonly FunctionTierView[];
}

export class FunctionLenses implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.changes.event;
  private readonly registration: vscode.Disposable;
  private readonly factsOf: (document: vscode.TextDocument) => FunctionFacts | undefined;

  constructor(
    selector: vscode.DocumentSelector,
    factsOf: (document: vscode.TextDocument) => FunctionFacts | undefined,
  ) {
    this.factsOf = factsOf;
    this.registration = vscode.languages.registerCodeLensProvider(selector, this);
  }

  changed(): void {
    this.changes.fire();
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const facts = this.factsOf(document);
    if (!facts) return [];
    const script = scriptOf(facts.run, document);
    const lineOf = (step: TierStepView): number | undefined =>
      step.script === script && step.position >= 0 ? document.positionAt(step.position).line + 1 : undefined;
    return facts.functions.flatMap(({ functionIndex, calls, steps, firstCall }) => {
      const info = facts.run.functions[functionIndex];
      if (!info || info.kind === 'script' || info.start < 0) return [];
      const at = document.positionAt(info.start);
      const tier = facts.tiers.find((view) => view.functionIndex === functionIndex);
      const command = {
        title: [
          callsText(calls),
          shareText(steps / Math.max(1, facts.steps)),
          ...(tier === undefined ? [] : tierTexts(tier, lineOf)),
        ].join(' · '),
        tooltip: vscode.l10n.t('Go to the first call in the Underhood view'),
        command: 'underhood.goToMoment',
        arguments: [facts.run.generation, firstCall],
      };
      return [new vscode.CodeLens(new vscode.Range(at, at), command)];
    });
  }

  dispose(): void {
    this.registration.dispose();
    this.changes.dispose();
  }
}

function callsText(calls: number): string {
  const count = calls.toLocaleString(vscode.env.language);
  return calls === 1 ? vscode.l10n.t('called once') : vscode.l10n.t('called {0} times', count);
}

function shareText(share: number): string {
  const percent = Math.round(share * 100);
  const part = percent < 1 ? vscode.l10n.t('less than 1 %') : vscode.l10n.t('{0} %', percent);
  return vscode.l10n.t('{0} of the bytecodes that ran', part);
}

/** What V8 decides by counting, never when its compiler is done: that depends on the machine. */
function tierTexts({ steps, deopts }: FunctionTierView, lineOf: (step: TierStepView) => number | undefined): string[] {
  const marked = steps.items.findLast(({ kind }) => kind === 'marked' || kind === 'replaced');
  if (marked === undefined) return [];
  const tier = marked.tier === 'turbofan' ? 'TurboFan' : 'Maglev';
  const calls = marked.calls.toLocaleString(vscode.env.language);
  const texts = [
    marked.kind === 'replaced'
      ? vscode.l10n.t('{0} in a loop of call {1}', tier, calls)
      : vscode.l10n.t('{0} marked after {1} calls', tier, calls),
  ];
  const last = steps.items.findLast(({ kind }) => kind === 'deoptimized');
  if (last === undefined) return texts;
  const line = lineOf(last);
  const reason = line === undefined ? last.reason : vscode.l10n.t('{0}, line {1}', last.reason, line);
  texts.push(
    deopts === 1 ? vscode.l10n.t('1 deopt: {0}', reason) : vscode.l10n.t('{0} deopts, the last: {1}', deopts, reason),
  );
  return texts;
}
