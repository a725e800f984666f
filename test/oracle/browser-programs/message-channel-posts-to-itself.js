// Work in slices, as schedulers do it.
const { port1, port2 } = new MessageChannel();
let slice = 0;
port1.onmessage = () => {
  console.log('slice', ++slice);
  if (slice === 5) return;
  port2.postMessage(null);
  setTimeout(() => console.log('timer of slice', slice), 0);
};
port2.postMessage(null);
