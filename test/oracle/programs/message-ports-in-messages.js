// A port that comes with a message is made when that is received, and wakes behind the ports of that round.
const { receiveMessageOnPort } = require('node:worker_threads');
const a = new MessageChannel(),
  b = new MessageChannel(),
  c = new MessageChannel();
c.port1.postMessage('first for c');
b.port1.postMessage(c.port2, [c.port2]);
a.port1.postMessage({ b: b.port2 }, [b.port2]);
c.port1.postMessage('second for c');
c.port1.on('close', () => console.log('c closed'));
a.port2.on('message', ({ b }) => {
  console.log('a', b instanceof MessagePort);
  b.on('message', (c) => {
    console.log('b');
    c.on('message', (m) => {
      console.log('c', m);
      if (m[0] === 's') c.close();
    });
    b.close();
  });
  a.port2.close();
});
setImmediate(() => {
  console.log('imm');
  setImmediate(() => {
    console.log('imm 2');
    setImmediate(() => console.log('imm 3'));
  });
});
const d = new MessageChannel(),
  e = new MessageChannel();
e.port1.postMessage('here');
d.port1.postMessage(e.port2, [e.port2]);
const { message } = receiveMessageOnPort(d.port2);
console.log(receiveMessageOnPort(message), receiveMessageOnPort(message));
e.port1.close();
message.on('close', () => console.log('moved is closed'));
const f = new MessageChannel();
const g = new MessageChannel();
g.port2.on('message', (port) => {
  port.on('close', () => console.log('f2 closed'));
  port.on('message', (message) => console.log('f2', message));
  g.port2.close();
});
f.port1.postMessage('queued');
f.port1.close();
g.port1.postMessage(f.port2, [f.port2]);
f.port1.on('close', () => console.log('f1 closed'));
process.on('exit', () => console.log('exit'));
