// Ends that come from timers.
const net = require('net'); const log = console.log;
const server = net.createServer({ allowHalfOpen: true }, (s) => { s.on('end', () => { log('s end'); s.end('bye'); s.on('finish', () => log('s finish')); setImmediate(() => log('s immediate')); }); s.on('close', () => log('s close')); s.resume(); });
server.listen(0, '127.0.0.1', () => { const c = net.connect(server.address().port, '127.0.0.1'); setTimeout(() => { log('timer'); c.end('q', () => log('ended')); setImmediate(() => { log('immediate'); setImmediate(() => log('immediate 2')); }); process.nextTick(() => log('tick')); }, 20); c.on('finish', () => log('finish')); c.on('data', () => log('data')); c.on('close', () => { log('close'); server.close(); }); });
