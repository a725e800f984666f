// v8.serialize: the bytes of all kinds of values, and what deserialize makes of them.
const v8 = require('v8');
const e = new RangeError('bad', { cause: 5 }); e.stack = 'S'; const e2 = new Error(); e2.stack = undefined; const e3 = new TypeError('ü€'); e3.stack = 'x'; class My extends Error {} const e4 = new My('m'); e4.stack='s'; const e5 = new Error('m'); e5.stack = 's'; e5.name = 'Odd'; const e6 = new Error('a', { cause: { x: 1 } }); e6.stack = 't'; e6.extra = 4;
const circle = { a: 1 }; circle.self = circle; circle.list = [circle];
const shared = { x: 1 }; const arr = [1, 2]; arr.name = 'n'; const holey = [1, , 3]; holey.p = 1; const dbl = [1, 2.5, 3]; const grown = []; grown[2] = 'x'; const ab = new ArrayBuffer(4); new Uint8Array(ab).set([1, 2, 3, 4]);
const neg = [0]; neg[-1] = 'neg'; const big = { 4294967294: 1, 4294967295: 2, 2147483648: 3, 7: 4, '07': 5 };
class P { #x = 1; y = 2; get z() { return 3; } }
const values = { undefined: undefined, null: null, true: true, false: false, zero: 0, minusZero: -0, one: 1, minus: -1, mid: 300, smiMax: 2147483647, smiMin: -2147483648, over: 2147483648, half: 0.5, nan: NaN, inf: -Infinity,
  big0: 0n, big1: 1n, bigNeg: -5n, big64: 2n ** 64n, big63: -(2n ** 63n), text: 'abc', empty: '', latin: 'é', wide: '€', wide2: 'a€b', emoji: '😀', long: 'x'.repeat(200),
  object: { a: 1, b: 'x' }, nested: { a: { b: {} } }, numKeys: { 1: 'a', 0: 'b', x: 'c' }, big, getters: { get a() { return 7; } }, hidden: Object.defineProperty({ a: 1 }, 'b', { value: 2 }), sym: { [Symbol('s')]: 1, a: 2 }, nullProto: Object.assign(Object.create(null), { a: 1 }), inst: new P(),
  array: [], array1: [1, 'x', null], holey, holes: [, ,], sized: new Array(3), dbl, dblHole: [1.5, , 2], grown, arr, neg, nestedArr: [[1], [[]]], ints: [1, 2, 3], mixed: [1, 2.5, 'a'],
  date: new Date(0), badDate: new Date(NaN), bool: new Boolean(true), boolF: new Boolean(false), num: new Number(4), numD: new Number(4.5), str: new String('ab'), strW: new String('€'), bigO: Object(5n), regexp: /a\/b€?/gimsuyd, regexpV: /[a]/v, regexpE: new RegExp(''), regexpS: new RegExp('a/b\n'),
  map: new Map([[1, 'a'], [{ k: 1 }, new Map()]]), set: new Set([1, 'b', {}]), error: e, error2: e2, error3: e3, error4: e4, error5: e5, error6: e6,
  ab, abEmpty: new ArrayBuffer(0), resizable: new ArrayBuffer(2, { maxByteLength: 8 }), u8: new Uint8Array([1, 2]), u16: new Uint16Array([1, 2]), f64: new Float64Array([1.5]), view: new DataView(ab, 1, 2), buf: Buffer.from('hello'), bufEmpty: Buffer.alloc(0), big64a: new BigInt64Array([1n]), clamped: new Uint8ClampedArray([300]), sub: new Uint8Array(ab, 1, 2), f16: new Float16Array([1]), i32: new Int32Array([-1]), two: [new Uint8Array(ab), ab],
  circle, shared: [shared, shared], wideKey: { 'ключ': 1 }, pad: ['€', '€€', 'a', '€'], deep: [[[[[[{ a: [1n, new Date(5)] }]]]]]] };
for (const [name, value] of Object.entries(values)) {
  const bytes = v8.serialize(value);
  console.log(name, Buffer.isBuffer(bytes), bytes.toString('hex'));
  const back = v8.deserialize(bytes);
  console.log(back);
  console.log(v8.serialize(back).equals(bytes));
}
const refuse = (name, f) => { try { console.log(name, f()); } catch (error) { console.log(name, error.constructor.name, error.name, error.code, error.message); } };
refuse('function', () => v8.serialize(() => 1));
refuse('function in', () => v8.serialize({ a: function foo() {} }));
refuse('symbol', () => v8.serialize(Symbol('x')));
refuse('symbol in', () => v8.serialize([Symbol('x')]));
refuse('weakmap', () => v8.serialize(new WeakMap()));
refuse('promise', () => v8.serialize(Promise.resolve()));
refuse('symbol object', () => v8.serialize(Object(Symbol('q'))));
refuse('getter', () => v8.serialize({ get a() { throw new Error('g'); } }));
refuse('shared', () => v8.serialize(new SharedArrayBuffer(1)));
refuse('proxy', () => v8.serialize(new Proxy({}, {})));
refuse('weakref', () => v8.serialize(new WeakRef({})));
refuse('generator', () => v8.serialize((function* () {})()));
refuse('none', () => v8.serialize());
for (const [name, value] of Object.entries({ none: undefined, text: 'abc', number: 5, object: {}, array: [1], buffer: new ArrayBuffer(3), empty: Buffer.alloc(0), junk: Buffer.from('abc'), header: Buffer.from([255, 15]), version: Buffer.from([255, 99, 48]), old: Buffer.from([255, 13, 73, 2]), cut: Buffer.from([255, 15, 34, 5, 97]), unknown: Buffer.from([255, 15, 1]), rest: Buffer.from([255, 15, 48, 48]), u8: new Uint8Array([255, 15, 73, 4]), view: new DataView(new Uint8Array([0, 255, 15, 73, 4]).buffer, 1), ref: Buffer.from([255, 15, 94, 0]), padding: Buffer.from([255, 15, 0, 0, 48]), objectCut: Buffer.from([255, 15, 111]), count: Buffer.from([255, 15, 111, 123, 1]) }))
  refuse(name, () => v8.deserialize(value));
