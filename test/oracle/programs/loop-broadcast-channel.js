// Everybody else of that name hears it.
const [a, b, c] = [new BroadcastChannel('news'), new BroadcastChannel('news'), new BroadcastChannel('other')];
a.onmessage = ({ data }) => console.log('a', data);
b.onmessage = ({ data }) => {
  console.log('b', data);
  if (data === 3) for (const channel of [a, b, c]) channel.close();
};
c.onmessage = ({ data }) => console.log('c', data);
a.postMessage(1);
b.postMessage(2);
a.postMessage(3);
setImmediate(() => console.log('immediate'));
