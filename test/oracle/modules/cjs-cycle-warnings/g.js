exports.a = 1;
Object.setPrototypeOf(exports, { inherited: 1 });
require('./h.js');
console.log(Object.getPrototypeOf(exports));
