// Runs of several files: what another file holds, on disk or unsaved in an editor, is what the run gets, now and after a change.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { UnderhoodApi } from '../../src/extension/activate.ts';
import { activated, closeAll, replaceText, until } from './support.ts';

describe('runs of several files', () => {
  let api: UnderhoodApi;
  let root: vscode.Uri;
  /** Another one for each test: watchers of a folder that was deleted take long to see the next of that name. */
  let folder: vscode.Uri;
  let tests = 0;

  before(async () => {
    api = await activated();
    const workspace = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(workspace);
    // Beside the sources, not among them; the same file system in both kinds of host.
    root = workspace.with({ path: workspace.path.replace(/\/media\/examples$/, '/dist/test/files') });
    assert.notEqual(root.path, workspace.path);
  });
  beforeEach(() => {
    folder = vscode.Uri.joinPath(root, String(++tests));
    return vscode.workspace.fs.createDirectory(folder);
  });
  after(() => vscode.workspace.fs.delete(root, { recursive: true }));
  afterEach(async () => {
    await vscode.commands.executeCommand('underhood.unpin');
    await closeAll();
  });

  async function write(name: string, text: string): Promise<vscode.Uri> {
    const uri = vscode.Uri.joinPath(folder, name);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    return uri;
  }

  async function show(uri: vscode.Uri): Promise<vscode.TextEditor> {
    return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
  }

  /** Writes the program, opens it, and waits for the exit code with which it ends. */
  async function run(uri: vscode.Uri, exitCode: number): Promise<void> {
    const editor = await show(uri);
    await until(
      () => api.document() === editor.document && isFresh(exitCode),
      () => `exit code ${exitCode}; ${told()}`,
    );
  }

  const isFresh = (exitCode: number): boolean => api.status().kind === 'fresh' && api.summary()?.exitCode === exitCode;
  const told = (): string =>
    `the status is ${JSON.stringify(api.status())}, the summary ${JSON.stringify(api.summary())}`;
  const becomes = (exitCode: number): Promise<void> =>
    until(
      () => isFresh(exitCode),
      () => `exit code ${exitCode}; ${told()}`,
    );

  const diagnostics = (): vscode.Diagnostic[] => {
    const document = api.document();
    const all = document ? vscode.languages.getDiagnostics(document.uri) : [];
    return all.filter(({ source, code }) => source === 'underhood' && code === 'module');
  };
  const problems = async (): Promise<vscode.Diagnostic[]> => {
    await until(() => diagnostics().length > 0, 'a diagnostic');
    return diagnostics();
  };

  it('reads another file from the disk, and runs again when it changes there', async () => {
    await write('code.js', 'module.exports = 3;\n');
    await run(await write('main.js', "process.exitCode = require('./code');\n"), 3);
    await write('code.js', 'module.exports = 4;\n');
    await becomes(4);
  });

  it('reads what an editor holds unsaved, for as long as it does', async () => {
    const code = await write('lib/code.js', 'module.exports = 3;\n');
    await run(await write('main.js', "process.exitCode = require('./lib/code.js');\n"), 3);
    await vscode.commands.executeCommand('underhood.pin');
    const main = api.document();
    const editor = await show(code);
    await replaceText(editor, 'module.exports = 5;\n');
    await becomes(5);
    assert.equal(api.document(), main);
    assert.ok(editor.document.isDirty);
    await replaceText(editor, 'module.exports = 6;\n');
    await becomes(6);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await becomes(3);
  });

  it('runs ES modules and TypeScript that import each other', async () => {
    await write('math.ts', 'export enum Base { two = 2 }\nexport const twice = (n: number): number => n * Base.two;\n');
    await write(
      'code.mjs',
      "export { twice } from './math.ts';\nexport let count = 0;\nexport const add = () => ++count;\n",
    );
    const main = "import { add, count, twice } from './code.mjs';\nadd();\nadd();\nprocess.exitCode = twice(count);\n";
    await run(await write('main.ts', main), 4);
    await write(
      'code.mjs',
      "export { twice } from './math.ts';\nexport let count = 5;\nexport const add = () => ++count;\n",
    );
    await becomes(14);
  });

  it('underlines an import that another module does not offer', async () => {
    await write('code.mjs', 'export const a = 1;\n');
    await run(await write('main.mjs', "import { b } from './code.mjs';\nconsole.log(b);\n"), 1);
    const [problem] = await problems();
    assert.match(problem?.message ?? '', /does not provide an export named 'b'/);
    assert.equal(problem?.range.start.line, 0);
  });

  it('says which file is missing, and runs when it is there', async () => {
    await run(await write('main.js', "process.exitCode = require('./late.js');\n"), 1);
    assert.match(api.summary()?.error ?? '', /Cannot find module '\.\/late\.js'/);
    const [problem] = await problems();
    assert.equal(problem?.message, "Cannot find module './late.js'");
    assert.deepEqual([problem.range.start.character, problem.range.end.character], [27, 38]);
    await write('late.js', 'module.exports = 7;\n');
    await becomes(7);
    await until(() => diagnostics().length === 0, 'no problem');
  });

  it('underlines the specifier that leads to a file that does not parse, and names the place in it', async () => {
    const broken = await write('broken.js', 'exports.a = 1;\n\nlet b = ;\n');
    await write('between.js', "require('./broken.js');\n");
    await run(await write('main.js', "require('./between.js');\n"), 1);
    const [problem] = await problems();
    assert.equal(problem?.message, "SyntaxError: Unexpected token ';'");
    assert.deepEqual([problem.range.start.character, problem.range.end.character], [8, 22]);
    const [related] = problem.relatedInformation ?? [];
    assert.equal(related?.location.uri.toString(), broken.toString());
    assert.deepEqual([related.location.range.start.line, related.location.range.start.character], [2, 8]);
  });

  it('says which file is too large to be read', async () => {
    await write('big.js', `// ${'x'.repeat(97)}\n`.repeat(40_000));
    await run(await write('main.js', "require('./big.js');\n"), 1);
    assert.match(api.summary()?.error ?? '', /big\.js.*4\.0 million characters/);
  });

  it('does not look for files beside a document that was never saved', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'javascript',
      content: "require('./code.js');\n",
    });
    await vscode.window.showTextDocument(document);
    await until(() => api.document() === document && isFresh(1), told);
    assert.match(api.summary()?.error ?? '', /Cannot find module '\.\/code\.js'/);
  });

  it('highlights a line of another file in its own editor', async () => {
    await vscode.commands.executeCommand('underhood.showRun');
    await until(() => api.pageIsLive(), 'the page', 20_000);
    const code = await write(
      'code.js',
      'exports.twice = (value) => {\n  const result = value * 2;\n  return result;\n};\n',
    );
    await run(await write('main.js', "process.exitCode = require('./code.js').twice(4);\n"), 8);
    await vscode.commands.executeCommand('underhood.pin');
    const editor = await show(code);
    editor.selection = new vscode.Selection(1, 0, 1, 0);
    await vscode.commands.executeCommand('underhood.goToLine');
    await until(
      () => api.highlightedLine() === 1 && api.highlightedDocument() === editor.document,
      () => `line 1 of code.js; highlighted is ${api.highlightedLine()} of ${api.highlightedDocument()?.fileName}`,
    );
    assert.equal(vscode.window.activeTextEditor, editor);
  });

  it('follows the active editor again when it is not pinned', async () => {
    const code = await write('code.js', 'process.exitCode = 9;\nmodule.exports = 3;\n');
    const main = await write('main.js', "const code = require('./code.js');\nprocess.exitCode = code;\n");
    await run(main, 3);
    await vscode.commands.executeCommand('underhood.pin');
    const editor = await show(code);
    assert.notEqual(api.document(), editor.document);
    await vscode.commands.executeCommand('underhood.unpin');
    await until(() => api.document() === editor.document && isFresh(9), told);
  });
});
