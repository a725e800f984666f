// Sockets that are idle.
const net = require('net'); const log = console.log;
const server = net.createServer((s) => { s.setTimeout(40, () => { log('server timeout'); s.end('bye'); }); s.on('data', (d) => log('server', String(d))); s.on('close', () => log('s close')); });
server.listen(0, '127.0.0.1', () => {
  const c = net.connect(server.address().port, '127.0.0.1', () => { log(c.timeout); c.setTimeout(300); log(c.timeout); c.write('a'); setTimeout(() => c.write('b'), 20); });
  c.on('timeout', () => log('client timeout')); c.on('data', (d) => log('client', String(d)));
  c.on('close', () => { log('c close'); server.close(); });
});
const k = new net.Socket();
for (const bad of [-1, Infinity, NaN, '5', null, {}]) try { k.setTimeout(bad); log('ok', bad); } catch (e) { log(e.name, e.code, e.message); }
try { k.setTimeout(5, 5); } catch (e) { log(e.name, e.code, e.message); }
log(k.setTimeout(0) === k, k.timeout, k.readyState, k.pending, k.connecting, k.destroyed, k.address(), k.bytesRead, k.bytesWritten, k.remoteAddress, k.bufferSize);
k.on('close', (e) => log('k close', e, k.readyState)); k.destroy();
