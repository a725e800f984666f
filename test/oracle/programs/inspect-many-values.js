// Values of every kind, as console.log shows them.
const { inspect } = require('util');
class A { constructor() { this.x = 1; } get g() { return 1; } static s = 1; #p = 2; m() {} }
class B extends A { y = { deep: { deeper: { deepest: { end: 1 } } } }; }
class Tagged { get [Symbol.toStringTag]() { return 'Tag'; } }
class NullProto extends null { static x = 1; }
function Old() { this.a = 1; } Old.prototype.b = 2;
const circ = { name: 'c' }; circ.self = circ; circ.list = [circ, { circ }];
const two = { a: {}, b: {} }; two.a.b = two.b; two.b.a = two.a;
const m = new Map([['a', 1], [{ k: 1 }, [1, 2]], [NaN, new Map([[1, new Set([1])]])]]); m.extra = 5;
const mc = new Map(); mc.set('self', mc); mc.set(mc, 1);
const s = new Set([1, 'a', { b: 1 }, [1, [2, [3, [4]]]]]); s.add(s);
const fnProps = Object.assign(function named(a) {}, { prop: 1, nested: { a: 1 } });
const sparse = [1, , 3, , , 6]; const extra = [1, 2, 3]; extra.key = 'v'; extra[-1] = 'neg'; extra['1.5'] = 1;
const symKeys = { [Symbol('a')]: 1, [Symbol.iterator]: 2, b: 3, [Symbol()]: { c: 1 } };
const accessors = { get a() { return 1; }, set b(v) {}, get c() { return 1; }, set c(v) {} };
const err = new Error('message'); err.stack = 'Error: message\n    at fake:1:1';
const errProps = Object.assign(new TypeError('typed'), { code: 'E', detail: { a: 1 } }); errProps.stack = 'TypeError: typed\n    at fake:1:1';
const nonEnum = Object.defineProperty({}, 'hidden', { value: 1 });
const proxy = new Proxy({ a: 1 }, {}); const fnProxy = new Proxy(function f() {}, {});
const values = {
  primitives: [1, -0, 0, 1.5, NaN, Infinity, -Infinity, 'str', true, false, null, undefined, 10n, -5n, Symbol('s'), Symbol(), Symbol.iterator, Symbol.for('x')],
  strings: ['', 'a', "it's", 'say "hi"', `it's "both"`, `all ' " \``, 'new\nline', 'tab\t', 'null\0', '\x1b[31m', '\u2028', 'é', '日本', '\u{1F600}', '\ud800', 'back\\slash', '\x7f', '\x9f'],
  nested: { a: { b: { c: { d: { e: 1 } } } } }, nestedArr: [[[[[1]]]]], mixed: { a: [{ b: [{ c: [1] }] }] },
  A: new A(), B: new B(), Aclass: A, Bclass: B, anonClass: class {}, anonExt: class extends A {}, tagged: new Tagged(), nullProtoClass: NullProto, old: new Old(), oldfn: Old,
  nullProto: Object.create(null), nullProto2: Object.assign(Object.create(null), { a: 1 }), inherits: Object.create({ a: 1 }), inheritsA: Object.create(new A()), protoOfA: A.prototype, protoB: B.prototype,
  tagObj: { [Symbol.toStringTag]: 'T', a: 1 }, tagSame: { [Symbol.toStringTag]: 'Object' }, tagNull: Object.assign(Object.create(null), { [Symbol.toStringTag]: 'NT' }),
  circ, two, m, mc, s, wm: new WeakMap(), ws: new WeakSet(), wr: new WeakRef({ a: 1 }), mapEntries: m.entries(), mapKeys: m.keys(), setVals: new Set([1, 2]).values(), setEntries: new Set([1]).entries(), arrIter: [1, 2][Symbol.iterator](), strIter: 'ab'[Symbol.iterator](), reIter: 'a'.matchAll(/a/g),
  long6: [1, 2, 3, 4, 5, 6], long7: [1, 2, 3, 4, 5, 6, 7], long27: Array.from({ length: 27 }, (_, i) => i * 3), long101: Array.from({ length: 101 }, (_, i) => i), long250: Array.from({ length: 250 }, (_, i) => i % 7 ? i : -i), strs: Array.from({ length: 30 }, (_, i) => 'item' + i), strsLong: Array.from({ length: 10 }, (_, i) => 'x'.repeat(i * 4)), objs: Array.from({ length: 8 }, (_, i) => ({ i })), mixedLong: Array.from({ length: 20 }, (_, i) => i % 2 ? i : 's' + i), bools: Array.from({ length: 30 }, (_, i) => i % 2 === 0), bigs: Array.from({ length: 9 }, (_, i) => BigInt(i) ** 9n), floats: Array.from({ length: 12 }, (_, i) => i / 3), und: Array(8).fill(undefined), nulls: Array(9).fill(null), arrs: Array.from({ length: 7 }, (_, i) => [i, i]), holes: Array(5), holes2: [, 'a', , 'b'], dates: [new Date(0), new Date(1e12), new Date(NaN)],
  fn: function () {}, arrow: () => {}, named: function nm() {}, async: async () => {}, gen: function* () {}, asyncGen: async function* ag() {}, method: { m() {}, get g() { return 1; }, async am() {}, *gm() {} }, fnProps, bound: function bb() {}.bind(), builtin: Math.max, ctor: Map, sym: { [Symbol('k')]() {} },
  sparse, extra, symKeys, accessors, err, errProps, nonEnum, proxy, fnProxy, proxyArr: new Proxy([1, 2], {}),
  boxed: [new Number(1), new Number(-0), new String('abc'), new Boolean(false), Object(Symbol('b')), Object(5n)], boxedProps: Object.assign(new String('ab'), { x: 1 }), boxedNum: Object.assign(new Number(3), { y: 2 }),
  date: new Date(0), dateInvalid: new Date(NaN), dateProps: Object.assign(new Date(0), { a: 1 }), regex: /a\/b/gi, regexProps: Object.assign(/x/, { a: 1 }),
  typed: [new Uint8Array([1, 2, 3]), new Float64Array(2), new BigInt64Array(1), new Uint8ClampedArray(0)], buf: new ArrayBuffer(4), bufLong: new ArrayBuffer(60), dv: new DataView(new ArrayBuffer(2), 1), typedLong: new Uint8Array(120), typedProps: Object.assign(new Uint8Array(2), { a: 1 }), sab: new SharedArrayBuffer(2),
  promises: [Promise.resolve(1), Promise.resolve({ a: 1 }), new Promise(() => {})], genObj: (function* g() {})(), asyncGenObj: (async function* ag() {})(), args: (function () { return arguments; })(1, 'a'), argsStrict: (function () { 'use strict'; return arguments; })(),
  globalNames: [Math, JSON, Reflect, Atomics, globalThis === this], math: Math, json: JSON, reflect: Reflect, iterHelper: [1].values().map((x) => x),
  multi: { s: 'line one\nline two\nline three is quite a bit longer than the others', t: 1 }, longStr: { s: 'a'.repeat(200) }, longStrs: ['a'.repeat(80), 'b'.repeat(80)], keys: { 'a-b': 1, 'valid_id': 2, 1: 3, 'with space': 4, "quote'": 5, 'new\nline': 6, '': 7, $: 8, é: 9 },
  wide: { aaaaaaaaaaaaaaaa: 'bbbbbbbbbbbbbbbbbbbb', cccccccccccccccccc: 'dddddddddddddddddd', e: 1 }, widthEdge: { a: 'x'.repeat(60) }, widthEdge2: { a: 'x'.repeat(64), b: 1 }, entries6: { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7 }, objArr: [{ a: 1, b: 2 }, { a: 3, b: 4 }], arrInObj: { list: [1, 2, 3], other: [[1, 2], [3, 4]] }, emptyNested: { a: {}, b: [], c: new Map(), d: new Set(), e: '' },
  mapOfMaps: new Map([[new Map([[1, 2]]), new Set([new Map()])]]), setOfArr: new Set([[1, 2], [3]]), mapLong: new Map(Array.from({ length: 120 }, (_, i) => [i, i])), setLong: new Set(Array.from({ length: 120 }, (_, i) => i)), classInst: { a: new A(), list: [new B()] }, mapSub: new (class MyMap extends Map {})([[1, 2]]), setSub: new (class extends Set {})([1]), arrSub: new (class Arr extends Array {})(3), arrSub2: (class Arr extends Array {}).from([1, 2]), errSub: (() => { class MyErr extends Error {} const e = new MyErr('sub'); e.stack = e.stack.split('\n')[0] + '\n    at fake'; return e; })(), promiseSub: (class P extends Promise {}).resolve(1), fnSub: new (class F extends Function {})('return 1'), dateSub: new (class D extends Date {})(0), reSub: new (class R extends RegExp {})('a'), typedSub: new (class U extends Uint8Array {})(2), numSub: new (class N extends Number {})(5), strSub: new (class S extends String {})('ss'),
  nullArr: Object.setPrototypeOf([1, 2], null), nullMap: Object.setPrototypeOf(new Map([[1, 2]]), null), nullFn: Object.setPrototypeOf(() => {}, null), nullErr: (() => { const e = Object.setPrototypeOf(new Error('np'), null); return typeof e; })(), nullDate: Object.setPrototypeOf(new Date(0), null), nullRe: Object.setPrototypeOf(/a/, null), nullSet: Object.setPrototypeOf(new Set(), null), objProtoArr: Object.setPrototypeOf([1], Object.prototype), ctorOwn: { constructor: 'x' }, ctorFn: { constructor: Map }, ctorNamed: { constructor: { name: 'Zed' } },
  custom: { [inspect.custom](d, o, i) { return 'CUSTOM ' + d + ' ' + typeof o.stylize + ' ' + (i === inspect); } }, customObj: { [inspect.custom]() { return { a: 1 }; } }, customNested: { x: { [inspect.custom](d, o) { return `depth ${d}\nsecond`; } } }, customThrows: { [inspect.custom]: 5 },
};
for (const [k, v] of Object.entries(values)) console.log(k, v);
