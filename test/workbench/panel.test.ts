// The sidebar's view in the workbench: its page loads, draws the run, and moves the editor's highlight.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { UnderhoodApi } from '../../src/extension/activate.ts';
import { activated, closeAll, replaceText, runProgram, until } from './support.ts';

describe('the view', () => {
  let api: UnderhoodApi;
  before(async () => {
    api = await activated();
  });
  afterEach(closeAll);

  it('opens by command and its page reports', async () => {
    await vscode.commands.executeCommand('underhood.showRun');
    await until(() => api.pageIsLive(), 'the page', 20_000);
  });

  it('starts over when it was hidden and is shown again', async () => {
    await vscode.commands.executeCommand('underhood.showRun');
    await until(() => api.pageIsLive(), 'the page', 20_000);
    await vscode.commands.executeCommand('workbench.view.explorer');
    await until(() => !api.pageIsLive(), 'the page to go');
    await vscode.commands.executeCommand('underhood.showRun');
    await until(() => api.pageIsLive(), 'the page to come back', 20_000);
  });

  it('highlights the line of the moment while it is stepped, and not while the text does not parse', async () => {
    await vscode.commands.executeCommand('underhood.showRun');
    await until(() => api.pageIsLive(), 'the page', 20_000);
    const editor = await runProgram(api, 'const a = 1;\nconst b = 2;\n\nconsole.log(a + b);\n');
    const step = async (command: string, line: number): Promise<void> => {
      await vscode.commands.executeCommand(`underhood.${command}`);
      await until(
        () => api.highlightedLine() === line,
        () => `line ${line} after ${command}; highlighted is ${api.highlightedLine()}`,
      );
    };
    await until(() => api.highlightedLine() === 0, 'the first line');
    await step('forward', 1);
    await step('forward', 3);
    await step('back', 1);
    await replaceText(editor, 'const a = @;\n');
    await until(() => api.status().kind === 'stale' && api.highlightedLine() === undefined, 'no highlight');
  });

  it('highlights the line that was asked for', async () => {
    await vscode.commands.executeCommand('underhood.showRun');
    await until(() => api.pageIsLive(), 'the page', 20_000);
    const editor = await runProgram(api, 'const a = 1;\nconst b = 2;\n\nconsole.log(a + b);\n');
    editor.selection = new vscode.Selection(3, 0, 3, 0);
    await vscode.commands.executeCommand('underhood.goToLine');
    await until(
      () => api.highlightedLine() === 3,
      () => `line 3; highlighted is ${api.highlightedLine()}`,
    );
    editor.selection = new vscode.Selection(1, 0, 1, 0);
    await vscode.commands.executeCommand('underhood.goToLine');
    await until(
      () => api.highlightedLine() === 1,
      () => `line 1; highlighted is ${api.highlightedLine()}`,
    );
    assert.equal(vscode.window.activeTextEditor, editor);
  });
});
