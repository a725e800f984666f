// Array patterns pull from iterators, and close them when they stop before the end.
function source(name, values, { onReturn } = {}) {
  let index = 0;
  return {
    [Symbol.iterator]() { console.log(name, 'opened'); return this; },
    next() {
      const done = index >= values.length;
      console.log(name, done ? 'exhausted' : `gives ${values[index]}`);
      return done ? { value: undefined, done: true } : { value: values[index++], done };
    },
    return() { console.log(name, 'closed'); return onReturn ? onReturn() : {}; },
  };
}
const [a, b] = source('A', [1, 2, 3]);
const [c, d, e] = source('B', [1, 2]);
const [f, ...g] = source('C', [1, 2, 3]);
const [] = source('D', [1]);
const [, , h] = source('E', [1, 2, 3, 4]);
console.log(a, b, c, d, e, f, g, h);

// A default that throws closes the iterator, and its error wins over an error of closing.
const fail = (message) => { throw new Error(message); };
try {
  const [x = fail('default')] = source('F', [undefined, 2], { onReturn: () => fail('closing') });
} catch (error) { console.log(error.message); }
try {
  const [x] = source('G', [1, 2], { onReturn: () => fail('closing') });
} catch (error) { console.log(error.message); }
try {
  const [x] = source('H', [1, 2], { onReturn: () => 1 });
} catch (error) { console.log(`${error.name}: ${error.message}`); }

// An iterator that itself throws is not closed.
try {
  const [x] = { [Symbol.iterator]: () => ({ next: () => fail('next'), return: () => console.log('never') }) };
} catch (error) { console.log(error.message); }

// Targets are evaluated before the value is asked for.
const target = { get slot() { console.log('target looked up'); return {}; } };
[target.slot.x, target.slot.y] = source('I', [1]);

for (const [key, [inner]] of [['k', source('J', [7, 8])]]) console.log(key, inner);
console.log(Math.max(...source('K', [3, 9, 2])));
for (const bad of [1, {}, { [Symbol.iterator]: 1 }, { [Symbol.iterator]: () => 1 }, { [Symbol.iterator]: () => ({}) }]) {
  try { const [x] = bad; } catch (error) { console.log(error.message); }
}
