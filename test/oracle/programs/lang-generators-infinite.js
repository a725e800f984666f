// Endless generators, cut by those who use them.
function* naturals(from = 1) { for (let n = from; ; n++) yield n; }
function* primes() {
  const found = [];
  for (const n of naturals(2)) {
    if (found.every((p) => n % p)) { found.push(n); yield n; }
  }
}
function* take(n, iterable) {
  if (n <= 0) return;
  for (const x of iterable) { yield x; if (--n === 0) return; }
}
function* zip(...iterables) {
  const iterators = iterables.map((i) => i[Symbol.iterator]());
  try {
    for (;;) {
      const results = iterators.map((i) => i.next());
      if (results.some(({ done }) => done)) return;
      yield results.map(({ value }) => value);
    }
  } finally {
    for (const i of iterators) i.return?.();
  }
}
function* traced(name, iterable) { try { yield* iterable; } finally { console.log('closed', name); } }

console.log([...take(10, primes())]);
console.log(Object.fromEntries(zip(traced('letters', 'abc'), traced('numbers', naturals()))));

const [one, , three, ...[]] = take(5, traced('destructured', naturals()));
console.log(one, three);

for (const n of traced('broken', naturals(7))) { if (n > 8) break; console.log(n); }
outer: for (const a of traced('outer', naturals())) {
  for (const b of traced('inner', naturals())) {
    if (b === 2) continue outer;
    if (a === 2) break outer;
    console.log(a, b);
  }
}
try {
  for (const n of traced('thrown', naturals())) throw new RangeError(`stopped at ${n}`);
} catch ({ name, message }) { console.log(name, message); }

function firstOver(limit) { for (const n of traced('returned', primes())) if (n > limit) return n; }
console.log(firstOver(100));
const fibonacci = { *[Symbol.iterator]() { let [a, b] = [0, 1]; for (;;) { yield a; [a, b] = [b, a + b]; } } };
console.log(Array.from(take(12, fibonacci), (n, i) => `${i}:${n}`).join(' '));
console.log(Math.max(...take(4, fibonacci)), new Set(take(3, fibonacci)).size);
