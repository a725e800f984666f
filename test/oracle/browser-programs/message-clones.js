// Messages are copies; cycles and built-in objects survive.
const { port1, port2 } = new MessageChannel();
port1.onmessage = ({ data }) => {
  console.log(data !== message, data.self === data, data.date.getTime(), data.list.join(), data.map.get('key').size);
  console.log(data.error instanceof RangeError, data.error.message, data.view.byteLength, Object.keys(data).join());
};
const message = {
  date: new Date(5),
  list: [1, , 3],
  map: new Map([['key', new Set([1, 2])]]),
  error: new RangeError('no'),
  view: new Uint8Array(4),
};
message.self = message;
port2.postMessage(message);
message.list.push('later');
