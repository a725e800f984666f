exports.one = 1;
const b = require('./b.js');
exports.two = 2;
console.log('a: nope after', exports.nope);
