// Exceptions in a worker: what the page is told.
const url = (text) => URL.createObjectURL(new Blob([text]));
window.onerror = () => console.log('the window is told');
const worker = new Worker(
  url(`
  onmessage = ({ data }) => {
    if (data === 'text') throw 'a text';
    if (data === 'listened') self.onerror = (message, source, line, column, error) => {
      postMessage([message, line, error.name].join());
      return true;
    };
    throw new RangeError(data);
  };
`),
);
worker.onerror = (event) => {
  console.log(
    event.type,
    event.constructor.name,
    event.message,
    event.lineno,
    event.filename.startsWith('blob:'),
    event.error,
  );
  console.log(event.cancelable, event.bubbles, event.target === worker);
  event.preventDefault();
};
worker.onmessage = (event) => {
  console.log('message', event.data);
  startBroken();
};
worker.postMessage('text');
worker.postMessage('plain');
worker.postMessage('listened');
function startBroken() {
  const broken = new Worker(url('\n  let let = 1;'));
  broken.onerror = ({ message, lineno, colno }) => {
    console.log(message, lineno, colno);
    return false;
  };
}
