// Exceptions in the callbacks of sockets.
const net = require('net'); const log = console.log;
process.on('uncaughtException', (e) => { log('uncaught', e.message); });
const server = net.createServer((s) => { s.on('data', (d) => { setImmediate(() => log('immediate')); process.nextTick(() => log('tick')); throw new Error('in data ' + d); }); s.on('end', () => { throw new Error('in end'); }); s.on('close', () => { log('s close'); server.close(); throw new Error('in close'); }); if (server.listeners('connection').length === 1) throw new Error('in connection'); });
server.listen(0, '127.0.0.1', () => { const c = net.connect(server.address().port, '127.0.0.1', () => { c.write('x'); process.nextTick(() => log('tick c')); throw new Error('in connect'); }); c.on('ready', () => log('ready')); setTimeout(() => c.end(), 30); setTimeout(() => { c.destroy(); server.close(); }, 80); c.on('close', () => log('c close')); c.resume(); });
