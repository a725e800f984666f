// Every method of arrays once with ordinary and once with awkward arguments.
const show = (label, value) => console.log(label, JSON.stringify(value));
const holes = [1, , 3, undefined, , 6];

show('push', [[1].push(2, 3), (() => { const a = []; a.push(1); a.push('x', 1.5); return a; })()]);
show('pop', (() => { const a = [1, 2]; return [a.pop(), a.pop(), a.pop(), a.length]; })());
show('shift', (() => { const a = [1, 2, 3]; return [a.shift(), a, a.length]; })());
show('unshift', (() => { const a = [3]; return [a.unshift(1, 2), a]; })());
show('slice', [holes.slice(), holes.slice(1, 3), holes.slice(-2), holes.slice(2, -1), [1, 2].slice(5)]);
show('splice', (() => { const a = [1, 2, 3, 4, 5]; const r = a.splice(1, 2, 'a', 'b', 'c'); return [r, a, a.splice(-1), a, a.splice(), a]; })());
show('concat', [[1].concat([2, [3]], 4), [].concat('a', [, 1]), [1].concat({ length: 1, 0: 'x', [Symbol.isConcatSpreadable]: true })]);
show('join', [[1, [2, [3, null]], undefined].join('-'), [].join(), [null].join(), holes.join()]);
show('toString', [String([1, [2, 3]]), String({ toString: [].toString, join: () => 'joined' }), Array.prototype.toString.call({})]);
const cyclic = [1]; cyclic.push(cyclic, 2);
show('cyclic', String(cyclic));
show('reverse', [[1, 2, 3].reverse(), (() => { const a = [1, , 3, 4]; a.reverse(); return [a, 2 in a, 1 in a]; })()]);
show('indexOf', [[1, 2, NaN, 2].indexOf(2), [1, 2].indexOf(2, -1), [NaN].indexOf(NaN), holes.indexOf(undefined), [1].indexOf(1, 5)]);
show('lastIndexOf', [[2, 1, 2].lastIndexOf(2), [2, 1, 2].lastIndexOf(2, -2), [1].lastIndexOf(1, undefined), [1, 2].lastIndexOf(2, undefined)]);
show('includes', [[NaN].includes(NaN), holes.includes(undefined), [1, 2].includes(1, 1), [-0].includes(0)]);
show('fill', [new Array(3).fill(0), [1, 2, 3].fill('x', 1), [1, 2, 3].fill(9, -2, -1), [1, 2].fill({}).map((x, i, a) => x === a[0])]);
show('copyWithin', [[1, 2, 3, 4, 5].copyWithin(0, 3), [1, 2, 3, 4, 5].copyWithin(1, 0, 3), [1, , 3].copyWithin(0, 1)]);
show('at', [[1, 2, 3].at(-1), [1].at(5), [1, 2].at(1.9), [1, 2].at(NaN)]);
show('with', [[1, 2, 3].with(-1, 9), [1, , 3].with(0, 0)]);
show('toReversed', [holes.toReversed(), [].toReversed()]);
show('toSpliced', [[1, 2, 3].toSpliced(1, 1, 'a', 'b'), holes.toSpliced(0, 1), [1].toSpliced()]);
show('flat', [[1, [2, [3, [4]]]].flat(), [1, [2, [3, [4]]]].flat(Infinity), [1, , [2, , 3]].flat(), [[1]].flat(0)]);
show('flatMap', [1, 2, 3].flatMap((x) => (x % 2 ? [x, [x]] : [])));
show('map', [holes.map((x) => x * 2), [1, 2, 3].map(String), ['1', '2', '3'].map(Number)]);
show('filter', [holes.filter(() => true), [0, 1, '', 'a', null].filter(Boolean)]);
show('reduce', [[1, 2, 3].reduce((a, b) => a + b), [1, 2, 3].reduce((a, b, i, all) => a + b * i + all.length, 10), [[1], [2]].reduceRight((a, b) => a.concat(b))]);
show('some every', [[1, 2].some((x) => x > 1), [].some(() => true), [1, 2].every((x) => x > 1), [].every(() => false)]);
show('find', [[1, 2, 3].find((x) => x > 1), [1].find((x) => x > 1), [1, 2, 3].findIndex((x) => x > 1), [1, 2, 3].findLast((x) => x < 3), [1].findLastIndex(() => false)]);
const visited = [];
holes.find((x, i) => { visited.push(`${i}:${x}`); return false; });
holes.forEach((x, i) => visited.push(`${i}=${x}`));
show('holes', visited);
show('iterate', [[...[1, , 2]], [...['a', 'b'].entries()], [...['a', 'b'].keys()], Object.entries(['x', , 'y'])]);
show('from', [Array.from('a💩b'), Array.from({ length: 3 }, (_, i) => i * i), Array.from(new Set([1, 1, 2])), Array.from([1, , 2]), Array.from({ length: 2, 0: 'a', 1: 'b' })]);
show('of', [Array.of(7), Array.of(1, undefined), Array(3).length, Array(1, 2), new Array('3')]);
show('isArray', [Array.isArray([]), Array.isArray({ length: 0 }), Array.isArray(Array.prototype), Array.isArray(new Proxy([], {}))]);

// Callbacks see the array as it is now, but not what was added.
const growing = [1, 2, 3];
const seen = [];
growing.forEach((x, i) => { seen.push(x); if (i === 0) growing.push(4); if (i === 1) growing.length = 2; });
show('growing', [seen, growing]);
const iterated = [];
const live = [1, 2];
for (const x of live) { iterated.push(x); if (live.length < 5) live.push(x * 10); }
show('live iteration', iterated);

// this of callbacks
show('thisArg', [[1].map(function () { 'use strict'; return this; }, 'me'), [1].map(function () { return typeof this; }, 'me')]);

// Array-likes
const like = { length: 3, 0: 'a', 2: 'c' };
show('array-likes', [
  Array.prototype.map.call(like, (x) => x + x),
  Array.prototype.join.call(like, '+'),
  Array.prototype.push.call(like, 'd'), like,
  Array.prototype.reverse.call({ length: 2, 0: 'x', 1: 'y' }),
  Array.prototype.slice.call('abc', 1),
  Array.prototype.filter.call('abcd', (c) => c > 'b'),
  Array.prototype.pop.call({ length: 0 }),
  Array.prototype.shift.call({ length: 2, 0: 1, 1: 2 }),
  Array.prototype.splice.call({ length: 3, 0: 1, 1: 2, 2: 3 }, 0, 1),
  Array.prototype.fill.call({ length: 2 }, 0),
]);

// length
const a = [1, 2, 3];
a.length = 1; show('length', [a, a[1]]);
a[3] = 4; show('length', [a, a.length, 2 in a]);
for (const bad of [-1, 1.5, 'x', 2 ** 32]) { try { a.length = bad; } catch (e) { console.log(e.name, e.message); } }
show('length', [(a.length = '2', a.length), Object.getOwnPropertyDescriptor(a, 'length')]);

// Subclasses and species
class Stack extends Array { top() { return this[this.length - 1]; } }
const stack = Stack.from([1, 2, 3]);
console.log(stack instanceof Stack, stack.length, stack.top(), stack.map((x) => x + 1) instanceof Stack, stack.filter(Boolean).top(), stack.slice(1).constructor.name, stack.concat([4]).constructor.name, stack.toSorted().constructor.name, new Stack(3).length, Stack.of(1, 2).top());
class Plain extends Array { static get [Symbol.species]() { return Array; } }
console.log(new Plain(1, 2, 3).map((x) => x).constructor.name, new Plain(1, 2, 3).splice(0, 1).constructor.name, new Plain(1, 2).flat().constructor.name);

// Names and lengths of the methods, in order
console.log(Object.getOwnPropertyNames(Array.prototype).map((name) => (typeof Array.prototype[name] === 'function' ? `${name}/${Array.prototype[name].length}` : name)).join(' '));
console.log(Object.getOwnPropertyNames(Array).join(' '), Object.keys(Array.prototype[Symbol.unscopables]).join(' '), Array.prototype[Symbol.iterator] === Array.prototype.values);
