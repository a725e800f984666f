// Handled in a microtask, or in a task before the report: nothing is reported.
const first = Promise.reject(new Error('first'));
queueMicrotask(() => first.catch(() => console.log('caught in a microtask')));
const second = Promise.reject(new Error('second'));
setTimeout(() => second.catch(() => console.log('caught in a timer')), 0);
const third = Promise.reject(new Error('third'));
setTimeout(() => third.catch(() => console.log('caught too late')), 30);
