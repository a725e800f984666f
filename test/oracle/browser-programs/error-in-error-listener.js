// An exception of a listener for errors is told without another event.
addEventListener('error', ({ message }) => {
  console.log('first', message);
  throw new Error('in the listener');
});
addEventListener('error', ({ message }) => console.log('second', message));
setTimeout(() => {
  throw new Error('thrown');
}, 0);
setTimeout(() => console.log('timer'), 0);
