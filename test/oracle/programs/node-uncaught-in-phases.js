// A listener of uncaughtException: what runs behind an exception of a timer, an immediate, a tick and a microtask.
process.on('uncaughtException', (error, origin) => {
  console.log('caught', error.message, origin);
  Promise.resolve().then(() => console.log('microtask of the listener'));
  process.nextTick(() => console.log('tick of the listener'));
});
const later = (text) => {
  process.nextTick(() => console.log('tick', text));
  Promise.resolve().then(() => console.log('microtask', text));
};
function start(set, name) {
  set(() => {
    later(name);
    throw new Error(`${name} 1`);
  });
  set(() => {
    console.log(name, 2);
    later(`${name} 2`);
  });
  set(() => {
    console.log(name, 3);
    throw new Error(`${name} 3`);
  });
  set(() => {
    console.log(name, 4);
    set(() => console.log(name, 'set later'));
    throw new Error(`${name} 4`);
  });
}
start(setImmediate, 'immediate');
setTimeout(() => start((run) => setTimeout(run, 10), 'timer'), 20);
setTimeout(() => start(process.nextTick, 'tick'), 60);
setTimeout(() => start(queueMicrotask, 'microtask'), 80);
setTimeout(() => Promise.reject(new Error('rejected')), 100);
throw new Error('main');
