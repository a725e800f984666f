// A server that hangs up at once.
const net = require('net'); const log = console.log;
const server = net.createServer((s) => { log('connection'); s.on('close', (e) => log('s close', e)); s.on('error', (e) => log('s error', e.message)); s.destroy(); });
server.listen(0, '127.0.0.1', () => {
  const c = net.connect(server.address().port, '127.0.0.1');
  for (const n of ['connect', 'ready', 'end', 'finish', 'close', 'error']) c.on(n, (...a) => log('client', n, ...a.map(String)));
  c.on('data', () => {});
  c.on('close', () => server.close(() => log('server close')));
  const d = net.connect(server.address().port, '127.0.0.1', () => { log('d connect'); setImmediate(() => log('immediate')); process.nextTick(() => log('tick')); });
  d.on('close', (e) => log('d close', e)); d.on('error', (e) => log('d error', e.message)); d.resume();
});
