// Atomics.waitAsync and notify in one agent.
const cells = new Int32Array(new SharedArrayBuffer(32));
const other = new Int32Array(cells.buffer, 4);
console.log(Atomics.waitAsync(cells, 0, 5), Atomics.waitAsync(cells, 0, 0, 0));
const waiters = [Atomics.waitAsync(cells, 1, 0), Atomics.waitAsync(cells, 1, 0), Atomics.waitAsync(cells, 1, 0), Atomics.waitAsync(cells, 2, 0)];
console.log(waiters.map(({ async, value }) => [async, value instanceof Promise]));
waiters.forEach(({ value }, i) => value.then((outcome) => console.log('waiter', i, outcome)));
console.log(Atomics.notify(cells, 0), Atomics.notify(cells, 1, 0), Atomics.notify(other, 0, 2), Atomics.notify(cells, 1), Atomics.notify(cells, 2));
console.log('end of the script');
