// With a timeout it runs even if the thread is never idle.
const start = performance.now();
let didRun = false;
requestIdleCallback(
  () => {
    didRun = true;
    console.log('idle');
  },
  { timeout: 30 },
);
setTimeout(function busy() {
  const end = performance.now() + 15;
  while (performance.now() < end);
  if (performance.now() - start < 250) setTimeout(busy, 0);
  else console.log('over', didRun);
}, 0);
