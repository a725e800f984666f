// toJSON, replacers, revivers, indentation, and what JSON says about bad input.
const log = [];
class Point {
  constructor(x, y) { this.x = x; this.y = y; }
  toJSON(key) { log.push(`toJSON(${key})`); return { point: [this.x, this.y] }; }
}
console.log(JSON.stringify({ p: new Point(1, 2), list: [new Point(3, 4)] }), log);
console.log(JSON.stringify({ a: 1, b: [1, { c: 'x' }], d: undefined, e() {}, f: Symbol('s') }, (key, value) => {
  return typeof value === 'number' ? value * 10 : value;
}, 2));
console.log(JSON.stringify({ get computed() { return 'getter ran'; }, nested: { get deep() { return [1, , 3]; } } }, null, '\t'));
console.log(JSON.stringify([new Number(3), new String('s'), new Boolean(false), Object(Symbol()), NaN, -0, Infinity, null, undefined, () => 1]));
console.log(JSON.stringify({ b: 1, a: { b: 2, c: 3 }, c: 4 }, ['b', 'a']), JSON.stringify({ 2: 'two', 1: 'one', x: 'x' }));
console.log(JSON.stringify('quote " back \\ line \n \u2028 \ud800 é'), JSON.stringify(undefined), JSON.stringify(() => 1), JSON.stringify(null));
console.log(JSON.stringify(new Date(Date.UTC(2024, 1, 29, 12, 30))), JSON.stringify({ when: new Date(NaN) }), JSON.stringify(new Map([[1, 2]])));
console.log(JSON.stringify(new Proxy({ a: 1, b: [2] }, {})), JSON.stringify([[], {}, [[]]], null, 1));

const order = [];
console.log(JSON.parse('{"a":[1,2,{"b":3}],"c":"d"}', function (key, value, context) {
  order.push(`${key}:${context.source ?? '-'}:${Array.isArray(this)}`);
  if (key === 'b') return undefined;
  return typeof value === 'number' ? value + 0.5 : value;
}));
console.log(order);
console.log(JSON.parse('{"__proto__": 1, "1": "i", "a": 1, "a": 2}'), JSON.parse(' [1e3, -0.5, "\\u0041\\n", true, null] '));

const a = {}; a.b = { c: [1, { back: a }] };
const self = []; self.push(self);
const hooked = { toJSON() { return { inner: hooked2 }; } }; const hooked2 = {}; hooked2.up = hooked2;
for (const action of [
  () => JSON.stringify(a),
  () => JSON.stringify({ x: self }),
  () => JSON.stringify(hooked),
  () => JSON.stringify({ n: 1n }),
  () => JSON.stringify({ toJSON() { throw new Error('from toJSON'); } }),
  () => JSON.parse('foo'),
  () => JSON.parse('{"a": 1, "b" 2}'),
  () => JSON.parse('{"a": 1 "b": 2}'),
  () => JSON.parse('[1, 2'),
  () => JSON.parse("{'a': 1}"),
  () => JSON.parse('{"a": 1,}'),
  () => JSON.parse('"unterminated'),
  () => JSON.parse('{\n  "x": 1,\n  "y": tru\n}'),
  () => JSON.parse('"\\x41"'),
  () => JSON.parse('01'),
  () => JSON.parse(''),
  () => JSON.parse(undefined),
  () => JSON.parse({}),
  () => JSON.parse('this text is quite long, longer than twenty characters'),
  () => JSON.parse('1 2'),
]) {
  try {
    console.log(action());
  } catch (error) {
    console.log(`${error.name}: ${error.message}`);
  }
}
console.log(JSON.stringify({ raw: JSON.rawJSON('12345678901234567890') }), JSON.isRawJSON({}), JSON[Symbol.toStringTag]);
let deep = 'x';
for (let i = 0; i < 1000; i++) deep = [deep];
console.log(JSON.stringify(deep).length, JSON.stringify(JSON.parse(JSON.stringify(deep))) === JSON.stringify(deep));
BigInt.prototype.toJSON = function () { return `${this}n`; };
console.log(JSON.stringify({ n: 10n }));
