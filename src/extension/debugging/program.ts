/** What a launch configuration's `program` means: a path, or the address of a document that is in no file. */
import * as vscode from 'vscode';
import { languages } from '../follow.ts';

/** How a document is written in a launch configuration, and known to debuggers: as VS Code writes paths in its messages. */
export function programOf(uri: vscode.Uri): string {
  return uri.scheme === 'file' ? uri.fsPath : uri.toString();
}

export function isProgram({ languageId, uri }: vscode.TextDocument): boolean {
  return languages.some((language) => language === languageId) || /\.[cm]?[jt]sx?$/.test(uri.path);
}

/** The document that is to be run, as its editor has it. Rejects with a message that says what is wrong. */
export async function openProgram(
  program: string,
  folder: vscode.WorkspaceFolder | undefined,
): Promise<vscode.TextDocument> {
  const uri = addressOfProgram(program, folder);
  const open = vscode.workspace.textDocuments.find(
    (document) => programOf(document.uri) === program || document.uri.toString() === uri.toString(),
  );
  const document = open ?? (await load(program, uri));
  if (!isProgram(document)) {
    throw new Error(vscode.l10n.t('{0} is no JavaScript or TypeScript file: Underhood cannot run it.', program));
  }
  return document;
}

async function load(program: string, uri: vscode.Uri): Promise<vscode.TextDocument> {
  // VS Code would make a new document of that name.
  if (uri.scheme === 'untitled') {
    throw new Error(vscode.l10n.t('There is no open editor {0} any more: open the program again.', program));
  }
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    const text = 'There is no file {0}: name the file to run as “program” in launch.json.';
    throw new Error(vscode.l10n.t(text, program));
  }
}

/** A letter and a colon are a drive; more letters are a scheme. */
function addressOfProgram(program: string, folder: vscode.WorkspaceFolder | undefined): vscode.Uri {
  if (/^[a-z][\w+.-]+:/i.test(program)) return vscode.Uri.parse(program);
  const isAbsolute = /^(?:[\\/]|[a-z]:[\\/])/i.test(program);
  const base = folder?.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!isAbsolute && base) return vscode.Uri.joinPath(base, program);
  const uri = vscode.Uri.file(program);
  // A path says nothing of the file system: on the web there is only the workspace's.
  return base && base.scheme !== 'file' ? base.with({ path: uri.path }) : uri;
}
