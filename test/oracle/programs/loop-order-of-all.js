// The script, ticks, microtasks, messages, immediates, timers.
const { port1, port2 } = new MessageChannel();
port1.onmessage = () => {
  console.log('message');
  port1.close();
};
setTimeout(() => console.log('timer'), 20);
setImmediate(() => console.log('immediate'));
port2.postMessage(null);
queueMicrotask(() => console.log('microtask'));
Promise.resolve().then(() => console.log('promise'));
process.nextTick(() => console.log('tick'));
(async () => {
  console.log('async function');
  await null;
  console.log('behind await');
})();
console.log('script');
