// Rejections that nobody handles, reported in a task of their own.
for (const value of [1, 'text', null, undefined, true, Symbol('symbol'), new Error('error'), new TypeError('type')]) {
  Promise.reject(value);
}
setTimeout(() => console.log('timer'), 0);
Promise.resolve().then(() => console.log('promise'));
