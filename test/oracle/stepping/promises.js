const steps = [];
const promise = new Promise((resolve) => {
  steps.push('executor');
  resolve(1);
});
promise
  .then((value) => {
    steps.push(value);
    return value + 1;
  })
  .then((value) => {
    steps.push(value);
    throw new Error('no');
  })
  .catch((error) => {
    steps.push(error.message);
  })
  .finally(() => {
    steps.push('end');
  });
queueMicrotask(() => steps.push('microtask'));
steps.push('main');
