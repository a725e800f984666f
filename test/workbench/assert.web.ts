// Stands in for node:assert/strict in the web worker host, which has no Node: the same names, with chai's comparisons.
import { assert as chai } from 'chai';

function assert(value: unknown, message?: string): asserts value {
  chai.isOk(value, message);
}

assert.ok = assert;
assert.equal = chai.strictEqual;
assert.strictEqual = chai.strictEqual;
assert.notEqual = chai.notStrictEqual;
assert.notStrictEqual = chai.notStrictEqual;
assert.deepEqual = chai.deepEqual;
assert.deepStrictEqual = chai.deepEqual;
assert.match = (text: string, pattern: RegExp, message?: string): void => chai.match(text, pattern, message);
assert.doesNotMatch = (text: string, pattern: RegExp, message?: string): void => chai.notMatch(text, pattern, message);
assert.fail = (message?: string): never => {
  throw new Error(message ?? 'Failed');
};
assert.throws = (run: () => unknown): void => {
  chai.throws(run as () => void);
};
assert.rejects = async (promise: Promise<unknown>): Promise<void> => {
  const rejected = await promise.then(
    () => false,
    () => true,
  );
  chai.isTrue(rejected, 'Missing expected rejection.');
};

export default assert;
