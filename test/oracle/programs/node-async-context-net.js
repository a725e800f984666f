// AsyncLocalStorage in the callbacks of sockets.
const net = require('net'); const log = console.log; const { AsyncLocalStorage } = require('async_hooks'); const als = new AsyncLocalStorage();
als.run('server', () => {
  const server = net.createServer((s) => { log('connection', als.getStore()); s.on('data', () => { log('server data', als.getStore()); als.run('write', () => s.write('x', () => log('written', als.getStore()))); }); s.on('end', () => log('s end', als.getStore())); s.on('close', () => { log('s close', als.getStore()); server.close(() => log('server close', als.getStore())); }); });
  server.listen(0, '127.0.0.1', () => { log('listening', als.getStore());
    als.run('client', () => { const c = net.connect(server.address().port, '127.0.0.1', () => { log('connect', als.getStore()); als.run('inner', () => c.write('x')); }); c.on('data', () => { log('data', als.getStore()); als.run('end', () => c.end(() => log('ended', als.getStore()))); }); c.on('close', () => log('close', als.getStore())); c.on('end', () => log('c end', als.getStore())); });
  });
});
