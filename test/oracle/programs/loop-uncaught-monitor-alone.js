// A monitor alone does not keep the process alive.
process.on('uncaughtExceptionMonitor', (error, origin) => console.log('monitor', error.message, origin));
process.on('exit', (code) => console.log('exit', code));
setTimeout(() => console.log('never'), 30);
setTimeout(() => {
  throw new Error('thrown');
}, 10);
