// A rejection of one message is told of before the messages behind it.
const { port1, port2 } = new MessageChannel();
addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  console.log('unhandled', event.reason);
});
port1.onmessage = ({ data }) => {
  console.log('message', data);
  if (data === 1) Promise.reject('of 1');
};
for (const data of [1, 2, 3]) port2.postMessage(data);
