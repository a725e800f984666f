// What a frame posts comes before the next frame.
const { port1, port2 } = new MessageChannel();
port1.onmessage = () => console.log('message');
requestAnimationFrame(() => {
  console.log('frame');
  setTimeout(() => console.log('timer'), 0);
  port2.postMessage(null);
  requestAnimationFrame(() => console.log('next frame'));
  queueMicrotask(() => console.log('microtask'));
});
