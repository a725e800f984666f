/**
 * What hovering over a finding, or over the free form of a hazard, tells. VS Code puts the diagnostic's one line into the
 * same hover: here stands what that line leaves out.
 */
import * as vscode from 'vscode';
import type { DocumentReport } from './diagnostics.ts';
import { explanationLink, rangeOf } from './diagnostics.ts';
import { languages } from './follow.ts';
import type { Run } from './run.ts';

export interface HoverSource {
  report(document: vscode.TextDocument): DocumentReport | undefined;
  /** The run that the page draws: only its moments can be gone to. */
  drawn(): Run | undefined;
}

const goToMoment = 'underhood.goToMoment';

export function registerHovers(source: HoverSource): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    languages.map((language) => ({ language })),
    { provideHover: (document, position) => hoverAt(source, document, position) },
  );
}

export function hoverAt(
  source: HoverSource,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.Hover | undefined {
  const report = source.report(document);
  if (!report) return undefined;
  const offset = document.offsetAt(position);
  const isHere = ({ start, end }: { start: number; end: number }): boolean => start <= offset && offset <= end;
  const finding = report.findings.find(isHere);
  const found = finding ?? report.freeForms.find(isHere);
  if (!found) return undefined;
  // The text quotes the user's program: it gets no commands. The link is ours and may run this one command.
  const contents = [new vscode.MarkdownString(found.hover)];
  if (finding && finding.firstEvent >= 0 && report.run === source.drawn()) {
    contents.push(momentLink(report.run.generation, finding.firstEvent));
  }
  contents.push(explanation(found.hazard));
  return new vscode.Hover(contents, rangeOf(document, found));
}

function explanation(hazard: string): vscode.MarkdownString {
  const title = vscode.l10n.t('Explain, with both versions side by side');
  const link = new vscode.MarkdownString(`[${title}](${explanationLink(hazard).toString()})`);
  link.isTrusted = { enabledCommands: ['underhood.explainHazard'] };
  return link;
}

function momentLink(generation: number, event: number): vscode.MarkdownString {
  const query = encodeURIComponent(JSON.stringify([generation, event]));
  const title = vscode.l10n.t('Go to this moment in the run');
  const link = new vscode.MarkdownString(`[${title}](command:${goToMoment}?${query})`);
  link.isTrusted = { enabledCommands: [goToMoment] };
  return link;
}
