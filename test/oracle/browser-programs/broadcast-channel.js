// Everybody else of that name hears it, in the order in which it was posted.
const [a, b, c] = [new BroadcastChannel('news'), new BroadcastChannel('news'), new BroadcastChannel('other')];
a.onmessage = ({ data }) => console.log('a', data);
b.onmessage = ({ data, target }) => console.log('b', data, target === b);
c.onmessage = ({ data }) => console.log('c', data);
a.postMessage(1);
b.postMessage(2);
a.postMessage(3);
setTimeout(() => {
  b.close();
  a.postMessage(4);
  try {
    b.postMessage(5);
  } catch (error) {
    console.log(error.name, error.message);
  }
}, 300);
console.log(a.name, String(a));
