// await goes on in as many turns as then.
async function f() {
  console.log('f begins');
  await null;
  console.log('f 1');
  await null;
  console.log('f 2');
  await null;
  console.log('f 3');
}
f().then(() => console.log('f is over'));
Promise.resolve()
  .then(() => console.log('then 1'))
  .then(() => console.log('then 2'))
  .then(() => console.log('then 3'))
  .then(() => console.log('then 4'));
console.log('script');
