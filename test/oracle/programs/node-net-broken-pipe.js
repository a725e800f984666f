// Writing to somebody who has gone.
const net = require('net'); const log = console.log;
const server = net.createServer({allowHalfOpen: true}, (s) => { s.on('error', (e) => log('s error', e.message, e.code)); s.on('close', (e) => { log('s close', e); server.close(); });
  s.on('end', () => { log('s end');  setTimeout(() => { log(s.write('one', (e) => log('one', e && e.message)));
    setTimeout(() => { log(s.write('two', (e) => log('two', e && e.message))); s.write('three', (e) => log('three', e && e.code)); }, 20); }, 20); });
  s.resume();
});
server.listen(0, '127.0.0.1', () => {
  const c = net.connect(server.address().port, '127.0.0.1', () => { c.destroy(); });
  c.on('close', (e) => log('client close', e));
});
