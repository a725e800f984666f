// A buffer that is transferred is gone; a port comes along.
const { port1, port2 } = new MessageChannel();
const other = new MessageChannel();
port2.onmessage = ({ data, ports }) => {
  if (ports.length === 0) return console.log('buffer', data.byteLength);
  console.log(data.word, ports.length, ports[0] instanceof MessagePort, data.port === ports[0]);
  ports[0].onmessage = (event) => console.log('through the port', event.data);
  ports[0].postMessage('back');
};
other.port1.onmessage = ({ data }) => console.log('other end', data);
const buffer = new ArrayBuffer(8);
port1.postMessage(buffer, [buffer]);
console.log(buffer.byteLength);
port1.postMessage({ word: 'take', port: other.port2 }, [other.port2]);
other.port1.postMessage('hello');
try {
  port1.postMessage(null, { transfer: [other.port2] });
} catch (error) {
  console.log(error.name, error.message);
}
