// next, return and throw on generators in each of their states.
function* numbers() {
  try {
    const first = yield 1;
    console.log('received', first);
    const second = yield first * 2;
    console.log('received', second);
    return 'end';
  } finally {
    console.log('cleaning up');
  }
}
const g = numbers();
console.log(g.next('ignored'), g.next(10), g.next(20), g.next(30));

const fresh = numbers();
console.log('return before start', fresh.return('early'), fresh.next());

const middle = numbers();
middle.next();
console.log('return inside try', middle.return('stopped'), middle.next());

const thrown = numbers();
thrown.next();
try { thrown.throw(new Error('from outside')); } catch (error) { console.log('came through:', error.message); }
console.log(thrown.next());

const unstarted = numbers();
try { unstarted.throw('before start'); } catch (error) { console.log('came through:', error); }

function* stubborn() {
  for (let n = 0; ; n++) {
    try { yield n; } catch (e) { console.log('swallowed', e); } finally { if (n === 2) yield 'from finally'; }
  }
}
const s = stubborn();
console.log(s.next().value, s.throw('x').value, s.next().value, s.return('r'), s.next(), s.return('again'));

function* overriding() { try { yield 1; } finally { return 'finally wins'; } }
const o = overriding();
o.next();
console.log(o.return('mine'));

function* reentrant() { try { it.next(); } catch (error) { yield `${error.name}: ${error.message}`; } }
const it = reentrant();
console.log(it.next().value);

console.log(Object.prototype.toString.call(g), typeof g.next, g[Symbol.iterator]() === g);
console.log(Object.getPrototypeOf(numbers).constructor.name, 'prototype' in numbers, numbers.prototype === Object.getPrototypeOf(g));
try { new numbers(); } catch (error) { console.log(error.message); }
