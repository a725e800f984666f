// Lowered TypeScript, held against two judges: Node's own removal of types, which keeps every offset, over all files of this
// project; and programs whose grammar is hard to tell apart.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { parse } from 'acorn';
import { describe, it } from 'mocha';
import { newParser } from '../../../src/engine/parsing/dialects.ts';
import { lower } from '../../../src/engine/parsing/lowering/lowering.ts';
import { parseProgram } from '../../../src/engine/parsing/parser.ts';
import { sourceLanguageOf } from '../../../src/engine/parsing/source-language.ts';
import { type AnyNode, walk } from '../../../src/engine/parsing/walk.ts';

const root = path.join(import.meta.dirname, '..', '..', '..');

/** Kind, start and name of every node, but for imports: which of them go is not Node's question. */
function outline(program: AnyNode): string[] {
  const result: string[] = [];
  walk(program, (node) => {
    if (node.type === 'ImportDeclaration') return false;
    if (node.type === 'Program') return undefined;
    const text = node.type === 'Identifier' ? node.name : node.type === 'Literal' ? String(node.value) : '';
    result.push(`${node.type} ${node.start} ${text}`);
    return undefined;
  });
  return result;
}

function parseTypeScript(source: string): AnyNode {
  const program = newParser(
    source,
    { ecmaVersion: 'latest', sourceType: 'module' },
    { language: 'typescript' },
  ).parse();
  assert.equal(lower(program, source, 'typescript'), undefined);
  return program;
}

describe('TypeScript: types are taken away and offsets stay', () => {
  const files = ['src', 'test/oracle/typescript/erasable'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
      .map((name) => path.join(folder, name)),
  );

  it('has files', () => assert.ok(files.length > 250));

  it('the tree of every file of this project is that of its text without types', () => {
    for (const file of files) {
      const source = readFileSync(path.join(root, file), 'utf8');
      const stripped = parse(stripTypeScriptTypes(source), { ecmaVersion: 'latest', sourceType: 'module' });
      assert.deepEqual(outline(parseTypeScript(source)), outline(stripped as AnyNode), file);
    }
  }).timeout(60_000);
});

describe('TypeScript: grammar that is hard to tell apart', () => {
  /** The text, and what it means without types. */
  const same: readonly (readonly [string, string])[] = [
    ['a ? (b) : c => d', 'a ? (b) : c => d'],
    ['a ? (b): number => c : d', 'a ? (b) => c : d'],
    ['a ? (b, c) : (d) : e => f', 'a ? (b, c) : (d) => f'],
    ['a ? async (b): Promise<X> => c : d', 'a ? async (b) => c : d'],
    ['a ? [(b): c => d] : e', 'a ? [(b) => d] : e'],
    ['a ? f((b): c => d) : (g)', 'a ? f((b) => d) : (g)'],
    ['a ? { m: (b): c => d } : e', 'a ? { m: (b) => d } : e'],
    ['f(a < b, c > d)', 'f(a < b, c > d)'],
    ['f(a<b>(c))', 'f(a(c))'],
    ['a < b || c > d', 'a < b || c > d'],
    ['new Foo<string>', 'new Foo'],
    ['const x = f<number>;', 'const x = f;'],
    ['a<b>`x`', 'a`x`'],
    ['async <T>(x: T) => x', 'async (x) => x'],
    ['async < T > (x)', 'async(x)'],
    ['a!\nb', 'a\nb'],
    ['a?.b!.c', 'a?.b.c'],
    ['(a?.b)!.c', '(a?.b).c'],
    ['a! in b', 'a in b'],
    ['delete a!.b', 'delete a.b'],
    ['x! = 5', 'x = 5'],
    ['[x as any, y!] = z', '[x, y] = z'],
    ['({ a: x as any } = z)', '({ a: x } = z)'],
    ['for ((x as any) of y);', 'for (x of y);'],
    ['for (let i = 0, n = a.length; i < n && b > c; i++) {}', 'for (let i = 0, n = a.length; i < n && b > c; i++) {}'],
    ['x as number < 5', 'x < 5'],
    ['x satisfies any ? 1 : 2', 'x ? 1 : 2'],
    ['a as any as b.c', 'a'],
    ['a &&= b as any', 'a &&= b'],
    ['type = 5; declare = 3; namespace = 1; abstract = 2', 'type = 5; declare = 3; namespace = 1; abstract = 2'],
    ['type\nA = 1', 'type\nA = 1'],
    ['let x: abstract new () => object;', 'let x;'],
    ['let x!: number', 'let x'],
    ['function f(this: Foo, a: number, b?: string) {}', 'function f(a, b) {}'],
    [
      'class A { m(): void; m(x?: any) {} abstract; declare; readonly }',
      'class A { m(x) {} abstract; declare; readonly }',
    ],
    [
      'abstract class A { abstract x: number; private static readonly y = 1; [k: string]: any }',
      'class A { static y = 1; }',
    ],
    ['class A<T> extends B<T> implements C, D<E> {}', 'class A extends B {}'],
    ['class A { override m() {} }', 'class A { m() {} }'],
    ['let f = function <T>(x: T): x is string {}', 'let f = function (x) {}'],
    ['interface A {} type B = 1; declare function f(): void; let x', 'let x'],
    ['if (a) type = 5', 'if (a) type = 5'],
    ['try {} catch (e: unknown) {}', 'try {} catch (e) {}'],
    ['let a = <any>b, c = <T,>(d: T) => d', 'let a = b, c = (d) => d'],
  ];
  /** Kinds and names only: the two texts have different offsets. */
  const shape = (program: AnyNode): string[] =>
    outline(program)
      .map((line) => line.replace(/ \d+/, ''))
      .filter((line) => line !== 'EmptyStatement ');

  for (const [source, meaning] of same) {
    it(JSON.stringify(source), () => {
      const lowered = parseProgram(source, { language: 'typescript' });
      assert.ok(lowered.ok, lowered.ok ? '' : lowered.error.message);
      const plain = parseProgram(meaning);
      assert.ok(plain.ok);
      assert.deepEqual(shape(lowered.program), shape(plain.program));
    });
  }
});

describe('TypeScript: errors', () => {
  const messageOf = (source: string): string => {
    const result = parseProgram(source, { language: 'typescript', goal: 'function' });
    assert.ok(!result.ok);
    return `${result.error.message} at ${result.error.line}:${result.error.column}`;
  };

  it('read as for JavaScript', () => {
    assert.equal(messageOf('let x: number = ;'), "SyntaxError: Unexpected token ';' at 1:17");
    assert.equal(messageOf('class A { m(: void {} }'), "SyntaxError: Unexpected token ':' at 1:13");
    assert.equal(messageOf('function f(a: {'), 'SyntaxError: Unexpected end of input at 1:16');
    assert.equal(
      messageOf('let a: number = 1;\nlet a: string;'),
      "SyntaxError: Identifier 'a' has already been declared at 2:5",
    );
  });

  it('name what needs an option of the compiler', () => {
    const message = messageOf('class A { constructor(@inject() private x: X) {} }');
    assert.match(message, /^Decorators of parameters .* "experimentalDecorators": true in tsconfig\.json at 1:23$/);
  });

  it('name a decorated class whose evaluation would wait', () => {
    for (const text of [
      '@d class A { [await k]() {} }',
      'class A { @(await d) m() {} }',
      '@d class A extends (yield) {}',
    ]) {
      const keyword = text.includes('await') ? 'async function' : 'function*';
      assert.match(
        messageOf(`${keyword} f() { ${text} }`),
        /^Underhood does not simulate await and yield .* at 1:\d+$/,
      );
    }
    const inner = 'class A { @d async m() { await 1; } @d *g() { yield 1; } @d f = async () => { await 1; }; }';
    assert.ok(parseProgram(inner, { language: 'typescript' }).ok);
  });

  it('never mind types', () => {
    for (const source of ['let x: number = "text"', 'class A { override m() {} }', 'class A { abstract m(): void }']) {
      assert.ok(parseProgram(source, { language: 'typescript' }).ok, source);
    }
  });
});

describe('the language of a file', () => {
  it('is told by its name, and by the editor where the name does not', () => {
    assert.equal(sourceLanguageOf('/a/b.ts'), 'typescript');
    assert.equal(sourceLanguageOf('/a/b.cts'), 'typescript');
    assert.equal(sourceLanguageOf('C:\\a\\b.TSX'), 'tsx');
    assert.equal(sourceLanguageOf('/a/b.js'), 'javascript');
    assert.equal(sourceLanguageOf('/a.ts/b'), 'javascript');
    assert.equal(sourceLanguageOf('/a/b.js', 'javascriptreact'), 'jsx');
    assert.equal(sourceLanguageOf('Untitled-1', 'typescript'), 'typescript');
    assert.equal(sourceLanguageOf('/a/b.ts', 'javascript'), 'typescript');
  });
});
