/**
 * Read-only documents that no file holds: code that eval compiled, and a moment of the run told in plain text, for screen
 * readers and for copying.
 */
import * as vscode from 'vscode';
import { lineAt, lineStartsInV8 } from '../line-starts.ts';
import type { FrameView, MomentView, VariableView } from '../protocol/moment.ts';
import type { Run } from './run.ts';

export const scheme = 'underhood';

export class Documents implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);
  /** Only what is open, or about to be: closing a document lets its text go. */
  private readonly texts = new Map<string, string>();
  private readonly closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => this.texts.delete(uri.toString()));

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString()) ?? '';
  }

  async open(path: string, text: string): Promise<vscode.TextDocument> {
    const uri = vscode.Uri.from({ scheme, path: `/${path}` });
    this.texts.set(uri.toString(), text);
    this.changed.fire(uri);
    return vscode.workspace.openTextDocument(uri);
  }

  dispose(): void {
    this.registration.dispose();
    this.closing.dispose();
    this.changed.dispose();
    this.texts.clear();
  }
}

/** Lines and columns are base 1 in this text, as the editor's own status bar counts them. */
export function describeMoment(run: Run, moment: MomentView): string {
  const lines = [vscode.l10n.t('Moment {0} of the run of {1}', moment.event, run.fileName), ''];
  if (moment.frames.length === 0) lines.push(vscode.l10n.t('The call stack is empty.'));
  moment.frames.forEach((frame, index) => lines.push(...frameLines(run, frame, index), ''));
  return `${lines.join('\n').trimEnd()}\n`;
}

function frameLines(run: Run, frame: FrameView, index: number): string[] {
  const name = frame.functionName === '' ? vscode.l10n.t('(anonymous)') : frame.functionName;
  const place = placeOf(run, frame, name);
  const head = index === 0 ? vscode.l10n.t('Running: {0}', place) : vscode.l10n.t('Called from: {0}', place);
  return [head, ...frame.scopes.flatMap(({ name: scope, variables }) => variableLines(scope, variables))];
}

function variableLines(title: string, variables: readonly VariableView[]): string[] {
  if (variables.length === 0) return [];
  return [`  ${title}:`, ...variables.map(({ name, value }) => `    ${name} = ${value}`)];
}

function placeOf(run: Run, { functionIndex, position }: FrameView, name: string): string {
  const script = run.scripts[run.functions[functionIndex]?.script ?? -1];
  const source = script?.kind === 'main' ? run.source : script?.source;
  if (position < 0 || source === undefined) return name;
  // The offsets count in the text as it ran, which the document may no longer have.
  const line = lineAt(lineStartsInV8(source), position) + 1;
  if (script?.kind !== 'file') return vscode.l10n.t('{0}, line {1}', name, line);
  const file = script.name.slice(Math.max(script.name.lastIndexOf('/'), script.name.lastIndexOf('\\')) + 1);
  return vscode.l10n.t('{0}, line {1} of {2}', name, line, file);
}
