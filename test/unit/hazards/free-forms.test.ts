// What costs nothing is not underlined, but answers when it is hovered over; and what only looks like a hazard is neither.
import assert from 'node:assert/strict';
import { mythsId } from '../../../src/hazards/myths/myths.ts';
import { analyzeHazards } from '../../../src/hazards/registry.ts';

function freeForms(source: string): string[] {
  const report = analyzeHazards(source, undefined);
  assert.deepEqual(report.findings, []);
  const ofHazards = report.freeForms.filter(({ hazard }) => hazard !== mythsId);
  return ofHazards.map(({ hazard, start, end }) => `${hazard}: ${source.slice(start, end)}`);
}

describe('hazards: free forms', () => {
  const programs: readonly (readonly [string, readonly string[]])[] = [
    ['function f() { return arguments.length; }', ['arguments: arguments.length']],
    ['function f(a) { "use strict"; return arguments[0] + a; }', ['arguments: arguments']],
    ['class A { m(a) { return arguments[0] + a; } }', ['arguments: arguments']],
    ['function f(a = 1) { return arguments[0] + a; }', ['arguments: arguments']],
    ['function f() { return arguments[0]; }', ['arguments: arguments']],
    ['function f(a) { return g.apply(this, arguments); }', ['arguments: arguments']],
    ['function f(a) { return g(...arguments); }', ['arguments: arguments']],
    ['function f(a) { g(arguments); }', ['arguments: arguments']],
    ['function f() { return () => arguments.length; }', ['arguments: arguments.length']],
    ['console.log(arguments[0] === exports);', ['arguments: arguments']],
    ['(0, eval)("1");', ['indirect-eval: eval']],
    ['window.eval("1");', ['indirect-eval: eval']],
    ['new Function("return 1")();', ['indirect-eval: Function']],
    ['Function("return 1")();', ['indirect-eval: Function']],
    ['function f(o, k) { delete o[k]; }', ['delete: delete']],
    ['const t = { __proto__: null };\ndelete t.a;', ['delete: delete']],
    ['delete require.cache[name];', ['delete: delete']],
    ['function f(o) { for (const k in o) k; }', ['for-in: for']],
  ];
  for (const [source, forms] of programs) {
    it(source, () => {
      assert.deepEqual(freeForms(source), forms);
    });
  }
});

describe('hazards: myths', () => {
  const long = `function f() { ${'/* words */ '.repeat(60)} }`;
  const programs: readonly (readonly [string, readonly string[]])[] = [
    ['try { f(); } catch { g(); } finally { h(); }', ['try', 'catch', 'finally']],
    [`switch (x) { ${Array.from({ length: 8 }, (_, i) => `case ${i}:`).join(' ')} }`, ['switch']],
    ['switch (x) { case 1: }', []],
    ['function f() { debugger; }', ['debugger']],
    ['for (let i = 0; i < 3; i++) { const x = i; }', ['let', 'const']],
    ['for (var i = 0; i < 3; i++) { var x = i; }', []],
    ['let a = 1; function f() { let b = 1; }', []],
    ['while (x) f(() => 1, function () {});', ['=>', 'function']],
    ['f(() => 1);', []],
    [
      'function* f() {}\nconst o = { *m() {}, async n() {} };\nclass A { async *m() {} }',
      ['*', '*', 'async', 'async', '*'],
    ],
    ['const f = async (a) => a, g = async function () {};', ['async', 'async']],
    [long, ['f']],
    ['class A { get x() { return 1; } set x(v) {} static get y() { return 1; } }', ['get', 'get']],
    ['const o = { get x() { return 1; } };', []],
    ['function f(a, ...b) { const [c, ...d] = b; g(...b); return [...b]; }', ['...', '...']],
    ['for (const k in o) if (o.hasOwnProperty(k)) f(k);', ['for', 'const', 'hasOwnProperty']],
    ['for (const k in o) if (Object.prototype.hasOwnProperty.call(o, k)) f(k);', ['for', 'const', 'hasOwnProperty']],
    ['o.hasOwnProperty("k");', []],
  ];
  for (const [source, tokens] of programs) {
    it(source.slice(0, 80), () => {
      const { findings, freeForms } = analyzeHazards(source, undefined);
      assert.deepEqual(findings, []);
      const texts = freeForms.map(({ start, end }) => source.slice(start, end));
      assert.deepEqual(texts, tokens);
      for (const { hover } of freeForms) assert.match(hover, /^[^\n]+\.$/);
    });
  }
});

describe('hazards: neither found nor explained', () => {
  const programs = [
    'function f(arguments) { return arguments[0]; }',
    'function f(a) { { let arguments = [a]; return arguments[0]; } }',
    'const user = { eval(text) { return text; } };\nuser.eval("1");',
    'function f(eval) { return eval("1"); }',
    'function f() { const eval = String; return eval("1"); }',
    'const o = { arguments: 1, with: 2, delete: 3 };\nconsole.log(o.arguments, o.with, o.delete);',
    'const m = new Map();\nm.delete("a");',
    'console.log("eval(1)", /* delete x.y */ `with (a) b`);',
    'delete this;',
    'class A extends B { m() { return delete super.x; } }',
    'undeclared = 1;\ndelete undeclared;',
  ];
  for (const source of programs) {
    it(source, () => {
      assert.deepEqual(analyzeHazards(source, undefined), { findings: [], freeForms: [] });
    });
  }
});

describe('hazards: one finding per form and function', () => {
  it('underlines the first use of mapped arguments, the others refer to it', () => {
    const source =
      'function f(a) { return arguments[0] + arguments[1] + a; }\nfunction g(a) { return arguments[0] + a; }';
    const { findings, freeForms } = analyzeHazards(source, undefined);
    assert.equal(findings.length, 2);
    assert.equal(freeForms.length, 1);
    assert.match(freeForms[0]?.hover ?? '', /first such use/);
  });

  it('tells copying from going through', () => {
    const messages = (source: string): string[] =>
      analyzeHazards(source, undefined).findings.map(({ message }) => message);
    assert.match(messages('function f() { return Array.from(arguments); }').join(), /copies/);
    assert.match(messages('function f() { return [].slice.call(arguments, 1); }').join(), /copies/);
    assert.match(messages('function f() { for (const x of arguments) x; }').join(), /Going through/);
    assert.match(messages('function f() { const [a, b] = arguments; return a + b; }').join(), /Going through/);
    assert.match(messages('function f(n) { return n ? arguments.callee(n - 1) : 0; }').join(), /callee/);
  });
});
