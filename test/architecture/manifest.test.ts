// Holds package.json against the code: both lists of commands and of settings are the same, and every text is there.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { simple } from 'acorn-walk';
import { readSources, root } from './source-files.ts';

interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly icon: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly engines: { readonly vscode: string };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly configuration: Configuration | readonly Configuration[];
    readonly menus: Readonly<Record<string, readonly { readonly command?: string }[]>>;
    readonly keybindings?: readonly { readonly command: string; readonly when?: string }[];
  };
}

interface Configuration {
  readonly properties: Readonly<Record<string, { readonly markdownDescription?: string; readonly default?: unknown }>>;
}

const manifest: Manifest = readJson('package.json');
const extensionSources = readSources(['src/extension']);
const declared = manifest.contributes.commands.map(({ command }) => command).sort();
const properties = Object.assign(
  {},
  ...[manifest.contributes.configuration].flat().map((configuration) => configuration.properties),
) as Configuration['properties'];

describe('manifest', () => {
  it('declares exactly the commands of the code', () => {
    assert.deepEqual(declared, tableKeys('commandTable').sort());
    assert.equal(new Set(declared).size, declared.length);
  });

  it('uses only declared commands in menus and keys', () => {
    const used = Object.values(manifest.contributes.menus).flat();
    const all = [...used, ...(manifest.contributes.keybindings ?? [])].flatMap(({ command }) => command ?? []);
    assert.deepEqual(
      all.filter((command) => command.startsWith('underhood.') && !declared.includes(command)),
      [],
    );
  });

  it('guards every key', () => {
    assert.deepEqual(
      (manifest.contributes.keybindings ?? []).filter(({ when }) => !when),
      [],
    );
  });

  it('declares exactly the settings of the code, each with a description and a default', () => {
    const inCode = tableKeys('settingTable').map((name) => `underhood.${name}`);
    assert.deepEqual(Object.keys(properties).sort(), inCode.sort());
    const poor = Object.entries(properties).filter(
      ([, value]) => !value.markdownDescription || value.default === undefined,
    );
    assert.deepEqual(
      poor.map(([name]) => name),
      [],
    );
  });

  it('has a text for every placeholder, and a placeholder for every text', () => {
    const used = [...readFileSync(path.join(root, 'package.json'), 'utf8').matchAll(/"%([^%"]+)%"/g)].map(
      (match) => match[1],
    );
    const texts = Object.keys(readJson<Record<string, string>>('package.nls.json'));
    assert.deepEqual([...new Set(used)].sort(), texts.sort());
  });

  it('names files that exist or are built', () => {
    assert.equal(manifest.main, './dist/node/extension.js');
    assert.equal(manifest.browser, './dist/web/extension.js');
    const media = [...readFileSync(path.join(root, 'package.json'), 'utf8').matchAll(/"(media\/[^"]+)"/g)].map(
      (match) => match[1],
    );
    assert.ok(media.includes(manifest.icon));
    assert.deepEqual(
      media.filter((file) => file !== undefined && !existsSync(path.join(root, file))),
      [],
    );
  });

  it('ships bundles only, with exact versions of everything that goes into them', () => {
    assert.equal(manifest.dependencies, undefined);
    const inexact = Object.entries(manifest.devDependencies).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    assert.deepEqual(inexact, []);
  });

  it('has the types of the oldest VS Code that it supports', () => {
    assert.equal(`^${manifest.devDependencies['@types/vscode']}`, manifest.engines.vscode);
  });

  it('locks every optional package, so that npm ci works on every platform', () => {
    const { packages } = readJson<{
      packages: Record<string, { version: string; optionalDependencies?: Record<string, string> }>;
    }>('package-lock.json');
    const locked = new Set(Object.keys(packages).map((name) => name.replace(/^.*node_modules\//, '')));
    const optional = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
    assert.ok(optional.length > 0);
    assert.deepEqual(
      optional.filter((name) => !locked.has(name)),
      [],
    );
  });

  it('names no registry host in a lock file', () => {
    for (const file of ['package-lock.json', 'test/testbed/package-lock.json']) {
      assert.doesNotMatch(readFileSync(path.join(root, file), 'utf8'), /"resolved"/, file);
    }
  });
});

/** The keys of a `const NAME = { ... }` somewhere in src/extension, which cannot be imported outside VS Code. */
function tableKeys(table: string): string[] {
  const keys: string[] = [];
  for (const { tree } of extensionSources) {
    simple(tree, {
      VariableDeclarator(node) {
        if (node.id.type !== 'Identifier' || node.id.name !== table || node.init?.type !== 'ObjectExpression') return;
        for (const property of node.init.properties) {
          if (property.type !== 'Property') continue;
          keys.push(
            property.key.type === 'Literal'
              ? String(property.key.value)
              : property.key.type === 'Identifier'
                ? property.key.name
                : '',
          );
        }
      },
    });
  }
  assert.ok(keys.length > 0, `there is no table ${table} in src/extension`);
  return keys;
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8')) as T;
}
