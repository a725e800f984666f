// A socket that connects again.
const net = require('net'); const log = console.log; let tries = 0; let port;
const probe = net.createServer().listen(0, '127.0.0.1', () => { port = probe.address().port; probe.close(start); });
function start() {
  const c = new net.Socket();
  c.on('error', (e) => log('error', e.code)); c.on('connect', () => { log('connect', c.connecting, c.destroyed, c.readable, c.writable, c.bytesWritten); c.write('again'); }); c.on('data', (d) => { log(String(d)); c.end(); });
  c.on('close', (bad) => { log('close', bad, c.destroyed, c.connecting); if (bad) setTimeout(() => { if (++tries === 2) server.listen(port, '127.0.0.1'); log('try', tries); c.connect(port, '127.0.0.1'); }, 10); else server.close(); });
  const server = net.createServer((s) => { s.on('data', (d) => s.end('got ' + d)); });
  c.connect(port, '127.0.0.1');
}
