const e = require('./e.js'); console.log(e.nope, Object.getPrototypeOf(e) === Object.prototype);
require('./g.js')
