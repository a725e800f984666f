// EventEmitter calls its listeners at once, in order; promises made there run later.
const { EventEmitter, once } = require('node:events');
class Door extends EventEmitter {
  open() {
    console.log('opening');
    console.log('had listeners:', this.emit('open', 'front', 1));
    console.log('opened');
  }
}
const door = new Door();
door.on('open', function (name, count) {
  console.log('first', this === door, name, count);
  Promise.resolve().then(() => console.log('microtask of the first listener'));
});
door.once('open', () => console.log('once'));
door.prependListener('open', () => console.log('prepended'));
const removed = () => console.log('never');
door.on('open', removed);
door.off('open', removed);
door.open();
door.open();
console.log(door.listenerCount('open'), door.eventNames(), door.emit('nothing'));
once(door, 'later').then((values) => console.log('later', values));
setTimeout(() => door.emit('later', 1, 2), 1);
try {
  door.emit('error', new Error('without a listener'));
} catch (error) {
  console.log(error.message);
}
