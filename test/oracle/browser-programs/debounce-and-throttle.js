// Two classics of timers.
const log = [];
const debounce = (callback, ms) => {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(callback, ms, ...values);
  };
};
const throttle = (callback, ms) => {
  let isWaiting = false;
  return (...values) => {
    if (isWaiting) return;
    isWaiting = true;
    callback(...values);
    setTimeout(() => (isWaiting = false), ms);
  };
};
const slow = debounce((value) => log.push(`debounced ${value}`), 60);
const some = throttle((value) => log.push(`throttled ${value}`), 70);
for (let i = 0; i < 5; i++) {
  setTimeout(() => {
    slow(i);
    some(i);
  }, i * 20);
}
setTimeout(() => console.log(log.join(', ')), 250);
