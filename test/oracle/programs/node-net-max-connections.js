// More connections than a server takes.
const net = require('net'); const log = console.log;
const server = net.createServer((s) => { log('connection'); s.on('error', () => {}); s.resume(); }); server.maxConnections = 1;
server.on('drop', (d) => log('drop', Object.keys(d), d.localAddress, d.remoteFamily, d.localPort === server.address().port));
server.listen(0, '127.0.0.1', () => {
  const port = server.address().port;
  const a = net.connect(port, '127.0.0.1', () => { log('a connect');
    const b = net.connect(port, '127.0.0.1', () => log('b connect'));
    b.on('end', () => log('b end')); b.on('error', (e) => log('b error', e.code)); b.resume();
    b.on('close', (e) => { log('b close', e); log(server.getConnections((e, n) => { log('connections', e, n); a.end(); }) === server); });
  });
  a.resume(); a.on('close', () => { log('a close'); server.getConnections((e, n) => log(n)); server.close(() => log('server close')); });
});
