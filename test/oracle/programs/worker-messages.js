// Messages between a thread and its worker: what they may hold, and in which order they arrive.
const { Worker, isMainThread, parentPort, workerData, threadId } = require('node:worker_threads');

if (isMainThread) {
  const shared = { list: [1, 2, 3] };
  const circular = { name: 'circle', date: new Date(86400000), map: new Map([['k', new Set([1, 'two'])]]), shared };
  circular.self = circular;
  const worker = new Worker(__filename, { workerData: { circular, again: shared, big: 12n, nothing: undefined } });
  console.log('threads', threadId, worker.threadId, isMainThread, workerData, parentPort);
  const buffer = new Uint8Array([1, 2, 3, 4]).buffer;
  const view = new Uint16Array(buffer);
  worker.on('online', () => console.log('online'));
  worker.on('message', (message) => {
    if (!message.failed) console.log('main got', message);
    if (message.count < 3) worker.postMessage({ count: message.count + 1 });
    if (message.count === 3) worker.postMessage('stop');
    if (message.failed) console.log('is an error', message.failed instanceof RangeError, message.failed.message, message.failed.cause);
  });
  worker.on('exit', (code) => console.log('exit', code, worker.threadId));
  worker.postMessage({ buffer, view }, [buffer]);
  console.log('transferred', buffer.byteLength, view.length);
  worker.postMessage({ count: 0 });
  for (const value of [() => 1, Symbol('s'), { deep: [class A {}] }, new WeakMap(), Promise.resolve()]) {
    try {
      worker.postMessage(value);
    } catch (error) {
      console.log(error.name, error.code, error.message);
    }
  }
  class Point {
    constructor() {
      this.x = 1;
    }
    get length() {
      return 2;
    }
  }
  worker.postMessage({ point: new Point() });
} else {
  const { circular, again, big } = workerData;
  const facts = [threadId, isMainThread, circular.self === circular, circular.shared === again, big, 'nothing' in workerData];
  parentPort.postMessage({ facts, circular });
  parentPort.on('message', (message) => {
    if (message === 'stop') return parentPort.close();
    if (message.buffer) {
      new Uint8Array(message.buffer)[0] = 9;
      parentPort.postMessage({ view: message.view, same: message.view.buffer === message.buffer });
    } else if (message.point) {
      parentPort.postMessage({ point: message.point, isPlain: Object.getPrototypeOf(message.point) === Object.prototype });
      parentPort.postMessage({ failed: new RangeError('too far', { cause: { by: 7 } }) });
    } else parentPort.postMessage({ count: message.count });
  });
}
