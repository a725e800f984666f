// Of messages that are posted together the first comes at once, the others behind what was queued meanwhile.
const { port1, port2 } = new MessageChannel();
port1.onmessage = ({ data }) => {
  console.log('message', data);
  setTimeout(() => console.log('timer of', data), 0);
};
setTimeout(() => {
  for (let i = 1; i < 5; i++) {
    port2.postMessage(i);
    setTimeout(() => console.log('timer', i), 0);
  }
}, 20);
