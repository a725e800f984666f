// What the hazards about hidden classes and inline caches claim, asked of the pinned real Node.
import assert from 'node:assert/strict';
import { ask, outputOf } from './ask-natives.ts';

type Claim = readonly [name: string, program: string, expected: unknown];

function check(claims: readonly Claim[]): void {
  for (const [name, program, expected] of claims) {
    it(name, () => {
      assert.deepEqual(ask(program), expected);
    });
  }
}

describe('oracle: order and presence of properties', () => {
  check([
    ['another order is another hidden class', 'result = %HaveSameMap({ a: 1, b: 2 }, { b: 2, a: 1 });', false],
    [
      'the same order on two lines is one',
      'const make = () => ({ a: 1, b: 2 });\nresult = %HaveSameMap(make(), { a: 3, b: 4 });',
      true,
    ],
    [
      'a property on some paths only gives two',
      'function P(n) { this.a = 1; if (n) this.n = n; this.z = 1; } result = %HaveSameMap(new P(0), new P(1));',
      false,
    ],
    [
      'three of them give eight',
      `function P(n) { this.a = 1; if (n & 1) this.x = 1; if (n & 2) this.y = 1; if (n & 4) this.z = 1; }
       const kinds = [];
       for (let n = 0; n < 8; n++) { const p = new P(n); if (!kinds.some((each) => %HaveSameMap(each, p))) kinds.push(p); }
       result = kinds.length;`,
      8,
    ],
    [
      'undefined, null, 0 and objects in it are one hidden class',
      'function P(v) { this.a = 1; this.v = undefined; this.v = v; } const all = [undefined, null, 0, {}, "s"].map((v) => new P(v)); result = all.every((p) => %HaveSameMap(p, all[0]));',
      true,
    ],
    [
      'a property that is added later gives another, one that was there does not',
      'function P() { this.a = 1; } const p = new P(); const q = new P(); q.b = 1; function R() { this.a = 1; this.b = undefined; } const r = new R(); const s = new R(); s.b = 1; result = [%HaveSameMap(p, q), %HaveSameMap(r, s)];',
      [false, true],
    ],
  ]);
});

describe('oracle: the same keys built in different ways', () => {
  const same = (one: string, other: string): string =>
    `const source = { x: 1, y: 2 }; function F() { this.x = 1; this.y = 2; } class C { x = 1; y = 2; }
     function add(o) { o.x = 1; o.y = 2; return o; } const key = 'x';
     result = %HaveSameMap(${one}, ${other});`;
  check([
    ['{} with stores is not the literal', same('add({})', 'source'), false],
    ['Object.assign({}, o) is not o', same('Object.assign({}, source)', 'source'), false],
    ['Object.assign({}, o) is {} with stores', same('Object.assign({}, source)', 'add({})'), true],
    ['a computed key is not the literal', same('{ [key]: 1, y: 2 }', 'source'), false],
    ['{...o} is o', same('{ ...source }', 'source'), true],
    ['JSON.parse is the literal', same(`JSON.parse('{"x":1,"y":2}')`, 'source'), true],
    ['a constructor is not the literal', same('new F()', 'source'), false],
    ['two constructors are not each other', same('new F()', 'new C()'), false],
  ]);
});

describe('oracle: frozen objects, prototypes and accessors', () => {
  check([
    [
      'a frozen object is fast and has another hidden class',
      'const o = Object.freeze({ a: 1 }); result = [%HasFastProperties(o), %HaveSameMap(o, { a: 1 })];',
      [true, false],
    ],
    [
      'two frozen alike share one',
      'const make = () => Object.freeze({ a: 1 }); result = %HaveSameMap(make(), make());',
      true,
    ],
    [
      'frozen and sealed do not',
      'const make = () => ({ a: 1 }); result = %HaveSameMap(Object.freeze(make()), Object.seal(make()));',
      false,
    ],
    [
      'setPrototypeOf keeps the properties fast, and two with the same prototype alike',
      'const p = { m() {} }; const make = () => ({ a: 1 }); const o = Object.setPrototypeOf(make(), p); result = [%HasFastProperties(o), %HaveSameMap(o, make()), %HaveSameMap(o, Object.setPrototypeOf(make(), p))];',
      [true, false, true],
    ],
    [
      'a property that becomes a getter makes a dictionary, also the last one',
      "const o = { a: 1, b: 2 }; Object.defineProperty(o, 'b', { get() { return 1; } }); const p = { a: 1, b: 2 }; Object.defineProperty(p, 'a', { get() { return 1; } }); result = [%HasFastProperties(o), %HasFastProperties(p)];",
      [false, false],
    ],
    [
      'a getter under a new name does not',
      "const o = { a: 1 }; Object.defineProperty(o, 'b', { get() { return 1; } }); result = %HasFastProperties(o);",
      true,
    ],
    ['a literal with a getter is a dictionary', 'result = %HasFastProperties({ a: 1, get b() { return 1; } });', false],
    [
      'an object whose class has one is not',
      'class C { a = 1; get b() { return 1; } } result = %HasFastProperties(new C());',
      true,
    ],
  ]);
});

describe('oracle: objects as tables', () => {
  const first = (add: string): string =>
    `let n = 0; const o = {}; while (n < 1100 && %HasFastProperties(o)) { n++; ${add}; } result = n;`;
  check([
    ['the 20th computed name makes a dictionary', first("o['k' + n] = n"), 20],
    [
      '1,020 fixed names do not, one more does',
      `const text = Array.from({ length: 1021 }, (_, i) => 'o.k' + i + ' = 1;'); const o = {}; const all = [];
       new Function('o', text.slice(0, 1020).join(''))(o); all.push(%HasFastProperties(o)); new Function('o', text[1020])(o); all.push(%HasFastProperties(o)); result = all;`,
      [true, false],
    ],
    [
      'a literal of 130 properties is fast in Node 24',
      "result = %HasFastProperties(new Function('return {' + Array.from({ length: 130 }, (_, i) => 'k' + i + ':1').join() + '}')());",
      true,
    ],
  ]);
});

describe('oracle: classes of one family', () => {
  check([
    [
      'never share a hidden class, also where one adds nothing',
      'class A { x = 1; } class B extends A {} result = %HaveSameMap(new A(), new B());',
      false,
    ],
    [
      'nor do two subclasses that add nothing',
      'class A { x = 1; } class B extends A {} class C extends A {} result = %HaveSameMap(new C(), new B());',
      false,
    ],
  ]);
});

describe('oracle: what calls and accesses by key remember', () => {
  /** The feedback of `f`, a line for each slot. */
  const feedback = (program: string): string =>
    outputOf(`${program}\n%DebugPrint(f);`, ['--no-lazy-feedback-allocation']).replace(/^[\s\S]*feedback vector/, '');
  it('two texts at a call are too many, two closures of one are not', () => {
    const f = 'function f(g) { return g(1); }\n';
    const slot = /slot #0 Call ([A-Z]+)/i;
    assert.equal(slot.exec(feedback(`${f}const a = (x) => x; f(a); f(a);`))?.[1], 'MONOMORPHIC');
    assert.equal(slot.exec(feedback(`${f}const make = () => (x) => x; f(make()); f(make());`))?.[1], 'POLYMORPHIC');
    assert.equal(slot.exec(feedback(`${f}f((x) => x); f((x) => x + 1);`))?.[1], 'GENERIC');
  });
  it('two names at an access by key are too many, however alike the objects', () => {
    const f = 'function f(o, k) { return o[k]; }\nconst o = { x: 1, y: 2 };\n';
    const slot = /slot #0 LoadKeyed ([A-Z]+)/i;
    assert.equal(slot.exec(feedback(`${f}f(o, 'x'); f(o, 'x');`))?.[1], 'MONOMORPHIC');
    assert.equal(slot.exec(feedback(`${f}f(o, 'x'); f(o, 'y');`))?.[1], 'MEGAMORPHIC');
  });
  it('object[key] in a for-in over the same object has no such cache', () => {
    const text = feedback(
      'function f(o) { let n = 0; for (const k in o) n += o[k]; return n; }\nf({ x: 1, y: 2 }); f({ x: 1, y: 2 });',
    );
    assert.doesNotMatch(text, /LoadKeyed MEGAMORPHIC/);
  });
});

describe('oracle: what an access remembers', () => {
  it('four shapes are polymorphic, the fifth is megamorphic', () => {
    const program = ['one', 'four', 'five'].map(
      (
        name,
        index,
      ) => `const all${index} = [{ ${name}: 1 }, { ${name}: 1, a: 1 }, { ${name}: 1, b: 1 }, { ${name}: 1, c: 1 }, { ${name}: 1, d: 1 }];
      const read${index} = (o) => o.${name};
      for (let i = 0; i < 50; i++) read${index}(all${index}[i % ${[1, 4, 5][index]}]);`,
    );
    const log = outputOf(program.join('\n'), ['--log-ic', '--logfile=-', '--no-logfile-per-isolate']);
    const states = (name: string): string =>
      [...log.matchAll(/^LoadIC,[^,]*,[^,]*,\d+,\d+,(\S),(\S),[^,]*,(\w+),/gm)]
        .filter(([, from, , key]) => key === name && from !== 'X')
        .map(([, from, to]) => `${from}${to}`)
        .join(' ');
    assert.equal(states('one'), '01');
    assert.equal(states('four'), '01 1P PP PP');
    assert.equal(states('five'), '01 1P PP PP PN');
  });
});

describe('oracle: what optimised code counts on', () => {
  /** The reasons for which code of `f` was left or thrown away. */
  const reasons = (program: string): string[] => {
    const output = outputOf(`${program.replaceAll('HOT', 'for (let i = 0; i < 3000; i++)')}`, [
      '--trace-deopt',
      '--no-turbofan',
    ]);
    return [...new Set([...output.matchAll(/reason: ([^)\]]+)/g)].map(([, reason]) => reason!))];
  };
  it('a field that is written a second time', () => {
    const program = 'const K = { x: 1 }; function f() { return K.x; } HOT f();';
    assert.deepEqual(reasons(program), []);
    assert.ok(reasons(`${program} K.x = 2; f();`).includes('dependent field type constness changed'));
    assert.deepEqual(reasons(`const K = { x: 1 }; K.x = 2; function f() { return K.x; } HOT f(); K.x = 3; f();`), []);
  });
  it('a global variable', () => {
    assert.ok(
      reasons('var G = 1; function f() { return G; } HOT f(); G = 2; f();').includes('dependent property cell changed'),
    );
  });
  it('a method of a prototype', () => {
    const program = 'class A { m() { return 1; } } const a = new A(); function f(o) { return o.m(); } HOT f(a);';
    assert.ok(
      reasons(`${program} A.prototype.m = function () { return 2; }; f(a);`).includes(
        'dependent field type constness changed',
      ),
    );
  });
  it('the kind of value in a field', () => {
    const program = 'function P(v) { this.v = v; } function f(o) { return o.v * 2; } HOT f(new P(i + 0.5));';
    assert.deepEqual(reasons(program), []);
    assert.ok(reasons(`${program} new P(null);`).includes('dependent field representation changed'));
  });
  check([
    [
      'a small integer that becomes a fraction gives another hidden class, to which old objects follow',
      'function P(v) { this.v = v; } const p = new P(1); const q = new P(1.5); const before = %HaveSameMap(p, q); function f(o) { return o.v; } for (let i = 0; i < 20; i++) f(p); result = [before, %HaveSameMap(p, q)];',
      [false, true],
    ],
    [
      'a small integer or a fraction that becomes something else does not',
      'function P(v) { this.v = v; } const p = new P(1); const q = new P("s"); function R(v) { this.v = v; } const r = new R(1.5); const s = new R(null); result = [%HaveSameMap(p, q), %HaveSameMap(r, s)];',
      [true, true],
    ],
  ]);
});
