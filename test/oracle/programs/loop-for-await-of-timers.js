// for await with pauses, beside an interval.
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function* slow() {
  for (const value of ['a', 'b', 'c']) {
    await pause(30);
    yield value;
  }
}
(async () => {
  for await (const value of slow()) console.log(value);
})();
let count = 0;
const interval = setInterval(() => {
  console.log('interval', ++count);
  if (count === 2) clearInterval(interval);
}, 40);
