// Writing after the end, and after it is closed.
const net = require('net'); const log = console.log;
const server = net.createServer((s) => { s.on('error', (e) => log('s', e.code)); s.resume(); }).listen(0, '127.0.0.1', () => {
  const c = net.connect(server.address().port, '127.0.0.1', () => {
    c.end('x'); log(c.write('late', (e) => log('late', e.code, e.message))); c.destroySoon(); log(c.destroyed, c.writableEnded, c.writableFinished);
  });
  c.on('error', (e) => log('error', e.code)); c.on('close', (b) => { log('close', b);
    log(c.write('z', (e) => log('z', e.code))); c.end((e) => log('end', e && e.code)); c.destroy(); 
    const d = net.connect(server.address().port, '127.0.0.1', () => { d.destroy(); log(d.write('q', (e) => log('q', e.code)), d.readyState, d.remoteAddress, d.localPort, d.address()); }); d.on('close', () => { log('d close'); server.close(); });
  });
});
