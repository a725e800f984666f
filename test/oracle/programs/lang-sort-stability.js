// sort: stable, comparator calls that throw or lie, default order, undefined last, typed by string.
const people = [['Ada', 36], ['Bob', 25], ['Cleo', 36], ['Dan', 25], ['Eve', 30], ['Fay', 36]].map(([name, age]) => ({ name, age }));
console.log(people.toSorted((a, b) => a.age - b.age).map((p) => p.name).join(' '), '|', people.toSorted((a, b) => b.age - a.age).map((p) => p.name).join(' '));
console.log([10, 9, 1, 100, -1, -10].sort().join(), [10, 9, 1, 100].sort((a, b) => a - b).join(), ['b', undefined, 'a', , 'c'].sort(), [true, false, null, 'x', 0, undefined].sort());
console.log([3, 1, 2].sort(() => 0).join(), [1, 2, 3].sort(() => -1).join(), [1, 2, 3].sort((a, b) => b > a).join(), [3, 2, 1].sort((a, b) => NaN).join(), [2, 1].sort(undefined).join());
const items = Array.from({ length: 300 }, (_, i) => ({ key: (i * 7919) % 10, index: i }));
items.sort((a, b) => a.key - b.key);
let stable = true;
for (let i = 1; i < items.length; i++) if (items[i - 1].key === items[i].key && items[i - 1].index > items[i].index) stable = false;
console.log('stable', stable, items.slice(0, 3), items.at(-1).index);

let seed = 42;
const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) % 1000;
const numbers = Array.from({ length: 200 }, random);
const sorted = numbers.slice().sort((a, b) => a - b);
console.log(sorted.every((n, i) => i === 0 || sorted[i - 1] <= n), sorted.reduce((a, b) => a + b) === numbers.reduce((a, b) => a + b), sorted.slice(0, 5).join());
const calls = [];
[5, 2, 4].sort((a, b) => (calls.push(`${a}:${b}`), a - b));
console.log(calls.join(' '));
try { [1, 2, 3].sort((a, b) => { throw new Error(`comparing ${a} and ${b}`); }); } catch (error) { console.log(error.message); }
for (const bad of [null, 'x', {}, 1]) { try { [1].sort(bad); } catch (error) { console.log(`${error.name}: ${error.message}`); } }
const growing = [3, 1, 2];
growing.sort((a, b) => { if (growing.length < 6) growing.push(99); return a - b; });
console.log(growing);
const words = ['résumé', 'Resume', 'resume', 'Zebra', 'apple', 'Äpfel'];
console.log(words.toSorted().join(), words.toSorted((a, b) => a.toLowerCase() < b.toLowerCase() ? -1 : 1).join());
console.log([['b', 2], ['a', 10], ['a', 9]].sort().join('; '), ['10', 9, '1', 2].sort(), [, 3, , 1].sort(), [1n, 3, 2n].sort((a, b) => (a < b ? -1 : 1)), Array.prototype.sort.call({ length: 3, 0: 'c', 1: 'a', 2: 'b' }));
const by = (...keys) => (a, b) => { for (const k of keys) { const [key, sign] = k[0] === '-' ? [k.slice(1), -1] : [k, 1]; if (a[key] !== b[key]) return a[key] < b[key] ? -sign : sign; } return 0; };
console.log(people.toSorted(by('-age', 'name')).map((p) => p.name).join(' '), people.toSorted(by('name')).length, [3, 1, 2].toSorted().reverse().join());
const valueOf = [{ v: 2, toString: () => 'a' }, { v: 1, toString: () => 'b' }].sort();
console.log(valueOf.map((x) => x.v), [undefined, undefined].sort(() => { throw 'never called'; }).length);
