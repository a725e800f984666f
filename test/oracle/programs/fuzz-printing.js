// Odd things that are printed.
const args = function () { return arguments; };
console.log(args(1), Object.setPrototypeOf(args(1), null), Object.setPrototypeOf(args(1), /a/), Object.setPrototypeOf(args(), []));
console.log('%s %s %s', new Int16Array([1, 2]), [1, 2], new Map([[1, 2]]));
console.log(Object.prototype.toString.call(globalThis), String.raw({ raw: 'ab' }, 1));
console.log([...new Int8Array([3, 1, 2]).toSorted((a, b) => (console.log(a, b), a - b))], new Float64Array([1, 2, 3]).sort(() => 1));
