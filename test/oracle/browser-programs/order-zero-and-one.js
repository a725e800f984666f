// A delay of 0 is no delay of 1.
setTimeout(() => console.log('1'), 1);
setTimeout(() => console.log('0'), 0);
setTimeout(() => console.log('0 again'), 0);
setTimeout(() => console.log('without'));
