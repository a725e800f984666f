var obj = {
  __proto__: null,
  ['__proto__']: null,
  get __proto__() { return 33; },
  set __proto__(_) { return 44; }
};
var desc = Object.getOwnPropertyDescriptor(obj, '__proto__');
console.log(desc);
var o2 = { a: 1, ['__proto__']: 2, get __proto__() { return 33; } };
console.log(Object.getOwnPropertyDescriptor(o2, '__proto__'));
var o3 = { __proto__: null, get __proto__() { return 33; } };
console.log(Object.getOwnPropertyDescriptor(o3, '__proto__'));
var o4 = { ['x']: null, get x() { return 33; } };
console.log(Object.getOwnPropertyDescriptor(o4, 'x'));
var o5 = { ['x']: null, get x() { return 33; } , set x(v) {}};
console.log(Object.getOwnPropertyDescriptor(o5, 'x'));
