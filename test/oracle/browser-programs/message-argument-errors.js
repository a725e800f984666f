// Words of Blink.
const { port1, port2 } = new MessageChannel();
const tries = [
  () => new MessagePort(),
  () => port1.postMessage(),
  () => port1.postMessage(1, [port1]),
  () => postMessage(),
  () => postMessage(1, 'nonsense'),
  () => new BroadcastChannel(),
  () => MessageChannel.prototype.port1,
];
for (const attempt of tries) {
  try {
    attempt();
    console.log('no error');
  } catch (error) {
    console.log(error.name, error.message);
  }
}
