// Everybody of a name hears it, in all threads but the one channel that it comes from; closed ones hear nothing.
const { Worker } = require('node:worker_threads');
const source = `
  const { parentPort, workerData } = require('node:worker_threads');
  const news = new BroadcastChannel('news');
  const heard = [];
  news.onmessage = ({ data }) => {
    heard.push(data);
    if (data === 'tell') {
      news.postMessage({ from: workerData, heard: heard.slice() });
      news.close();
      parentPort.postMessage('closed ' + workerData);
    }
  };
  new BroadcastChannel('elsewhere').unref().onmessage = () => heard.push('never');
  parentPort.postMessage('ready');
`;
const news = new BroadcastChannel('news');
const second = new BroadcastChannel('news');
console.log(news, [second]);
const told = [];
let ready = 0;
news.onmessage = ({ data, constructor, target }) => told.push(['first', data, constructor.name, target === news]);
second.onmessage = ({ data }) => told.push(['second', data]);
second.unref();
const workers = [1, 2].map((workerData) => new Worker(source, { eval: true, workerData }));
const ended = workers.map((worker) => {
  worker.on('message', (message) => {
    if (message !== 'ready' || ++ready < workers.length) return;
    news.postMessage(new Map([['a', [1, 2]]]));
    try {
      news.postMessage(() => 0);
    } catch (error) {
      console.log(error.name, error.message);
    }
    second.postMessage('tell');
  });
  return new Promise((resolve) => worker.on('exit', resolve));
});
Promise.all(ended).then((codes) => {
  console.log(codes);
  setTimeout(() => {
    // Which of the workers is first is up to them.
    for (const line of told.map((each) => JSON.stringify(each)).sort()) console.log(line);
    news.close();
    console.log(news);
  }, 20);
});
