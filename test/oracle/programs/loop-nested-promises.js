// Two chains take turns; a promise returned from a callback costs two more ticks than a value.
const log = [];
const chain = (name, count, first = Promise.resolve()) => {
  let promise = first;
  for (let i = 1; i <= count; i++) promise = promise.then(() => void log.push(`${name}${i}`));
  return promise;
};
Promise.resolve()
  .then(() => {
    log.push('outer');
    return Promise.resolve('inner');
  })
  .then((value) => log.push(value));
chain('a', 6);
Promise.resolve()
  .then(() => ({ then: (resolve) => resolve('thenable') }))
  .then((value) => log.push(value));
chain('b', 6).then(() => {
  setTimeout(() => console.log(log.join(' ')), 1);
});
