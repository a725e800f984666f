// Sockets and servers with signals.
const net = require('net'); const log = console.log;
const ac = new AbortController();
const server = net.createServer((s) => { s.on('error', (e) => log('s', e.code)); s.resume(); });
server.on('close', () => log('server close'));
server.listen({ port: 0, host: '127.0.0.1', signal: ac.signal }, () => {
  const inner = new AbortController();
  const c = net.connect({ port: server.address().port, host: '127.0.0.1', signal: inner.signal }, () => { log('connect'); inner.abort(); });
  c.on('error', (e) => log(e.name, e.code, e.message)); c.on('close', (e) => { log('close', e); ac.abort(); });
});
(async () => { const s = net.createServer().listen(0); await s[Symbol.asyncDispose](); log('disposed', s.listening); })();
