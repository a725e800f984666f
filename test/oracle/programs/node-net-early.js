// Writing, ending and destroying before there is a connection.
const net = require('net'); const log = console.log;
const server = net.createServer((s) => { log('connection'); s.on('data', (d) => log('data', String(d))); s.on('end', () => log('s end')); s.on('error', (e) => log('s error', e.message)); s.on('close', (e) => { log('s close', e); if (++n === 3) server.close(); }); }); let n = 0;
server.listen(0, '127.0.0.1', () => {
  const port = server.address().port;
  const a = net.connect(port, '127.0.0.1'); log(a.write('one', (e) => log('one', e)), a.write('two', (e) => log('two', e)), a.writableLength); a.end('three'); a.on('finish', () => log('a finish')); a.on('close', () => { log('a close');
    const b = net.connect(port, '127.0.0.1'); b.write('never', (e) => log('never', e?.code, e?.message)); b.destroy(); log(b.connecting, b.destroyed); b.on('connect', () => log('b connect')); b.on('close', (e) => { log('b close', e);
      const c = net.connect(port, '127.0.0.1', () => log('c connect')); c.on('error', (e) => log('c error', e.message)); c.on('close', (e) => { log('c close', e); 
        const d = net.connect(port, '127.0.0.1'); d.on('connect', () => { d.destroy(new Error('mine')); d.write('late', (e) => log('late', e.code)); }); d.on('error', (e) => log('d error', e.message)); d.on('close', (e) => { log('d close', e); server.close(); });
      }); process.nextTick(() => process.nextTick(() => { log(c.connecting); c.end(); })); c.resume();
    });
  });
  a.resume();
});
