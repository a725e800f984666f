// The interview question: two async functions, a promise and timers.
async function async1() {
  console.log('async1 start');
  await async2();
  console.log('async1 end');
}
async function async2() {
  console.log('async2');
}
console.log('script start');
setTimeout(() => console.log('setTimeout'), 0);
async1();
new Promise((resolve) => {
  console.log('promise1');
  resolve();
}).then(() => console.log('promise2'));
(async () => {
  for (const item of ['x', 'y', 'z']) {
    await item;
    console.log(item);
  }
})();
console.log('script end');
