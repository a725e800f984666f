// node:test: hooks without tests.
const { before, after, beforeEach } = require('node:test');
before(() => console.log('b'));
after(() => {
  console.log('a');
  throw new Error('after fails');
});
beforeEach(() => console.log('be'));
