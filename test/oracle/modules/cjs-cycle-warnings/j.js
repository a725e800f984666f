const i = require('./i.js'); i.nope; i.nope; process.on('warning', (w) => console.log('W', w.name, w.message, w.code)); 
setTimeout(() => console.log('i', Object.getPrototypeOf(i) === Object.prototype, i.after), 5);
