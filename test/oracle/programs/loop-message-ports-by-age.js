// Ports are served in the order in which they were made, each until it is empty.
const a = new MessageChannel();
const b = new MessageChannel();
b.port1.onmessage = ({ data }) => {
  console.log('b', data);
  if (data === 2) b.port1.close();
};
a.port1.onmessage = ({ data }) => {
  console.log('a', data);
  if (data === 2) a.port1.close();
};
b.port2.postMessage(1);
a.port2.postMessage(1);
b.port2.postMessage(2);
a.port2.postMessage(2);
setImmediate(() => console.log('immediate'));
