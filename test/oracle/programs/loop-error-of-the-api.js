// What the host's functions say about wrong arguments.
for (const run of [
  () => setTimeout(),
  () => setTimeout('text', 5),
  () => setInterval({}, 5),
  () => setImmediate(null),
  () => queueMicrotask(42),
  () => process.nextTick(undefined),
  () => setTimeout(class Foo {}, Symbol('delay')),
]) {
  try {
    run();
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
