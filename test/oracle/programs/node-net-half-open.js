// A side that has ended still reads.
const net = require('net'); const log = console.log;
const server = net.createServer({ allowHalfOpen: true }, (s) => {
  s.setEncoding('utf8'); let got = '';
  s.on('data', (d) => { got += d; });
  s.on('end', () => { log('server end', got, s.readyState, s.writable, s.readable); setTimeout(() => { s.write('late '); s.end('answer to ' + got); log(s.readyState); }, 5); });
});
server.listen(0, '127.0.0.1', () => {
  const c = net.connect({ port: server.address().port, host: '127.0.0.1' });
  c.setEncoding('utf8');
  c.on('connect', () => { log(c.readyState); c.end('question'); log(c.readyState); });
  c.on('finish', () => log('client finish', c.readyState));
  c.on('data', (d) => log('client data', d));
  c.on('end', () => log('client end', c.readyState));
  c.on('close', () => { log('client close', c.readyState, c.bytesRead, c.bytesWritten); server.close(() => log('closed')); });
});
