// What is written beside the code without a debugger: off until somebody wants it, and true for the text that ran.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { UnderhoodApi } from '../../src/extension/activate.ts';
import { activated, closeAll, pause, replaceText, runProgram } from './support.ts';

const program = [
  'function twice(n) {',
  '  return n * 2;',
  '}',
  'let total = 0;',
  'for (const n of [1, 2, 3]) total += twice(n);',
  'console.log(total);',
  '',
].join('\n');

describe('what stands beside the code', () => {
  let api: UnderhoodApi;
  const configuration = () => vscode.workspace.getConfiguration('underhood.annotations');
  const set = (name: string, value: boolean | undefined) =>
    configuration().update(name, value, vscode.ConfigurationTarget.Global);
  before(async () => {
    api = await activated();
  });
  afterEach(async () => {
    for (const name of ['values', 'counts', 'functions']) await set(name, undefined);
    await closeAll();
  });

  it('is nothing until it is switched on', async () => {
    const editor = await runProgram(api, program);
    await pause(300);
    assert.deepEqual(await lensesOf(editor.document), []);
    assert.equal(api.lineText(editor.document, 4), undefined);
  });

  it('tells how often a function was called, and leads to its first call', async () => {
    await set('functions', true);
    const editor = await runProgram(api, program);
    const lenses = await waitFor(
      () => lensesOf(editor.document),
      (found) => found.length > 0,
    );
    assert.equal(lenses.length, 1);
    assert.equal(lenses[0]!.range.start.line, 0);
    assert.match(lenses[0]!.command?.title ?? '', /^called 3 times · \d+ % of the bytecodes that ran$/);
    assert.equal(lenses[0]!.command?.command, 'underhood.goToMoment');
  });

  it('tells how often a line ran and what its names held, and goes when the text changes', async () => {
    await set('counts', true);
    await set('values', true);
    const editor = await runProgram(api, program);
    const text = () => Promise.resolve(api.lineText(editor.document, 1));
    assert.equal(await waitFor(text, (found) => found !== undefined), '×3  n = 3');
    assert.equal(api.lineText(editor.document, 3), '×1  total = 0');
    assert.match(api.lineText(editor.document, 4) ?? '', /^×4 {2}.*total = 12/);
    await replaceText(editor, `// changed\n${program}`);
    await waitFor(text, (found) => found === undefined);
  });

  it('is switched by commands', async () => {
    await runProgram(api, program);
    await vscode.commands.executeCommand('underhood.toggleCounts');
    assert.equal(configuration().get('counts'), true);
    await vscode.commands.executeCommand('underhood.toggleCounts');
    assert.equal(configuration().get('counts'), false);
  });
});

async function lensesOf(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    100,
  );
  return lenses.filter(({ command }) => command?.command.startsWith('underhood.'));
}

async function waitFor<T>(get: () => Thenable<T>, accepts: (value: T) => boolean): Promise<T> {
  const end = Date.now() + 10_000;
  for (;;) {
    const value = await get();
    if (accepts(value)) return value;
    if (Date.now() > end) throw new Error(`waited in vain; the last was ${JSON.stringify(value)}`);
    await pause(50);
  }
}
