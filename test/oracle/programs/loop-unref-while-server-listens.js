// What keeps no process by itself still comes about while a server, or a request that nobody answers, keeps it.
const http = require('node:http');
const server = http.createServer((request) => { if (request.url === '/slow') console.log('asked'); }).listen(0, () => {
  const { port } = server.address();
  const request = http.get({ port, path: '/slow', timeout: 100 });
  request.on('timeout', () => {
    console.log('no answer');
    request.destroy();
  });
  request.on('error', (error) => console.log(error.code));
  let ticks = 0;
  const interval = setInterval(() => console.log('interval', ++ticks), 150).unref();
  setTimeout(() => {
    console.log('unref', ticks);
    fetch(`http://localhost:${port}/fetched`, { signal: AbortSignal.timeout(60) }).catch((error) => {
      console.log(error.name, error.message);
      setTimeout(() => {
        console.log('closing');
        clearInterval(interval);
        server.close(() => console.log('closed'));
        server.closeAllConnections();
      }, 200).unref();
    });
  }, 400).unref();
});
process.on('exit', () => console.log('exit'));
