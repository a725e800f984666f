// Events that a server sends, by name, and a connection that comes back until it is closed.
const source = new EventSource('/events');
console.log(source.readyState, source.url, source.withCredentials);
setTimeout(() => console.log('timer', source.readyState), 30);
source.onopen = (event) => console.log('open', event.constructor.name, source.readyState);
source.onmessage = ({ data, lastEventId, origin, type, constructor }) => {
  console.log(type, JSON.stringify(data), JSON.stringify(lastEventId), origin, constructor.name);
  queueMicrotask(() => console.log('microtask of', JSON.stringify(data)));
};
source.addEventListener('update', ({ data, lastEventId, type }) =>
  console.log(type, data, JSON.stringify(lastEventId)),
);
let errors = 0;
source.onerror = (event) => {
  console.log('error', event.constructor.name, source.readyState);
  if (++errors < 2) return;
  source.close();
  console.log('closed', source.readyState);
};
const none = new EventSource('/none');
none.onerror = () => console.log('none: error', none.readyState);
const wrong = new EventSource('/wrong');
wrong.onerror = () => console.log('wrong type: error', wrong.readyState);
const closed = new EventSource('/closed');
closed.onopen = () => {
  closed.close();
  console.log('closed in open', closed.readyState);
};
closed.onmessage = () => console.log('never');
try {
  new EventSource('http://');
} catch (error) {
  console.log(error.name, error.message);
}
