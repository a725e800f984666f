// Arguments reach the callback; what is no function is refused at once.
process.nextTick((...values) => console.log(values.join()), 1, 'two', [3]);
process.nextTick(function () {
  console.log(this === undefined || this === globalThis, arguments.length);
});
for (const value of [undefined, null, 5, 'text', {}]) {
  try {
    process.nextTick(value);
  } catch (error) {
    console.log(error.name, error.code);
  }
}
