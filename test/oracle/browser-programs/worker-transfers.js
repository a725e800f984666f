// Buffers and ports that go to a worker and come back.
const text = `
  onmessage = ({ data, ports }) => {
    const [port] = ports;
    port.onmessage = (event) => port.postMessage('by the port: ' + event.data);
    new Uint8Array(data.buffer)[0]++;
    postMessage(data, [data.buffer]);
  };
`;
const worker = new Worker(URL.createObjectURL(new Blob([text])));
const { port1, port2 } = new MessageChannel();
const buffer = Uint8Array.of(41, 7).buffer;
worker.onmessage = ({ data }) => {
  console.log(new Uint8Array(data.buffer).join(), data.when instanceof Date, data.map.get('key'));
  port1.postMessage('hello');
};
port1.onmessage = ({ data }) => {
  console.log(data);
  worker.terminate();
};
worker.postMessage({ buffer, when: new Date(0), map: new Map([['key', 'value']]) }, [buffer, port2]);
console.log(buffer.byteLength, buffer.detached);
