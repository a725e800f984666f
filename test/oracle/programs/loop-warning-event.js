// A warning is emitted in a tick, and printed.
process.on('warning', (warning) => console.log('warning', warning.name, warning.message));
process.emitWarning('one');
process.emitWarning('two', 'OwnWarning', 'CODE');
process.nextTick(() => console.log('tick'));
queueMicrotask(() => console.log('microtask'));
console.log('script');
