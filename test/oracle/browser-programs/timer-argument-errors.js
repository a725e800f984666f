// Words of Blink.
const tries = [
  () => setTimeout(),
  () => setInterval(),
  () => queueMicrotask(),
  () => queueMicrotask(5),
  () => queueMicrotask({}),
  () => setTimeout(() => {}, 5n),
  () => setInterval(() => {}, 5n),
  () => requestAnimationFrame(),
  () => requestAnimationFrame({}),
  () => requestIdleCallback(3),
  () => requestIdleCallback(() => {}, 5),
];
for (const attempt of tries) {
  try {
    attempt();
    console.log('no error');
  } catch (error) {
    console.log(error.name, error.message);
  }
}
