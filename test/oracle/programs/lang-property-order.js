// In which order properties come: integers first, then strings as they were added, then symbols.
const s1 = Symbol('s1'), s2 = Symbol('s2');
const o = { b: 1, [s1]: 1, 10: 1, a: 1, 2: 1, '-1': 1, '01': 1, 1.5: 1, [s2]: 1, 4294967294: 1, 4294967295: 1, 0: 1 };
console.log(Reflect.ownKeys(o));
console.log(Object.keys(o).join(), JSON.stringify(o));
delete o.b;
o.b = 2;
o[1] = 1;
console.log(Object.keys(o).join());
const many = {};
for (let i = 30; i > 0; i--) many[`k${i % 7}_${i}`] = i;
for (const key of Object.keys(many)) if (many[key] % 3) delete many[key];
many.again = 1;
many.k0_7 = 2;
console.log(Object.entries(many).join(' '));

const proto = { inherited: 1, shared: 1, 5: 1 };
const child = Object.create(proto, { hidden: { value: 1 }, own: { value: 1, enumerable: true } });
child.shared = 2;
child[3] = 3;
const seen = [];
for (const key in child) seen.push(key);
console.log(seen.join());
Object.defineProperty(child, 'inherited', { value: 1, enumerable: false });
const hidden = [];
for (const key in child) hidden.push(key);
console.log(hidden.join(), Object.getOwnPropertyNames(child));

// Changing the object while it is enumerated.
const changing = { a: 1, b: 2, c: 3, d: 4 };
const visited = [];
for (const key in changing) { visited.push(key); if (key === 'a') { delete changing.b; changing.e = 5; } }
console.log(visited.join(), Object.keys(changing).join());
class P { z = 1; constructor() { this.y = 2; } x = 3; static m() {} static 2 = 0; static a = 0; }
console.log(Object.keys(new P()), Reflect.ownKeys(P).filter((k) => !['length', 'name', 'prototype'].includes(k)));
console.log(Object.keys('abc'), Object.keys([7, , 8]), Object.getOwnPropertyNames('ab'), Object.entries({ x: 1, 0: 2 }).flat());
const array = ['a', 'b'];
array.extra = 1;
array[5] = 'f';
array[-1] = 'negative';
const indices = [];
for (const i in array) indices.push(`${typeof i}:${i}`);
console.log(indices.join(' '), array.length, array);
console.log(Object.keys(Object.assign({}, { z: 1 }, { a: 1 }, { z: 2 })), Object.keys({ ...{ q: 1 }, p: 1, ...{ q: 2 } }), Object.keys(Object.fromEntries([['y', 1], ['x', 1], ['y', 2]])));
console.log([...new Map(Object.entries({ b: 1, a: 2 })).keys()], Object.keys(JSON.parse('{"b":1,"2":1,"a":1,"b":3,"1":0}')));
