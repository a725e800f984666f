// Executors that throw, and settling twice.
new Promise((resolve, reject) => {
  reject(new Error('rejected'));
  resolve('ignored');
  throw new Error('ignored as well');
});
new Promise(() => {
  throw new Error('thrown');
});
new Promise((resolve) => resolve(Promise.reject(new Error('inner'))));
setTimeout(() => console.log('timer'), 20);
