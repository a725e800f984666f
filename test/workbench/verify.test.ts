// "Verify against the real V8": the file runs in Node when that is asked for and not before, and what V8 did is shown beside it.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { UnderhoodApi } from '../../src/extension/activate.ts';
import { activated, closeAll, extensionId, openProgram, pause, until } from './support.ts';

/** The last lines leave a trace on the disk where they run for real: the simulated engine writes to none. */
const program = `function read(o) { return o.a; }
for (let i = 0; i < 5000; i++) read(i % 2 ? { a: 1 } : { b: 2, a: 1 });
const gone = { a: 1 };
delete gone.a;
const list = [1];
list.push(0.5);
try {
  require('node:fs').writeFileSync(__filename + '.ran', '');
} catch {}
`;

describe('verifying against the real V8', function () {
  const folder = vscode.extensions.getExtension(extensionId)?.extensionUri;
  const isNode = folder?.scheme === 'file' && !('importScripts' in globalThis);
  let api: UnderhoodApi;
  before(async () => {
    api = await activated();
  });
  afterEach(closeAll);

  const shown = (): vscode.TextDocument | undefined =>
    vscode.window.visibleTextEditors.find(({ document }) => document.uri.path.endsWith('verified.md'))?.document;

  it('needs a run, and a file on the disk', async () => {
    await openProgram('console.log(1);\n');
    await until(() => api.status().kind === 'fresh', 'the run');
    // It says why not in a notification, which nobody answers here.
    await vscode.commands.executeCommand('underhood.verify');
    await pause(200);
    assert.equal(shown(), undefined);
  });

  if (!isNode) return;

  it('is offered in trusted workspaces alone', () => {
    assert.equal(vscode.workspace.isTrusted, true);
    const manifest = vscode.extensions.getExtension(extensionId)?.packageJSON as
      { contributes: { commands: { command: string; enablement?: string }[] } } | undefined;
    const command = manifest?.contributes.commands.find((each) => each.command === 'underhood.verify');
    assert.match(command?.enablement ?? '', /\bisWorkspaceTrusted\b/);
  });

  it('runs the file when asked, shows what agreed, and leaves no log behind', async function () {
    this.timeout(60_000);
    const uri = vscode.Uri.joinPath(folder, 'dist', 'test', 'to-verify.js');
    const trace = uri.with({ path: `${uri.path}.ran` });
    const settings = vscode.workspace.getConfiguration('underhood');
    const before = await logFolders();
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(program));
    // A desktop's own process is no Node: there it is the one that a terminal finds.
    if (/\bnode(\.exe)?$/.test(process.execPath))
      await settings.update('verify.node', process.execPath, vscode.ConfigurationTarget.Global);
    try {
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
      await until(
        () => api.status().kind === 'fresh' && api.document()?.uri.path === uri.path,
        () => `the run; the status is ${JSON.stringify(api.status())}`,
      );
      assert.equal(await exists(trace), false, 'the program ran for real before anybody asked');

      await vscode.commands.executeCommand('underhood.verify');
      await until(() => shown() !== undefined, 'what V8 did', 30_000);
      const text = shown()?.getText() ?? '';
      assert.match(text, /^# .*to-verify\.js in the real V8\n\nNode v\d+\.\d+\.\d+, V8 [\d.]+.*, exit code 0: /);
      assert.match(text, /: \d+ of \d+ agreed \([\d.]+ %\), \d+ differed, \d+ not observed\./);
      assert.match(text, /\n## \d+ agreed: V8 did the same\n/);
      assert.match(text, /\n\| 1:29 \| inline cache LoadIC \| polymorphic \| polymorphic \|\n/);
      assert.match(text, /\n\| 4:1 \| dictionary mode \| DeletingProperty \| DeletingProperty \|\n/);
      assert.equal(await exists(trace), true, 'the program did not run');
      assert.deepEqual(await logFolders(), before);
    } finally {
      await settings.update('verify.node', undefined, vscode.ConfigurationTarget.Global);
      await closeAll();
      for (const each of [uri, trace]) if (await exists(each)) await vscode.workspace.fs.delete(each);
    }
  });
});

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** Where V8's log goes while it is read. */
async function logFolders(): Promise<readonly string[]> {
  const temporary = vscode.Uri.file(process.env['TMPDIR'] ?? '/tmp');
  const entries = await vscode.workspace.fs.readDirectory(temporary);
  return entries
    .map(([name]) => name)
    .filter((name) => name.startsWith('underhood-verify-'))
    .toSorted();
}
