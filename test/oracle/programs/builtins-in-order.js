// The order in which V8 has its builtins, and the words of those that are called on something else.
const TypedArray = Object.getPrototypeOf(Uint8Array);
for (const each of [TypedArray, TypedArray.prototype, DataView.prototype, Atomics]) console.log(Reflect.ownKeys(each).map(String).join(' '));
const message = (run) => {
  try {
    return run();
  } catch (error) {
    return error.message;
  }
};
for (const [key, { value, get }] of Object.entries(Object.getOwnPropertyDescriptors(TypedArray.prototype))) {
  const method = value ?? get;
  if (key !== 'constructor') console.log(key, message(() => method.call([1], () => 1)));
}
for (const value of [0, 's', undefined, null, {}, [], Symbol('x'), 1n, true, new Map(), new Error('e')]) {
  console.log(message(() => Function.prototype.apply.call(value, 1, [])));
  console.log(message(() => Function.prototype.apply.call(value, 1)));
}
for (const each of [undefined, 5, -0, 1.5, 'x', null, 1n, Infinity]) console.log(message(() => Atomics.pause(each)));
for (const key of ['map', 'flatMap', 'some']) console.log(message(() => Iterator.prototype[key].call({}, 5)));
