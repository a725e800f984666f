// Immediates queued by immediates run in the next turn; timers that are due come in between.
const step = (name) => console.log(name);
setImmediate(() => {
  step('immediate 1');
  setImmediate(() => {
    step('immediate of immediate 1');
    setImmediate(() => step('third turn'));
  });
  process.nextTick(() => step('tick between immediates'));
});
setImmediate(() => {
  step('immediate 2');
  Promise.resolve().then(() => step('promise between immediates'));
});
const cancelled = setImmediate(() => step('never'));
setImmediate(() => {
  step('immediate 3 cancels immediate 4');
  clearImmediate(second);
});
const second = setImmediate(() => step('never either'));
clearImmediate(cancelled);
