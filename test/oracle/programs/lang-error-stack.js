// Stack traces: names of functions and methods, positions, constructors, getters, anonymous and evaluated code.
const path = __filename;
const show = (error) => console.log(error.stack.split('\n').filter((l) => !l.includes('node:')).map((l) => l.replace(path, 'FILE')).join('\n'));
function plain() { throw new Error('plain'); }
const arrow = () => plain();
const object = { method() { arrow(); }, get getter() { return this.method(); }, ['comp' + 'uted']: () => object.getter };
class Thing {
  constructor(run) { if (run) run(); }
  static create(run) { return new Thing(run); }
  #hidden() { object.computed(); }
  visible() { this.#hidden(); }
}
try { Thing.create(() => new Thing().visible()); } catch (error) { show(error); }

try { null.property; } catch (error) { show(error); }
try { [3, 1].map(function callback(n) { return n.missing.deep; }); } catch (error) { show(error); }
try { [1].forEach(() => { throw new TypeError('in forEach'); }); } catch (error) { show(error); }
try { new (class Sub extends Error { constructor() { super('sub'); this.name = 'Renamed'; } })(); throw new (class Sub extends Error {})('sub class'); } catch (error) { show(error); }
const anonymous = (function () { return (function () { return new Error('anonymous'); })(); })();
show(anonymous);
function tagged() { const e = new Error('line one\nline two'); e.name = 'Changed'; return e; }
show(tagged());
Error.stackTraceLimit = 2;
function deep(n) { return n ? deep(n - 1) : new Error('limited'); }
show(deep(5));
Error.stackTraceLimit = 10;
console.log(deep(20).stack.split('\n').length);
const target = {};
function capture() { Error.captureStackTrace(target, capture); }
capture();
console.log(target.stack.split('\n')[0], target.stack.includes('capture'));
console.log(typeof new Error().stack, Object.getOwnPropertyDescriptor(new Error('x'), 'message').enumerable, Object.keys(new Error('x')));
try { JSON.parse('{"a": [1, 2'); } catch (error) { show(error); }
Promise.reject(new Error('async')).catch(show);
(async function outer() { await null; await (async function inner() { await 1; throw new Error('after await'); })(); })().catch(show);
setTimeout(function onTimeout() { show(new Error('in a timer')); }, 1);
