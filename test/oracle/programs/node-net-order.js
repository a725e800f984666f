// Data between timers, immediates, ticks and closing.
const net = require('net'); const log = console.log;
const server = net.createServer((s) => { s.on('data', (d) => { log('server', String(d)); s.write(d); }); s.on('end', () => server.close()); });
server.listen(0, '127.0.0.1', () => {
  const c = net.connect(server.address().port, '127.0.0.1'); let n = 0;
  c.on('data', (d) => { log('client', String(d));
    if (++n === 1) { setTimeout(() => { log('timer'); c.write('from timer'); setImmediate(() => log('immediate of timer')); process.nextTick(() => log('tick')); }, 10); }
    if (n === 2) { setImmediate(() => { log('immediate'); c.write('from immediate'); setImmediate(() => log('immediate 2'));  }); }
    if (n === 3) { Promise.resolve().then(() => { log('micro'); c.write('from micro'); }); process.nextTick(() => log('tick')); setImmediate(() => log('immediate 3')); }
    if (n === 4) { c.end('last'); c.on('finish', () => log('finish')); setImmediate(() => { log('immediate 4'); setImmediate(() => log('immediate 5')); }); process.nextTick(() => log('tick 4')); }
  });
  c.on('end', () => log('end')); c.on('close', () => { log('close'); setImmediate(() => log('immediate of close'));  });
  c.on('connect', () => c.write('first'));
});
