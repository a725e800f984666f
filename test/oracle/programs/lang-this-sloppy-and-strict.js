// What this is: sloppy, strict, arrow, method, bound, callback, constructor.
function sloppy() { return this; }
function strict() { 'use strict'; return this; }
const name = (value) => (value === globalThis ? 'globalThis' : value === undefined ? 'undefined' : Object.prototype.toString.call(value) + ' ' + typeof value);

for (const receiver of [undefined, null, 1, 'text', true, Symbol.iterator, { o: 1 }]) console.log(name(sloppy.call(receiver)), '|', name(strict.call(receiver)));
console.log(name(sloppy()), name(strict()), this === module.exports);

const object = {
  id: 'object',
  method() { return this?.id; },
  arrow: () => typeof this,
  nested() { return [1].map(() => this.id).concat([1].map(function () { return this === globalThis; })); },
  withThisArg() { return [1].map(function () { return this.id; }, this); },
};
const { method } = object;
console.log(object.method(), (object.method)(), (0, object.method) === method, object.arrow(), object.nested(), object.withThisArg());
try { console.log((0, method)()); } catch (error) { console.log(error.message); }
console.log((object.nothing || object.method)(), object['method'](), object?.method?.());

const bound = object.method.bind({ id: 'bound' });
console.log(bound(), bound.call(object), bound.bind({ id: 'again' })(), bound.name, bound.length, 'prototype' in bound);
function Point(x, y) { if (!new.target) return new Point(x, y); this.x = x; this.y = y; }
const At5 = Point.bind({ ignored: true }, 5);
console.log(new At5(6), Point(1, 2), new At5(1) instanceof Point, At5.length);

class Counter {
  count = 0;
  increment() { this.count++; return this; }
  incrementLater = () => { this.count += 10; };
}
const counter = new Counter();
const { increment, incrementLater } = counter;
incrementLater();
try { increment(); } catch (error) { console.log(error.message); }
console.log(counter.increment().increment().count);

function outer() { const arrow = () => [this.id, arguments.length, new.target === undefined]; return arrow.call({ id: 'no effect' }, 1, 2, 3); }
console.log(outer.call({ id: 'outer' }, 'x'));
Number.prototype.sloppyType = function () { return typeof this; };
Number.prototype.strictType = function () { 'use strict'; return typeof this; };
console.log((5).sloppyType(), (5).strictType());
delete Number.prototype.sloppyType;
delete Number.prototype.strictType;
console.log([3, 1].sort(function (a, b) { 'use strict'; return this === undefined ? a - b : 0; }), 'abc'.replace(/b/, function () { return this === globalThis; }));
