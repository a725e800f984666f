// Findings in the editor: underlined where they stand, explained on hover, gone when they are no longer true.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { UnderhoodApi } from '../../src/extension/activate.ts';
import { activated, closeAll, replaceText, runProgram, until } from './support.ts';

const program = `function sum(first) {
  let total = 0;
  for (let i = 0; i < 3; i++) total += arguments[i];
  return total;
}
const user = { name: 'Ada', email: 'ada@example.org', age: 36 };
console.log(sum(1, 2, 3));
delete user.email;
with (user) console.log(name);
console.log(eval('user.age + 1'));
for (const key in Object.create(user)) console.log(key);
function count() { return arguments.length; }
console.log(count(1, 2));
`;

describe('the hazards in the editor', () => {
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

  const diagnostics = (): vscode.Diagnostic[] =>
    vscode.languages.getDiagnostics(editor.document.uri).filter(({ source }) => source === 'underhood');

  const hoverText = async (needle: string): Promise<string> => {
    const position = editor.document.positionAt(program.indexOf(needle) + 1);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      editor.document.uri,
      position,
    );
    const texts = hovers.flatMap(({ contents }) =>
      contents.map((part) => (typeof part === 'string' ? part : part.value)),
    );
    return texts.join('\n');
  };

  it('underlines each of the five patterns where it stands, and never as an error', () => {
    const found = new Set(diagnostics().map(({ range }) => editor.document.getText(range)));
    for (const token of ['delete', 'with', 'eval', 'arguments']) {
      assert.ok(
        [...found].some((text) => text.includes(token)),
        `${token} is not among ${[...found].join(', ')}`,
      );
    }
    assert.ok(
      [...found].some((text) => /^(for|in)\b/.test(text)),
      `for...in is not among ${[...found].join(', ')}`,
    );
    for (const { severity, message } of diagnostics())
      assert.notEqual(severity, vscode.DiagnosticSeverity.Error, message);
  });

  it('explains a finding on hover, with a link to its moment', async () => {
    const text = await hoverText('delete user');
    const finding = api.findings(editor.document).find(({ start }) => start === program.indexOf('delete user'));
    assert.ok(finding);
    assert.ok(text.includes(finding.hover), text);
    assert.match(text, /\(command:underhood\.goToMoment\?/);
  });

  it('answers for a free form without underlining it', async () => {
    const offset = program.indexOf('arguments.length');
    const form = api.freeForms(editor.document).find(({ start, end }) => start <= offset && offset < end);
    assert.ok(form, 'arguments.length is not among the free forms');
    assert.ok((await hoverText('arguments.length')).includes(form.hover));
    const at = editor.document.positionAt(offset + 1);
    assert.equal(
      diagnostics().some(({ range }) => range.contains(at)),
      false,
    );
  });

  it('goes with the text: what was repaired is no longer underlined', async () => {
    await replaceText(editor, program.replace('delete user.email;', 'user.email = undefined;'));
    await until(() => api.status().kind === 'fresh' && api.findings(editor.document).length > 0, 'the new findings');
    assert.ok(diagnostics().length > 0);
    assert.equal(
      diagnostics().some(({ range }) => editor.document.getText(range).includes('delete')),
      false,
    );
  });

  it('is gone while the text does not parse, and when the document is closed', async () => {
    await replaceText(editor, `${program}@syntax`);
    await until(() => diagnostics().length === 0, 'the findings to go');
    await replaceText(editor, program);
    await until(() => diagnostics().length > 0, 'the findings to come back');
    const { uri } = editor.document;
    await closeAll();
    await until(() => vscode.languages.getDiagnostics(uri).length === 0, 'the findings to go with the document');
  });

  it('can be switched off, as a whole and by pattern', async () => {
    const settings = vscode.workspace.getConfiguration('underhood');
    try {
      await vscode.commands.executeCommand('underhood.muteHazards');
      await until(() => diagnostics().length === 0, 'silence');
      await vscode.commands.executeCommand('underhood.unmuteHazards');
      await until(() => diagnostics().length > 0, 'the findings to come back');
      await settings.update('hazards.rules', { delete: false }, vscode.ConfigurationTarget.Global);
      await until(() => {
        const codes = new Set(diagnostics().map(({ code }) => (typeof code === 'object' ? code.value : code)));
        return codes.size > 0 && !codes.has('delete');
      }, 'the one pattern to go');
    } finally {
      await settings.update('hazards.rules', undefined, vscode.ConfigurationTarget.Global);
      await settings.update('hazards.enabled', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
