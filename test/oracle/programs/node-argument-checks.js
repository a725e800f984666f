// The words of Node's checks of arguments, for values of all kinds.
const { EventEmitter } = require('events');
const attempt = (name, run) => {
  try {
    console.log(name, run());
  } catch (error) {
    console.log(name, error.name, error.code, error.message, error.stack.split('\n')[0] === `${error.name} [${error.code}]: ${error.message}`);
  }
};
const values = [undefined, null, 1.5, -1, -0, NaN, Infinity, 2 ** 53, 2 ** 60, 5000000000.5, '1', '1.5', 'x', '', "it's", 'a text longer than that', 'a text that is much longer than that'];
values.push(Symbol('s'), 7n, true, {}, [], new Date(0), Object.create(null), class A {}, function named() {}, new (class Foo {})(), { constructor: { name: 'Q' } }, /x/);
for (const value of values) {
  attempt('exitCode', () => {
    process.exitCode = value;
    return process.exitCode;
  });
  process.exitCode = undefined;
  if (typeof value !== 'function') {
    attempt('setTimeout', () => setTimeout(value));
    attempt('setImmediate', () => setImmediate(value));
    attempt('queueMicrotask', () => queueMicrotask(value));
    attempt('nextTick', () => process.nextTick(value));
    attempt('on', () => process.on('event', value));
    attempt('once', () => new EventEmitter().once('event', value));
    attempt('off', () => new EventEmitter().off('event', value));
    attempt('emitWarning', () => typeof value === 'string' || process.emitWarning(value));
    attempt('promisify', () => typeof require('util').promisify(value));
  }
  attempt('setMaxListeners', () => new EventEmitter().setMaxListeners(value).getMaxListeners());
  attempt('type of a warning', () => value === undefined || typeof value === 'string' || typeof value === 'function' || (typeof value === 'object' && !Array.isArray(value)) || process.emitWarning('text', value));
}
attempt('structuredClone', () => structuredClone());
process.exit('x1');
