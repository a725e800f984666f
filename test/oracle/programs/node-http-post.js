const http = require('http');
const server = http.createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  const { host, ...headers } = request.headers;
  console.log('got', request.method, JSON.stringify(body), headers);
  if (request.url === '/json') {
    response.setHeader('Content-Type', 'application/json');
    response.write('{"length":');
    response.end(`${body.length}}`);
  } else if (request.url === '/empty') response.writeHead(204).end();
  else if (request.url === '/late') setTimeout(() => response.end('later'), 20);
  else {
    response.statusCode = 404;
    response.end('no such thing');
  }
});
const ask = (port, options, body) => new Promise((resolve, reject) => {
  const request = http.request({ host: '127.0.0.1', port, ...options }, (response) => {
    const parts = [];
    response.on('data', (chunk) => parts.push(chunk));
    response.on('end', () => {
      const { date, ...headers } = response.headers;
      console.log('answer', response.statusCode, response.statusMessage, String(Buffer.concat(parts)), headers);
      resolve();
    });
  });
  request.on('error', reject);
  if (Array.isArray(body)) for (const part of body) request.write(part);
  else if (body !== undefined) request.write(body);
  request.end();
});
server.listen(0, async () => {
  const { port } = server.address();
  await ask(port, { method: 'POST', path: '/json', headers: { 'Content-Type': 'text/plain', 'Content-Length': 4 } }, 'abcd');
  await ask(port, { method: 'PUT', path: '/json' }, ['one ', 'two']);
  await ask(port, { method: 'POST', path: '/empty' });
  await ask(port, { method: 'DELETE', path: '/none' });
  await ask(port, { path: '/late' });
  await ask(port, { method: 'HEAD', path: '/none' });
  server.close();
});
