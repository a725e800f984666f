// Maps and sets: order, keys, iteration while they change, subclassing, weak collections, set algebra.
const map = new Map([['a', 1], ['b', 2], ['c', 3]]);
for (const [key, value] of map) {
  console.log(key, value);
  if (key === 'a') { map.delete('a'); map.delete('b'); map.set('d', 4); }
  if (key === 'c') map.set('a', 'again');
}
console.log(map, map.size, [...map.keys()]);
const iterator = map.entries();
iterator.next();
console.log(iterator, map.values(), new Set([1, 'x']).values(), new Set([5]).entries());
const big = new Map();
for (let i = 0; i < 100; i++) big.set(i, i);
const walk = big.keys();
for (let i = 0; i < 50; i++) walk.next();
for (let i = 0; i < 90; i++) big.delete(i);
console.log([...walk], big.size);
const cleared = new Set([1, 2, 3]);
const order = [];
cleared.forEach((value, key, set) => {
  order.push(value);
  if (value === 2) { set.clear(); set.add(9); set.add(value === key); }
});
console.log(order, cleared);
const odd = new Map([[NaN, 'nan'], [-0, 'zero'], ['0', 'text']]);
console.log(odd.get(NaN), odd.get(0), odd.get(+'0'), odd.has('NaN'), Object.is([...odd.keys()][1], 0));
console.log(Map.groupBy([1, 2, 3, 4, 5], (n, i) => (n % 2 ? 'odd' : 'even') + (i > 2 ? '!' : '')));

class Counting extends Map {
  set(key, value) { console.log('set', key); return super.set(key, value); }
}
const counting = new Counting([['x', 1], ['y', 2]]);
console.log(counting, counting instanceof Map, counting.size, Object.prototype.toString.call(counting));
function* pairs() { try { yield [1, 'one']; yield 'bad'; } finally { console.log('closed'); } }
try { new Map(pairs()); } catch (error) { console.log(error.message); }

const s = new Set([1, 2, 3, 4]);
const t = new Set([3, 4, 5]);
console.log(s.union(t), s.intersection(t), s.difference(t), s.symmetricDifference(t));
console.log(s.isSubsetOf(t), new Set([3]).isSubsetOf(t), s.isSupersetOf(new Set([1])), s.isDisjointFrom(new Set([9])));
const setLike = { size: 2, has(x) { console.log('has', x); return x === 1; }, keys() { return [1, 7][Symbol.iterator](); } };
console.log(s.intersection(setLike), s.union(new Map([[8, 'x']])), s.difference(setLike));

const key = {};
const weak = new WeakMap([[key, 'held']]);
console.log(weak.get(key), weak.has({}), weak.delete(key), weak.has(key), weak, new WeakSet([key]).has(key), new WeakRef(key).deref() === key);
for (const action of [
  () => Map(),
  () => new Map(5),
  () => new Map([1]),
  () => new Set(5),
  () => Map.prototype.get.call({}, 1),
  () => Map.prototype.get.call(new Set(), 1),
  () => new WeakMap().set(1, 2),
  () => new WeakSet([1]),
  () => new WeakRef(1),
  () => s.union([1]),
  () => s.union({}),
  () => s.union({ size: -1 }),
  () => new Map().forEach(1),
  () => Map.groupBy([1], 1),
  () => new Map().entries().next.call({}),
]) {
  try { console.log(action()); } catch (error) { console.log(`${error.name}: ${error.message}`); }
}
console.log(Map.length, Map.name, Map.prototype[Symbol.iterator] === Map.prototype.entries, Set.prototype.keys === Set.prototype.values, Map[Symbol.species] === Map);
console.log(Object.getOwnPropertyNames(Map.prototype).join(), Object.getOwnPropertyNames(Set.prototype).join());
