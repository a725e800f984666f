// What a listener queues that was begun in a message.
const { port1, port2 } = new MessageChannel();
port1.onmessage = () => {
  port1.close();
  console.log('outside');
  process.nextTick(() => console.log('tick of the outside'));
  queueMicrotask(() => console.log('microtask of the outside'));
  const target = new EventTarget();
  target.addEventListener('event', () => {
    console.log('inside');
    setTimeout(() => console.log('timer'), 200);
    setImmediate(() => console.log('immediate'));
    process.nextTick(() => console.log('tick'));
    queueMicrotask(() => console.log('microtask'));
    Promise.resolve()
      .then(() => console.log('promise'))
      .then(() => process.nextTick(() => console.log('tick of the promise')));
    process.nextTick(() => queueMicrotask(() => console.log('microtask of the tick')));
    console.log('inside is over');
  });
  target.dispatchEvent(new Event('event'));
};
port2.postMessage(null);
console.log('script');
