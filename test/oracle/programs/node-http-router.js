// A JSON API with a router, middleware and errors, and its client.
const http = require('http');
const routes = [];
const on = (method, pattern, handler) => routes.push({ method, expression: new RegExp('^' + pattern.replace(/:(\w+)/g, '(?<$1>[^/]+)') + '$'), handler });
const notes = new Map();
class HttpError extends Error { constructor(status, message) { super(message); this.status = status; } }
on('GET', '/notes', () => [...notes.values()]);
on('POST', '/notes', ({ body }) => { if (!body.text) throw new HttpError(422, 'text is missing'); const note = { id: notes.size + 1, ...body }; notes.set(note.id, note); return note; });
on('GET', '/notes/:id', ({ params }) => { const note = notes.get(+params.id); if (!note) throw new HttpError(404, 'no note ' + params.id); return note; });
on('DELETE', '/notes/:id', ({ params }) => ({ removed: notes.delete(+params.id) }));
on('GET', '/crash', async () => { await null; null.x; });
const server = http.createServer(async (request, response) => {
  const started = process.hrtime.bigint();
  try {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const route = routes.find(({ method, expression }) => method === request.method && expression.test(request.url));
    if (route === undefined) throw new HttpError(routes.some(({ expression }) => expression.test(request.url)) ? 405 : 404, http.STATUS_CODES[404]);
    const body = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks)) : {};
    const result = await route.handler({ body, params: { ...route.expression.exec(request.url).groups } });
    response.writeHead(request.method === 'POST' ? 201 : 200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(result));
  } catch (error) {
    response.statusCode = error.status ?? (error instanceof SyntaxError ? 400 : 500);
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ error: error.message }));
  } finally {
    console.log(request.method, request.url, response.statusCode, process.hrtime.bigint() > started);
  }
});
const call = (method, path, body) => new Promise((resolve, reject) => {
  const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
  const request = http.request({ host: '127.0.0.1', port: server.address().port, method, path, headers: text === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) } }, (response) => {
    let data = '';
    response.setEncoding('utf8').on('data', (chunk) => (data += chunk)).on('end', () => resolve([response.statusCode, response.headers['content-type'], JSON.parse(data)]));
  });
  request.on('error', reject).end(text);
});
server.listen(0, '127.0.0.1', async () => {
  console.log(await call('POST', '/notes', { text: 'ärger' }));
  console.log(await call('POST', '/notes', {}));
  console.log(await call('POST', '/notes', '{'));
  console.log(await call('GET', '/notes'));
  console.log(await call('GET', '/notes/1'));
  console.log(await call('GET', '/notes/9'));
  console.log(await call('PUT', '/notes'));
  console.log(await call('GET', '/crash'));
  console.log(await call('DELETE', '/notes/1'));
  console.log(await call('GET', '/nowhere'));
  server.close();
});
