// Sockets as streams.
const net = require('net'); const log = console.log; const { pipeline, Transform } = require('stream');
const server = net.createServer((s) => { s.pipe(new Transform({ transform(c, e, cb) { cb(null, String(c).toUpperCase()); } })).pipe(s); s.on('close', () => log('s close')); });
server.listen(0, '127.0.0.1', async () => {
  const c = net.connect(server.address().port, '127.0.0.1');
  c.write('hello '); c.end('world');
  let all = ''; for await (const d of c) { all += d; } log(all, c.destroyed);
  const d = net.createConnection({ port: server.address().port, host: '127.0.0.1' });
  pipeline(async function* () { yield 'x'; yield 'y'; }, d, async function (src) { for await (const p of src) log('got', String(p)); }, (e) => { log('done', e); server.close(() => log('closed')); });
});
