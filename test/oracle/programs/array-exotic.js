// Arrays that are no plain ones: sparse, frozen, with accessors, with species, behind arguments objects.
const show = (...a) => console.log(...a.map((x) => JSON.stringify(x)));
const big = []; big[5000] = 1; show(big.length, Object.keys(big), big.indexOf(1), big.filter(() => true), big.findIndex((x) => x === 1)); big.push(2); show(big.length, big.pop(), big.length);
big.length = 3; show(big.length, big); const huge = new Array(4294967295); show(huge.length); try { huge.push(1); } catch (e) { show(e.name, e.message, huge.length); }
huge.length = 2; show(huge.map((x) => 1), huge.fill(7));
(function (a, b) { arguments[0] = 'changed'; show(a, [].slice.call(arguments, 1), Array.from(arguments), [...arguments], arguments.length, Object.prototype.toString.call(arguments)); a = 2; show(arguments[0]); Array.prototype.shift.call(arguments); show([...arguments], a); })(1, 2, 3);
Array.prototype[1] = 'proto'; show([1, , 3].map((x) => x), [1, , 3].indexOf('proto'), [, ,].slice(), [0, , 2].pop(), [0, ,].join(), [...[0, , 2]], [0, , 2].concat([]), [2, , 1].sort()); delete Array.prototype[1];
const withAccessor = [1, 2, 3]; Object.defineProperty(withAccessor, 1, { get: () => 'got', enumerable: true, configurable: true }); show(withAccessor, withAccessor.map((x) => x), withAccessor.slice(), withAccessor.reverse === Array.prototype.reverse, withAccessor.concat(1), withAccessor.includes('got'));
const frozen = Object.freeze([3, 1, 2]); for (const m of ['push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse', 'fill', 'copyWithin']) { try { show(m, frozen[m](1, 2)); } catch (e) { show(m, e.message); } } show(frozen.toSorted(), frozen.slice(), frozen.map((x) => x), frozen.concat([1]), [...frozen], frozen.with(0, 9));
const sealed = Object.seal([1, 2]); for (const m of ['push', 'pop', 'shift', 'unshift', 'reverse', 'fill']) { try { show(m, sealed[m](5)); } catch (e) { show(m, e.message); } } show(sealed);
const closed = Object.preventExtensions([1, 2]); for (const m of ['push', 'pop', 'reverse', 'shift', 'fill']) { try { show(m, closed[m](5)); } catch (e) { show(m, e.message); } } show(closed);
const neg = [1, 2, 3]; neg[-1] = 'n'; neg['01'] = 's'; neg[1.5] = 'f'; neg['2'] = 'two'; show(Object.keys(neg), neg.length, neg);
const deleted = [1, 2, 3]; delete deleted[1]; show(deleted, 1 in deleted, deleted.length, deleted.flat(), deleted.forEach((x, i) => show(i)));
class Collection { constructor() { this.length = 0; } } Collection.prototype.push = Array.prototype.push; const c = new Collection(); show(c.push('a', 'b'), c);
const spread = [...'héllo', ...new Map([[1, 2]]), ...new Set('aab')]; show(spread);
const it = [1, 2, 3][Symbol.iterator](); it.next(); show([...it], it.next(), it.toString());
const { length, 0: first, [length - 1]: last } = ['x', 'y', 'z']; show(length, first, last);
const nested = [[3, [4]], [1, [2, [5]]]]; show(nested.flat(2), nested.toString(), nested.join(';'));
show([1, 2, 3].entries().toArray(), Array.from({ length: 3 }).fill().map((_, i) => i), Array.apply(null, { length: 2 }), Array(3).join('-'), [undefined, null, NaN, -0].map(String), [-0].includes(0), Object.is([-0][0], -0), Object.is([-0].at(0), -0));
show([1, 2, 3, 4].copyWithin(-2), [1, 2, 3].lastIndexOf(3, -5), [1, 2, 3].slice(-2, -1), [1, 2, 3].splice(-2, 1), [].concat(1, [2], [[3]]), [3, 2, 1].toString());
show([10, 9, 1].sort(), ['B', 'a', 'C'].sort(), [true, false].sort(), [[2], [10], [1]].sort(), [3n, 1n, 2n].sort().map(String), [undefined, 3, , 1].sort());
let count = 0; const counted = { length: 3, get 0() { count++; return 1; }, get 1() { count++; return 2; }, 2: 3 }; Array.prototype.map.call(counted, (x) => x); Array.prototype.includes.call(counted, 9); Array.prototype.join.call(counted); show(count);
const poisoned = [1, 2, 3]; poisoned.constructor = { [Symbol.species]: function (n) { this.made = n; } }; console.log(poisoned.map((x) => x * 2), poisoned.filter((x) => x > 1), poisoned.slice(1), poisoned.splice(0, 1), poisoned.concat([9]), poisoned.flat());
try { const bad = [1]; bad.constructor = { [Symbol.species]: 5 }; bad.map((x) => x); } catch (e) { console.log(e.message); }
console.log([1, 2, 3].reduce((acc, x) => ({ ...acc, [x]: x }), {}), Object.entries({ b: 1, a: 2 }).sort(([x], [y]) => (x < y ? -1 : 1)), Object.fromEntries([1, 2].map((x) => [x, x * x])));
