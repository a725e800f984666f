const EventEmitter = require('events');
const { once, on } = EventEmitter;
console.log(Object.keys(EventEmitter));
class Mine extends EventEmitter {}
(async () => {
  const emitter = new Mine();
  setTimeout(() => emitter.emit('ready', 1, 2));
  console.log(await once(emitter, 'ready'));
  setTimeout(() => emitter.emit('error', new Error('failed')));
  try { await once(emitter, 'ready'); } catch (error) { console.log(error.message); }
  console.log(emitter.listenerCount('ready'), emitter.listenerCount('error'));
  setTimeout(() => { for (let i = 0; i < 3; i++) emitter.emit('tick', i); emitter.emit('end'); });
  for await (const [value] of on(emitter, 'tick', { close: ['end'] })) console.log('tick', value);
  setTimeout(() => { emitter.emit('tick', 'x'); emitter.emit('error', new Error('stop')); });
  try { for await (const args of on(emitter, 'tick')) console.log(args); } catch (error) { console.log('caught', error.message); }
  const iterator = on(emitter, 'a');
  emitter.emit('a', 1);
  console.log(await iterator.next(), await iterator.return(), await iterator.next(), emitter.eventNames());
  try { iterator.throw('x'); } catch (error) { console.log(error.message); }
  const capturing = new EventEmitter({ captureRejections: true });
  capturing.on('job', async () => { throw new Error('async failure'); });
  capturing.on('error', (error) => console.log('error event', error.message));
  capturing.emit('job');
  await null;
  const special = new EventEmitter({ captureRejections: true });
  special[Symbol.for('nodejs.rejection')] = (error, type, ...args) => console.log('rejection', error.message, type, args);
  special.on('x', async () => { throw new Error('y'); });
  special.emit('x', 1, 2);
  await new Promise(setImmediate);
  const named = new EventEmitter.EventEmitterAsyncResource({ name: 'Q' });
  named.on('e', function (v) { console.log(v, this === named, typeof named.asyncId, named.asyncResource.constructor.name); });
  named.emit('e', 5);
  console.log(EventEmitter.getEventListeners(emitter, 'zzz'), EventEmitter.getMaxListeners(emitter), EventEmitter.listenerCount(emitter, 'x'));
  EventEmitter.setMaxListeners(5, emitter);
  console.log(emitter.getMaxListeners(), EventEmitter.defaultMaxListeners);
  try { await once({}, 'x'); } catch (error) { console.log(error.code, error.message); }
  try { on({}, 'x'); } catch (error) { console.log(error.code, error.message); }
  try { on(emitter, 'x', { highWaterMark: 0 }); } catch (error) { console.log(error.code, error.message); }
})();
