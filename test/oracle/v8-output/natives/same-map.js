function test(name, a, b) {
  console.log(name, %HaveSameMap(a, b));
}
const it = [1][Symbol.iterator]();
const r = it.next();
test('iter vs literal', r, { value: 1, done: false });
test('iter vs literal reversed', r, { done: false, value: 1 });
function* g() {
  yield 1;
}
test('iter vs gen', r, g().next());
test('gen vs literal', g().next(), { value: 1, done: false });
test('map iter', new Map([[1, 2]]).entries().next(), r);
test('string iter', 'a'[Symbol.iterator]().next(), r);
test('done', [][Symbol.iterator]().next(), r);
function mapped(a) {
  return arguments;
}
function mapped0() {
  return arguments;
}
function strict(a) {
  'use strict';
  return arguments;
}
function unm({ a }) {
  return arguments;
}
test('mapped mapped', mapped(1), mapped(2));
test('mapped(0) mapped', mapped(), mapped(2));
test('mapped0 mapped', mapped0(1), mapped(2));
test('mapped strict', mapped(1), strict(2));
test('strict unmapped pattern', strict(1), unm(2));
test('mapped0 strict', mapped0(1), strict(2));
test('mapped0 noargs strict', mapped0(), strict());
test('mapped0 mapped0', mapped0(), mapped0(1));
async function* ag() {
  yield 1;
}
ag()
  .next()
  .then((x) => {
    test('async gen', x, r);
    test('async gen literal', x, { value: 1, done: false });
  });
test('regexp result', /a/.exec('a'), /b/.exec('b'));
test('regexp result vs array', /a/.exec('a'), [1]);
test('regexp result idx', /a/d.exec('a'), /a/.exec('a'));
test('match', 'a'.match(/a/), /a/.exec('a'));
test('entries', Object.entries({ a: 1 })[0], [1, 2]);
test('desc', Object.getOwnPropertyDescriptor({ a: 1 }, 'a'), {
  value: 1,
  writable: true,
  enumerable: true,
  configurable: true,
});
test('desc2', Object.getOwnPropertyDescriptor({ a: 1 }, 'a'), Object.getOwnPropertyDescriptor({ b: 1 }, 'b'));
test(
  'acc desc',
  Object.getOwnPropertyDescriptor(
    {
      get a() {
        return 1;
      },
    },
    'a',
  ),
  Object.getOwnPropertyDescriptor(
    {
      get b() {
        return 1;
      },
    },
    'b',
  ),
);
test('resolvers', Promise.withResolvers(), Promise.withResolvers());
test('template', ((x) => x)`a`, ((x) => x)`b`);
test('template arr', ((x) => x)`a`, ['a']);
test('groups', /(?<x>a)/.exec('a').groups, /(?<x>b)/.exec('b').groups);
test('bound', (() => 1).bind(), function () {}.bind());
test('bound vs native', (() => 1).bind(), Math.max);
test(
  'arrow arrow',
  () => 1,
  () => 2,
);
test('arrow method', () => 1, { m() {} }.m);
test(
  'sloppy strict fn',
  function () {},
  function () {
    'use strict';
  },
);
test(
  'async',
  async () => 1,
  async function () {},
);
test('gen fn', function* () {}, { *m() {} }.m);
test('native ctor', Map, Set);
test('error', new Error('a'), new TypeError('a'));
test('error2', new Error('a'), new Error('b'));
test('error3', new Error('a'), new Error());
test('settled', new Set([1]), new Set());
test('allSettledlike', { status: 'fulfilled', value: 1 }, { status: 'fulfilled', value: 2 });
Promise.allSettled([1, 2]).then(([a, b]) => {
  test('allSettled', a, b);
  test('allSettled lit', a, { status: 'fulfilled', value: 1 });
});
test('date', new Date(), new Date(0));
test('symbol wrap', Object(1), Object(2));
test('JSON', JSON.parse('{"a":1}'), { a: 1 });
test('fromEntries', Object.fromEntries([['a', 1]]), { a: 1 });
test(
  'groupBy',
  Object.groupBy([1], () => 'a'),
  Object.create(null),
);
test('spread', { ...{ a: 1 } }, { a: 1 });
test('assign', Object.assign({}, { a: 1 }), { a: 1 });
test('computed fn', { ['a' + 1]() {} }['a1'], { ['b' + 1]() {} }['b1']);
test('computed arrow', { ['a' + 1]: () => {} }['a1'], () => 1);
test('import meta like', Object.create({}), {});
test('class ctors', class {}, class {});
test(
  'class inst',
  new (class {
    a = 1;
  })(),
  new (class {
    a = 1;
  })(),
);
