// Warnings that Node prints for old functions.
const util = require('util');
console.log(Buffer(3), new Buffer('x'), util.isArray([]), util._extend({ a: 1 }, { b: 2 }));
const old = util.deprecate(function old() { return this?.value; }, 'use something else', 'DEP_MINE');
console.log(old.call({ value: 1 }), old());
class Legacy { constructor(x) { this.x = x; } }
const Deprecated = util.deprecate(Legacy, 'Legacy is old');
console.log(new Deprecated(5), new Deprecated(6) instanceof Legacy);
process.on('warning', (warning) => console.log(warning.name, warning.code, warning.message.slice(0, 30)));
