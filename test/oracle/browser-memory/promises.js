// Who waits for a promise is kept by it; a promise that nobody can settle any more keeps nothing alive.
const wait = async (promise, name) => {
  const mine = watch(name, { name });
  await promise;
  return mine;
};
let settle;
const open = new Promise((resolve) => (settle = resolve));
wait(open, 'of a function that waits for what is held');
wait(new Promise(() => {}), 'of a function that waits for what nobody holds');
wait(Promise.resolve(), 'of a function that has ended');
const result = wait(Promise.resolve(), 'result of a promise that is held');
function* numbers() {
  const mine = watch('of a generator that is held', {});
  yield 1;
  yield mine;
}
const generator = numbers();
generator.next();
(() => {
  const other = (function* () {
    const mine = watch('of a generator that nobody holds', {});
    yield 1;
    yield mine;
  })();
  other.next();
})();
setInterval(() => [open, settle, result, generator], 1000);
