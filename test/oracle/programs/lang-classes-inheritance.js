// super chains, new.target, species, statics that inherit, methods that are not enumerable.
class Shape {
  static create(...args) { return new this(...args); }
  static get kind() { return `kind of ${this.name}`; }
  constructor() {
    this.made = new.target.name;
    if (new.target === Shape) throw new TypeError('Shape is abstract');
  }
  area() { return 0; }
  describe() { return `${this.made} with area ${this.area()}`; }
  get [Symbol.toStringTag]() { return 'Shape'; }
}
class Rect extends Shape {
  constructor(w, h) { super(); Object.assign(this, { w, h }); }
  area() { return super.area() + this.w * this.h; }
  describe() { return `[${super.describe()}]`; }
}
class Square extends Rect {
  constructor(side) { super(side, side); }
  get side() { return super.area() ** 0.5; }
}
console.log(Square.create(4).describe(), Square.create(3).side, Square.kind);
console.log(String(new Rect(1, 2)), new Square(2), Object.keys(Square.prototype));
try { Shape.create(); } catch (error) { console.log(error.message); }
for (const attempt of [() => Rect(), () => new (class extends Shape { constructor() { } })(), () => new (class extends Shape { constructor() { this.x = 1; super(); } })(),
  () => class extends undefined {}, () => class extends (() => {}) {}, () => new (class extends null {})(), () => new (class A extends Rect { constructor() { super(); super(); } })()]) {
  try { attempt(); } catch (error) { console.log(`${error.name}: ${error.message}`); }
}
class Stack extends Array {
  get top() { return this.at(-1); }
  static get [Symbol.species]() { return Array; }
}
const stack = Stack.from([1, 2, 3]);
stack.push(4);
console.log(stack.top, stack.length, stack instanceof Stack, stack.map((x) => x) instanceof Stack, stack);
class Loud extends Array {}
console.log(Loud.of(1, 2).filter(Boolean) instanceof Loud, new Loud(3).length, Loud.of(7).concat([8]));

class MyError extends Error {
  constructor(message, code) { super(message); this.code = code; }
  get name() { return 'MyError'; }
}
const error = new MyError('broken', 7);
console.log(`${error}`, error instanceof Error, error.code, Object.prototype.toString.call(error), error.stack.split('\n')[0]);

const mixin = (Base) => class extends Base { hello() { return `hello from ${this.name}`; } };
class Person { constructor(name) { this.name = name; } }
console.log(new (mixin(Person))('Ada').hello(), mixin(Person).name === '');
const parent = { greet() { return 'parent'; } };
const child = { __proto__: parent, greet() { return `child of ${super.greet()}`; } };
console.log(child.greet(), Object.create(child).greet(), typeof Shape, Shape.prototype.constructor === Shape);
