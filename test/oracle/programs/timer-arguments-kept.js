// Timers and immediates keep their arguments in lists that a program can reach: they are asked for them when they call.
process.on('uncaughtException', (error) => console.log('uncaught', error.message));
const timeout = setTimeout((...args) => console.log('timeout', args), 20, 'a', 'b');
timeout._timerArgs.push('c');
const immediate = setImmediate((...args) => console.log('immediate', args), 'a');
immediate._argv[0] = 'changed';
const { constructor: Immediate } = immediate;
const { constructor: Timeout } = timeout;
for (const argv of [Symbol.iterator, 0, 'text', new Set([1, 2]), { 0: 'x', length: 1 }, { *[Symbol.iterator]() { yield 1; console.log('in'); yield 2; } }, [, 1]])
  console.log(new Immediate((...args) => console.log('new immediate', typeof argv, args), argv)._argv);
for (const args of [Symbol.iterator, { 0: 'x', length: 1 }, [3, 4], null])
  new Timeout((...given) => console.log('new timeout', typeof args, given), 30, args, false, true).refresh();
