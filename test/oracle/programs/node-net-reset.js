// Resetting a connection.
const net = require('net'); const log = console.log;
const server = net.createServer((s) => { s.on('error', (e) => log('s error', e.message, e.code)); s.on('close', (e) => { log('s close', e); server.close(); }); s.on('end', () => log('s end')); s.resume(); });
server.listen(0, '127.0.0.1', () => {
  const c = net.connect(server.address().port, '127.0.0.1', () => { log(c.resetAndDestroy() === c, c.destroyed); });
  c.on('close', (e) => log('c close', e)); c.on('error', (e) => log('c error', e.message));
});
const k = new net.Socket(); k.on('error', (e) => log(e.code, e.message)); k.on('close', (e) => log('k close', e)); k.resetAndDestroy();
