// emit calls its listeners at once.
const EventEmitter = require('events');
const emitter = new EventEmitter();
emitter.on('event', () => {
  console.log('one');
  process.nextTick(() => console.log('tick of one'));
});
emitter.once('event', () => console.log('once'));
emitter.prependListener('event', () => console.log('first of all'));
console.log('before', emitter.emit('event'));
console.log('again', emitter.emit('event'));
console.log('nobody', emitter.emit('other'));
