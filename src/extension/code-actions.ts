/**
 * What can be done about a finding: the changes that keep what the program does, to say that it is meant so, to switch the
 * rule off, to read about it. `source.fixAll.underhood` makes all changes of a file at once.
 */
import * as vscode from 'vscode';
import { ignoreComment } from '../hazards/ignore-comments.ts';
import type { Finding, Fix } from '../protocol/findings.ts';
import type { DocumentReport } from './diagnostics.ts';
import { diagnosticSource, rangeOf } from './diagnostics.ts';
import { languages } from './follow.ts';

export const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('underhood');

export interface ReportSource {
  report(document: vscode.TextDocument): DocumentReport | undefined;
}

export function registerCodeActions(source: ReportSource): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    languages.map((language) => ({ language })),
    {
      provideCodeActions: (document, range, context) => {
        const report = source.report(document);
        if (!report) return [];
        if (context.only?.contains(fixAllKind) || (context.only && fixAllKind.contains(context.only)))
          return fixAll(document, report.findings);
        const touched = report.findings.filter((finding) => rangeOf(document, finding).intersection(range));
        return touched.flatMap((finding) => actionsFor(document, finding, context.diagnostics));
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind] },
  );
}

function actionsFor(
  document: vscode.TextDocument,
  finding: Finding,
  shown: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const { hazard, start } = finding;
  const diagnostics = shown.filter(
    ({ source, range }) => source === diagnosticSource && range.isEqual(rangeOf(document, finding)),
  );
  const fixes = finding.fixes.map((fix, index) => {
    const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
    action.edit = editOf(document, [fix]);
    action.isPreferred = index === 0;
    return action;
  });
  const ignore = new vscode.CodeAction(
    vscode.l10n.t('Ignore this {0} here', hazard),
    vscode.CodeActionKind.QuickFix.append('ignore'),
  );
  const line = document.lineAt(document.positionAt(start).line);
  const indentation = line.text.slice(0, line.firstNonWhitespaceCharacterIndex);
  const end = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  ignore.edit = new vscode.WorkspaceEdit();
  ignore.edit.insert(document.uri, line.range.start, `${indentation}${ignoreComment(hazard)}${end}`);
  const off = new vscode.CodeAction(vscode.l10n.t('Turn the rule {0} off', hazard), vscode.CodeActionKind.QuickFix);
  off.command = { command: 'underhood.turnRuleOff', title: off.title, arguments: [hazard, document.uri] };
  const explain = new vscode.CodeAction(vscode.l10n.t('Explain {0}', hazard), vscode.CodeActionKind.QuickFix);
  explain.command = { command: 'underhood.explainHazard', title: explain.title, arguments: [hazard] };
  const actions = [...fixes, ignore, off, explain];
  for (const action of actions) action.diagnostics = diagnostics;
  return actions;
}

/** One fix of each finding, as far as they do not touch each other: the rest is for the next time. */
function fixAll(document: vscode.TextDocument, findings: readonly Finding[]): vscode.CodeAction[] {
  const chosen: Fix[] = [];
  let free = 0;
  const first = findings.flatMap(({ fixes }) => fixes.slice(0, 1));
  const startOf = ({ edits }: Fix): number => edits[0]?.start ?? 0;
  for (const fix of first.toSorted((one, other) => startOf(one) - startOf(other))) {
    if (fix.edits.length === 0 || startOf(fix) < free) continue;
    chosen.push(fix);
    free = fix.edits.at(-1)!.end;
  }
  if (chosen.length === 0) return [];
  const action = new vscode.CodeAction(vscode.l10n.t('Fix all that Underhood can fix'), fixAllKind);
  action.edit = editOf(document, chosen);
  return [action];
}

function editOf(document: vscode.TextDocument, fixes: readonly Fix[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const each of fixes.flatMap(({ edits }) => edits))
    edit.replace(document.uri, rangeOf(document, each), each.text);
  return edit;
}
