// EventEmitter: how it prints, changes while it emits, once, errorMonitor, captureRejections, newListener and removeListener.
const EventEmitter = require('events');
class Source extends EventEmitter { name = 'source'; }
const source = new Source();
console.log(source, EventEmitter, EventEmitter.prototype, Object.keys(source));
source.on('newListener', (type, listener) => console.log('new', type, listener.name));
source.on('removeListener', (type, listener) => console.log('removed', type, listener.name));
function one() { console.log('one', this === source); source.off('data', two); source.on('data', three); }
function two() { console.log('two'); }
function three() { console.log('three'); }
source.on('data', one).prependListener('data', two).once('data', three).prependOnceListener('data', function zero() { console.log('zero'); });
console.log(source, source.listeners('data'), source.rawListeners('data'));
console.log(source.emit('data', 1), source.emit('data', 2), source.emit('none'));
console.log(source.eventNames(), source.listenerCount('data'), source.listenerCount('data', three), source.getMaxListeners());
source.removeAllListeners('data');
console.log(source._events, source._eventsCount);
source.removeAllListeners();
console.log(source, EventEmitter.defaultMaxListeners, typeof EventEmitter.errorMonitor);
source.on(EventEmitter.errorMonitor, (error) => console.log('monitored', error));
for (const args of [[], [undefined], [null], ['text'], [{ a: 1 }], [new TypeError('mine')], [Symbol('s')]]) {
  try {
    source.emit('error', ...args);
  } catch (error) {
    console.log(error.name, error.code, error.message, error.context, Object.keys(error));
  }
}
const capturing = new EventEmitter({ captureRejections: true });
capturing.on('work', async () => { throw new Error('rejected'); });
capturing.on('error', (error) => console.log('captured', error.message));
capturing.emit('work');
EventEmitter.once(source, 'ready').then((args) => console.log('ready', args));
EventEmitter.once(source, 'ready').catch((error) => console.log('failed', error.message));
source.emit('ready', 1, 2);
(async () => {
  for await (const args of EventEmitter.on(source, 'tick')) {
    console.log('tick', args);
    if (args[0] === 2) break;
  }
  console.log(source.eventNames());
})();
source.emit('tick', 1);
source.emit('tick', 2);
console.log(process instanceof EventEmitter, process.listenerCount('exit'));
function Old() { EventEmitter.call(this); this.old = true; }
Object.setPrototypeOf(Old.prototype, EventEmitter.prototype);
console.log(new Old().on('x', one).listenerCount('x'), new Old());
process.on('exit', (code) => console.log('exit', code));
setTimeout(function outer() {
  const error = new RangeError('nobody listens');
  error.code = 'E_NOBODY';
  (function inner() { source.emit('error', error); })();
}, 1);
