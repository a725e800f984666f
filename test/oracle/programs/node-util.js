const util = require('util');
console.log(Object.keys(util).filter((name) => name !== 'isURL').join());
function Animal() {}
Animal.prototype.speak = function () { return 'speaks'; };
function Dog() {}
util.inherits(Dog, Animal);
console.log(new Dog().speak(), Dog.super_ === Animal, Object.keys(Dog), new Dog());
for (const args of [[], [1], [Dog], [Dog, {}], [Dog, () => {}]]) try { util.inherits(...args); } catch (error) { console.log(error.code, error.message); }
console.log(util.format('%s %d %i %f %j %o %O %c %%', 'a', 1.5, 1.5, '2.5', { a: 1 }, { b: [1] }, { c: 1 }, 'css'), util.format(1, 'two', { three: 3 }), util.format('%s'));
console.log(util.formatWithOptions({ compact: false, depth: 0 }, 'x', { a: { b: 1 } }));
console.log(util.stripVTControlCharacters('\u001B[31mred\u001B[39m plain'));
console.log(JSON.stringify(util.styleText('red', 'text', { validateStream: false })), JSON.stringify(util.styleText(['bold', 'underline'], 'text', { validateStream: false })), JSON.stringify(util.styleText('red', `a${util.styleText('blue', 'b', { validateStream: false })}c`, { validateStream: false })));
console.log(util.styleText('green', 'not a terminal'));
try { util.styleText('nocolor', 'x'); } catch (error) { console.log(error.code, error.message.slice(0, 80)); }
console.log(util.isDeepStrictEqual({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }), util.isDeepStrictEqual([1], ['1']), util.isDeepStrictEqual(new Set([{ a: 1 }]), new Set([{ a: 1 }])));
console.log(util.toUSVString('a\ud800b'), util.getSystemErrorName(-2), util.getSystemErrorMap().get(-13), util.getSystemErrorMessage(-17));
const old = util.deprecate((a, b) => a + b, 'old() is old', 'DEP9999');
console.log(old(1, 2), old(3, 4), old.length);
const sleep = util.promisify((ms, callback) => setTimeout(callback, ms, null, 'slept', 'second'));
sleep(1).then(console.log);
const failing = util.promisify((callback) => callback(new Error('promisified')));
failing().catch((error) => console.log(error.message));
util.callbackify(async (x) => x * 2)(21, (error, value) => console.log('callbackified', error, value));
util.callbackify(async () => { throw new Error('bad'); })((error) => console.log(error.message));
util.callbackify(() => Promise.reject(null))((error) => console.log(error.code, error.message, error.reason));
console.log(util.callbackify(async function name(a, b) {}).name, util.callbackify(async function name(a, b) {}).length);
try { util.callbackify(1); } catch (error) { console.log(error.message); }
try { util.promisify('x'); } catch (error) { console.log(error.message); }
util.debuglog('quiet')('never printed');
console.log(util.debuglog('quiet').enabled, util.inspect.custom, util.promisify.custom);
console.log(util.diff([1, 2, 3], [1, 3, 4].map(String)), util.diff('abc', 'adc'));
console.log(util.parseEnv('A=1\nB="two words"\n# comment\nC=\'x\' # y\nexport D=z'));
console.log(util.inspect.colors.red, util.inspect.styles.number, util.inspect.defaultOptions);
