// What is too slow loses, and still goes on.
const pause = (ms, value) => new Promise((resolve) => setTimeout(resolve, ms, value));
const limit = (promise, ms) => Promise.race([promise, pause(ms).then(() => Promise.reject(new Error('too slow')))]);
limit(pause(20, 'fast'), 60).then((value) => console.log(value));
limit(
  pause(90, 'slow').then((value) => console.log('still', value)),
  60,
).catch((error) => console.log(error.message));
