const http = require('http');
console.log(http.STATUS_CODES[404], http.STATUS_CODES[418], http.METHODS.length, http.METHODS.includes('GET'), http.maxHeaderSize);
const attempt = (run) => { try { run(); console.log('passed'); } catch (error) { console.log(error.name, error.code, error.message); } };
attempt(() => http.request({ protocol: 'https:' }));
attempt(() => http.request({ path: '/a b' }));
attempt(() => http.request({ method: 5 }));
attempt(() => http.validateHeaderName('a b'));
attempt(() => http.validateHeaderValue('x', undefined));
attempt(() => http.validateHeaderValue('x', 'a\nb'));
attempt(() => http.createServer().listen(70000));
const server = http.createServer((request, response) => {
  attempt(() => response.writeHead(5));
  attempt(() => response.setHeader('a b', 'x'));
  attempt(() => response.setHeader('x', undefined));
  response.write('begun');
  attempt(() => response.setHeader('x', 'y'));
  attempt(() => response.writeHead(200));
  response.on('error', (error) => console.log('response error', error.code));
  response.end('!', () => console.log('ended', response.writableEnded, response.writableFinished));
  response.write('more');
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address();
  const second = http.createServer();
  second.on('error', (error) => console.log(error.code, error.syscall, error.message.replace(String(port), 'PORT'), error.address));
  second.listen(port, '127.0.0.1');
  http.get(`http://127.0.0.1:${port}/`, (response) => {
    response.resume();
    response.on('end', () => {
      server.close(() => {
        http.get({ host: '127.0.0.1', port, agent: new http.Agent() }, () => {}).on('error', (error) => console.log('refused', error.code, error.errno, error.syscall, error.address, error.message.replace(String(port), 'PORT'))).on('close', () => console.log('request close'));
        server.close((error) => console.log(error.code, error.message));
      });
    });
  });
});
const aborted = http.request({ host: '127.0.0.1', port: 1 });
aborted.on('error', (error) => console.log('aborted', error.code, error.message));
aborted.destroy();
