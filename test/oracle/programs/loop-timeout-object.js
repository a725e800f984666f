// Node's Timeout: this, arguments, refresh, unref, hasRef, close, and as a number.
const timeout = setTimeout(
  function (...args) {
    console.log(this === timeout, args.join('+'), this.hasRef());
  },
  10,
  'a',
  'b',
);
console.log(typeof timeout, timeout.constructor.name, timeout.hasRef(), timeout.unref() === timeout, timeout.hasRef());
timeout.ref();
const unrefed = setTimeout(() => console.log('never: nothing keeps the loop alive for it'), 5000);
unrefed.unref();
const byNumber = setTimeout(() => console.log('never: cleared by its number'), 5);
clearTimeout(+byNumber);
const closed = setInterval(() => console.log('never: closed'), 5);
closed.close();
let refreshed = 0;
const again = setTimeout(() => {
  console.log('refreshed', ++refreshed);
  if (refreshed < 3) again.refresh();
}, 10);
console.log(isNaN(Number(byNumber)), `${typeof Number(byNumber)}`);
