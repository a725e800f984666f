// events.once gives a promise.
const EventEmitter = require('events');
const emitter = new EventEmitter();
EventEmitter.once(emitter, 'event').then((values) => console.log('once', values.join()));
emitter.on('event', () => console.log('listener'));
process.nextTick(() => emitter.emit('event', 1, 2));
queueMicrotask(() => console.log('microtask'));
