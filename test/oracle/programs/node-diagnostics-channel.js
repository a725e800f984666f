const dc = require('diagnostics_channel');
const { AsyncLocalStorage } = require('async_hooks');
const channel = dc.channel('mine');
console.log(channel.hasSubscribers, channel instanceof dc.Channel, dc.hasSubscribers('mine'));
const listener = (message, name) => console.log('got', message, name);
dc.subscribe('mine', listener);
channel.publish({ a: 1 });
console.log(channel.hasSubscribers, dc.unsubscribe('mine', listener), dc.unsubscribe('mine', listener), channel.hasSubscribers);
channel.publish('nobody');
const store = new AsyncLocalStorage();
channel.bindStore(store, (data) => ({ wrapped: data }));
channel.runStores('x', () => console.log(store.getStore()));
const tracing = dc.tracingChannel('work');
const tell = (event) => (context) => console.log(event, context);
tracing.subscribe({ start: tell('start'), end: tell('end'), asyncStart: tell('asyncStart'), asyncEnd: tell('asyncEnd'), error: tell('error') });
console.log(tracing.traceSync((a, b) => a + b, { id: 1 }, null, 1, 2));
try { tracing.traceSync(() => { throw new Error('sync').message; }, { id: 2 }); } catch (error) { console.log('threw', error); }
tracing.tracePromise(async () => 'value', { id: 3 }).then(console.log);
tracing.traceCallback((callback) => setImmediate(callback, null, 'result'), -1, { id: 4 }, null, (error, value) => console.log('callback', error, value));
try { dc.channel(1); } catch (error) { console.log(error.message); }
