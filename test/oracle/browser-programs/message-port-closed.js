// Nothing comes through a closed port, and closing again does nothing.
const { port1, port2 } = new MessageChannel();
port1.onmessage = ({ data }) => console.log('message', data);
port2.postMessage('before');
setTimeout(() => {
  port1.close();
  port1.close();
  port2.postMessage('lost');
  console.log('closed');
}, 30);
setTimeout(() => console.log('over'), 60);
