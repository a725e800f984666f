// The report waits behind the timers that the script set.
setTimeout(() => console.log('timer of the script'), 0);
Promise.reject(new Error('rejected'));
queueMicrotask(() => setTimeout(() => console.log('timer of a microtask'), 0));
