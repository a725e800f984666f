const c = require('./c.js'); c.nope; 
const e = require('./e.js');
