// A port that closes keeps its reference until its handle is closed.
const { inspect } = require('util');
const st = (p) => inspect(p).match(/(active|refed): \w+/g).join(' ') + ' ' + p.hasRef();
function run(name, f) {
  const c = new MessageChannel();
  const log = (w) => console.log(name, w, '1', st(c.port1), '2', st(c.port2));
  f(c, log);
  log('closed');
  queueMicrotask(() => log('micro'));
  process.nextTick(() => log('tick'));
  setImmediate(() => { log('imm'); setImmediate(() => log('imm2')); });
}
run('plain', (c) => c.port1.close());
run('listener', (c, log) => { c.port1.on('message', () => {}); c.port1.on('close', () => log('ev1')); c.port2.on('close', () => log('ev2')); c.port1.close(); });
run('both', (c, log) => { c.port1.on('message', () => {}); c.port2.on('message', () => {}); c.port1.on('close', () => log('ev1')); c.port2.on('close', () => log('ev2')); c.port1.close(); });
run('refd', (c, log) => { c.port1.ref(); c.port1.close(); });
run('unref after', (c, log) => { c.port1.ref(); c.port1.close(); c.port1.unref(); });
run('ref after', (c, log) => { c.port1.close(); c.port1.ref(); });
run('both close', (c, log) => { c.port1.close(); c.port2.close(); });
