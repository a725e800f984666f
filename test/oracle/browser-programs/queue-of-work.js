// A queue that runs two jobs at a time.
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const jobs = [30, 60, 20, 20].map((ms, index) => async () => {
  console.log('begins', index);
  await pause(ms);
  console.log('ends', index);
});
async function worker() {
  for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) await job();
}
Promise.all([worker(), worker()]).then(() => console.log('all done'));
