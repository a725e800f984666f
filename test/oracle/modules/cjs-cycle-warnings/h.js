const g = require('./g.js'); console.log(g.inherited, g.nope);
try { require('./i.js') } catch (e) { console.log(e.message) }
