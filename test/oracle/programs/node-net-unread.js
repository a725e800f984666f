// What was never read makes a closed connection an error of the other side.
const net = require('net'); const log = console.log;
const server = net.createServer({ pauseOnConnect: true }, (s) => { log('connection'); s.on('error', (e) => log('s error', e.message)); s.on('close', (e) => log('s close', e)); setTimeout(() => s.destroy(), 20); });
server.listen(0, '127.0.0.1', () => {
  const c = net.connect(server.address().port, '127.0.0.1', () => c.write('never read'));
  for (const n of ['end', 'finish', 'close', 'error']) c.on(n, (...a) => log('client', n, ...a.map(String)));
  c.on('error', (e) => log(e.code, e.errno, e.syscall, Object.keys(e)));
  c.on('data', () => {});
  c.on('close', () => server.close(() => log('server close')));
});
