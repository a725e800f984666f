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
