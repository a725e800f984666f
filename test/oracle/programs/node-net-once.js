// A server of lines, by events.once and readline.
const net = require('net'); const { once } = require('events'); const rl = require('readline');
(async () => {
  const server = net.createServer(); server.listen(0, '127.0.0.1'); await once(server, 'listening');
  const c = net.connect({ port: server.address().port, host: 'localhost', family: 4 }); c.on('lookup', (...a) => console.log('lookup', ...a));
  const [[s]] = await Promise.all([once(server, 'connection'), once(c, 'connect')]); console.log('both');
  const lines = rl.createInterface({ input: s }); lines.on('line', (l) => { console.log('line', l); s.write(l.length + '\n'); }); lines.on('close', () => console.log('lines closed'));
  c.write('a line\nanother\npart'); const [d] = await once(c, 'data'); console.log(String(d));
  c.end(' rest\n'); await once(c, 'close'); console.log('closed', c.bytesRead);
  await new Promise((r) => server.close(r)); console.log('done');
})();
