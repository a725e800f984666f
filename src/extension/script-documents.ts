/** Which editor's text a script of a run is, and the other way round: offsets mean something only in the very text that ran. */
import * as vscode from 'vscode';
import { addressOf } from './files.ts';
import { hasText } from './run.ts';
import type { Run } from './run.ts';

/** The open document whose text is the script's; undefined if there is none, or it was edited since. */
export function documentOf(run: Run, script: number): vscode.TextDocument | undefined {
  const info = run.scripts[script];
  if (info?.kind === 'main') return hasText(run) ? run.document : undefined;
  if (info?.kind !== 'file') return undefined;
  const uri = addressOf(run.document.uri, info.name).toString();
  return vscode.workspace.textDocuments.find(
    (document) => document.uri.toString() === uri && document.getText() === info.source,
  );
}

/** The script that a document's text is, or -1. */
export function scriptOf(run: Run, document: vscode.TextDocument): number {
  return run.scripts.findIndex((_, script) => documentOf(run, script) === document);
}
