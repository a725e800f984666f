// Callbacks come in a task of their own; the last that was registered first; what one throws does not lose the others.
const registry = new FinalizationRegistry((held) => {
  console.log('cleaned up', held);
  process.nextTick(() => console.log('tick after', held));
  Promise.resolve().then(() => console.log('microtask after', held));
  if (held === 2) throw new Error('from the callback');
});
process.on('uncaughtException', ({ message }) => console.log('uncaught', message));
function register() {
  for (let i = 0; i < 4; i++) registry.register({}, i);
  const unregistered = {};
  const token = {};
  registry.register(unregistered, 'unregistered', token);
  console.log(registry.unregister(token), registry.unregister(token));
  const itself = {};
  registry.register(itself, 'token is the target', itself);
}
register();
const kept = {};
registry.register(kept, 'kept');
setTimeout(() => {
  gc();
  console.log('collected');
  setTimeout(() => console.log('end', typeof kept), 50);
}, 1);
