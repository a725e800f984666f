// In the extension host of a real VS Code: the extension is there, activates, and offers every command of its manifest.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension in its host', () => {
  const extension = vscode.extensions.getExtension('underhood.underhood');

  it('is installed and activates', async () => {
    assert.ok(extension, 'underhood.underhood is not among the extensions');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('registers the commands of its manifest', async () => {
    assert.ok(extension);
    const manifest: { contributes: { commands?: { command: string }[] } } = extension.packageJSON;
    const declared = (manifest.contributes.commands ?? []).map(({ command }) => command);
    assert.ok(declared.length > 0, 'the manifest declares no command');
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      declared.filter((command) => !registered.has(command)),
      [],
    );
  });
});
