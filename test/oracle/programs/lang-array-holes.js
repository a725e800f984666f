// Holes: what skips them, what reads them as undefined, what keeps them.
const holey = [1, , 3, , undefined];
console.log(holey, holey.length, 1 in holey, 4 in holey, Object.keys(holey));
const visited = [];
holey.forEach((v, i) => visited.push(i));
console.log(visited, holey.map((x) => x * 2), holey.filter(() => true), holey.reduce((n) => n + 1, 0), holey.every((x) => x !== undefined), holey.some((x) => x === undefined));
console.log([...holey], Array.from(holey), holey.join('-'), holey.indexOf(undefined), holey.includes(undefined), holey.find((x) => x === undefined), holey.findIndex((x) => x === undefined), holey.at(1), [...holey.keys()]);
console.log(holey.flat(), holey.concat([, 1]), holey.slice(1, 4), holey.toSorted(), [...holey.entries()].length, holey.with(1, 'w'), holey.toReversed(), holey.toSpliced(0, 1));
console.log([3, , 1, undefined].sort(), [, 1].reverse(), [1, , 2].copyWithin(0, 1), [1, , 3].fill(0, 2), JSON.stringify([, 1]), String([, null, undefined, 1]));
const a = [];
a[3] = 'x';
a.length = 6;
console.log(a, a.lastIndexOf('x'), a.pop(), a.shift(), a.unshift('u'), a, a.push('p'), a);
delete a[0];
console.log(a, a.length, a.splice(0, 2, 'n'), a);
const sparse = [];
sparse[5000] = 'far';
sparse[70000] = 'farther';
console.log(sparse.length, sparse.filter(() => true), Object.keys(sparse), sparse.indexOf('farther'));
sparse.length = 6000;
console.log(sparse.length, Object.keys(sparse), sparse[70000]);
console.log(Array(3), new Array(3).fill().map((_, i) => i), Array(2, 3), Array.of(3), Array.from({ length: 3 }), [...Array(2)], Array.apply(null, Array(2)), Array(3).join('ab'));
for (const bad of [() => new Array(-1), () => (a.length = 1.5), () => [].reduce((x) => x), () => [1].with(5, 1), () => [].concat.call(null), () => new Array(2 ** 32)]) {
  try { bad(); } catch (error) { console.log(`${error.name}: ${error.message}`); }
}
Array.prototype[1] = 'from the prototype';
console.log([1, , 3][1], [, ,].indexOf('from the prototype'), [0, , 2].map((x) => x), [5, , 4].sort());
delete Array.prototype[1];
for (const x of [1, , 2]) console.log(x);
for (const i in [1, , 2]) console.log(i);
const [p = 'default', q = 'default'] = [, null];
console.log(p, q, [, 'a'].length, [, ,].length, [1, 2, 3, ,].length);
