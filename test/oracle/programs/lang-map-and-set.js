// Map, Set and their weak siblings: order, equality, changes while iterating, grouping, set algebra.
const map = new Map([['b', 1], ['a', 2], ['b', 3]]);
map.set(NaN, 'nan').set(-0, 'zero').set(undefined, 'undef').set(map, 'self');
console.log(map, map.get(NaN), map.get(0), Object.is([...map.keys()][3], 0), map.get(undefined), map.size);
console.log(map.delete('b'), map.delete('b'), map.set('b', 'again'), [...map.keys()].at(-1));

const live = new Map([[1, 'one'], [2, 'two'], [3, 'three']]);
const seen = [];
for (const [k] of live) { seen.push(k); if (k === 1) { live.delete(2); live.set(4, 'four'); } if (k === 4 && seen.length < 6) { live.delete(1); live.set(1, 'back'); } }
console.log(seen, [...live]);
const set = new Set('mississippi');
console.log(set, [...set].join(''), set.has('m'), set.add('x') === set, set.size, [...set.entries()][0]);
const growing = new Set([1]);
for (const n of growing) if (n < 5) growing.add(n + 1);
console.log(growing);
const cleared = new Set([1, 2, 3]);
const left = [];
for (const n of cleared) { left.push(n); if (n === 2) { cleared.clear(); cleared.add(9); } }
console.log(left, cleared);

const a = new Set([1, 2, 3, 4]), b = new Set([3, 4, 5]);
console.log(a.union(b), a.intersection(b), a.difference(b), a.symmetricDifference(b), a.isSubsetOf(b), new Set([3]).isSubsetOf(a), a.isSupersetOf(new Set([1])), a.isDisjointFrom(new Set([9])));
console.log(Map.groupBy([1, 2, 3, 4], (n) => (n % 2 ? 'odd' : 'even')), Object.groupBy('hello', (c) => c));
const it = new Map([[1, 2]]).entries();
console.log(it, it.next(), it.next(), it[Symbol.toStringTag], typeof it[Symbol.iterator]);
map.clear();
console.log(map, new Map(map), new Set(), [...new Set([, 1, ,])]);
const collected = [];
new Map([['x', 1]]).forEach(function (value, key, m) { collected.push(value, key, m.size, this.tag); }, { tag: 't' });
console.log(collected);
const weak = new WeakMap(), key = {};
console.log(weak.set(key, 'v').get(key), weak.has({}), weak.delete(key), weak.has(key), new WeakSet([key]).has(key));
for (const bad of [() => Map(), () => new Map([1]), () => new Map(5), () => weak.set(1, 2), () => new WeakSet().add('x'), () => Map.prototype.get.call({}, 1), () => new Set([1]).union([2]), () => Set.prototype.size]) {
  try { console.log(bad()); } catch (error) { console.log(`${error.name}: ${error.message}`); }
}
class Default extends Map { get(k) { if (!this.has(k)) this.set(k, []); return super.get(k); } }
const lists = new Default();
lists.get('a').push(1); lists.get('a').push(2); lists.get('b').push(3);
console.log(lists, lists instanceof Map, new Map([[{ k: 1 }, new Set([[1]])]]));
