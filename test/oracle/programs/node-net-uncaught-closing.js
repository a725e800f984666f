// Exceptions behind writes and ends, and while handles close.
const net = require('net'); const log = console.log;
process.on('uncaughtException', (e) => { log('uncaught', e.message); });
const server = net.createServer((s) => { s.on('close', () => { log('s close'); throw new Error('in close'); }); s.on('data', (d) => { s.write('y', () => { throw new Error('in callback'); }); }); });
server.on('close', () => log('server close'));
server.listen(0, '127.0.0.1', () => { const c = net.connect(server.address().port, '127.0.0.1', () => { c.write('x'); }); c.on('data', (d) => { log(String(d)); c.end(() => { throw new Error('in end callback'); }); }); c.on('close', () => { log('c close'); server.close(); setImmediate(() => log('immediate')); throw new Error('in c close'); }); });
