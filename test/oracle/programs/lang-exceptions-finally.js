// try, catch and finally: what wins, in which order, and what is remembered.
const log = [];
function result(how) {
  try {
    log.push('try');
    if (how === 'throw') throw new Error('thrown');
    return log.push('evaluated before finally');
  } catch (error) {
    log.push(`caught ${error.message}`);
    if (how === 'throw') return 'from catch';
  } finally {
    log.push('finally');
    if (how === 'override') return 'from finally';
  }
}
console.log(result('return'), result('throw'), result('override'), log.join(', '));

function nested() {
  try {
    try { throw new Error('first'); } finally { throw new Error('second'); }
  } catch (error) { return error.message; }
}
console.log(nested());
function value() { let x = 1; try { return x; } finally { x = 2; } }
function object() { const o = { x: 1 }; try { return o; } finally { o.x = 2; } }
console.log(value(), object());

try { throw 42; } catch (e) { var e = 'the catch variable'; var outside = 'hoisted'; console.log(e); }
console.log(e, outside);
try { throw { code: 7, nested: { list: [1, 2] } }; } catch ({ code, nested: { list: [, second] }, missing = 'none' }) { console.log(code, second, missing); }
try { throw undefined; } catch { console.log('no binding'); }

function depth(n) { try { if (n === 0) throw new Error('bottom'); depth(n - 1); } catch (error) { error.path = (error.path ?? '') + n; throw error; } }
try { depth(4); } catch (error) { console.log(error.message, error.path); }

const cause = new TypeError('the reason');
const wrapped = new Error('outer', { cause });
console.log(wrapped.cause === cause, 'cause' in new Error('x'), Object.getOwnPropertyDescriptor(wrapped, 'cause').enumerable);
const all = new AggregateError([new Error('a'), 'b'], 'several');
console.log(all.name, all.message, all.errors.length, all instanceof Error);
function* cleanup() { try { yield 1; yield 2; } finally { log.push('generator closed'); } }
for (const x of cleanup()) { try { break; } finally { log.push('before closing'); } }
console.log(log.slice(-2));
const chain = [];
for (let i = 0; i < 3; i++) { try { if (i === 1) continue; chain.push(i); } finally { chain.push(`f${i}`); } }
console.log(chain.join());
console.log((() => { try { return 'try'; } finally { (() => { try { throw 1; } catch {} })(); } })());
