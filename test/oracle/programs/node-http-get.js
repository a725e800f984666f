const http = require('http');
const server = http.createServer((request, response) => {
  console.log('request', request.method, request.url, request.headers, request.httpVersion);
  response.setHeader('X-Custom', 'value');
  response.setHeader('Set-Cookie', ['a=1', 'b=2']);
  response.writeHead(201, { 'Content-Type': 'text/plain' });
  console.log(response.headersSent, response.getHeaderNames(), response.getHeader('x-custom'));
  response.on('finish', () => console.log('response finish'));
  response.on('close', () => console.log('response close'));
  response.end('hello');
});
server.on('close', () => console.log('server close'));
server.listen(0, '127.0.0.1', () => {
  const { address, family, port } = server.address();
  console.log('listening', address, family, port > 0, server.listening);
  http.get({ host: '127.0.0.1', port, path: '/some/path?x=1', headers: { Host: 'example.test', 'X-Asked': 'yes' } }, (response) => {
    const { date, ...headers } = response.headers;
    console.log('response', response.statusCode, response.statusMessage, headers, typeof date, response.rawHeaders.filter((_, i) => i % 2 === 0));
    response.setEncoding('utf8');
    response.on('data', (chunk) => console.log('data', chunk));
    response.on('end', () => {
      console.log('end', response.complete);
      server.close(() => console.log('closed'));
    });
  });
});
