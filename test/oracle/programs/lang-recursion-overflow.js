// Recursion without an end: the error can be caught, finally runs, and the program goes on.
let depth = 0;
function endless() { depth++; endless(); }
try { endless(); } catch (error) {
  console.log(`${error.name}: ${error.message}`, error instanceof RangeError, depth > 1000);
}
function mutual(n) { return other(n + 1); }
function other(n) { return mutual(n + 1); }
try { mutual(0); } catch (error) { console.log(error.message); }

let cleaned = 0;
function withFinally(n) { try { withFinally(n + 1); } finally { cleaned++; } }
try { withFinally(0); } catch (error) { console.log(error.name, cleaned > 100); }

const getter = { get self() { return this.self; } };
try { getter.self; } catch (error) { console.log(error.message); }
const text = { toString() { return `${this}`; } };
try { String(text); } catch (error) { console.log(error.message); }
class Endless { constructor() { this.child = new Endless(); } }
try { new Endless(); } catch (error) { console.log(error.message); }
const arrow = (x) => [x].map(arrow);
try { arrow(1); } catch (error) { console.log(error.message); }
const proxy = new Proxy({}, { get: (target, key, receiver) => receiver[key] });
try { proxy.anything; } catch (error) { console.log(error.message); }
function* generator() { yield* generator(); }
try { generator().next(); } catch (error) { console.log(error.message); }
const nested = []; let inner = nested;
for (let i = 0; i < 50; i++) { inner.push([]); inner = inner[0]; }
console.log(JSON.stringify(nested).length);

// Deep enough for real work, and what the same work needs without recursion.
const sum = (n) => (n === 0 ? 0 : n + sum(n - 1));
console.log(sum(1000));
const trampoline = (f) => (...args) => { let r = f(...args); while (typeof r === 'function') r = r(); return r; };
const even = trampoline(function check(n) { return n === 0 ? true : n === 1 ? false : () => check(n - 2); });
console.log(even(20001), even(20000));
function recover(n) { try { return recover(n + 1); } catch { return 'recovered'; } }
console.log(recover(0), depth > 1000);
