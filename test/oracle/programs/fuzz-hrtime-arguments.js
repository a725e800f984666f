// What process.hrtime takes, and what it is.
const attempt = (value) => {
  try {
    const [seconds, nanoseconds] = process.hrtime(value);
    console.log(typeof seconds, Number.isNaN(seconds), typeof nanoseconds, Number.isNaN(nanoseconds));
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
for (const value of [0, null, 'ab', {}, { length: 2, 0: 1, 1: 1 }, [], [1], [1, 2, 3], new Uint8Array(2)]) attempt(value);
for (const value of [[0, 0], [, 1], ['a', 0], [undefined, 1e9], new Proxy([1, 1], {})]) attempt(value);
console.log(process.hrtime.length, Reflect.ownKeys(process.hrtime).includes('prototype'), typeof process.hrtime.bigint());
