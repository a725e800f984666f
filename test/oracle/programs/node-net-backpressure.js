// More than fits in: drain.
const net = require('net'); const log = console.log;
const server = net.createServer((s) => { let t = 0; s.on('data', (d) => { t += d.length; if (t % 1000000 === 0) log('at', t); }); s.on('end', () => { log('total', t); s.end(String(t)); }); });
server.listen(0, '127.0.0.1', () => {
  const c = net.connect(server.address().port, '127.0.0.1'); let i = 0, full = 0;
  c.on('connect', function go() { while (i < 2000) { i++; if (!c.write(Buffer.alloc(10000))) { full++; c.once('drain', go); return; } } c.end(); });
  c.on('data', (d) => log(String(d), i)); c.on('close', () => { log('close', c.bytesWritten, full > 0); server.close(); });
});
