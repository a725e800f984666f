// Requests that are aborted before they begin, names of an agent's connections, the header host.
const http = require('http');
const agent = new http.Agent();
for (const options of [{}, undefined, { host: 'a', port: 80 }, { host: 'a', localAddress: '1.1.1.1', family: 6 }, { family: 4, socketPath: '/s' }, { port: 1, family: 5 }]) console.log(agent.getName(options));
const server = http.createServer((req, res) => res.end(JSON.stringify([req.rawHeaders.slice(0, 8), req.headers])));
server.listen(0, async () => {
  const { port } = server.address();
  for (const headers of [{ 'X-O': ['1', '2'] }, { Host: 'mine' }]) await new Promise((resolve) => http.get({ port, headers }, (res) => { res.setEncoding('utf8').on('data', (text) => { const got = JSON.parse(text)[1]; if (got.host !== 'mine') delete got.host; delete got.connection; console.log(got); }).on('end', resolve); }).on('error', (e) => { console.log(e.message); resolve(); }));
  for (const headers of [{ host: ['a', 'b'] }]) try { http.get({ port, headers }).on('error', (e) => console.log(e.code)); } catch (e) { console.log(e.code, e.message); }
  const early = http.get({ port });
  for (const name of ['abort', 'error', 'close']) early.on(name, (e) => console.log('early', name, e && e.message, early.aborted, early.destroyed));
  early.abort();
  setTimeout(() => {
    const destroyed = http.get({ port });
    for (const name of ['abort', 'error', 'close']) destroyed.on(name, (e) => console.log('destroyed', name, e && e.message, destroyed.aborted));
    destroyed.destroy();
    setTimeout(() => server.close(), 20);
  }, 20);
});
