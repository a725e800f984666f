// Functions that wait and have an eval keep all their variables in a context: new.target, too.
function* generator(a) {
  eval('var b = a + 1');
  yield b;
  yield eval('new.target');
  yield eval();
}
console.log([...generator(1)]);
async function wait(a) {
  await eval('a');
  return [eval('new.target'), eval('a + 1'), eval()];
}
wait(3).then(console.log);
(async function* () {
  yield eval('1');
  yield eval('(() => this === globalThis)()');
})()
  .next()
  .then(console.log);
(async () => eval('typeof arguments'))().then(console.log);
