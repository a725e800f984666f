module.exports = { esm: 1, get [Symbol.toStringTag]() { return 'x' } };
Object.defineProperty(module.exports, '__esModule', { value: true });
require('./f.js');
module.exports.f = 1;
