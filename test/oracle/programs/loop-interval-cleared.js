// An interval that clears itself, one that is cleared by a timer it sets, and handles of every kind that clear nothing.
let count = 0;
const first = setInterval(() => {
  console.log('first', ++count);
  if (count < 3) return;
  clearInterval(first);
  later();
}, 5);
function later() {
  let rounds = 0;
  const second = setInterval(
    (label) => {
      console.log(label, ++rounds);
      if (rounds === 2) {
        setTimeout(() => {
          clearTimeout(second);
          console.log('cleared');
        }, 1);
      }
    },
    40,
    'second',
  );
}
const never = setInterval(() => console.log('never'), 5);
clearTimeout(never);
clearInterval(undefined);
clearInterval(null);
clearTimeout({});
clearTimeout('12345');
