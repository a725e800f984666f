// What Node's wrapper gives a file: this, module, exports, arguments; return is allowed at the top.
console.log(this === module.exports, this === exports, typeof require, arguments.length);
console.log(__filename.endsWith('commonjs-wrapper.js'), __dirname.length < __filename.length, require.main === module);
var notGlobal = 1;
globalThis.isGlobal = 2;
console.log(globalThis.notGlobal, isGlobal, typeof global, global === globalThis);
exports.a = 1;
module.exports.b = 2;
console.log(module.exports, module.id, module.loaded);
(function () {
  console.log(this === globalThis);
})();
(function () {
  'use strict';
  console.log(this);
})();
if (true) return;
console.log('never');
