// A promise chain whose last link fails: what ran before is printed, then the process ends with code 1.
const steps = [];
const step = (name, f = (v) => v) => (value) => {
  steps.push(name);
  console.log(name, value);
  return f(value);
};
Promise.resolve(1)
  .then(step('add', (v) => v + 1))
  .then(step('double', async (v) => v * 2))
  .then(step('fail', () => { throw new RangeError('out of range'); }))
  .then(step('skipped'))
  .catch(step('caught', (error) => error.message.length))
  .finally(() => console.log('finally', steps.join()))
  .then(step('fail again', (n) => { throw new TypeError(`length was ${n}`); }));
const handled = Promise.reject(new Error('handled in time'));
handled.catch(({ message }) => console.log(message));
setTimeout(() => console.log('never'), 5);
