// Data, timers that are late and immediates.
const net = require('net'); const log = console.log; const fs = require('fs');
// timers that are due, immediates and sockets together
const server = net.createServer((s) => { s.on('data', (d) => { log('data', String(d)); }); s.on('end', () => server.close()); });
server.listen(0, '127.0.0.1', () => { const c = net.connect(server.address().port, '127.0.0.1'); c.on('connect', () => { setTimeout(() => { c.write('a'); setImmediate(() => log('immediate')); const end = Date.now() + 5; setTimeout(() => log('timer'), 1); while (Date.now() < end); c.write('b'); }, 10); setTimeout(() => c.end('c'), 50); }); });
