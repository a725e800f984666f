// Four workers take jobs from one list.
const jobs = Array.from({ length: 10 }, (_, index) => index);
const results = [];
async function worker(name) {
  for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
    await null;
    results.push(`${name}${job}`);
  }
}
Promise.all(['a', 'b', 'c', 'd'].map(worker)).then(() => console.log(results.join(' ')));
