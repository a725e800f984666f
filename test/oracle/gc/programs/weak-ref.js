// A target stays for the job that made or looked at the reference, microtasks and ticks included, and is gone in a later one.
let target = { a: 1 };
const reference = new WeakRef(target);
target = null;
gc();
console.log('same job', reference.deref() !== undefined);
queueMicrotask(() => {
  gc();
  console.log('microtask', reference.deref() !== undefined);
});
process.nextTick(() => {
  gc();
  console.log('tick', reference.deref() !== undefined);
});
setTimeout(() => {
  gc({ type: 'minor' });
  console.log('a scavenge does not clear it', reference.deref() !== undefined);
  setTimeout(() => {
    gc();
    console.log('next task', reference.deref());
  }, 1);
}, 1);
