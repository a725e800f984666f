// Found by the fuzzer: Array.fromAsync tells of the mapper without quotes, Array.from with them.
for (const f of ['a', 5, Symbol('x'), null, {}, [], 1n, class A {}.prototype, { toString() { return 'ts'; } }, new Error('e'), /x/g, new Map(), Object.create(null), true, new (class Foo {})(), [1, 2], new Date(0), 'a"b', '', Object(1), Object('s')]) {
  Array.fromAsync([1], f).catch((e) => console.log(String(f && typeof f), e.message));
  try { Array.from([1], f); } catch (e) { console.log('from', e.message); }
}
