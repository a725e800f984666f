// for await takes what timers give.
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function* numbers() {
  for (let i = 0; i < 3; i++) {
    await pause(10);
    yield i;
  }
}
(async () => {
  for await (const number of numbers()) console.log('number', number);
  console.log('over');
})();
queueMicrotask(() => console.log('microtask'));
