// State kept in closures: counters, memo tables, once, curry and a module with private parts.
function makeCounter(start = 0, step = 1) {
  let value = start;
  return {
    next: () => (value += step),
    reset() { value = start; return this; },
    get value() { return value; },
    set value(v) { value = Number(v); },
  };
}
const a = makeCounter();
const b = makeCounter(100, -10);
a.next(); a.next(); b.next();
console.log(a.value, b.value);
b.value = '7';
console.log(b.value + 1, b.reset().next(), a === a.reset());

function memoize(f) {
  const table = new Map();
  const memo = (n) => {
    if (!table.has(n)) table.set(n, f(n, memo));
    return table.get(n);
  };
  memo.size = () => table.size;
  return memo;
}
let calls = 0;
const fib = memoize((n, self) => { calls++; return n < 2 ? n : self(n - 1) + self(n - 2); });
console.log(fib(50), calls, fib.size(), fib(30), calls);

const once = (f, done, result) => (...args) => (done ? result : ((done = true), (result = f(...args))));
const init = once((x) => { console.log('initialising with', x); return x * 2; });
console.log(init(21), init(99));

const curry = (f, ...had) => (...more) => {
  const all = [...had, ...more];
  return all.length >= f.length ? f(...all) : curry(f, ...all);
};
const volume = curry((l, w, h) => l * w * h);
console.log(volume(2)(3)(4), volume(2, 3)(4), volume(2)(3, 4));

const bank = (function () {
  const accounts = { __proto__: null };
  function check(name) { if (!(name in accounts)) throw new Error(`no account for ${name}`); }
  return {
    open(name) { accounts[name] = 0; return bank; },
    pay(name, sum) { check(name); accounts[name] += sum; return bank; },
    balance: (name) => (check(name), accounts[name]),
  };
})();
console.log(bank.open('ada').pay('ada', 12).pay('ada', 30).balance('ada'));
try { bank.balance('bob'); } catch (error) { console.log(error.message); }
