// node:test: an error on the top level of a file that has tests ends the process.
const { test } = require('node:test');
test('a', () => console.log('a'));
throw new Error('top level');
