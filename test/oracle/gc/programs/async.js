// What waits is alive, and what its function has left is not.
const references = {};
async function waits(argument) {
  const local = { of: 'waits' };
  references.local = new WeakRef(local);
  references.argument = new WeakRef(argument);
  await new Promise((resolve) => setTimeout(resolve, 10));
  gc();
  console.log('within', typeof references.local.deref(), typeof references.argument.deref());
  return local.of;
}
waits({}).then(console.log);
const alive = () =>
  console.log(
    Object.entries(references)
      .map(([name, reference]) => `${name} ${typeof reference.deref()}`)
      .join(),
  );
setTimeout(() => {
  gc();
  alive();
}, 2);
setTimeout(() => {
  gc();
  alive();
}, 40);
