// Rejections of the listener are another task.
let times = 0;
addEventListener('unhandledrejection', ({ reason }) => {
  console.log('unhandled', reason);
  if (++times < 3) Promise.reject(`number ${times}`);
});
Promise.reject('first');
setTimeout(() => console.log('timer'), 0);
