// node:test: process.exit in a test.
const { test, after } = require('node:test');
test('a', () => console.log('a'));
test('b', async () => {
  await new Promise((r) => setTimeout(r, 5));
  process.exit(3);
});
test('c', () => {});
