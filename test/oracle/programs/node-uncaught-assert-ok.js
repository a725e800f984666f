const assert = require('node:assert/strict');
const values = [1, 2, 3];
console.log('before');
assert.ok(values.includes(4) && values.length > 5);
