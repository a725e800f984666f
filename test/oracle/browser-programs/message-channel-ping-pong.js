// Two ports that answer each other, with timers between.
const { port1, port2 } = new MessageChannel();
const answer = (name, port) => {
  port.onmessage = ({ data }) => {
    console.log(name, 'got', data);
    if (data >= 6) return;
    port.postMessage(data + 1);
    setTimeout(() => console.log('timer', data), 0);
  };
};
answer('first', port1);
answer('second', port2);
setTimeout(() => {
  port2.postMessage(0);
  setTimeout(() => console.log('timer'), 0);
}, 20);
