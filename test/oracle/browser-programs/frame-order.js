// Callbacks of a frame in the order of their requests, microtasks between them.
for (const name of ['a', 'b', 'c']) {
  requestAnimationFrame(() => {
    console.log(name);
    queueMicrotask(() => console.log(`microtask of ${name}`));
  });
}
console.log('script');
