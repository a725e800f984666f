// How many ticks each combinator takes, counted against a plain chain.
const order = [];
const mark = (name) => () => void order.push(name);
Promise.all([1, 2]).then(mark('all'));
Promise.all([]).then(mark('all of nothing'));
Promise.allSettled([1]).then(mark('allSettled'));
Promise.any([1]).then(mark('any'));
Promise.race([1]).then(mark('race'));
Promise.resolve(1).finally(() => {}).then(mark('finally'));
Promise.reject(1).finally(() => {}).catch(mark('finally of a rejection'));
Promise.resolve(Promise.resolve(1)).then(mark('resolve of a promise'));
new Promise((resolve) => resolve(Promise.resolve(1))).then(mark('resolved with a promise'));
Promise.reject(1).then(mark('never'), mark('rejected')).then(mark('after rejected'));
Promise.reject(1).then(mark('never')).catch(mark('caught later'));
Promise.try(() => 1).then(mark('try'));
Promise.try(() => Promise.resolve(1)).then(mark('try with a promise'));
let tick = Promise.resolve();
for (let i = 1; i <= 8; i++) tick = tick.then(mark(`tick ${i}`));
tick.then(() => console.log(order.join(', ')));
