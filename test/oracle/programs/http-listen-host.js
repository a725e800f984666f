// Where to listen is looked up before a server listens.
const s = require('http').createServer().listen(0, '127.0.0.1', () => { console.log('listening'); s.close(); });
console.log(s.listening, s.address());
process.nextTick(() => { console.log('tick', s.listening); process.nextTick(() => { console.log('tick 2', s.listening); process.nextTick(() => console.log('tick 3')); }); });
const u = require('http').createServer().listen(0, () => { console.log('listening u'); u.close(); });
console.log(u.listening);
const v = require('http').createServer().listen(0, 'localhost', () => { console.log('listening v'); v.close(); });
console.log(v.listening);
