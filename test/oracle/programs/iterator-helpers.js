// Iterator.prototype's helpers: laziness, closing, errors.
const attempt = (action) => { try { return action(); } catch (e) { return `${e.name}: ${e.message}`; } };
function* numbers(log = []) { try { for (let i = 1; ; i++) { log.push(`yield ${i}`); yield i; } } finally { log.push('closed'); } }
console.log(numbers().filter((x) => x % 2).map((x) => x * x).drop(1).take(3).toArray());
const log = [];
const lazy = numbers(log).map((x) => { log.push(`map ${x}`); return x * 10; });
console.log(log.length, lazy.next(), lazy.next(), lazy.return(), lazy.next(), log.join(' '));
const taken = []; const two = numbers(taken).take(2);
console.log(two.next(), two.next(), two.next(), taken.join(' '));
console.log([1, 2, 3].values().flatMap((x) => [x, x * 10]).toArray(), ['ab', 'cd'].values().flatMap((s) => new Set(s)).toArray());
console.log([1, 2, 3].values().reduce((a, b) => a + b), [1, 2, 3].values().reduce((a, b) => a + b, 10), new Set([1, 2]).values().some((x) => x > 1), [1].values().every((x) => x > 1), [5, 6].values().find((x) => x > 5));
const each = []; new Map([['a', 1], ['b', 2]]).entries().forEach(([k, v], i) => each.push(k + v + i)); console.log(each.join());
const closing = []; console.log(numbers(closing).some((x) => x === 3), numbers(closing).find((x) => x === 2), numbers(closing).every((x) => x < 2), closing.filter((x) => x === 'closed').length);
const failing = []; console.log(attempt(() => numbers(failing).map((x) => { throw new RangeError('in callback'); }).next()), failing.join(' '));
class Countdown extends Iterator { constructor(n) { super(); this.n = n; } next() { return this.n > 0 ? { value: this.n--, done: false } : { value: undefined, done: true }; } }
console.log([...new Countdown(3)], new Countdown(5).filter((x) => x % 2 === 0).toArray(), new Countdown(1) instanceof Iterator);
console.log(Iterator.from({ next: () => ({ value: 1, done: false }) }).take(2).toArray(), Iterator.from('ab').toArray(), Iterator.from([1, 2]).map((x) => -x).toArray());
for (const action of [() => new Iterator(), () => Iterator(), () => [].values().reduce((a, b) => a), () => [].values().take(-1), () => [].values().take(NaN), () => [].values().drop(-1), () => Iterator.from(1), () => Iterator.prototype.map.call(1, String), () => [1].values().flatMap((x) => x).next(), () => [1].values().map(null), () => { const h = [1].values().map(() => h.next()); return h.next(); }]) console.log(attempt(action));
console.log(Object.prototype.toString.call([].values().map(String)), Iterator.prototype[Symbol.toStringTag], [][Symbol.iterator]().toString(), Object.getOwnPropertyNames(Iterator.prototype).join(' '));
const custom = Object.create(Iterator.prototype); custom[Symbol.toStringTag] = 'Mine'; console.log(String(custom), attempt(() => { 'use strict'; Iterator.prototype[Symbol.toStringTag] = 'x'; }));
