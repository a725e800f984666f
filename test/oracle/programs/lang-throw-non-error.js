// Thrown values that are no errors: caught ones of every kind, and one that is not caught.
const thrown = [undefined, null, 0, '', 'text', 42n, true, [1, [2]], { a: { b: 1 } }, () => 1, Symbol('s')];
for (const value of thrown) {
  try {
    throw value;
  } catch (caught) {
    console.log(typeof caught, Object.is(caught, value), caught instanceof Error);
  }
}
function rethrow(value) {
  try {
    throw value;
  } catch (error) {
    if (typeof error === 'string') throw { wrapped: error };
    throw error;
  } finally {
    console.log('passing', typeof value);
  }
}
try {
  rethrow('word');
} catch ({ wrapped }) {
  console.log('unwrapped', wrapped);
}
const fake = { name: 'FakeError', message: 'has the fields, but no stack', toString() { return 'fake to string'; } };
try {
  rethrow(fake);
} catch (error) {
  console.log(`${error}`, error.stack);
}
console.log('the last one is not caught');
throw { code: 404, reason: ['not', 'found'] };
