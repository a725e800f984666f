/**
 * What hovering over a finding, or over the free form of a hazard, tells. VS Code puts the diagnostic's one line into the
 * same hover: here stands what that line leaves out.
 */
import * as vscode from 'vscode';
import type { Finding } from '../protocol/findings.ts';
import type { DocumentReport } from './diagnostics.ts';
import { rangeOf } from './diagnostics.ts';
import { languages } from './follow.ts';
import type { Run } from './run.ts';

export interface HoverSource {
  report(document: vscode.TextDocument): DocumentReport | undefined;
  /** The run that the page draws: only its moments can be gone to. */
  drawn(): Run | undefined;
}

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
  const findings = report.findings.filter(isHere);
  if (findings.length > 0) {
    const contents = findings.flatMap((finding) => contentsOf(finding, report.run, source.drawn()));
    return new vscode.Hover(contents, rangeOf(document, findings[0]!));
  }
  const free = report.freeForms.find(isHere);
  return free && new vscode.Hover(new vscode.MarkdownString(free.hover), rangeOf(document, free));
}

/** The text quotes the user's program: it gets no commands. The links are ours, and each may run its one command. */
function contentsOf(
  { hover, hazard, firstEvent, shapes }: Finding,
  { generation }: Run,
  drawn: Run | undefined,
): vscode.MarkdownString[] {
  const isDrawn = drawn?.generation === generation;
  return [
    new vscode.MarkdownString(hover),
    ...(isDrawn && firstEvent >= 0 ? [commandLink('underhood.goToMoment', momentTitle(), generation, firstEvent)] : []),
    ...(isDrawn && shapes.length > 0 ? [commandLink('underhood.showShapes', shapesTitle(), generation, shapes)] : []),
    commandLink('underhood.explainHazard', explanationTitle(), hazard),
  ];
}

function momentTitle(): string {
  return vscode.l10n.t('Go to this moment in the run');
}

function explanationTitle(): string {
  return vscode.l10n.t('Explain, with both versions side by side');
}

function shapesTitle(): string {
  return vscode.l10n.t('Show these shapes in the view');
}

function commandLink(command: string, title: string, ...args: readonly unknown[]): vscode.MarkdownString {
  const query = encodeURIComponent(JSON.stringify(args));
  const link = new vscode.MarkdownString(`[${title}](command:${command}?${query})`);
  link.isTrusted = { enabledCommands: [command] };
  return link;
}
