// Holds the sources against the layers and the habits of DESIGN.md.
import assert from 'node:assert/strict';
import path from 'node:path';
import { full, simple } from 'acorn-walk';
import {
  drawers,
  engineDoor,
  enginePackages,
  impureMembers,
  impureNames,
  layers,
  longestFile,
  longFiles,
  neverImports,
  stateful,
} from './layers.ts';
import type { Layer } from './layers.ts';
import { readSources } from './source-files.ts';
import type { SourceFile } from './source-files.ts';

const files = readSources(['src', 'webview']);
const ours = new Set(files.map(({ name }) => name));

describe('architecture: imports', () => {
  it('has sources to look at, each in a layer', () => {
    assert.ok(files.length > 20, `only ${files.length} files found`);
    assert.deepEqual(
      files.filter(({ name }) => layerOf(name) === undefined).map(({ name }) => name),
      [],
    );
  });

  it('of our own files lead to layers above only', () => {
    assert.deepEqual(
      files.flatMap((file) => ownImports(file).flatMap((target) => forbidden(file.name, target))),
      [],
    );
  });

  it('of packages are those that the layer may have', () => {
    const strangers = files.flatMap((file) =>
      packageImports(file)
        .filter((name) => !allowedPackages(file).some((allowed) => allowed.test(name)))
        .map((name) => `${file.name} imports ${name}`),
    );
    assert.deepEqual(strangers, []);
  });

  it('of relative files say the whole file name, and the file exists', () => {
    const missing = files.flatMap((file) =>
      file.imports
        .filter((name) => name.startsWith('.') && !/\.(css|json)$/.test(name) && !ours.has(resolved(file.name, name)))
        .map((name) => `${file.name} imports ${name}`),
    );
    assert.deepEqual(missing, []);
  });

  it('would be caught: the rules refuse what they should', () => {
    const refusals: readonly (readonly [string, string])[] = [
      ['src/engine/objects/value.ts', 'src/engine/execution/isolate.ts'],
      ['src/engine/parsing/ast.ts', 'src/host/event-loop.ts'],
      ['src/host/event-loop.ts', 'src/engine/execution/isolate.ts'],
      ['src/protocol/events.ts', 'src/engine/index.ts'],
      ['src/protocol/log.ts', 'src/protocol/questions.ts'],
      ['webview/main.tsx', 'src/protocol/questions.ts'],
      ['webview/main.tsx', 'src/engine/index.ts'],
      ['src/cli/main.ts', 'src/extension/run.ts'],
    ];
    for (const [from, to] of refusals) assert.equal(forbidden(from, to).length, 1, `${from} -> ${to}`);
    assert.deepEqual(forbidden('src/host/event-loop.ts', engineDoor), []);
    assert.deepEqual(forbidden('webview/main.tsx', 'src/protocol/events.ts'), []);
  });
});

describe('architecture: the engine is pure', () => {
  const engine = files.filter(({ name }) => name.startsWith('src/engine/'));

  it('touches no clock, no randomness and nothing of its host', () => {
    assert.deepEqual(engine.flatMap(impurities), []);
  });

  it('has no async functions, and no generators where it executes', () => {
    const offenders = engine.flatMap((file) => {
      const found: string[] = [];
      const look = (node: { async?: boolean; generator?: boolean }): void => {
        if (node.async) found.push(`${file.name}: an async function`);
        if (node.generator && file.name.startsWith('src/engine/execution/')) found.push(`${file.name}: a generator`);
      };
      simple(file.tree, { Function: look, AwaitExpression: () => found.push(`${file.name}: await`) });
      return found;
    });
    assert.deepEqual(offenders, []);
  });
});

describe('architecture: habits', () => {
  it('keeps no state in modules', () => {
    const modules = files.filter(({ name }) => stateful[name] === undefined);
    const offenders = modules.flatMap((file) =>
      file.tree.body
        .map((node) => (node.type === 'ExportNamedDeclaration' ? node.declaration : node))
        .filter((node) => node?.type === 'VariableDeclaration' && node.kind !== 'const')
        .map(() => file.name),
    );
    assert.deepEqual(offenders, []);
  });

  it('has no drawer', () => {
    const parts = (name: string): string[] => name.replace(/\.tsx?$/, '').split('/');
    assert.deepEqual(
      files.filter(({ name }) => parts(name).some((part) => drawers.test(part))).map(({ name }) => name),
      [],
    );
  });

  it('splits files before they are long', () => {
    const long = files.filter(({ name, lines }) => lines > longestFile && longFiles[name] === undefined);
    assert.deepEqual(
      long.map(({ name, lines }) => `${name}: ${lines} lines`),
      [],
    );
  });

  it('lists no long file that is gone or short', () => {
    const needless = Object.keys(longFiles).filter((name) => {
      const file = files.find((candidate) => candidate.name === name);
      return file !== undefined && file.lines <= longestFile;
    });
    assert.deepEqual(needless, []);
  });
});

function layerOf(name: string): Layer | undefined {
  return layers.find(({ path: layer }) => name === layer || name.startsWith(`${layer}/`));
}

function resolved(from: string, name: string): string {
  return path.posix.join(path.posix.dirname(from), name);
}

function ownImports(file: SourceFile): string[] {
  return file.imports.map((name) => resolved(file.name, name)).filter((name) => ours.has(name));
}

function allowedPackages(file: SourceFile): readonly RegExp[] {
  const layer = layerOf(file.name);
  return layer?.packages ?? (layer?.engine ? enginePackages : []);
}

function packageImports(file: SourceFile): string[] {
  return file.imports.filter((name) => !name.startsWith('.'));
}

/** The rules that an import breaks, in words. */
function forbidden(from: string, to: string): string[] {
  const source = layerOf(from);
  const target = layerOf(to);
  if (source === undefined || target === undefined) return [`${from} imports ${to}: not in a layer`];
  if (source === target) return [];
  if (source.only !== undefined)
    return source.only.includes(target.path) ? [] : [`${from} imports ${to}: only ${source.only.join(', ')}`];
  if (layers.indexOf(target) > layers.indexOf(source)) return [`${from} imports ${to}: that layer is below`];
  if (target.engine && !source.engine && to !== engineDoor) return [`${from} imports ${to}: enter by ${engineDoor}`];
  const banned = neverImports.some((rule) => from.startsWith(`${rule.from}/`) && to.startsWith(`${rule.to}/`));
  return banned ? [`${from} imports ${to}: neither rim knows the other`] : [];
}

/** Where a file names something impure: free identifiers by name, and members such as Date.now. */
function impurities(file: SourceFile): string[] {
  const found: string[] = [];
  const own = declaredNames(file);
  simple(file.tree, {
    Identifier(node) {
      if (impureNames.includes(node.name) && !own.has(node.name)) found.push(`${file.name}: ${node.name}`);
    },
    MemberExpression(node) {
      if (node.object.type !== 'Identifier' || node.property.type !== 'Identifier' || node.computed) return;
      const member = `${node.object.name}.${node.property.name}`;
      if (impureMembers.includes(member)) found.push(`${file.name}: ${member}`);
    },
    NewExpression(node) {
      const clock = node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0;
      if (clock) found.push(`${file.name}: new Date() without a time`);
    },
  });
  return found;
}

/** Every name that the file itself gives to something: those are not the host's. */
function declaredNames(file: SourceFile): Set<string> {
  const names = new Set<string>();
  full(file.tree, (node, _state, role) => {
    const { name, id, local } = node as { name?: string; id?: { name?: string } | null; local?: { name?: string } };
    if (role === 'VariablePattern' && name) names.add(name);
    if (node.type === 'FunctionDeclaration' && id?.name) names.add(id.name);
    if (/^Import.*Specifier$/.test(node.type) && local?.name) names.add(local.name);
  });
  return names;
}
