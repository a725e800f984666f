/**
 * The honesty switch in the editor: the file that is shown runs in the user's own Node, and what the simulation claims of V8 is held
 * against what V8 did. Only when asked, only in trusted workspaces, and only where there are processes: not in browsers.
 */
import * as vscode from 'vscode';
import type { RunClaims } from '../protocol/claims.ts';
import type { Documents } from './documents.ts';
import type { Session } from './session.ts';
import { readSettings } from './settings.ts';

export interface VerifyRequest {
  readonly node: string;
  readonly file: string;
  readonly directory: string;
  readonly signal: AbortSignal;
}

/** The extension host's own: a Markdown document, or why there is none. */
export type VerifyInNode = (
  claims: RunClaims,
  request: VerifyRequest,
) => Promise<{ readonly document: string } | { readonly problem: string }>;

interface VerifyContext {
  readonly session: Session;
  readonly documents: Documents;
  readonly verifyInNode: VerifyInNode | undefined;
}

export async function verifyInV8({ session, documents, verifyInNode }: VerifyContext): Promise<void> {
  const run = session.fresh;
  const problem = whyNot(session, verifyInNode);
  if (problem !== undefined || run === undefined || verifyInNode === undefined) {
    void vscode.window.showInformationMessage(problem ?? vscode.l10n.t('There is no run of this text.'));
    return;
  }
  const { uri } = run.document;
  const answer = await session.requests.ask(run.generation, 'claims', {});
  if (answer === undefined) return;
  const title = vscode.l10n.t('{0} runs in Node', run.fileName);
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  const result = await vscode.window.withProgress(options, (_progress, token) => {
    const aborting = new AbortController();
    token.onCancellationRequested(() => aborting.abort());
    return verifyInNode(answer.claims, {
      node: readSettings(uri)['verify.node'] || 'node',
      file: uri.fsPath,
      directory: vscode.workspace.getWorkspaceFolder(uri)?.uri.fsPath ?? vscode.Uri.joinPath(uri, '..').fsPath,
      signal: aborting.signal,
    });
  });
  if ('problem' in result) {
    void vscode.window.showErrorMessage(result.problem);
    return;
  }
  const document = await documents.open('verified.md', result.document);
  await vscode.window.showTextDocument(document, { preview: true, viewColumn: vscode.ViewColumn.Beside });
}

/** A sentence for the user. */
function whyNot({ fresh, held }: Session, verifyInNode: VerifyInNode | undefined): string | undefined {
  if (verifyInNode === undefined)
    return vscode.l10n.t('There is no Node in a browser: this needs VS Code on the desktop.');
  if (!vscode.workspace.isTrusted)
    return vscode.l10n.t('This runs the file for real, which only trusted workspaces may do.');
  if (fresh === undefined || fresh !== held || fresh.phase !== 'done')
    return vscode.l10n.t('There is no run of this text: it is still running, or it cannot be run as it is.');
  const { document, environment, isSpecial } = fresh;
  if (document.uri.scheme !== 'file' || document.isDirty)
    return vscode.l10n.t('Node runs what is on the disk: save the file first.');
  if (environment.runtime !== 'node' || isSpecial)
    return vscode.l10n.t('Only a run as in Node, without a debugger, can be held against Node.');
  if (!/\.[cm]?js$/.test(document.uri.path)) return vscode.l10n.t('What V8 does is verified for JavaScript alone.');
  return undefined;
}
