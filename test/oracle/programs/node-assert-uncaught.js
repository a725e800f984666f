// A failing program prints the difference with its stack.
const assert = require('assert');
process.on('exit', (code) => console.log('exit', code));
function check() {
  assert.deepStrictEqual({ name: 'x', list: [1, 2, { deep: true }] }, { name: 'x', list: [1, 2, { deep: false }] });
}
check();
