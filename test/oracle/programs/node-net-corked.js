// Corked writes, small buffers, closing twice.
const net = require('net'); const log = console.log;
const server = net.createServer({ highWaterMark: 10 }, (s) => { log(s.readableHighWaterMark, s.writableHighWaterMark, s.server === server); log(s.write('0123456789abc', () => log('written'))); s.on('drain', () => log('drain')); s.cork(); s.write('a'); s.write('b'); s.uncork(); s.end(); });
server.on('connection', (s) => log('also')); server.once('close', () => log('server close'));
server.listen(0, '127.0.0.1', () => { log(Object.keys(server.address()), server.maxConnections, server.listening); server.getConnections((e, n) => log(n)); const c = net.createConnection(server.address().port, '127.0.0.1'); c.on('data', (d) => log(String(d))); c.on('close', () => { server.getConnections((e, n) => { log(n); server.close(); server.close((e) => log('twice', e.code)); }); }); });
process.on('exit', (c) => log('exit', c));
