// Requests of an async generator wait for each other.
async function* numbers() {
  console.log('begins');
  yield 1;
  console.log('goes on');
  yield Promise.resolve(2);
  return 3;
}
const generator = numbers();
for (let i = 0; i < 4; i++) generator.next().then(({ value, done }) => console.log(value, done));
process.nextTick(() => console.log('tick'));
console.log('script');
