// A worker imports other scripts while it runs, and starts a worker itself.
const url = (text) => URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
const first = url('var made = "first"; const shared = 1; function twice(n) { return 2 * n; }');
const throwing = url('throw new RangeError("while it is imported")');
const inner = url('onmessage = (event) => postMessage("inner " + event.data)');
const worker = new Worker(
  url(`
  postMessage(typeof twice);
  importScripts();
  importScripts('${first}');
  postMessage([made, self.made, shared, self.shared, twice(4)].join());
  try { importScripts('${throwing}'); } catch (error) { postMessage(error.name + ' ' + error.message); }
  try { importScripts('relative.js'); } catch (error) { postMessage(error.name + ' ' + error.message); }
  const worker = new Worker('${inner}');
  worker.onmessage = (event) => postMessage(event.data);
  worker.postMessage('hello');
`),
);
worker.onmessage = (event) => {
  console.log(event.data);
  if (event.data === 'inner hello') startModule();
};
function startModule() {
  const text = 'try { importScripts("x.js") } catch (error) { postMessage(error.message) } postMessage(typeof this)';
  const module = new Worker(url(text), { type: 'module' });
  module.onmessage = (event) => console.log('module', event.data);
}
