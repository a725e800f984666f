// What the tests in the extension host share: the extension's own view of its state, documents to run, and waiting.
import * as vscode from 'vscode';
import type { UnderhoodApi } from '../../src/extension/activate.ts';

export const extensionId = 'underhood.underhood';

export async function activated(): Promise<UnderhoodApi> {
  const extension = vscode.extensions.getExtension<UnderhoodApi>(extensionId);
  if (!extension) throw new Error(`${extensionId} is not among the extensions`);
  return extension.activate();
}

/** Opens a program in an editor, as an untitled document. */
export async function openProgram(content: string, language = 'javascript'): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  // While a document of that name is still being closed, VS Code hands out that one, with its former text.
  const plain = (text: string): string => text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  // An edit would put a byte order mark into the text, where opening a document takes it away.
  if (plain(document.getText()) !== plain(content)) await replaceText(editor, content.replace(/^\uFEFF/, ''));
  return editor;
}

/** Opens a program and waits until what is shown is its own finished run. */
export async function runProgram(api: UnderhoodApi, content: string): Promise<vscode.TextEditor> {
  const before = api.generation() ?? 0;
  const editor = await openProgram(content);
  await until(
    // An editor that was closed just now may have let another one run.
    () => api.status().kind === 'fresh' && api.document() === editor.document && (api.generation() ?? 0) > before,
    () => `a run; the status is ${JSON.stringify(api.status())}`,
  );
  return editor;
}

export async function replaceText(editor: vscode.TextEditor, text: string): Promise<void> {
  const { document } = editor;
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  if (!(await editor.edit((edit) => edit.replace(document.validateRange(all), text))))
    throw new Error('the edit was refused');
}

export async function closeAll(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  // An untitled document that was edited would ask whether to save it.
  while (vscode.window.activeTextEditor?.document.isUntitled) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  if (editor) await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Waits for a condition; the error tells what was waited for. */
export async function until(
  condition: () => boolean,
  what: string | (() => string),
  milliseconds = 10_000,
): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!condition()) {
    if (Date.now() > end)
      throw new Error(`waited ${milliseconds} ms in vain for ${typeof what === 'string' ? what : what()}`);
    await pause(10);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
