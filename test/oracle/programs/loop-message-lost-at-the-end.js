// What waits at a port that is not referred to is lost when the loop has nothing else to do.
const { port1, port2 } = new MessageChannel();
port1.onmessage = ({ data }) => console.log('message', data);
console.log(port1.hasRef());
port1.unref();
setTimeout(() => {
  port2.postMessage('too late');
  broadcasts[1].postMessage('too late');
}, 100);
setTimeout(() => console.log('over'));
process.on('exit', () => console.log('exit'));
const broadcasts = ['one', 'two'].map(() => new BroadcastChannel('lost'));
broadcasts[0].onmessage = ({ data }) => console.log('broadcast', data);
for (const each of broadcasts) each.unref();
setTimeout(() => {
  broadcasts[1].postMessage('heard');
  setImmediate(() => console.log('immediate'));
}, 20);
process.on('beforeExit', () => {
  console.log('beforeExit');
  port2.postMessage('too late');
});
