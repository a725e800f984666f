// A timer that is set beside a connection is due before the connection has brought anything.
const net = require('node:net');
const server = net.createServer((socket) => {
  console.log('accepted');
  socket.write('welcome');
  socket.on('data', (chunk) => {
    console.log('server', String(chunk));
    socket.end('bye');
  });
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => console.log('connect'));
  let count = 0;
  client.on('data', (chunk) => {
    console.log('client', String(chunk));
    if (count++ === 0) client.write('hello');
  });
  client.on('close', () => server.close());
});
setTimeout(() => console.log('timeout'), 0);
