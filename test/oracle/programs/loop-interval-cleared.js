// An interval that clears itself, one that is cleared from outside, and one that a timer of another length overtakes.
let count = 0;
const first = setInterval(() => {
  count++;
  console.log('first', count);
  if (count === 3) clearInterval(first);
}, 10);
const second = setInterval((label) => console.log(label), 25, 'second');
setTimeout(() => {
  console.log('clears second');
  clearInterval(second);
}, 60);
const never = setInterval(() => console.log('never'), 5);
clearTimeout(never);
clearInterval(undefined);
clearInterval(null);
clearTimeout({});
