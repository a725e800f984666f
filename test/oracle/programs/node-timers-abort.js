const { setTimeout: sleep, setImmediate: soon, setInterval: every } = require('timers/promises');
const { once, on, EventEmitter } = require('events');
const tell = async (what, promise) => { try { console.log(what, await promise); } catch (error) { console.log(what, error.name, error.code, error.message, error.cause?.name ?? error.cause); } };
(async () => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 3);
  await tell('sleep', sleep(1000, 'late', { signal: controller.signal }));
  await tell('already', sleep(1, 'x', { signal: AbortSignal.abort('why') }));
  await tell('immediate', soon('x', { signal: AbortSignal.abort() }));
  await tell('in time', sleep(1, 'value', { signal: new AbortController().signal }));
  const second = new AbortController();
  const ticks = [];
  try { for await (const tick of every(2, 'tick', { signal: second.signal })) { ticks.push(tick); if (ticks.length === 3) second.abort(); } } catch (error) { console.log(ticks, error.name); }
  const emitter = new EventEmitter();
  const third = new AbortController();
  setTimeout(() => third.abort(), 2);
  await tell('once', once(emitter, 'never', { signal: third.signal }));
  console.log(emitter.listenerCount('never'), emitter.listenerCount('error'));
  const fourth = new AbortController();
  setTimeout(() => { emitter.emit('x', 1); fourth.abort(); }, 2);
  try { for await (const args of on(emitter, 'x', { signal: fourth.signal })) console.log('on', args); } catch (error) { console.log('on', error.name); }
  await tell('timeout', sleep(50, 'x', { signal: AbortSignal.timeout(5) }).catch((error) => { throw error; }));
  const target = new EventTarget();
  setTimeout(() => target.dispatchEvent(new Event('ping')), 1);
  const [event] = await once(target, 'ping');
  console.log(event.type, event instanceof Event);
  const any = AbortSignal.any([new AbortController().signal, AbortSignal.abort('first')]);
  console.log(any.aborted, any.reason);
})();
