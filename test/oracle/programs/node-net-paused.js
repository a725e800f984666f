// A socket that begins paused, and what it counts.
const net = require('net'); const log = console.log;
const server = net.createServer({ pauseOnConnect: true }, (s) => { log('connection', s.isPaused(), s.readableFlowing); s.on('data', (d) => log('data', String(d), s.bytesRead)); s.on('end', () => log('end')); s.on('close', () => { log('close', s.bytesRead, s.bytesWritten); server.close(); }); setTimeout(() => { log('resume'); s.resume(); }, 20); });
server.listen(0, () => {
  log(server.address().family);
  const c = net.connect(server.address().port, '127.0.0.1'); log(c.write('early'), c.bytesWritten, c.writableLength, c.pending);
  c.on('connect', () => { log(c.bytesWritten, c.remoteAddress, c.remoteFamily, c.localAddress, c.localFamily, c.remotePort === server.address().port); c.write('€'); c.write('x', 'latin1'); c.write(new Uint8Array([65, 66])); log(c.bytesWritten); c.pause(); c.end(); });
  c.on('close', () => log('c close', c.bytesWritten));  c.resume();
});
