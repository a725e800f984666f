// What may go wrong at a path.
const net = require('net'); const { log } = console; const fails = (f) => { try { f(); log('ok'); } catch (e) { log(e.name, e.code, e.message); } };
const path = `/tmp/underhood-g2-${process.pid}.sock`; const shown = (text) => String(text).replaceAll(path, 'PATH');
fails(() => net.connect({ path: 5 })); fails(() => net.createServer().listen({ path: 5 })); fails(() => net.createServer().listen({ path: '80' }));
const bad = net.createServer().on('error', (e) => log(e.message, e.code, e.address, e.port)); bad.close();
const server = net.createServer({ pauseOnConnect: true }, (s) => { setTimeout(() => s.destroy(), 20); }).listen(path, () => {
  server.maxConnections = 1; server.on('drop', (d) => log('drop', d));
  const a = net.connect(path, () => { log('a'); fails(() => a.resetAndDestroy()); a.write('unread'); }); a.on('error', (e) => log('a error', e.code, e.message)); a.on('close', (e) => log('a close', e)); a.resume();
  a.on('ready', () => { const b = net.connect({ path }); b.on('connect', () => log('b')); b.on('error', (e) => log('b error', e.code)); b.on('end', () => log('b end')); b.on('close', (e) => { log('b close', e); setTimeout(() => server.close(), 50); }); b.resume(); });
});
