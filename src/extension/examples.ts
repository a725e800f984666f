/**
 * The example programs that come with the extension. They open as untitled documents: the reader may edit them freely and
 * has nothing to save. An example's title is the comment on its first line.
 */
import * as vscode from 'vscode';

interface Example extends vscode.QuickPickItem {
  readonly text: string;
}

/** Opens the named example (a file name without its ending), or asks which one. */
export async function openExample(extensionUri: vscode.Uri, name?: string): Promise<vscode.TextEditor | undefined> {
  const folder = vscode.Uri.joinPath(extensionUri, 'media', 'examples');
  const examples = readExamples(folder);
  const example =
    name === undefined
      ? await pick(examples)
      : (await examples).find(({ description }) => description === `${name}.js`);
  if (!example) return undefined;
  const document = await vscode.workspace.openTextDocument({ language: 'javascript', content: example.text });
  return vscode.window.showTextDocument(document, { preview: false });
}

async function pick(examples: Promise<Example[]>): Promise<Example | undefined> {
  return vscode.window.showQuickPick(examples, {
    title: vscode.l10n.t('Underhood: Example Programs'),
    placeHolder: vscode.l10n.t('One idea each; the program opens as a new file that you can edit'),
    matchOnDescription: true,
  });
}

async function readExamples(folder: vscode.Uri): Promise<Example[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder);
  const names = entries
    .filter(([name, type]) => type === vscode.FileType.File && name.endsWith('.js'))
    .map(([name]) => name);
  return Promise.all(names.sort().map((name) => readExample(folder, name)));
}

async function readExample(folder: vscode.Uri, name: string): Promise<Example> {
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name)));
  const [, title] = /^(?:\/\/|\/\*+)\s*(.+?)\s*(?:\*\/)?\s*$/m.exec(text.slice(0, 500)) ?? [];
  return { label: title ?? name, description: name, text };
}
