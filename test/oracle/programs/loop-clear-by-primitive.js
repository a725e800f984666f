// A timer is cleared by the number that it converts to.
const first = setTimeout(() => console.log('never'), 10);
const second = setTimeout(() => console.log('never'), 10);
clearTimeout(+first);
clearTimeout(String(+second));
setTimeout(() => console.log('over'), 30);
