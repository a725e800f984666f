// Microtasks behind each message and each listener.
const { port1, port2 } = new MessageChannel();
for (const name of ['one', 'two']) {
  port1.addEventListener('message', ({ data }) => {
    console.log(name, data);
    queueMicrotask(() => console.log('microtask of', name, data));
  });
}
port1.start();
port2.postMessage('a');
port2.postMessage('b');
