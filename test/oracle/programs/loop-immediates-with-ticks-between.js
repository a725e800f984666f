// Ticks and microtasks run between immediates of one phase.
for (const name of ['one', 'two', 'three']) {
  setImmediate(() => {
    console.log(name);
    process.nextTick(() => console.log('tick of', name));
    Promise.resolve().then(() => console.log('promise of', name));
  });
}
