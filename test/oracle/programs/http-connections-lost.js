// Either end of a connection gives it up: what requests and responses hear of it.
const http = require('http');
const server = http.createServer((req, res) => {
  const log = (...a) => console.log(req.url, ...a);
  for (const n of ['close', 'aborted', 'error', 'end']) req.on(n, (e) => log('req', n, e?.code, e?.message, req.destroyed, req.aborted));
  for (const n of ['close', 'finish', 'error']) res.on(n, (e) => log('res', n, e?.code, res.destroyed, res.writableFinished, res.writableEnded));
  req.socket.on('close', () => log('socket close'));
  if (req.url === '/read') req.resume();
  if (req.url === '/some') res.write('some');
  if (req.url === '/self') { req.destroy(); }
  if (req.url === '/selfres') { res.destroy(); }
  if (req.url === '/later') setTimeout(() => { log('write', res.write('x'), res.end('y') === res); }, 160);
}).listen(0, async () => {
  const { port } = server.address();
  const ask = (path, kill, options) => new Promise((done) => {
    const r = http.get({ port, path, agent: false, ...options }, (res) => { res.on('error', (e) => console.log(path, 'client res', e.code)); res.on('close', () => console.log(path, 'client res close')); if (kill === 'res') res.destroy(); });
    r.on('error', (e) => console.log(path, 'client', e.code, e.message)); r.on('close', () => { console.log(path, 'client close'); setTimeout(done, 200); });
    if (kill === 'req') setTimeout(() => r.destroy(), 80);
  });
  await ask('/plain', 'req'); await ask('/read', 'req'); await ask('/some', 'res'); await ask('/self'); await ask('/selfres'); await ask('/later', 'req');
  server.getConnections((e, n) => console.log('connections', n));
  server.close(() => console.log('closed'));
});
