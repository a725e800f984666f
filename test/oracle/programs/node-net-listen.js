// Listening twice, at a port that is taken, nowhere.
const net = require('net'); const log = console.log;
const s = net.createServer();
log(s.address(), s.listening);
s.close((e) => log('not running', e.code, e.message));
s.on('close', () => log('close event'));
const t = net.createServer().listen(0, '127.0.0.1', () => {
  log('listening', t.address().family, t.address().address);
  try { t.listen(0); } catch (e) { log(e.code, e.name, e.message); }
  const port = t.address().port;
  const u = net.createServer().on('error', (e) => { log(e.message.replace(port, 'PORT'), e.code, e.errno, e.syscall, e.address, e.port === port, Object.keys(e));
    const h = require('http').createServer().on('error', (e) => { log(e.message.replace(port, 'PORT'), e.code);
      t.close((e) => { log('t closed', e, t.address(), t.listening); t.listen(port, '127.0.0.1', () => { log('again', t.address().port === port); t.close(); }); }); }).listen(port, '127.0.0.1');
  });
  log(u.listen(port, '127.0.0.1') === u, u.listening);
});
log(t.listening);
for (const bad of [70000, -1, 'x y', {}, { port: 'abc' }, { host: 'a' }, NaN, null, true, '12a', { path: 5 }]) {
  const v = net.createServer();
  try { if (typeof bad !== 'string' || bad === 'zz') { v.listen(bad); log('ok', bad); v.close(); } } catch (e) { log(String(bad), e.name, e.code, e.message); }
}
