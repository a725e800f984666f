// Messages wait until the port is started.
const { port1, port2 } = new MessageChannel();
port1.addEventListener('message', ({ data }) => console.log('message', data));
port2.postMessage(1);
port2.postMessage(2);
setTimeout(() => {
  console.log('start');
  port1.start();
  setTimeout(() => console.log('timer'), 0);
}, 30);
