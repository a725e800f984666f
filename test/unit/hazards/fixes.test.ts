// The text after a fix, and that there is none where it is not certain that the program does the same.
import assert from 'node:assert/strict';
import { analyzeHazards } from '../../../src/hazards/registry.ts';
import type { Fix } from '../../../src/protocol/findings.ts';

function fixed(source: string, { edits }: Fix): string {
  return edits
    .toSorted((one, other) => other.start - one.start)
    .reduce((text, { start, end, text: inserted }) => text.slice(0, start) + inserted + text.slice(end), source);
}

/** What the first fix makes of it, or undefined where none is offered. */
function afterFix(source: string, hazard: string): string | undefined {
  const { findings } = analyzeHazards(source, undefined);
  const own = findings.filter((finding) => finding.hazard === hazard);
  assert.ok(own.length > 0, `${hazard} is not found in ${source}`);
  const [fix] = own[0]!.fixes;
  return fix === undefined ? undefined : fixed(source, fix);
}

function itFixes(hazard: string, programs: readonly (readonly [string, string | undefined])[]): void {
  for (const [source, expected] of programs) {
    it(`${hazard}: ${expected === undefined ? 'leaves' : 'changes'} ${JSON.stringify(source)}`, () => {
      assert.equal(afterFix(source, hazard), expected);
    });
  }
}

describe('hazards: a rest parameter for arguments', () => {
  itFixes('arguments-copy', [
    ['function f() { return [...arguments]; }', 'function f(...rest) { return rest; }'],
    ['const f = function () { return Array.from(arguments); };', 'const f = function (...rest) { return rest; };'],
    ['function f(a) { return [].slice.call(arguments, 1); }', 'function f(a, ...rest) { return rest; }'],
    ['function f(a) { return [].slice.call(arguments, 2); }', 'function f(a, ...rest) { return rest.slice(1); }'],
    ['const { slice } = [];\nfunction f() { return slice.call(arguments); }', undefined],
    [
      'const slice = Array.prototype.slice;\nfunction f() { return slice.call(arguments); }',
      'const slice = Array.prototype.slice;\nfunction f(...rest) { return rest; }',
    ],
    ['function f() { for (;;) use([...arguments]); }', 'function f(...rest) { for (;;) use([...rest]); }'],
    ['function f() { return [0, ...arguments]; }', 'function f(...rest) { return [0, ...rest]; }'],
    [
      'function f() { for (const x of arguments) g.apply(this, arguments); }',
      'function f(...rest) { for (const x of rest) g.apply(this, rest); }',
    ],
    ['const o = { m() { return [...arguments]; } };', 'const o = { m(...rest) { return rest; } };'],
    ['function f(rest) { return [].slice.call(arguments, 1); }', 'function f(rest, ...items) { return items; }'],
    [
      'function f() { let s = [...arguments]; for (let i = 0; i < arguments.length; i++) s.push(arguments[i]); return s; }',
      'function f(...rest) { let s = [...rest]; for (let i = 0; i < rest.length; i++) s.push(rest[i]); return s; }',
    ],
    ['function f(...a) { for (const i of a) use(arguments[i]); return [...arguments]; }', undefined],
    // Fewer may be passed than there are names.
    ['function f(a) { return [...arguments]; }', undefined],
    ['function f(a) { a = 1; return [].slice.call(arguments, 0); }', undefined],
    ['function f() { keep(arguments); return [...arguments]; }', undefined],
    ['function f() { "use strict"; return [...arguments]; }', undefined],
    ['function f() { return [...arguments, eval("arguments.callee")]; }', undefined],
    ['const o = { set m(a) { use([].slice.call(arguments, 1)); } };', undefined],
    ['function f(a,) { return [].slice.call(arguments, 1); }', undefined],
    ['function f(/* none */) { return [...arguments]; }', undefined],
    ['function f(Array) { return Array.from(arguments); }', undefined],
  ]);
  itFixes('arguments', [
    ['function f(a) { return arguments[1] + a; }', 'function f(a, ...rest) { return rest[0] + a; }'],
    ['function f(a) { return arguments[0] + arguments[2]; }', 'function f(a, ...rest) { return a + rest[1]; }'],
    [
      'function f(a) { let s = arguments[0]; for (let i = 0; i < 3; i++) s += arguments[1]; return s; }',
      'function f(a, ...rest) { let s = a; for (let i = 0; i < 3; i++) s += rest[0]; return s; }',
    ],
    ['function f(a) { { let a = 3; return arguments[0]; } }', undefined],
    ['function f(a) { a = 2; return arguments[0]; }', undefined],
    ['function f(a) { arguments[1] = 2; return arguments[1]; }', undefined],
    ['function f(a) { return arguments[1](); }', undefined],
    ['function f(a) { return arguments[1] + arguments.length; }', undefined],
    ['function f(a, i) { return arguments[i]; }', undefined],
    ['function f(a, a) { return arguments[2]; }', undefined],
  ]);
});

describe('hazards: ways out of a delete', () => {
  const session = 'const s = { user: 1, token: 2 };\n';
  itFixes('delete', [
    [`${session}delete s.token;\nuse(s.token);`, `${session}s.token = undefined;\nuse(s.token);`],
    // Somebody could ask whether it is there.
    [`${session}delete s.token;\nconsole.log(s);`, undefined],
    [`${session}delete s.token;\nconsole.log('token' in s);`, undefined],
    [`${session}delete s.token;\ns.user();`, undefined],
    [`${session}console.log(delete s.token);`, undefined],
    [`${session}function f(s) { return Object.keys(s); }\ndelete s.token;`, undefined],
    ['const s = { user: 1 };\ndelete s.token;', undefined],
    ['const s = { get user() { return 1; } };\ndelete s.user;', undefined],
    ['let s = { user: 1 };\ns = other;\ndelete s.user;', undefined],
    ['class A { x = 1 }\nconst s = new A();\ndelete s.x;', undefined],
    [
      'const a = { x: 1, y: 2 };\nconst b = { ...a };\ndelete b.x;\nuse(a, b);',
      'const a = { x: 1, y: 2 };\nconst { x: removed, ...b } = a;\nuse(a, b);',
    ],
    ['function f(a) {\n  const b = { ...a };\n  delete b.x;\n  return b;\n}', undefined],
    ['const a = { x: 1, y: 2 };\nconst b = { ...a, z: 1 };\ndelete b.x;\nuse(b);', undefined],
    ['const a = { x: 1, y: 2 };\nconst b = { ...a };\nuse(b);\ndelete b.x;', undefined],
  ]);
});

describe('hazards: code in the place of eval', () => {
  itFixes('eval', [
    ['const n = eval("1 + price");', 'const n = 1 + price;'],
    ['f(eval("({ a: [1, 2] })"));', 'f(({ a: [1, 2] }));'],
    ['const code = "o.a.b;";\nf(eval(code));', 'const code = "o.a.b;";\nf(o.a.b);'],
    ['const key = "age";\nf(eval("user." + key));', 'const key = "age";\nf(user.age);'],
    ['const data = \'{"a": [1]}\';\nf(eval("(" + data + ")"));', 'const data = \'{"a": [1]}\';\nf(JSON.parse(data));'],
    ['function f(data) { return eval("(" + data + ")"); }', undefined],
    [
      'const data = \'{"__proto__": 1}\';\nf(eval("(" + data + ")"));',
      'const data = \'{"__proto__": 1}\';\nf(({"__proto__": 1}));',
    ],
    ['function f() { return eval("var x = 1; x"); }', undefined],
    ['function f() { return eval("x = 1"); }', undefined],
    ['function f() { return eval("g()"); }', undefined],
    ['const n = 2 * eval("1 + 1");', undefined],
    ['const n = eval("a" + b);', undefined],
    ['const n = eval("1 +");', undefined],
    ['let code = "1";\ncode = "2";\nf(eval(code));', undefined],
  ]);
});

describe('hazards: names instead of with', () => {
  const point = 'const p = { x: 1, y: 2 };\n';
  itFixes('with', [
    [`${point}with (p) console.log(x + y, z);`, `${point}console.log(p.x + p.y, z);`],
    [`${point}with (p) { x = y; p.y = x; }`, `${point}{ p.x = p.y; p.y = p.x; }`],
    [`${point}with (p) { o = { x: 1, z: y }; }`, `${point}{ o = { x: 1, z: p.y }; }`],
    // It is not certain which names are properties.
    [`${point}use(p);\nwith (p) console.log(x);`, undefined],
    [`${point}p.z = 3;\nwith (p) console.log(z);`, undefined],
    [`${point}with (p) { let x = 1; }`, undefined],
    [`${point}with (p) console.log(toString);`, undefined],
    [`${point}with (p) o = { x };`, undefined],
    ['function f(o) { with (o) return x; }', undefined],
    ['const o = { f() { return this; } };\nwith (o) f();', undefined],
    [`${point}with (p) with (q) x;`, undefined],
  ]);
});

describe('hazards: for...of over an array', () => {
  const list = 'const list = [1, 2];\n';
  itFixes('for-in-array', [
    [`${list}for (const i in list) use(list[i] * list[i]);`, `${list}for (const value of list) use(value * value);`],
    [`${list}for (const i in list) use(i, list[i]);`, `${list}for (const i of Object.keys(list)) use(i, list[i]);`],
    ['for (let i in [1, 2]) use(i);', 'for (let i of Object.keys([1, 2])) use(i);'],
    [`${list}for (var i in list) use(list[i]);`, undefined],
    [`${list}list.extra = 1;\nfor (const i in list) use(list[i]);`, undefined],
    [`${list}for (const i in list) list[i] = 2;`, undefined],
    [`${list}for (const i in list) delete list[i];`, undefined],
    [`${list}for (const i in list) use(list);`, undefined],
    [`${list}for (const i in list) list[i]();`, undefined],
    [
      `${list}for (const i in list) { const i = 0; use(list[i]); }`,
      `${list}for (const i of Object.keys(list)) { const i = 0; use(list[i]); }`,
    ],
    ['const list = [1, , 2];\nfor (const i in list) use(list[i]);', undefined],
    [`${list}Array.prototype.extra = 1;\nfor (const i in list) use(list[i]);`, undefined],
  ]);
});
