// Callbacks as promises, and promises of timers.
const { promisify, format, inspect, inherits } = require('util');
const { setTimeout: sleep, setImmediate: turn } = require('node:timers/promises');
const assert = require('node:assert');
function half(number, callback) {
  setTimeout(() => (number % 2 ? callback(new Error(`${number} is odd`)) : callback(null, number / 2)), 1);
}
const halfAsync = promisify(half);
(async () => {
  console.log(await halfAsync(8));
  console.log(await halfAsync(7).catch((error) => error.message));
  console.log(await sleep(2, 'slept'));
  console.log(await turn('turned'));
  console.log(await promisify(setTimeout)(1, 'promisified'));
  console.log(format('%s is %d years and %j', 'Ada', 36, { a: 1 }), inspect({ a: { b: { c: {} } } }, { depth: 0 }));
  assert.deepStrictEqual({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] });
  assert.throws(() => null.x, TypeError);
  await assert.rejects(halfAsync(3), /odd/);
  try {
    assert.strictEqual(1, 2, 'one is not two');
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
})();
