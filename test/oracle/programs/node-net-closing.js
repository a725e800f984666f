// Handles close in their own phase, the last one first.
const net = require('net'); const log = console.log;
const server = net.createServer((s) => { s.on('error', (e) => log('s error', e.code)); s.resume(); s.on('close', () => log('s close')); });
server.listen(0, '127.0.0.1', () => { const port = server.address().port;
  const a = net.connect(port, '127.0.0.1'), b = net.connect(port, '127.0.0.1'), c = net.connect(port, '127.0.0.1');
  let n = 0; for (const [k, s] of Object.entries({ a, b, c })) { s.on('connect', () => { if (++n === 3) setTimeout(() => { a.destroy(); b.destroy(); c.destroy(); process.nextTick(() => log('tick')); setImmediate(() => log('immediate')); server.close(() => log('server close')); }, 10); }); s.on('close', () => { log(k, 'close'); process.nextTick(() => log(k, 'tick')); }); }
});
