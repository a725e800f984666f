const { Assert, AssertionError } = require('assert');
const assert = require('assert');
const attempt = (run) => { try { run(); console.log('passed'); } catch (error) { console.log(error instanceof AssertionError, error.message, error.diff); } };
const strict = new Assert({ diff: 'full' });
attempt(() => strict.equal(1, '1'));
attempt(() => new Assert({ strict: false }).equal(1, '1'));
attempt(() => new Assert({ skipPrototype: true }).deepStrictEqual(Object.create(null), {}));
attempt(() => Assert());
attempt(() => new Assert({ diff: 'x' }));
const error = new AssertionError({ actual: 1, expected: 2, operator: 'strictEqual' });
console.log(error.name, error.code, error.actual, error.expected, error.operator, error.generatedMessage, String(error), Object.keys(error));
console.log(new AssertionError({ message: 'given' }).message, new AssertionError({ actual: [1], expected: [2], operator: 'deepEqual' }).message);
attempt(() => new AssertionError());
console.log(error);
try { assert.strictEqual('x'.repeat(600), 'y'); } catch (failure) { console.log(failure); }
