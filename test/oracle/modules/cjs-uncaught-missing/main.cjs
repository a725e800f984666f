console.log('before');
const x = require('./lib');
console.log('never');
