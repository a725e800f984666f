// Messages of several posters to one port arrive in the order in which they were posted.
const { port1, port2 } = new MessageChannel();
const callbacks = {
  1: () => scheduler.postTask(() => postMessage(null), { priority: 'user-blocking' }),
  3: () => ['3a', '3b'].forEach((data) => port2.postMessage(data)),
};
port1.onmessage = ({ data }) => {
  console.log('message', data);
  callbacks[data]?.();
};
onmessage = () => {
  console.log('window');
  port2.postMessage('of the window');
};
for (const data of [1, 2, 3]) port2.postMessage(data);
