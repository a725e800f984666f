// Servers and clients at a path.
const net = require('net'); const { log } = console;
const path = `/tmp/underhood-${process.pid}.sock`;
const shown = (text) => String(text).replaceAll(path, 'PATH');
const server = net.createServer((s) => { log('connection', s.remoteAddress, s.remotePort, s.localAddress, shown(JSON.stringify(s.address())), s.remoteFamily); s.on('data', (d) => { log('server', String(d)); s.write('echo ' + d); }); s.on('end', () => log('s end')); s.on('close', (e) => log('s close', e)); });
log(server.listen(path) === server, server.listening, shown(server.address()));
server.on('listening', () => { log('listening', shown(server.address()));
  const taken = net.createServer().on('error', (e) => { log(shown(e.message), e.code, e.errno, e.syscall, shown(e.address), e.port, Object.keys(e)); begin(); }); taken.listen({ path });
});
process.nextTick(() => log('tick'));
function begin() {
  const c = net.connect(path); log(c.connecting, c.readyState, shown(JSON.stringify(c.address())));
  for (const n of ['connectionAttempt', 'lookup', 'connect', 'ready', 'end', 'finish']) c.on(n, (...a) => log('client', n, ...a.map(shown)));
  process.nextTick(() => log('tick 2')); setImmediate(() => log('immediate'));
  c.on('connect', () => { log(shown(JSON.stringify(c.address())), c.remoteAddress, c.pending); c.write('one'); setImmediate(() => log('immediate of connect')); });
  c.on('data', (d) => { log('client', String(d)); c.end(); });
  c.on('close', (e) => { log('client close', e);
    server.close(() => { log('server close', shown(server.address()));
      const none = net.createConnection({ path }, () => log('never')); none.on('error', (e) => { log(shown(e.message), e.code, e.errno, e.syscall, shown(e.address), e.port, Object.keys(e)); setImmediate(() => log('immediate 3')); }); none.on('close', (e) => log('close', e)); none.on('connectionAttemptFailed', (...a) => log('failed', ...a.map(shown)));
      process.nextTick(() => log('tick 3')); setImmediate(() => log('immediate 2'));
    });
  });
}
