// What events tells of event targets and iterators, and the slices and writes that buffers have beside their own.
'use strict';
const events = require('events');

const target = new EventTarget();
target.addEventListener('a', function one() {});
target.addEventListener('a', () => {}, { once: true });
console.log(events.getEventListeners(target, 'a'), events.getEventListeners(target, 'b'), events.getEventListeners(target, Symbol('a')));
console.log(events.listenerCount(target, 'a'), events.listenerCount(target, 5), events.getMaxListeners(target));
const { signal } = new AbortController();
signal.onabort = function mine() {};
console.log(events.getEventListeners(signal, 'abort'), events.getMaxListeners(signal), events.listenerCount(signal, 'abort'));
events.setMaxListeners(3, target, signal);
console.log(events.getMaxListeners(target), events.getMaxListeners(signal));
events.setMaxListeners(7);
console.log(events.getMaxListeners(new EventTarget()), events.defaultMaxListeners, events.getMaxListeners(new events()));
for (const name of ['getEventListeners', 'listenerCount', 'getMaxListeners'])
  for (const value of [{}, [], 'x', 5])
    try {
      console.log(events[name](value, 'a'));
    } catch (error) {
      console.log(name, error.code, error.message);
    }
const iterator = events.on(new events(), 'x', { highWaterMark: 5, lowWaterMark: 2 });
const marks = iterator[Symbol.for('nodejs.watermarkData')];
console.log(iterator, marks.size, marks.low, marks.high, marks.isPaused);
events.once(new EventTarget(), Symbol('s')).catch((error) => console.log(error.message, error.code));

const buffer = Buffer.from('abcdef');
function attempt(name, ...args) {
  try {
    console.log(name, buffer[name](...args));
  } catch (error) {
    console.log(name, error.name, error.code, error.message, error.stack.split('\n')[0]);
  }
}
for (const name of ['latin1Slice', 'utf8Slice', 'hexSlice', 'ucs2Slice', 'base64Slice'])
  for (const value of [undefined, null, true, -1, 1.5, NaN, Infinity, 2 ** 40, 1n, '', 'x', '2', Symbol('s'), {}, [3]]) {
    attempt(name, value);
    attempt(name, 1, value);
    attempt(name, 4, value);
  }
for (const name of ['latin1Write', 'utf8Write', 'hexWrite'])
  for (const value of [undefined, null, true, -1, 1.5, NaN, Infinity, '', '2', {}, [3]]) {
    attempt(name, value);
    attempt(name, 'ab', value);
    attempt(name, 'ab', 4, value);
    attempt(name, 'ab', 7, value);
  }
