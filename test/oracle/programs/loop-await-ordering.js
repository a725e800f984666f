// await of a value, of a native promise, of a thenable, and return of a promise from an async function.
const order = [];
const mark = (text) => void order.push(text);
async function awaitsValue() {
  await 1;
  mark('value');
}
async function awaitsPromise() {
  await Promise.resolve();
  mark('promise');
}
async function awaitsThenable() {
  await { then: (resolve) => resolve() };
  mark('thenable');
}
async function returnsValue() {
  return 1;
}
async function returnsPromise() {
  return Promise.resolve(1);
}
awaitsValue();
awaitsPromise();
awaitsThenable();
returnsValue().then(() => mark('return value'));
returnsPromise().then(() => mark('return promise'));
(async () => {
  await awaitsValue();
  mark('after call');
})();
let tick = Promise.resolve();
for (let i = 1; i <= 6; i++) tick = tick.then(() => mark(`tick ${i}`));
tick.then(() => console.log(order.join('\n')));
