// Where the stack is nearly full Node's own handler of rejections overflows it: the rejection is lost, and the exit code is 0. At what depth
// that is, is not told here.
let calls = 0;
const deep = async () => {
  calls++;
  deep();
};
deep();
console.log('after', calls > 1000);
// With some more room the handler runs.
process.on('unhandledRejection', (reason) => console.log('rejected', reason.message));
const far = (n) => (n > 0 ? far(n - 1) : deeper());
const deeper = () => {
  const list = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  return list.length + deeper(...list, ...list, ...list, ...list, ...list, ...list, ...list, ...list, ...list, ...list, ...list, ...list, ...list, ...list, ...list, ...list, ...list, ...list, ...list, ...list, ...list, ...list, ...list, ...list, ...list, ...list, ...list, ...list);
};
(async () => { far(10); })();
Promise.reject(new Error('near')).catch((error) => console.log('caught', error.message));
