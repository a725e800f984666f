// return of a promise takes three turns, return await one.
const promise = Promise.resolve();
(async () => promise)().then(() => console.log('return'));
(async () => await promise)().then(() => console.log('return await'));
(async () => {})().then(() => console.log('nothing'));
Promise.resolve()
  .then(() => console.log(1))
  .then(() => console.log(2))
  .then(() => console.log(3))
  .then(() => console.log(4));
