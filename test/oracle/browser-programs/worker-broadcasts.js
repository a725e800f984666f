// A broadcast is heard by all of its name in the page and in its workers, but for the channel that it comes from.
const text = `
  const news = new BroadcastChannel('news');
  news.onmessage = ({ data }) => {
    if (data.for === 'worker') news.postMessage({ answer: data.list.length, of: name });
    if (data.last) {
      news.postMessage({ bye: name });
      news.close();
    }
  };
  postMessage('ready');
`;
const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
const news = new BroadcastChannel('news');
const other = new BroadcastChannel('other');
other.onmessage = () => console.log('never');
news.onmessage = (event) => {
  console.log(JSON.stringify(event.data), event.origin, event.target === news, event.source, event.ports.length);
  queueMicrotask(() => console.log('microtask'));
};
const worker = new Worker(url, { name: 'one' });
worker.onmessage = ({ data }) => {
  console.log(data);
  // Channels are made known to each other by another process, which may take longer than a message.
  setTimeout(() => news.postMessage({ for: 'worker', list: [1, 2, 3] }), 100);
  setTimeout(() => news.postMessage({ last: true }), 200);
  setTimeout(() => news.postMessage({ for: 'worker', list: [] }), 300);
  setTimeout(() => console.log('end'), 400);
};
console.log('page');
