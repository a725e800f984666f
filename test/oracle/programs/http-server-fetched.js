// fetch asks a server of the same process: what either end sees.
const http = require('http');
const server = http.createServer(async (req, res) => {
  console.log('request', req.method, req.url, req.rawHeaders.map((text) => text.replace(/^localhost:.*/, 'HOST')).join(' | '));
  let body = ''; for await (const c of req) { body += c; console.log('chunk', c.length); }
  console.log('body', JSON.stringify(body));
  if (req.url === '/redirect') { res.writeHead(302, { location: '/target' }); res.end(); return; }
  if (req.url === '/json') { res.setHeader('content-type', 'application/json'); res.end(JSON.stringify({ a: 1 })); return; }
  if (req.url === '/parts') { res.write('one '); setTimeout(() => res.end('two'), 100); return; }
  if (req.url === '/cookies') { res.setHeader('set-cookie', ['a=1', 'b=2']); res.statusCode = 404; res.end('none'); return; }
  if (req.url === '/die') { req.socket.destroy(); return; }
  if (req.url === '/late') { res.write('x'); setTimeout(() => req.socket.destroy(), 100); return; }
  if (req.url === '/never') return;
  res.end('ok');
}).listen(0, async () => {
  const base = `http://localhost:${server.address().port}`;
  const clean = (s) => String(s).replaceAll(base, 'BASE');
  const r = await fetch(base + '/json');
  console.log(r.status, r.statusText, r.ok, r.type, clean(r.url), r.headers.get('content-type'), [...r.headers.keys()], await r.json());
  const p = await fetch(base + '/post?x=1#h', { method: 'POST', body: JSON.stringify({ q: 1 }), headers: { 'Content-Type': 'application/json', 'X-Mine': 'a' } });
  console.log(p.status, await p.text());
  console.log(await (await fetch(base + '/form', { method: 'PUT', body: new URLSearchParams({ a: '1 2' }) })).text());
  const parts = await fetch(base + '/parts');
  for await (const chunk of parts.body) console.log(Buffer.from(chunk).toString());
  const red = await fetch(base + '/redirect');
  console.log(red.redirected, clean(red.url), await red.text());
  const man = await fetch(base + '/redirect', { redirect: 'manual' });
  console.log(man.status, man.headers.get('location'));
  const c = await fetch(base + '/cookies'); console.log(c.status, c.headers.getSetCookie(), await c.text());
  const h = await fetch(base + '/head', { method: 'HEAD' }); console.log(h.status, JSON.stringify(await h.text()));
  await fetch(base + '/die').catch((e) => console.log(e.name, e.message, e.cause?.name, e.cause?.code, e.cause?.message));
  await fetch(base + '/late').then((x) => x.text()).catch((e) => console.log(e.name, e.message, e.cause?.name, e.cause?.code, e.cause?.message));
  const ac = new AbortController(); const f = fetch(base + '/never', { signal: ac.signal }); setTimeout(() => ac.abort(), 200);
  await f.then((x) => x.text()).catch((e) => console.log(e.name, e.message));
  console.log((await fetch(base + '/stream', { method: 'POST', duplex: 'half', body: new ReadableStream({ start(c) { c.enqueue(new TextEncoder().encode('ab')); c.enqueue(new TextEncoder().encode('cd')); c.close(); } }) })).status);
  console.log((await fetch(new Request(base + '/blob', { method: 'POST', body: new Blob(['hi'], { type: 'text/x' }) }))).status);
  server.close(() => console.log('closed')); server.closeAllConnections();
});
