// What a process is made by is a function of the API: it gives back what it is called on.
const constructor = process.constructor;
const prototype = Object.getPrototypeOf(process);
console.log(prototype);
console.log(constructor, constructor.length, Reflect.ownKeys(constructor), constructor.prototype === prototype);
console.log(constructor.call(3), constructor.call(undefined) === globalThis, process.constructor() === process);
console.log(Object.getOwnPropertyDescriptor(prototype, 'constructor'), String(prototype), String(process));
console.log(Object.getOwnPropertyDescriptor(process, Symbol.toStringTag));
const made = new constructor(() => console.log('never called'));
console.log(made, Object.getPrototypeOf(made) === prototype, made instanceof constructor, String(made));
console.log(Reflect.construct(constructor, [], Array), String(constructor));
