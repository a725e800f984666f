// Setting onmessage starts the port.
const { port1, port2 } = new MessageChannel();
setTimeout(() => {
  for (const data of [1, 2, 3]) port2.postMessage(data);
  setTimeout(() => console.log('timer before'), 0);
  port1.onmessage = ({ data }) => console.log('message', data);
  setTimeout(() => console.log('timer behind'), 0);
}, 20);
