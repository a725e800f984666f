// Cancelled before it ran, and by one that ran.
const never = requestIdleCallback(() => console.log('never'));
cancelIdleCallback(never);
let third;
requestIdleCallback(() => cancelIdleCallback(third));
requestIdleCallback(() => console.log('two'));
third = requestIdleCallback(() => console.log('three'));
cancelIdleCallback(99);
console.log(typeof never, third - never);
