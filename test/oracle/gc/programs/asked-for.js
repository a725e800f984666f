// gc() as V8 makes it.
console.log(gc.name, gc.length, gc(), gc({ type: 'minor' }), gc({ type: 'major' }), gc(true));
console.log(Object.getOwnPropertyDescriptor(globalThis, 'gc').enumerable, Object.keys(globalThis).includes('gc'));
const promise = gc({ execution: 'async' });
console.log(promise instanceof Promise);
promise.then((value) => console.log('later', value));
console.log('at once');
process.nextTick(() => console.log('tick'));
