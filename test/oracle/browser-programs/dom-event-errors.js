const t = new EventTarget();
addEventListener('error', (e) => {
  console.log('window', e.message, e.error.message, e.target === window, e.cancelable, e.lineno);
  if (e.error.message === 'quiet') e.preventDefault();
});
t.addEventListener('a', () => {
  console.log(1);
  throw new Error('loud');
});
t.addEventListener('a', () => {
  console.log(2);
  throw new TypeError('quiet');
});
t.addEventListener('a', () => console.log(3));
console.log(t.dispatchEvent(new Event('a')));
console.log('after');
setTimeout(() => {
  throw new RangeError('in a timer');
});
