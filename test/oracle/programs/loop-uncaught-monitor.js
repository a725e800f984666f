// A monitor hears of an exception first, and changes nothing.
process.on('uncaughtExceptionMonitor', (error, origin) => console.log('monitor', error.message, origin));
process.on('uncaughtException', (error, origin) => console.log('listener', error.message, origin));
setTimeout(() => {
  throw new Error('in a timer');
}, 10);
setTimeout(() => Promise.reject(new Error('in a promise')), 30);
