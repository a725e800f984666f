// A server that asks another one.
const net = require('net'); const log = console.log;
const daytime = net.createServer((s) => { s.end('the time\r\n'); });
daytime.listen(0, '127.0.0.1', () => {
  const proxy = net.createServer((from) => { const to = net.connect(daytime.address().port, '127.0.0.1'); from.pipe(to); to.pipe(from); to.on('close', () => log('to close')); from.on('close', () => log('from close')); });
  proxy.listen(0, '127.0.0.1', () => {
    const c = net.connect(proxy.address().port, '127.0.0.1'); let t = ''; c.on('data', (d) => { t += d; }); c.on('end', () => log(JSON.stringify(t)));
    c.on('close', () => { proxy.close(() => log('proxy closed')); daytime.close(() => log('daytime closed')); });
  });
});
