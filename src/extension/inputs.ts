/** What the user did to the runs of each document: kept across edits until it is cleared, and in a file if that is wanted. */
import * as vscode from 'vscode';
import type { HostInput, RunInput } from '../protocol/run.ts';
import { inputsFileName, inputsText, readInputs } from './saved-inputs.ts';

export class Inputs {
  private readonly byDocument = new WeakMap<vscode.TextDocument, readonly RunInput[]>();
  private readonly loaded = new WeakSet<vscode.TextDocument>();

  of(document: vscode.TextDocument): readonly RunInput[] {
    return this.byDocument.get(document) ?? [];
  }

  /** What was done later happened to another run: it is taken back. */
  add(document: vscode.TextDocument, input: HostInput): void {
    const earlier = this.of(document).filter(({ step }) => step <= input.step);
    this.byDocument.set(document, [...earlier, input]);
  }

  clear(document: vscode.TextDocument): void {
    this.byDocument.delete(document);
  }

  async save(document: vscode.TextDocument): Promise<void> {
    const file = fileBeside(document.uri);
    if (file === undefined) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Save the file first: what you did to its run is kept beside it.'),
      );
      return;
    }
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(inputsText(this.of(document))));
  }

  /** Reads what is kept beside a document, once. True: there is something. */
  async load(document: vscode.TextDocument): Promise<boolean> {
    if (this.loaded.has(document)) return false;
    this.loaded.add(document);
    const file = fileBeside(document.uri);
    const text = file && (await textOf(file));
    if (text === undefined) return false;
    const read = readInputs(text);
    if ('problem' in read) {
      const name = inputsFileName(nameOf(document.uri));
      void vscode.window.showWarningMessage(vscode.l10n.t('{0} is not used: {1}.', name, read.problem));
      return false;
    }
    if (read.inputs.length === 0 || this.of(document).length > 0) return false;
    this.byDocument.set(document, read.inputs);
    return true;
  }
}

function fileBeside(uri: vscode.Uri): vscode.Uri | undefined {
  if (uri.scheme === 'untitled') return undefined;
  return vscode.Uri.joinPath(uri, '..', inputsFileName(nameOf(uri)));
}

const nameOf = ({ path }: vscode.Uri): string => path.slice(path.lastIndexOf('/') + 1);

async function textOf(file: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch {
    // Mostly there is none.
    return undefined;
  }
}
