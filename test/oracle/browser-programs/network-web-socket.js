// A conversation: open, messages, what is sent, and the end.
const socket = new WebSocket('ws://localhost/talk', ['chat', 'other']);
console.log(
  socket.readyState,
  socket.url,
  JSON.stringify(socket.protocol),
  socket.binaryType,
  socket.extensions,
  socket.bufferedAmount,
);
try {
  socket.send('too early');
} catch (error) {
  console.log(error.name, error.message);
}
setTimeout(() => console.log('timer 0'), 0);
socket.addEventListener('open', (event) => {
  console.log('open', event.constructor.name, socket.readyState, socket.protocol);
  socket.send('hello');
  console.log('buffered', socket.bufferedAmount);
  socket.send('ü');
  console.log('buffered', socket.bufferedAmount);
  Promise.resolve().then(() => console.log('buffered in a microtask', socket.bufferedAmount));
  setTimeout(() => console.log('buffered later', socket.bufferedAmount), 30);
});
socket.onmessage = ({ data, origin, lastEventId, source, ports, constructor }) => {
  console.log('message', data, origin, JSON.stringify(lastEventId), source, ports.length, constructor.name);
  queueMicrotask(() => console.log('microtask of', data));
  if (data !== 'answer to hello') return;
  socket.close(3001, 'enough');
  console.log('closing', socket.readyState);
  socket.send('after close');
  console.log('buffered after close', socket.bufferedAmount);
  socket.close();
};
socket.onerror = () => console.log('error');
socket.onclose = ({ code, reason, wasClean, constructor }) => {
  console.log('close', code, reason, wasClean, constructor.name, socket.readyState, socket.bufferedAmount);
  other();
};
function other() {
  const second = new WebSocket('ws://localhost/closes');
  second.onopen = () => console.log('second open', JSON.stringify(second.protocol));
  second.onmessage = ({ data }) => console.log('second message', data);
  second.onclose = ({ code, reason, wasClean }) =>
    console.log('second close', code, reason, wasClean, second.readyState);
}
