// A checkpoint behind each callback, not behind all that are due.
for (const name of ['one', 'two', 'three']) {
  setTimeout(() => {
    console.log(name);
    Promise.resolve().then(() => console.log(`promise of ${name}`));
    queueMicrotask(() => console.log(`microtask of ${name}`));
  }, 0);
}
