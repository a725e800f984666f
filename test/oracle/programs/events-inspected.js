const { inspect } = require('util');
const shown = (value, options) => console.log(inspect(value, options).replace(/timeStamp: [\d.]+/g, 'timeStamp: T'));
class Mine extends EventTarget { constructor() { super(); this.field = 1; } }
class MyEvent extends Event { extra = 5; }
shown(new EventTarget()); shown(new Mine()); shown(new Event('a')); shown(new MyEvent('b', { cancelable: true }));
shown(new CustomEvent('c', { detail: { deep: [1, 2] } })); shown({ nested: { again: { event: new Event('d') } } }, { depth: 0 });
shown({ nested: { again: { event: new Event('d') } } }); shown([new Event('e')], { depth: null });
shown(new Event('f'), { depth: -1 }); shown(new Event('f'), { depth: 0 });
shown(new AbortController()); shown(AbortSignal.abort('x')); shown({ a: new AbortController().signal });
shown(Event); shown(CustomEvent); shown(AbortSignal); shown(AbortController); shown(MessageEvent); shown(Mine);
console.log(String(new Event('x')), Object.prototype.toString.call(new EventTarget()), `${new AbortController()}`, String(AbortSignal.abort()));
console.log(Object.keys(new Event('x')), JSON.stringify(new CustomEvent('x', { detail: 1 })), Object.keys(AbortSignal.abort()));
const keys = []; for (const key in new CustomEvent('x')) keys.push(key); console.log(keys.join(' '));
console.log(Object.getOwnPropertyNames(CustomEvent.prototype), Object.keys(EventTarget.prototype), Object.keys(AbortController.prototype), Object.keys(AbortSignal.prototype), Object.getOwnPropertyNames(AbortSignal));
for (const name of ['Event', 'EventTarget', 'CustomEvent', 'MessageEvent', 'CloseEvent', 'AbortController', 'AbortSignal']) {
  const { value, writable, enumerable, configurable } = Object.getOwnPropertyDescriptor(globalThis, name);
  console.log(name, value.name, value.length, writable, enumerable, configurable, typeof value, Object.getPrototypeOf(value).name);
}
console.log(Object.getOwnPropertyNames(globalThis).filter((name) => /Event|Abort/.test(name)));
