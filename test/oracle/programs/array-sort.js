// Sorting: stability, holes, undefined, and the pairs that the comparator is asked about.
const numbers = [5, 2, 9, 1, 7, 7, 3, 10];
console.log(numbers.slice().sort().join(), numbers.slice().sort((a, b) => a - b).join(), numbers.slice().sort((a, b) => b - a).join());
console.log([3, , undefined, 1, , 'b', 'a', 10].sort(), [, 2, undefined, 1].toSorted());
const words = ['é', 'z', 'a', 'Z', '10', '9', 'ä'];
console.log(words.sort().join(' '));
const people = ['Ann:3', 'Bob:1', 'Cid:3', 'Dan:2', 'Eve:1'].map((text) => ({ name: text.split(':')[0], age: +text.split(':')[1] }));
console.log(people.toSorted((a, b) => a.age - b.age).map((p) => p.name).join(' '), people.map((p) => p.name).join(' '));
const asked = [];
numbers.slice().sort((a, b) => { asked.push(`${a},${b}`); return a - b; });
console.log(asked.join(' '));
const down = [];
[4, 3, 2, 1, 0].sort((a, b) => { down.push(`${a},${b}`); return a - b; });
console.log(down.join(' '));
const converted = [];
['b', 'c', 'a'].map((text) => ({ toString() { converted.push(text); return text; } })).sort();
console.log(converted.join(' '));
console.log([1, 2, 3].sort(() => NaN).join(), [1, 2, 3].sort(() => '1').join(), [3, 2, 1].sort((a, b) => ({ valueOf: () => a - b })).join());
let state = 1;
const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
const many = Array.from({ length: 500 }, (_, i) => ({ key: Math.floor(random() * 50), i }));
many.sort((a, b) => a.key - b.key);
console.log(many.every((x, n) => n === 0 || many[n - 1].key < x.key || (many[n - 1].key === x.key && many[n - 1].i < x.i)), many.slice(0, 5).map((x) => x.i).join());
try { [1, 2].sort((a, b) => { throw new Error('stop'); }); } catch (e) { console.log(e.message); }
for (const bad of [null, {}, 'x']) { try { [].sort(bad); } catch (e) { console.log(e.name, e.message); } }
console.log(Array.prototype.sort.call({ length: 3, 0: 'c', 1: 'a', 2: 'b' }), [1].sort((a, b) => { throw 1; }));
const target = [2, 1];
console.log(target.sort() === target, target.toSorted() === target);
const mutated = [3, 2, 1];
mutated.sort((a, b) => { mutated.length = 0; return a - b; });
console.log(mutated);
