/** Scope trees with their allocation, as text. The numbers are those of real V8: read off `node --print-bytecode`. */
import assert from 'node:assert/strict';
import { parseEvalUnit, parseScriptUnit } from '../../../src/engine/parsing/compile-unit.ts';
import type { Scope } from '../../../src/engine/parsing/scopes.ts';
import { listScopes } from './scope-listing.ts';

describe('scope allocation', () => {
  it('gives captured variables context slots and the others registers, in order of declaration', () => {
    check(
      'function f(a) { function inner() { return a + b } var b = 2; return inner }',
      `
script
  normal registers=1 context=2..4
    a: [2] immutable
    inner: r0
    b: [3] immutable
    normal`,
    );
  });

  it('numbers registers of sibling blocks from the last to the first', () => {
    check(
      'function f(p) { let a = p; { let b = a } { let c = a } let d = a }',
      `
script
  normal registers=4
    p: a0
    a: r0
    d: r1
    block
      b: r3
    block
      c: r2`,
    );
  });

  it('copies the bindings of a for loop per iteration only where a closure may see them', () => {
    check(
      'function f(p) { for (let i = 0; i < p; i++) { () => i } for (let j = 0; j < p; j++) {} }',
      `
script
  normal registers=5
    p: a0
    .for: r0
    .for: r1
    .for: r2
    block
      i: r4
      block context=2..3
        i: [2] hole
        arrow
    block
      j: r3`,
    );
  });

  it('keeps names of for-of in their dead zone around the right side', () => {
    check(
      'function f(a) { let s = 0; for (const x of a) s += x; return s }',
      `
script
  normal registers=4
    a: a0
    s: r0
    .for: r1
    block
      x: r2
      block
        x: r3`,
    );
  });

  it('initialises non-simple parameters from temporaries and gives the body vars of its own', () => {
    check(
      'function f(a, b = () => a) { var a; return b }',
      `
script
  normal registers=2 context=2..3
    (temporary): a0
    (temporary): a1
    a: [2] immutable hole
    b: r0
    arrow
    block
      a: r1`,
    );
  });

  it('moves parameters into the context where a sloppy arguments object aliases them', () => {
    const body = 'return arguments[0] + a';
    check(
      `function f(a, a) { ${body} }`,
      `
script
  normal registers=1 context=2..3
    a: [2]
    arguments: r0`,
    );
    check(
      `function f(a, b) { "use strict"; ${body} }`,
      `
script
  normal strict registers=1
    a: a0
    arguments: r0`,
    );
  });

  it('always puts catch variables into a context', () => {
    check(
      'function f() { try { f() } catch (e) { e } }',
      `
script
  normal
    catch context=2..3
      e: [2] immutable`,
    );
  });

  it('checks for the hole in switch bodies, where initialisation can be jumped over', () => {
    check(
      'function f() { switch (1) { case 0: let a = 1; case 1: a } }',
      `
script
  normal registers=2
    .switch_tag: r0
    block
      a: r1 hole`,
    );
  });

  it('keeps script-level let and const in the script context, where another script may assign to let', () => {
    check(
      'f(x); let x = 1; const y = 2; var z = 3; function f() { return x + y }',
      `
script registers=1 context=3..5
  x: [3] hole
  y: [4] immutable hole
  .result: r0
  normal`,
    );
  });

  it('hoists functions in sloppy blocks as Annex B says', () => {
    check(
      'function f() { { function g() {} } let k; { function k() {} } return g }',
      `
script
  normal registers=3
    k: r0
    g: r1
    block
      g: r2
      normal
    block
      normal`,
    );
  });

  it('looks names up at run time inside with', () => {
    check(
      'function f(o) { var a; with (o) { a = 1 } }',
      `
script
  normal context=2..3
    o: a0
    a: [2]
    with context=3..3
      a: dynamic`,
    );
  });

  it('puts everything that eval can see into contexts with an extension slot', () => {
    check(
      'function f(a) { let b = a; return eval("") + g }',
      `
script
  normal context=3..8
    this: [3] immutable
    a: [4]
    .new.target: [5] immutable
    b: [6] hole
    arguments: [7]
    eval: dynamicGlobal
    g: dynamicGlobal`,
    );
  });

  it('declares what classes need in the class scope', () => {
    check(
      'class A { #x = 1; static #q() {} [k] = 2; m() { return super.m() + this.#x } t() { A.#q() } }',
      `
script registers=1 context=3..4
  A: [3] hole
  .result: r0
  class strict context=2..8
    #x: [2] immutable hole
    #q: [3] immutable hole
    .class-field-1: [4] immutable hole
    .home_object: [5] immutable
    .static_home_object: [6] immutable
    A: [7] hole
    classMembersInitializer strict
    method strict
    method strict
    method strict
    defaultBaseConstructor strict`,
    );
  });

  it('keeps this, new.target and the function for an arrow function that calls super', () => {
    check(
      'class B extends A { constructor() { const f = () => super(); f() } }',
      `
script registers=1 context=3..4
  B: [3] hole
  .result: r0
  class strict context=2..2
    derivedConstructor strict registers=1 context=2..5
      this: [2] immutable hole
      .new.target: [3] immutable
      .this_function: [4] immutable
      f: r0
      arrow strict`,
    );
  });

  it('gives object literals a scope only where methods use super', () => {
    check(
      'var o = { m() { return super.m }, n() {} }, p = { n() {} }',
      `
script registers=1
  .result: r0
  block context=2..3
    .home_object: [2] immutable
    method
    method
  method`,
    );
  });

  it('allocates the generator object first and the own name last', () => {
    check(
      'var g = function* self(a) { let b = yield a; return self + b }',
      `
script registers=1
  .result: r0
  generator registers=3
    a: a0
    .generator_object: r0
    b: r1
    self: r2`,
    );
  });
});

describe('eval code', () => {
  const source = 'function f(a) { let b = 1; { let c; return eval("") } }';

  it('reads the contexts of the code around, and declares its vars there at run time', () => {
    assert.deepEqual(references(source, 'var x; x; y; let y; c; g; a'), [
      'x dynamicGlobal lookup',
      'y let context 2 hole',
      'c let context 2 hole',
      'g dynamicGlobal lookup',
      'a var context 4',
    ]);
  });

  it('keeps vars to itself in strict code', () => {
    assert.deepEqual(references(source, '"use strict"; var x; x'), ['x var local 0']);
  });

  it('refuses a var that a let in between hides', () => {
    const result = evaluated(source, 'var c');
    assert.equal(result.ok ? '' : result.error.message, "SyntaxError: Identifier 'c' has already been declared");
  });

  it('knows nothing of a function when called indirectly', () => {
    const result = parseEvalUnit(script('a'), undefined, { isStrict: false });
    assert.ok(result.ok);
    const [statement] = result.literal.body;
    assert.ok(statement?.type === 'ExpressionStatement' && statement.expression.type === 'Identifier');
    assert.equal(statement.expression.proxy?.variable.mode, 'dynamicGlobal');
  });
});

function script(source: string) {
  return { id: 0, name: 'test.js', kind: 'main', source, lineOffset: 0 } as const;
}

function check(source: string, expected: string): void {
  const result = parseScriptUnit(script(source));
  assert.ok(result.ok);
  assert.equal(listScopes(result.literal.scope), expected.trim());
}

function evaluated(source: string, code: string) {
  const result = parseScriptUnit(script(source));
  assert.ok(result.ok);
  const block: Scope | undefined = result.literal.scope.inner[0]?.inner[0];
  assert.equal(block?.type, 'block');
  return parseEvalUnit(script(code), block, { isStrict: false });
}

function references(source: string, code: string): string[] {
  const result = evaluated(source, code);
  assert.ok(result.ok);
  const lines: string[] = [];
  for (const statement of result.literal.body) {
    if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'Identifier') continue;
    const { proxy } = statement.expression;
    assert.ok(proxy);
    const { name, mode, location, index } = proxy.variable;
    lines.push(
      [name, mode, location, ...(index < 0 ? [] : [index]), ...(proxy.needsHoleCheck ? ['hole'] : [])].join(' '),
    );
  }
  return lines;
}
