// A request can be cancelled before its frame and in it.
const never = requestAnimationFrame(() => console.log('never'));
cancelAnimationFrame(never);
let third;
requestAnimationFrame(() => {
  console.log('one');
  cancelAnimationFrame(third);
});
requestAnimationFrame(() => console.log('two'));
third = requestAnimationFrame(() => console.log('three'));
requestAnimationFrame(() => console.log('four'));
cancelAnimationFrame(99);
cancelAnimationFrame(undefined);
console.log(typeof third, third - never);
