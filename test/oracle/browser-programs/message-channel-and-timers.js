// A message becomes a task when it is posted: first come, first served.
const { port1, port2 } = new MessageChannel();
port1.onmessage = ({ data }) => console.log('message', data);
setTimeout(() => console.log('timer before'), 0);
port2.postMessage(1);
setTimeout(() => console.log('timer behind'), 0);
Promise.resolve().then(() => console.log('promise'));
console.log('script');
