const EventEmitter = require('node:events');
class Bus extends EventEmitter {
  emit(type, ...args) {
    const isHandled = super.emit(type, ...args);
    if (type !== '*' && typeof type === 'string' && !/Listener$/.test(type)) super.emit('*', type, ...args);
    return isHandled;
  }
}
const bus = new Bus();
bus.on('newListener', (type, listener) => console.log('new', String(type), typeof listener));
bus.on('removeListener', (type) => console.log('removed', String(type)));
const order = [];
bus.on('*', (type, ...args) => order.push([type, args]));
bus.prependListener('a', () => order.push('prepended'));
bus.on('a', function (value) { order.push(['a', value, this === bus]); });
bus.once('a', () => { order.push('once'); bus.emit('b'); });
console.log(bus.emit('a', 1), bus.emit('a', 2), bus.emit('b'), bus.eventNames(), bus.listenerCount('a'), bus.rawListeners('a').length);
console.log(order);
const symbol = Symbol('private');
bus.on(symbol, (x) => console.log('symbol', x));
bus.emit(symbol, 5);
bus.off('a', bus.listeners('a')[0]);
bus.removeAllListeners(symbol);
try { bus.emit('error', new RangeError('from the bus')); } catch (error) { console.log(error.name, error.message); }
try { bus.emit('error', { odd: true }); } catch (error) { console.log(error.code, error.message, error.context); }
bus.on(EventEmitter.errorMonitor, (error) => console.log('monitor', error.message));
bus.on('error', (error) => console.log('handled', error.message));
bus.emit('error', new Error('watched'));
EventEmitter.captureRejections = true;
const capturing = new EventEmitter();
EventEmitter.captureRejections = false;
capturing.on('x', async () => { throw new Error('captured'); });
capturing.on('error', (error) => console.log('error', error.message));
capturing.emit('x');
for (let i = 0; i < 11; i++) capturing.on('many', () => {});
