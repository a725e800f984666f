// Settled from outside, by a tick.
const { promise, resolve, reject } = Promise.withResolvers();
promise.then((value) => console.log('fulfilled', value)).finally(() => console.log('finally'));
process.nextTick(resolve, 'by a tick');
process.nextTick(reject, 'too late');
queueMicrotask(() => console.log('microtask'));
