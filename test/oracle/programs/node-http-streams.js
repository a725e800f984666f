// A small service: JSON, a stream as an answer, a request that is piped, several at once, and a signal.
const http = require('http');
const { Readable, Transform } = require('stream');
const { once } = require('events');
const { text, json } = require('stream/consumers');
const server = http.createServer();
server.on('request', async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://here');
  if (pathname === '/echo') request.pipe(new Transform({ transform(chunk, encoding, callback) { callback(null, String(chunk).toUpperCase()); } })).pipe(response);
  else if (pathname === '/items') response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ items: searchParams.getAll('id') }));
  else if (pathname === '/stream') Readable.from(['a', 'b', 'c']).pipe(response);
  else if (pathname === '/slow') setTimeout(() => response.end(searchParams.get('ms')), Number(searchParams.get('ms')));
  else response.writeHead(404, 'Nowhere').end();
});
(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${server.address().port}`;
  const get = async (path) => { const [response] = await once(http.get(base + path), 'response'); return response; };
  console.log(await json(await get('/items?id=1&id=2')));
  console.log(await text(await get('/stream')));
  const missing = await get('/nope');
  console.log(missing.statusCode, missing.statusMessage, await text(missing));
  const request = http.request(base + '/echo', { method: 'POST' });
  Readable.from(['some ', 'words']).pipe(request);
  const [response] = await once(request, 'response');
  console.log(await text(response));
  const order = [];
  await Promise.all([60, 5, 30].map(async (ms) => { order.push(await text(await get(`/slow?ms=${ms}`))); }));
  console.log(order);
  const controller = new AbortController();
  const doomed = http.get(base + '/slow?ms=1000', { signal: controller.signal });
  setTimeout(() => controller.abort(), 20);
  const [error] = await once(doomed, 'error').catch((thrown) => [thrown]);
  console.log(error.name, error.code);
  server.closeAllConnections();
  server.close();
})();
