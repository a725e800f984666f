// Found by the fuzzer: of two properties with the same name the first is evaluated, the second counts.
const log = (value) => (console.log('evaluated', value), value);
console.log({ b: log(1), b: 2 });
console.log({ b: 1, b: log(2) });
console.log({ a: log('a'), b: log('b'), a: 'constant', c: 3 });
console.log({ name: log(1), x: 2, name: 'last', ['name']: log('computed'), name: 'really' });
console.log(Object.keys({ z: log(1), y: 2, z: 3, 1: log(4), 0: 5, 1: 6 }));
console.log({ m() {}, m: 1 }, { m: log(1), m() {} }.m.name, { get m() { return 1; }, m: log(2) });
console.log({ m: log(2), get m() { return 1; } }.m, { ...{ q: 1 }, q: log(2), q: 3 });
console.log({ __proto__: { inherited: true }, a: log(0), a: 1 }.inherited);
