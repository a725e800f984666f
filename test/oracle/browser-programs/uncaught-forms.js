// Whatever is thrown is reported, and later tasks run.
const values = [5, 'text', null, undefined, true, 10n, Symbol('symbol'), -0, NaN];
for (const value of values) {
  setTimeout(() => {
    throw value;
  }, 0);
}
setTimeout(() => console.log('later'), 0);
