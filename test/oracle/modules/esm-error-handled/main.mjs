process.on('uncaughtException', (error, origin) => console.log('handled', error, origin));
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('microtask'));
throw 7;
