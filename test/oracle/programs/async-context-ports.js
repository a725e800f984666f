// The async context of what comes from ports, channels and threads is that in which they were made.
const { AsyncLocalStorage } = require('async_hooks');
const als = new AsyncLocalStorage();
const { port1, port2 } = als.run('made', () => new MessageChannel());
als.run('listened', () =>
  port1.on('message', (m) => {
    console.log(m, als.getStore());
    if (m === 'b') port1.close();
  }),
);
als.run('closed', () => port1.on('close', () => console.log('close', als.getStore())));
als.run('posted', () => port2.postMessage('a'));
als.run('posted b', () => port2.postMessage('b'));
const c = als.run('made 2', () => new MessageChannel());
als.run('onmessage', () => {
  c.port1.onmessage = (e) => {
    console.log(e.data, als.getStore());
    Promise.resolve().then(() => console.log('then', als.getStore()));
    process.nextTick(() => console.log('tick', als.getStore()));
    c.port1.close();
  };
});
c.port2.postMessage('c');
const b = als.run('bc', () => new BroadcastChannel('x'));
const b2 = new BroadcastChannel('x');
b.onmessage = (e) => {
  console.log(e.data, als.getStore());
  b.close();
  b2.close();
};
b2.postMessage('bcast');
const outer = als.run('outer', () => new MessageChannel());
const inner = als.run('inner', () => new MessageChannel());
outer.port1.on('message', (m) => {
  console.log('outer', als.getStore());
  m.on('message', (x) => {
    console.log('inner', x, als.getStore());
    m.close();
    outer.port1.close();
  });
});
als.run('sending', () => outer.port2.postMessage(inner.port1, [inner.port1]));
inner.port2.postMessage('through');
const many = als.run('many', () => new MessageChannel());
many.port1.on('message', (m) => {
  console.log(m, als.getStore());
  als.enterWith('entered ' + m);
  if (m === 3) many.port1.close();
});
for (const m of [1, 2, 3]) many.port2.postMessage(m);
