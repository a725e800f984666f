// JSON: stringify with toJSON, replacers and indentation; parse with a reviver; what is left out; errors.
const value = { n: 1, s: 'é"\n\u2028', u: undefined, f() {}, sym: Symbol('x'), nan: NaN, inf: -Infinity, nil: null, d: new Date(0), neg: -0, nested: { list: [undefined, () => 1, Symbol('y'), [], {}], re: /x/g, map: new Map([[1, 2]]) } };
console.log(JSON.stringify(value));
console.log(JSON.stringify(value.nested, null, 2));
console.log(JSON.stringify([1, [2, [3]], {}], null, '--'), JSON.stringify({ a: [], b: {} }, null, 20).length, JSON.stringify([1], null, ''));
console.log(JSON.stringify({ b: 1, a: { b: 2, c: 3 } }, ['a', 'b']), JSON.stringify({ a: 1, 1: 2 }, [1]));
const path = [];
console.log(JSON.stringify({ x: 1, y: [10, 20], z: 'drop' }, function (key, v) { path.push(`${key}:${Array.isArray(this)}`); return key === 'z' ? undefined : typeof v === 'number' ? v + 1 : v; }), path.join(' '));
class Money { constructor(a) { this.a = a; } toJSON(key) { return `${this.a} EUR at ${key || 'top'}`; } }
console.log(JSON.stringify({ price: new Money(5), all: [new Money(6)] }), JSON.stringify(new Money(7)), JSON.stringify(Object(1)), JSON.stringify(new String('s')), JSON.stringify(undefined), JSON.stringify(() => 1), JSON.stringify(null));
console.log(JSON.stringify('\ud800 lone \udc00 😀 \u0007 \\ /'), JSON.stringify({ ['key"']: 1 }), JSON.stringify({ [Symbol('s')]: 1, get g() { return 'got'; } }));

const revived = [];
console.log(JSON.parse('{"a":1,"b":[1,2,{"c":"2020-01-01"}],"drop":0}', function (key, v) { revived.push(key); if (key === 'drop') return undefined; return typeof v === 'string' ? new Date(v).getTime() : v; }), revived.join());
console.log(JSON.parse(' [1e3, -0.5, "\\u0041\\n", true, null, {"__proto__": 5}] '), JSON.parse('"x"'), JSON.parse('{"a":1,"a":2}').a, JSON.parse('-0'));
for (const bad of ['', '{', '{"a":}', "{'a':1}", '[1,]', '01', '1.', 'undefined', '"\n"', '{"a":1}}', 'nul', '[1 2]', '"\\x"', '+1', 'NaN', '{"a" 1}', '"abc']) {
  try { console.log(JSON.parse(bad)); } catch (error) { console.log(`${error.name}: ${error.message}`); }
}
const cycle = { name: 'c', list: [] };
cycle.list.push({ back: cycle });
try { JSON.stringify(cycle); } catch (error) { console.log(error.message); }
const self = []; self.push(self);
try { JSON.stringify(self); } catch (error) { console.log(error.message); }
try { JSON.stringify({ n: 1n }); } catch (error) { console.log(error.message); }
try { JSON.stringify({ get x() { throw new Error('getter failed'); } }); } catch (error) { console.log(error.message); }
const copy = JSON.parse(JSON.stringify({ deep: { list: [1, { x: null }] } }));
copy.deep.list[1].x = 2;
console.log(copy, JSON[Symbol.toStringTag]);
