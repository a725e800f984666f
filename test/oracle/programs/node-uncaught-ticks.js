// Ticks that an exception of another tick leaves waiting: they run before the next immediate, up to the next exception.
process.on('uncaughtException', (error) => console.log('caught', error.message));
const fail = (text) => () => {
  throw new Error(text);
};
setTimeout(() => {
  process.nextTick(fail('first'));
  process.nextTick(() => console.log('behind the first'));
  process.nextTick(fail('second'));
  process.nextTick(() => console.log('behind the second'));
  setImmediate(() => console.log('immediate'));
}, 20);
