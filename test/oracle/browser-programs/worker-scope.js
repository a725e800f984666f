// What the global object of a worker has, and what it lacks.
const text = `
  const has = (name) => name + ' ' + typeof self[name];
  postMessage([
    String(self), self === globalThis, self.name, location.protocol, location.origin,
    self instanceof DedicatedWorkerGlobalScope, self instanceof WorkerGlobalScope, self instanceof EventTarget,
    String(location.constructor.name), String(navigator.constructor.name), navigator.language, isSecureContext,
  ].join());
  postMessage(['window', 'document', 'alert', 'localStorage', 'requestIdleCallback', 'MouseEvent', 'parent', 'top'].map(has).join());
  postMessage(
    ['postMessage', 'close', 'importScripts', 'setTimeout', 'fetch', 'crypto', 'performance', 'structuredClone', 'queueMicrotask',
      'requestAnimationFrame', 'addEventListener', 'Worker', 'MessageChannel', 'reportError', 'URL', 'ErrorEvent'].map(has).join(),
  );
  postMessage([onmessage, onerror, typeof this, this === self].join());
  try { new DedicatedWorkerGlobalScope(); } catch (error) { postMessage(error.message); }
  name = 'other';
  postMessage(name);
  for (const code of ['document', 'window.x']) try { (0, eval)(code); } catch (error) { postMessage(error.name + ': ' + error.message); }
`;
const worker = new Worker(URL.createObjectURL(new Blob([text])), { name: 'scope' });
worker.onmessage = (event) => console.log(event.data);
