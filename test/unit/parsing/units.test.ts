/** The doors of parsing: what they accept, what they refuse, and what they know about functions. */
import assert from 'node:assert/strict';
import {
  parseFunctionConstructorUnit,
  parseScriptUnit,
  parseWrappedUnit,
} from '../../../src/engine/parsing/compile-unit.ts';
import { sharedFunctionInfoOf } from '../../../src/engine/bytecode/shared-function-info.ts';
import type { FunctionLiteral } from '../../../src/engine/parsing/ast.ts';
import { tokenize } from '../../../src/engine/parsing/tokens.ts';
import { walk } from '../../../src/engine/parsing/walk.ts';

const wrapperNames = ['exports', 'require', 'module', '__filename', '__dirname'];

describe('units', () => {
  it('accepts what files begin with, keeping offsets', () => {
    for (const source of ['', '\ufefflet a', '#!/usr/bin/env node\r\nlet a', '\r\n\r\n']) {
      assert.ok(parseWrappedUnit(script(source), wrapperNames).ok, JSON.stringify(source));
    }
    checkError('\ufeff\r\n let a = ;', "SyntaxError: Unexpected token ';' 2:10");
    checkError('#!/usr/bin/env node\n)', "SyntaxError: Unexpected token ')' 2:1");
  });

  it('treats a CommonJS file as the body of a function', () => {
    const result = parseWrappedUnit(script('return exports === this'), wrapperNames);
    assert.ok(result.ok);
    assert.equal(result.literal.kind, 'normal');
    assert.deepEqual(
      result.literal.scope.parameters.map(({ name, location, index }) => `${name} ${location} ${index}`),
      ['exports parameter 0', ...wrapperNames.slice(1).map((name) => `${name} unallocated -1`)],
    );
    checkError('let x; const require = 1', "SyntaxError: Identifier 'require' has already been declared 1:14");
  });

  it('refuses what only modules have, as V8 does', () => {
    checkError('\nimport x from "y"', 'SyntaxError: Cannot use import statement outside a module 2:1');
    const outside = 'SyntaxError: await is only valid in async functions and the top level bodies of modules 3:3';
    checkError('\n\n  await 1', outside);
    assert.ok(parseWrappedUnit(script('if (0) import("x")'), wrapperNames).ok);
  });

  it('turns nesting that is too deep into an error of the guest', () => {
    for (const source of ['('.repeat(100_000), '['.repeat(20_000) + ']'.repeat(20_000), '{'.repeat(50_000)]) {
      checkError(source, 'RangeError: Maximum call stack size exceeded 1:1');
    }
  });

  it('parses runtime calls only where natives are allowed', () => {
    assert.ok(parseScriptUnit({ ...script('%DebugPrint(1, a) + 3 % 2'), natives: 'v8' }).ok);
    checkError('%DebugPrint(1)', "SyntaxError: Unexpected token '%' 1:1");
    const refused = [
      ['%Foo(1)', 'SyntaxError: Foo is not defined 1:8'],
      ['%HaveSameMap(1)', 'SyntaxError: Runtime function given wrong number of arguments 1:16'],
      ['%HaveSameMap(...[1, 2])', 'SyntaxError: Intrinsic calls do not support spread arguments 1:1'],
      ['%HaveSameMap', 'SyntaxError: Unexpected end of input 1:13'],
    ];
    for (const [source = '', expected] of refused) {
      const result = parseScriptUnit({ ...script(source), natives: 'v8' });
      assert.ok(!result.ok);
      assert.equal(`${result.error.message} ${result.error.line}:${result.error.column}`, expected);
    }
  });

  it('makes the function of new Function', () => {
    const result = parseFunctionConstructorUnit(script('(function anonymous(a,b\n) {\nreturn a\n})'));
    assert.ok(result.ok);
    assert.deepEqual([result.literal.name, result.literal.length, result.literal.kind], ['anonymous', 2, 'normal']);
    assert.equal(parseFunctionConstructorUnit(script('(function anonymous(\n) {\n}, function() {\n})')).ok, false);
  });
});

describe('function literals', () => {
  it('knows the names that V8 gives', () => {
    const source =
      'const a = () => 1; let b = function own() {}; c = class {}; var o = { d() {}, get e() {}, "f g": () => 1, 5() {} };' +
      'class K { static h = function () {}; #i() {} constructor() {} } function j({ k = () => 1 }) {}';
    assert.deepEqual(
      literals(source).map(({ name }) => name),
      ['a', 'own', 'c', 'd', 'get e', 'f g', '5', '<static_initializer>', 'h', '#i', 'K', 'j', 'k'],
    );
  });

  it('knows kinds, lengths and texts', () => {
    const source = 'class K { static async *m(a, b = 1, c) {} get x() { return 1 } } async (q) => q';
    const [method, getter, arrow] = literals(source).filter(({ kind }) => !kind.includes('Constructor'));
    assert.deepEqual(
      [method?.kind, method?.length, getter?.kind, arrow?.kind],
      ['asyncGeneratorMethod', 1, 'getter', 'asyncArrow'],
    );
    assert.equal(source.slice(method?.start, method?.end), 'async *m(a, b = 1, c) {}');
    assert.equal(source.slice(getter?.start, getter?.end), 'get x() { return 1 }');
  });

  it('makes one SharedFunctionInfo per literal', () => {
    const [literal] = literals('function f() {}');
    assert.ok(literal);
    assert.equal(sharedFunctionInfoOf(literal, script('')), sharedFunctionInfoOf(literal, script('')));
  });

  it('counts this.x assignments and suspends', () => {
    const [f, g] = literals(
      'function F() { this.a = 1; this.b = 2 } async function g() { await 1; for await (x of y) {} }',
    );
    assert.deepEqual([f?.expectedPropertyCount, g?.suspendCount], [2, 3]);
  });
});

describe('completion values', () => {
  it('marks the statements that V8 rewrites', () => {
    checkCompletion('1; 2', ['2']);
    checkCompletion('var a = 1', []);
    checkCompletion('1; if (x) { 2 } else { 3 }', ['2', '3']);
    checkCompletion('1; while (x) { 2; break; }', ['2', 'reset while (x) { 2; break; }']);
    checkCompletion('L: { 1; break L; } try { 2 } catch { }', ['2', 'reset try { 2 } catch { }']);
  });
});

describe('walk', () => {
  it('visits nodes in source order with their parents', () => {
    const result = parseScriptUnit(script('f(`a${b}c`, { d, e: 1 })'));
    assert.ok(result.ok);
    const seen: string[] = [];
    walk(result.literal.node, (node, parents) => {
      if (node.type === 'Identifier') seen.push(`${node.name} in ${parents.at(-1)?.type}`);
      return node.type !== 'TemplateElement';
    });
    assert.deepEqual(seen, ['f in CallExpression', 'b in TemplateLiteral', 'd in Property', 'e in Property']);
  });
});

describe('tokenize', () => {
  it('lists tokens up to the first error', () => {
    const source = 'let a = /x/g / 2; class { "';
    assert.deepEqual(
      tokenize(source).map(({ kind, start, end }) => `${kind} ${source.slice(start, end)}`),
      [
        'identifier let',
        'identifier a',
        'punctuator =',
        'regularExpression /x/g',
        'punctuator /',
        'number 2',
        'punctuator ;',
        'keyword class',
      ],
    );
  });
});

function script(source: string) {
  return { id: 0, name: 'test.js', kind: 'main', source, lineOffset: 0 } as const;
}

function checkError(source: string, expected: string): void {
  const result = parseWrappedUnit(script(source), wrapperNames);
  assert.ok(!result.ok);
  assert.equal(`${result.error.message} ${result.error.line}:${result.error.column}`, expected);
}

function literals(source: string): FunctionLiteral[] {
  const result = parseScriptUnit(script(source));
  assert.ok(result.ok);
  const found: FunctionLiteral[] = [];
  walk(result.literal.node, (node) => {
    if ('literal' in node && node.type !== 'Program' && node.literal !== undefined) found.push(node.literal);
    if ('classLiteral' in node && node.classLiteral?.staticInitializer) found.push(node.classLiteral.staticInitializer);
    if ('classLiteral' in node && node.classLiteral?.constructorLiteral.kind.startsWith('default'))
      found.push(node.classLiteral.constructorLiteral);
  });
  return found;
}

function checkCompletion(source: string, expected: readonly string[]): void {
  const result = parseScriptUnit(script(source));
  assert.ok(result.ok);
  const marked: string[] = [];
  walk(result.literal.node, (node) => {
    if (node.type === 'ExpressionStatement' && node.assignsResult)
      marked.push(source.slice(node.start, node.end).replace(';', ''));
    if (node.resetsResult) marked.push(`reset ${source.slice(node.start, node.end)}`);
  });
  assert.deepEqual(marked.toSorted(), [...expected].toSorted());
}
