// The options of util.inspect and util.format that colour, run getters, separate digits and go up the prototypes.
const util = require('util');
const i = (v, o) => console.log(JSON.stringify(util.inspect(v, o)));
const c = { colors: true };
class Foo { constructor() { this.a = 1; } get y() { return 1; } static s = 1; #p = 2; }
const sym = Symbol('s');
function f() {} ; class Bar extends Foo {}
const values = [1, -0, 1n, 'a', 'it\'s', true, null, undefined, sym, new Date(0), new Date(NaN), /a.b(?<name>[a-z]+)\d{2}|^$/gi, f, () => {}, Foo, Bar, class {}, [1, , 2, 'x'], { a: 1, 'b-c': 2, [sym]: 3, get g() { return 1; }, set g(v) {}, get h() { return 1; }, set k(v) {} }, new Map([[1, { a: 'x' }]]), new Set(['a']), new WeakMap(), Promise.resolve(4), Promise.reject(new RangeError('x')).catch(() => {}) && new Promise(() => {}), new Number(3), new String('abc'), Object(sym), Object(1n), new Foo(), Object.create(null), new Uint8Array(3), new ArrayBuffer(2), [undefined, null], Buffer.from('a'), new Proxy({ a: 1 }, {}), new Proxy(f, {}), function* g() {}, async () => {}, globalThis.process.versions.constructor, [[[[]]]], { a: { b: { c: { d: 1 } } } }, new (class X extends Map {})(), [new Array(200).fill(1)], 'a'.repeat(11000).length, 'x\n'.repeat(20), ['x\n'.repeat(20)], Object.assign(f.bind(), { p: 1 }), new Map([[1,2]]).entries(), new Set([5]).values(), (function () { return arguments; })(1), Math, JSON, new DataView(new ArrayBuffer(1)), new Error('e').message, { __proto__: { constructor: null } }];
for (const v of values) i(v, c);
const circ = { a: {} }; circ.a.b = circ; i(circ, c);
i(new AggregateError([1], 'q').errors, c);
i(new Proxy({ a: 1 }, { get() {} }), { colors: true, showProxy: true });
i({ [util.inspect.custom](d, o, ins) { return [d, Object.keys(o), o.stylize('x', 'number'), o.stylize('y', 'none'), o.stylize('z', 'regexp'), o.colors]; } }, c);
i({ [util.inspect.custom](d, o, ins) { return o.stylize('x', 'number') + o.colors + o.getters + o.numericSeparator; } }, { getters: true, numericSeparator: true });
i([1.5, 2, 3, 4, 5, 6, 7, 88888, 9], c); i(['a', 'b', 'c', 'd', 'e', 'f', 'gggg'], c); i(new Array(10).fill('hello'), c); i({ a: [1, 2, 3], b: 'x'.repeat(70) }, c);
i({ a: 1, b: 2 }, { colors: true, sorted: true }); i([3, { b: 1, a: 2 }], { colors: true, sorted: (a, b) => (a < b ? 1 : -1) });
i([1, 2, 3], { colors: true, showHidden: true }); i({ a: 1 }, { colors: true, compact: false }); i([1, 2, 3, 4], { colors: true, maxArrayLength: 1 }); i('abcdef', { colors: true, maxStringLength: 2 });
util.inspect.styles.number = 'red'; i(1, c); util.inspect.styles.number = 'nothing'; i(1, c); util.inspect.styles.number = undefined; i(1, c); util.inspect.styles.number = 'yellow';
util.inspect.colors.yellow = [1, 2]; i(1, c); util.inspect.colors.yellow = [33, 39];
console.log(JSON.stringify(util.formatWithOptions({ colors: true }, '%s %d %i %f %j %o %O %% %c', 'a', 1, 2, 3.5, { a: 1 }, { b: [1] }, { c: 'x' }, 'css', { d: 1 }, 'rest', 5, -0)));
console.log(JSON.stringify(util.formatWithOptions({ colors: true }, '%s %s %s %s %s', 5n, sym, -0, { a: { b: 1 } }, null)), JSON.stringify(util.formatWithOptions({ colors: true }, '%d %d %i', 5n, {}, sym)));
console.log(JSON.stringify(util.formatWithOptions({ depth: 0 }, '%O', { a: { b: 1 } })), util.formatWithOptions({ numericSeparator: true }, '%d %i %f %s', 123456, 123456789n, 1234.5678, 1234567, 12345678));
