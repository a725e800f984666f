// Prototypes: lookup, shadowing, writable and accessor properties up the chain, instanceof, constructors by hand.
function Animal(name) { this.name = name; }
Animal.prototype.speak = function () { return `${this.name} makes a sound`; };
Animal.prototype.legs = 4;
function Dog(name) { Animal.call(this, name); }
Dog.prototype = Object.create(Animal.prototype, { constructor: { value: Dog, writable: true, configurable: true } });
Dog.prototype.speak = function () { return Animal.prototype.speak.call(this) + ': woof'; };
const rex = new Dog('Rex');
console.log(rex.speak(), rex.legs, rex instanceof Animal, rex.constructor === Dog, Object.keys(rex));
rex.legs = 3;
console.log(rex.legs, delete rex.legs, rex.legs, delete rex.legs, rex.legs);
console.log(rex.hasOwnProperty('name'), 'speak' in rex, Object.hasOwn(rex, 'speak'), Animal.prototype.isPrototypeOf(rex), rex);
Animal.prototype.late = 'added later';
console.log(rex.late, Object.getPrototypeOf(Object.getPrototypeOf(rex)) === Animal.prototype);

const readOnly = Object.defineProperty({}, 'x', { value: 1 });
const below = Object.create(readOnly);
below.x = 2;
console.log(below.x, Object.hasOwn(below, 'x'));
(() => { 'use strict'; try { below.x = 2; } catch (error) { console.log(error.message); } })();
Object.defineProperty(below, 'x', { value: 3 });
console.log(below.x);

const list = [];
for (const key in Object.assign(Object.create({ a: 'hidden', b: 'inherited' }), { c: 1, a: 2 })) list.push(key);
console.log(list);
const bare = { __proto__: null, x: 1 };
console.log(Object.getPrototypeOf(bare), 'toString' in bare, bare, typeof bare.__proto__, { ['__proto__']: 1 }.hasOwnProperty('__proto__'));
const a = {}, b = { __proto__: a };
try { a.__proto__ = b; } catch (error) { console.log(error.message); }
try { Object.setPrototypeOf(Object.preventExtensions({}), a); } catch (error) { console.log(error.message); }
try { Object.setPrototypeOf(null, a); } catch (error) { console.log(error.message); }
try { Object.create(1); } catch (error) { console.log(error.message); }

console.log([] instanceof Object, Object.create(null) instanceof Object, Object instanceof Function, Function instanceof Object, (() => {}) instanceof Function);
try { ({}) instanceof (() => {}); } catch (error) { console.log(error.message); }
try { ({}) instanceof {}; } catch (error) { console.log(error.message); }
class Even { static [Symbol.hasInstance](n) { return n % 2 === 0; } }
console.log(2 instanceof Even, 3 instanceof Even);
Dog.prototype = {};
console.log(rex instanceof Dog, new Dog('x') instanceof Animal, new Dog('y').constructor === Object);
function Weird() { return [1, 2]; }
function Primitive() { this.kept = true; return 5; }
console.log(new Weird(), new Weird() instanceof Weird, new Primitive(), new Weird.prototype.constructor() + '');
console.log(Object.getOwnPropertyNames(function f(a) {}).join(), Object.getOwnPropertyNames((() => {})).join(), Object.getOwnPropertyNames(class { static x = 1; }).join());
