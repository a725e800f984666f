/**
 * Findings of the hazards in the editor and the Problems view. Offsets become ranges here, against the very version of the
 * document that ran; a report of any other version is not shown. The words and severities are the hazards' own.
 */
import * as vscode from 'vscode';
import type { Finding, FreeForm, HazardReport, Severity } from '../protocol/findings.ts';
import { addressOf } from './files.ts';
import { isCurrent } from './run.ts';
import type { Run } from './run.ts';
import type { RuleLevel, Settings } from './settings.ts';

/** The findings of a document, with the run that is their evidence. */
export interface DocumentReport {
  readonly run: Run;
  readonly findings: readonly Finding[];
  readonly freeForms: readonly FreeForm[];
}

const severities: { readonly [Name in Severity]: vscode.DiagnosticSeverity } = {
  hint: vscode.DiagnosticSeverity.Hint,
  information: vscode.DiagnosticSeverity.Information,
  warning: vscode.DiagnosticSeverity.Warning,
};

export class Diagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('underhood');
  private readonly reports = new Map<string, DocumentReport>();

  show(run: Run, report: HazardReport, settings: Settings): void {
    const { document } = run;
    if (!isCurrent(run)) return;
    if (!settings['hazards.enabled']) return this.withdraw(document);
    const levelOf = (hazard: string): RuleLevel => settings['hazards.rules'][hazard] ?? 'default';
    const isOn = ({ hazard }: { hazard: string }): boolean => levelOf(hazard) !== 'off';
    const findings = report.findings.filter(isOn).map((finding): Finding => {
      const level = levelOf(finding.hazard);
      return level === 'default' || level === 'off' ? finding : { ...finding, severity: level };
    });
    this.reports.set(document.uri.toString(), { run, findings, freeForms: report.freeForms.filter(isOn) });
    const problem = problemDiagnostic(run);
    this.collection.set(document.uri, [
      ...(problem ? [problem] : []),
      ...findings.map((finding) => diagnosticOf(document, finding)),
    ]);
  }

  withdraw(document: vscode.TextDocument): void {
    this.reports.delete(document.uri.toString());
    this.collection.delete(document.uri);
  }

  withdrawAll(): void {
    this.reports.clear();
    this.collection.clear();
  }

  /** What is known about the text that the document has now. */
  report(document: vscode.TextDocument): DocumentReport | undefined {
    const report = this.reports.get(document.uri.toString());
    return report && report.run.document === document && isCurrent(report.run) ? report : undefined;
  }

  dispose(): void {
    this.reports.clear();
    this.collection.dispose();
  }
}

export function rangeOf(document: vscode.TextDocument, { start, end }: { start: number; end: number }): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** What could not be loaded, under the specifier that leads there; the place itself is a click away. */
function problemDiagnostic({ document, summary }: Run): vscode.Diagnostic | undefined {
  const problem = summary?.problem;
  if (!problem || problem.start < 0) return undefined;
  const { message, place } = problem;
  const diagnostic = new vscode.Diagnostic(rangeOf(document, problem), message, vscode.DiagnosticSeverity.Error);
  diagnostic.source = 'underhood';
  diagnostic.code = 'module';
  if (place) {
    const at = new vscode.Position((place.line ?? 1) - 1, (place.column ?? 1) - 1);
    const location = new vscode.Location(addressOf(document.uri, place.path), at);
    diagnostic.relatedInformation = [new vscode.DiagnosticRelatedInformation(location, message)];
  }
  return diagnostic;
}

function diagnosticOf(document: vscode.TextDocument, finding: Finding): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(rangeOf(document, finding), finding.message, severities[finding.severity]);
  diagnostic.source = 'underhood';
  diagnostic.code = finding.hazard;
  diagnostic.relatedInformation = finding.related.map(
    (place) =>
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(document.uri, rangeOf(document, place)),
        place.message,
      ),
  );
  return diagnostic;
}
