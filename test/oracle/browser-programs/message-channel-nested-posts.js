// What a message posts to its own port waits behind all that was there.
const { port1, port2 } = new MessageChannel();
port1.onmessage = ({ data }) => {
  console.log('message', data);
  if (data === 1) {
    port2.postMessage('1a');
    setTimeout(() => console.log('timer of 1'), 0);
    port2.postMessage('1b');
  }
  if (data === 2) {
    port2.postMessage('2a');
    setTimeout(() => console.log('timer of 2'), 0);
  }
};
setTimeout(() => {
  for (const data of [1, 2, 3]) port2.postMessage(data);
}, 20);
