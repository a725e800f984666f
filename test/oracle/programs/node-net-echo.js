// One connection from its beginning to its end, between ticks, microtasks and immediates.
const net = require('net');
const log = (...a) => console.log(...a);
const server = net.createServer((s) => {
  log('connection'); process.nextTick(()=>log('tick in connection')); setImmediate(()=>log('immediate in connection'));
  s.on('data', (d) => { log('server data', d.toString()); setImmediate(()=>log('immediate in server data')); s.write('echo ' + d, () => log('server written')); });
  s.on('end', () => log('server end'));
  s.on('finish', () => log('server finish'));
  s.on('close', (e) => log('server socket close', e));
});
server.on('close', () => log('server close'));
server.listen(0, '127.0.0.1', () => {
  log('listening');
  const c = net.connect(server.address().port, '127.0.0.1');
  for (const n of ['connectionAttempt','lookup','connect', 'ready', 'end', 'finish', 'close', 'drain']) c.on(n, () => log('client', n));
  c.on('connect', () => { setImmediate(()=>log('immediate in connect')); Promise.resolve().then(()=>log('micro in connect')); log('write', c.write('one', () => log('client written'))); });
  c.on('data', (d) => { log('client data', d.toString()); c.end(() => log('end cb')); server.close(() => log('close cb')); setImmediate(()=>log('immediate in client data')); });
});
