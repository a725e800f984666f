// A server accepts one connection in each iteration of the loop.
const net = require('net');
const log = (...a) => console.log(...a);
let n = 0;
const server = net.createServer((s) => {
  const id = ++n;
  log('connection', id); setImmediate(()=>log('immediate in connection', id));
  s.on('data', (d) => { log('server data', id, d.toString()); s.write('echo ' + d);});
  s.on('end', () => log('server end', id));
  s.on('close', (e) => {log('server socket close', id); if (id==3) server.close();});
});
server.listen(0, '127.0.0.1', () => {
  for (const k of [1,2,3]) {
  const c = net.connect(server.address().port, '127.0.0.1');
  c.on('connect', () => { log('connect', k); c.write('hello'+k); });
  c.on('data', (d) => { log('client data', k, d.toString()); c.end(); });
  c.on('close', () => log('client close', k));
  }
});
