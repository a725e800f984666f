// What can be done about a finding, as VS Code offers it.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { UnderhoodApi } from '../../src/extension/activate.ts';
import { activated, closeAll, runProgram, until } from './support.ts';

const program = 'const user = { name: 1, age: 2 };\nif (user) {\n  delete user.age;\n}\nconsole.log(user);\n';

describe('what can be done about a hazard', () => {
  let api: UnderhoodApi;
  let editor: vscode.TextEditor;
  before(async () => {
    api = await activated();
  });
  beforeEach(async () => {
    editor = await runProgram(api, program);
    await until(() => api.findings(editor.document).length > 0, 'findings');
  });
  afterEach(closeAll);

  const actions = async (kind?: string): Promise<vscode.CodeAction[]> => {
    const { document } = editor;
    const at = document.positionAt(program.indexOf('delete') + 1);
    return vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(at, at),
      ...(kind === undefined ? [] : [kind]),
    );
  };
  const action = async (title: RegExp): Promise<vscode.CodeAction> => {
    const found = (await actions()).find((each) => title.test(each.title));
    assert.ok(found, `no action ${title}`);
    return found;
  };

  it('is to say in a comment that it is meant so', async () => {
    const { edit } = await action(/^Ignore this delete here$/);
    assert.ok(edit && (await vscode.workspace.applyEdit(edit)));
    assert.equal(editor.document.lineAt(2).text, '  // underhood-ignore-next-line delete');
    await until(
      () => api.status().kind === 'fresh' && api.findings(editor.document).length === 0,
      'the finding to be ignored',
    );
  });

  it('is to turn its rule off', async () => {
    const { command } = await action(/^Turn the rule delete off$/);
    assert.ok(command);
    try {
      await vscode.commands.executeCommand(command.command, ...(command.arguments as unknown[]));
      await until(() => api.findings(editor.document).length === 0, 'the rule to be off');
      const rules = vscode.workspace.getConfiguration('underhood').get('hazards.rules');
      assert.deepEqual(rules, { delete: 'off' });
    } finally {
      await vscode.workspace
        .getConfiguration('underhood')
        .update('hazards.rules', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('is to read about it, in a tab of its own', async () => {
    const { command } = await action(/^Explain delete$/);
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments as unknown[]));
    const tabs = (): vscode.Tab[] => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    const isPage = ({ input }: vscode.Tab): boolean =>
      input instanceof vscode.TabInputWebview && input.viewType.endsWith('underhood.hazard');
    await until(() => tabs().some(isPage), 'the page about delete');
  });

  it('is nothing where the text has changed and is not run yet', async () => {
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '@'));
    assert.deepEqual(
      (await actions()).filter(({ title }) => /delete/.test(title)),
      [],
    );
  });

  it('keeps quiet in files that are excluded, and of cold code if asked to', async () => {
    const settings = vscode.workspace.getConfiguration('underhood');
    const shown = (): vscode.Diagnostic[] =>
      vscode.languages.getDiagnostics(editor.document.uri).filter(({ source }) => source === 'underhood');
    for (const [name, value] of [
      ['hazards.onlyHot', true],
      ['hazards.exclude', ['**']],
    ] as const) {
      try {
        await until(() => shown().length > 0, 'the findings to be there');
        await settings.update(name, value, vscode.ConfigurationTarget.Global);
        await until(() => api.status().kind === 'fresh' && shown().length === 0, `silence by ${name}`);
      } finally {
        await settings.update(name, undefined, vscode.ConfigurationTarget.Global);
      }
    }
  });
});
