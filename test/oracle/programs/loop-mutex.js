// A lock made of promises lets one in at a time.
let last = Promise.resolve();
const locked = (work) => {
  const result = last.then(work);
  last = result.catch(() => {});
  return result;
};
for (const name of ['a', 'b', 'c']) {
  locked(async () => {
    console.log(name, 'begins');
    await new Promise((resolve) => setTimeout(resolve, 10));
    if (name === 'b') throw new Error('b fails');
    console.log(name, 'ends');
  }).catch((error) => console.log('caught', error.message));
}
