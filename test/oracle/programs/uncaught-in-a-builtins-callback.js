// A builtin that closes its iterator because of an error throws it on: the place stays.
console.log([1, 2].values().reduce((a, b) => a), [1, 2].values().reduce((a, log) => a + b, 10));
