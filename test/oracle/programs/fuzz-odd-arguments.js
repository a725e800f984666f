// Node's own checks of arguments; what is printed and in which order.
const attempt = (run) => { try { console.log(run()); } catch (error) { console.log(error.name, error.code, error.message); } };
for (const value of [undefined, null, 5, 'open', {}, [], Symbol('s'), 3n, /a/]) attempt(() => process.on('x', value));
for (const value of ['a', '', '1.5', 0.5, {}, true, '7', NaN]) attempt(() => { process.exitCode = value; return process.exitCode; });
attempt(() => process.exit('constructor'));
process.exitCode = undefined;
Promise.any([]).catch((error) => console.log(error, error.stack));
console.log({ ...'a', get a() { return 1; }, 'a b': 255 }, { ...{}, x: 1, get a() { return 1; }, set a(v) {}, c: 255 }, { ...{}, get a() { return 1; }, a: 2 }, { ...{}, a: 2, get a() { return 1; } });
console.log({ get a() { return 1; }, 'a b': 255 }, { ['x']: 1, get a() { return 1; }, b: 255 }, { ...{}, get a() { return 1; }, b: 2, ...{ c: 3 }, get d() { return 4; }, e: 5 });
console.log('%s %s', Object(Symbol('o')), new Date(0));
