// Recursion that overflows
//
// Watch the stack grow, first by five frames, then without an end. V8 gives the stack about one megabyte; when it is full the
// call throws a RangeError. Step over the catch and see the whole tower fall in one moment.

function countDown(n) {
  if (n === 0) return 'liftoff';
  return countDown(n - 1);
}
console.log(countDown(5));

function countForever(n) {
  return countForever(n + 1);
}

try {
  countForever(0);
} catch (error) {
  console.log(`${error.name}: ${error.message}`);
}
console.log('the stack is empty again');
