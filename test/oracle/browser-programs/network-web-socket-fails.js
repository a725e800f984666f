// Connections that do not come about, and what the constructor refuses.
const told = (name, run) => {
  try {
    console.log(name, run());
  } catch (error) {
    console.log(name, error.name, error.message);
  }
};
told('no URL', () => new WebSocket());
told('bad URL', () => new WebSocket('ws://'));
told('scheme', () => new WebSocket('ftp://localhost/'));
told('fragment', () => new WebSocket('ws://localhost/#a'));
told('protocols', () => new WebSocket('ws://localhost/', ['a', 'a']));
told('protocol', () => new WebSocket('ws://localhost/', 'a b'));
const watch = (name, url) => {
  const socket = new WebSocket(url);
  for (const type of ['open', 'message', 'error', 'close'])
    socket.addEventListener(type, (event) =>
      console.log(name, type, socket.readyState, event.code, event.reason, event.wasClean, event.constructor.name),
    );
  return socket;
};
const fails = watch('fails', 'ws://localhost/fails');
fails.addEventListener('error', () => queueMicrotask(() => console.log('microtask of error')));
fails.addEventListener('close', () => {
  const early = watch('early', '/slow');
  console.log(early.url);
  early.close();
  console.log('closed early', early.readyState);
  Promise.resolve().then(() => console.log('microtask'));
  setTimeout(() => console.log('timer 0', early.readyState), 0);
  early.addEventListener('close', () => {
    const open = watch('open', 'http://localhost/slow');
    console.log(open.url);
    open.addEventListener('open', () => {
      told('code', () => open.close(1001));
      told('reason', () => open.close(3000, 'x'.repeat(124)));
      told('close', () => open.close());
      told('send', () => open.send('x'));
      setTimeout(() => console.log('timer while it closes', open.readyState), 50);
    });
  });
});
