// The others still run, and so does the code behind dispatchEvent.
addEventListener('custom', () => {
  console.log('one');
  queueMicrotask(() => console.log('microtask of one'));
  throw new Error('in one');
});
addEventListener('custom', () => console.log('two'));
addEventListener('error', ({ message }) => console.log('error event', message));
dispatchEvent(new Event('custom'));
console.log('behind');
