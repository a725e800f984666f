// The prototype of new.target is asked for by guest code: arguments stay what they were.
class A {
  constructor(...values) {
    this.values = values;
  }
}
function B(a, b) {
  console.log(a, b, arguments.length, new.target === undefined, Object.getPrototypeOf(this) === B.prototype);
}
const handler = {
  get(target, key, receiver) {
    const deep = [key, target, receiver].map((each, index) => index + typeof each);
    console.log(deep.join());
    return Reflect.get(target, key, receiver);
  },
};
const ProxiedA = new Proxy(A, handler);
const ProxiedB = new Proxy(B, handler);
console.log(new ProxiedA(5, 6), Reflect.construct(A, [7, 8], ProxiedA));
new ProxiedB(1, 2);
Reflect.construct(B, [3], ProxiedB);
const bound = A.bind(null, 1);
Object.defineProperty(bound, 'prototype', {
  get() {
    console.log('getter', ...[4, 5, 6]);
    return Array.prototype;
  },
});
console.log(Reflect.construct(A, [1, 2, 3], bound) instanceof Array, Reflect.construct(A, [1, 2, 3], bound).values);
class Derived extends A {
  constructor() {
    super(...arguments, 'derived');
  }
}
console.log(Reflect.construct(Derived, [1], new Proxy(Derived, handler)));
class FromProxy extends ProxiedA {}
console.log(new FromProxy('x', 'y'));
