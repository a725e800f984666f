const util = require('util');
const value = { b: { c: { d: { e: 1 } } }, a: [1, 2, 3], text: 'x'.repeat(40), map: new Map([[{ k: 1 }, new Set([1])]]), fn() {}, [Symbol('s')]: 1, date: new Date(0), buffer: Buffer.from('hi') };
for (const options of [{}, { depth: 0 }, { depth: null }, { compact: false }, { compact: 1 }, { breakLength: 40 }, { breakLength: Infinity }, { sorted: true }, { maxArrayLength: 1 }, { maxStringLength: 5 }, { showHidden: true, depth: 0 }]) console.log(util.inspect(value, options));
class Money {
  constructor(amount) { this.amount = amount; }
  [util.inspect.custom](depth, options, inspect) { return `Money<${inspect(this.amount, options)}, ${depth}>`; }
}
console.log(new Money(5), { nested: { deep: new Money(6) } }, [new Money(7)], util.inspect(new Money(8), { customInspect: false }));
console.log(util.format('%o', [1]), util.format('%O', { a: { b: { c: {} } } }), util.format('%s', new Money(1), null, undefined, 5n, Symbol('x')), util.format('%d %i %f', '0x10', 3.7, '1e3'), util.format('%j', { toJSON() { return 'json'; } }), util.format('%%%s%%', 1), util.format('a', 'b', { c: 1 }));
console.log(util.inspect('it\'s "quoted"'), util.inspect(new Proxy({ a: 1 }, {}), { showProxy: true }), util.inspect(Object.create({ inherited: 1 })), util.inspect(new (class extends Array {})(3)));
