// A port that is not referred to does not keep the process alive.
const { port1, port2 } = new MessageChannel();
port1.onmessage = ({ data }) => console.log('message', data);
console.log(port1.hasRef());
port1.unref();
console.log(port1.hasRef(), port2.hasRef());
setTimeout(() => port2.postMessage('in time'), 100);
setTimeout(() => console.log('over'), 300);
process.on('exit', () => console.log('exit'));
