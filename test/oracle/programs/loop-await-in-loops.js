// Two async functions take turns.
async function counts(name) {
  for (let i = 0; i < 3; i++) {
    console.log(name, i);
    await null;
  }
}
counts('a').then(() => console.log('a is over'));
counts('b').then(() => console.log('b is over'));
process.nextTick(() => console.log('tick'));
