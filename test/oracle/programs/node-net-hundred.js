// A hundred clients.
const net = require('net'); const log = console.log; let open = 0, most = 0, total = 0;
const server = net.createServer((s) => { most = Math.max(most, ++open); s.on('data', (d) => { total += +d; s.end(); }); s.on('close', () => { open--; if (total === 4950) server.close(() => log('done', total, most, open)); }); });
server.listen(0, '127.0.0.1', () => { for (let i = 0; i < 100; i++) { const c = net.connect(server.address().port, '127.0.0.1', () => c.write(String(i))); c.resume(); } });
