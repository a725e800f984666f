// The manifest and the code's tables of commands and settings tell the same.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandTable } from '../../src/extension/commands.ts';
import type { Command } from '../../src/extension/commands.ts';
import { settingTable } from '../../src/extension/settings.ts';
import { extensionId } from './support.ts';

interface Manifest {
  readonly contributes: {
    readonly commands: { command: string; title: string; category?: string }[];
    readonly menus: Record<string, { command: string; when?: string }[]>;
    readonly keybindings: { command: string; when?: string }[];
    readonly configuration: {
      properties: Record<string, { default: unknown; markdownDescription?: string; order?: number; scope?: string }>;
    }[];
  };
}

describe('the manifest', () => {
  const extension = vscode.extensions.getExtension(extensionId);
  const { contributes } = (extension?.packageJSON ?? {}) as Manifest;

  it('names the commands of the table, with a title in words and a category', () => {
    assert.deepEqual(contributes.commands.map(({ command }) => command).sort(), Object.keys(commandTable).sort());
    for (const { command, title, category } of contributes.commands) {
      assert.equal(category, 'Underhood', command);
      assert.doesNotMatch(title, /^%/, command);
    }
  });

  it('keeps internal commands out of the palette', () => {
    const hidden = contributes.menus['commandPalette']
      ?.filter(({ when }) => when === 'false')
      .map(({ command }) => command);
    const internal = Object.entries<Command>(commandTable).filter(([, command]) => command.internal);
    assert.deepEqual(
      hidden,
      internal.map(([name]) => name),
    );
  });

  it('gives every key a condition', () => {
    for (const { command, when } of contributes.keybindings) {
      assert.ok(command in commandTable, command);
      assert.match(when ?? '', /\S/, command);
    }
  });

  it('describes the settings of the table, with the same defaults', () => {
    const properties = Object.assign(
      {},
      ...contributes.configuration.map((group) => group.properties),
    ) as Manifest['contributes']['configuration'][0]['properties'];
    assert.deepEqual(
      Object.keys(properties).sort(),
      Object.keys(settingTable)
        .map((name) => `underhood.${name}`)
        .sort(),
    );
    for (const [name, setting] of Object.entries(settingTable)) {
      const property = properties[`underhood.${name}`];
      assert.deepEqual(property?.default, setting.fallback, name);
      assert.match(property?.markdownDescription ?? '', /^[^%]/, name);
      assert.equal(typeof property?.order, 'number', name);
      assert.ok(property?.scope, name);
    }
  });
});
