// Sockets and servers that keep no process.
const net = require('net'); const log = console.log;
const server = net.createServer((s) => { s.unref(); }).listen(0, '127.0.0.1', () => {
  const c = net.connect(server.address().port, '127.0.0.1', () => { log('connect'); log(c.unref() === c, server.unref() === server); });
  c.on('close', () => log('never'));
});
process.on('beforeExit', () => log('beforeExit')); process.on('exit', () => log('exit'));
