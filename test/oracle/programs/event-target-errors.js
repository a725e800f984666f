// What listeners throw is told in ticks of their own; the dispatch goes on.
const target = new EventTarget();
process.on('uncaughtException', (error, origin) => console.log('uncaught', error.message ?? error, origin));
target.addEventListener('go', () => { console.log('one'); throw new Error('from one'); });
target.addEventListener('go', async () => { console.log('two'); throw new Error('from two'); });
target.addEventListener('go', { handleEvent() { console.log('three'); throw new Error('from three'); } });
target.addEventListener('go', () => { console.log('four'); throw 'text'; });
target.addEventListener('go', () => Promise.reject(new Error('from five')));
process.nextTick(() => console.log('tick before'));
Promise.resolve().then(() => console.log('microtask before'));
console.log(target.dispatchEvent(new Event('go')));
process.nextTick(() => console.log('tick after'));
Promise.resolve().then(() => console.log('microtask after'));
setTimeout(() => {
  console.log('timeout');
  const other = new EventTarget();
  other.addEventListener('again', (event) => {
    try { other.dispatchEvent(event); } catch (error) { console.log(error.code, error.message); }
  });
  other.dispatchEvent(new Event('again'));
}, 300);
