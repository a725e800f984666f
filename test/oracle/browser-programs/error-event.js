// What the window is told of an exception.
addEventListener('error', (event) => {
  console.log(event.type, event.message, event.lineno > 0, event.colno > 0, String(event.error), event.cancelable);
  console.log(event instanceof ErrorEvent, event.target === window);
});
setTimeout(() => {
  throw new Error('an error');
}, 0);
setTimeout(() => {
  throw 'a text';
}, 0);
setTimeout(() => {
  throw Object.assign(new Error('renamed'), { name: 'Other' });
}, 10);
setTimeout(() => {
  throw null;
}, 20);
queueMicrotask(() => {
  throw new TypeError('in a microtask');
});
