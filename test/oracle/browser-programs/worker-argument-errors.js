// What Worker and postMessage say of arguments that are wrong.
const url = URL.createObjectURL(new Blob(['']));
const worker = new Worker(url);
const attempts = {
  'no URL': () => new Worker(),
  'bad URL': () => new Worker('http://['),
  'other origin': () => new Worker('https://example.com/worker.js'),
  type: () => new Worker(url, { type: 'other' }),
  options: () => new Worker(url, 5),
  'no message': () => worker.postMessage(),
  function: () => worker.postMessage(() => 1),
  'transfer list': () => worker.postMessage(1, 5),
  'what is transferred': () => worker.postMessage(1, [{}]),
  receiver: () => Worker.prototype.postMessage.call({}, 1),
};
for (const [name, run] of Object.entries(attempts)) {
  try {
    console.log(name, String(run()));
  } catch (error) {
    console.log(name, error.name, error.message);
  }
}
worker.terminate();
worker.terminate();
console.log(worker.postMessage(1), Worker.length, Worker.name);
