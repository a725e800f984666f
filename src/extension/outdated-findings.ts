/** Findings are kept while a changed file runs again, as other linters do, but not for long. */
import type * as vscode from 'vscode';

const findingsOutliveEditMs = 1_000;

export class OutdatedFindings {
  private readonly withdrawn: (document: vscode.TextDocument) => void;
  private waiting:
    { readonly document: vscode.TextDocument; readonly timer: ReturnType<typeof setTimeout> } | undefined;

  constructor(withdrawn: (document: vscode.TextDocument) => void) {
    this.withdrawn = withdrawn;
  }

  withdrawSoon(document: vscode.TextDocument): void {
    this.waiting ??= { document, timer: setTimeout(() => this.withdraw(document), findingsOutliveEditMs) };
  }

  withdrawIfWaiting(): void {
    if (this.waiting) this.withdraw(this.waiting.document);
  }

  withdraw(document: vscode.TextDocument): void {
    this.keep();
    this.withdrawn(document);
  }

  /** New ones have come. */
  keep(): void {
    clearTimeout(this.waiting?.timer);
    this.waiting = undefined;
  }
}
