/** A line above each function that ran: how often it was called, and its share of the run. */
import * as vscode from 'vscode';
import type { FunctionAnnotation } from '../../questions.ts';
import type { Run } from '../run.ts';

export interface FunctionFacts {
  readonly run: Run;
  readonly functions: readonly FunctionAnnotation[];
  /** Of the whole run. */
  readonly steps: number;
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
    return facts.functions.flatMap(({ functionIndex, calls, steps, firstCall }) => {
      const info = facts.run.functions[functionIndex];
      if (!info || info.kind === 'script' || info.start < 0) return [];
      const at = document.positionAt(info.start);
      const command = {
        title: lensTitle(calls, steps / Math.max(1, facts.steps)),
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

function lensTitle(calls: number, share: number): string {
  const count = calls.toLocaleString(vscode.env.language);
  const times = calls === 1 ? vscode.l10n.t('called once') : vscode.l10n.t('called {0} times', count);
  const percent = Math.round(share * 100);
  const part = percent < 1 ? vscode.l10n.t('less than 1 %') : vscode.l10n.t('{0} %', percent);
  return vscode.l10n.t('{0} · {1} of the bytecodes that ran', times, part);
}
