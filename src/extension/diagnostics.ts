/**
 * Findings of the hazards in the editor and the Problems view. Offsets become ranges here, against the very version of the
 * document that ran; a report of any other version is not shown. The words and severities are the hazards' own.
 */
import * as vscode from 'vscode';
import { heatOf } from '../hazards/heat.ts';
import type { Finding, FreeForm, HazardReport, Severity } from '../protocol/findings.ts';
import { addressOf } from './files.ts';
import { isCurrent } from './run.ts';
import type { Run } from './run.ts';
import type { Settings } from './settings.ts';

export const diagnosticSource = 'underhood';

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
    if (!settings['hazards.enabled'] || isExcluded(document, settings)) return this.withdraw(document);
    const findings = report.findings.flatMap((finding) => levelled(finding, settings));
    const freeForms = report.freeForms.filter(({ hazard }) => settings['hazards.rules'][hazard] !== 'off');
    this.reports.set(document.uri.toString(), { run, findings, freeForms });
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

/** As its rule's level says; nothing where that is off, or where only hot code is wanted and this is none. */
function levelled(finding: Finding, settings: Settings): Finding[] {
  const level = settings['hazards.rules'][finding.hazard] ?? 'default';
  if (level === 'off' || (settings['hazards.onlyHot'] && heatOf(finding.count) !== 'hot')) return [];
  return [level === 'default' ? finding : { ...finding, severity: level }];
}

/** Code of packages is somebody else's. */
function isExcluded(document: vscode.TextDocument, settings: Settings): boolean {
  const patterns = ['**/node_modules/**', ...settings['hazards.exclude']];
  return patterns.some((pattern) => vscode.languages.match({ pattern }, document) > 0);
}

/** Opens the page about a hazard. */
function explanationLink(hazard: string): vscode.Uri {
  return vscode.Uri.parse(`command:underhood.explainHazard?${encodeURIComponent(JSON.stringify([hazard]))}`);
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
  diagnostic.source = diagnosticSource;
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
  diagnostic.source = diagnosticSource;
  diagnostic.code = { value: finding.hazard, target: explanationLink(finding.hazard) };
  diagnostic.relatedInformation = finding.related.map(
    (place) =>
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(document.uri, rangeOf(document, place)),
        place.message,
      ),
  );
  return diagnostic;
}
