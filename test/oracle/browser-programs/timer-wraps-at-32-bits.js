// 2 ** 32 + 20 is 20.
setTimeout(() => console.log('20'), 2 ** 32 + 20);
setTimeout(() => console.log('40'), 40);
setTimeout(() => console.log('0'), 2 ** 32);
setTimeout(() => console.log('also 0'), -(2 ** 31));
