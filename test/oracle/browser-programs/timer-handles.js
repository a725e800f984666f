// Handles are numbers that count up; clearing takes what is like one.
const first = setTimeout(() => console.log('never'), 10);
const second = setInterval(() => console.log('never'), 10);
console.log(typeof first, second - first);
clearTimeout(second);
clearInterval(String(first));
clearTimeout(undefined);
clearTimeout(null);
clearTimeout({});
clearTimeout(12345);
clearTimeout(NaN);
setTimeout(() => console.log('over'), 30);
