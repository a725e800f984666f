// A worker made from a Blob: messages both ways keep their order, and the page goes on meanwhile.
const text = `
  let sum = 0;
  onmessage = (event) => {
    sum += event.data;
    Promise.resolve().then(() => postMessage('microtask behind ' + event.data));
    postMessage({ sum, at: [event.data] });
    if (event.data === 3) close();
  };
`;
const worker = new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
worker.addEventListener('message', (event) => {
  console.log(JSON.stringify(event.data), event instanceof MessageEvent, event.target === worker, event.origin === '');
});
for (const n of [1, 2, 3, 4]) worker.postMessage(n);
console.log('page goes on', String(worker), worker instanceof EventTarget, worker.onmessage);
Promise.resolve().then(() => console.log('microtask of the page'));
