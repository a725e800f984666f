// Two channels and the window, posted in turn.
const a = new MessageChannel();
const b = new MessageChannel();
a.port1.onmessage = ({ data }) => console.log('a', data);
b.port1.onmessage = ({ data }) => console.log('b', data);
addEventListener('message', ({ data }) => console.log('window', data));
setTimeout(() => {
  a.port2.postMessage(1);
  b.port2.postMessage(1);
  postMessage(1);
  a.port2.postMessage(2);
  postMessage(2);
  b.port2.postMessage(2);
  setTimeout(() => console.log('timer'), 0);
}, 20);
