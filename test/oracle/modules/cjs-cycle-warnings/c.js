module.exports = class C { static s = 1 };
const d = require('./d.js');
module.exports.x = 1;
