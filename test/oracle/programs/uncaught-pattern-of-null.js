// The place of an uncaught error is the key whose value nothing can be taken from.
let x; ({ ['a' + 1]: x } = null);
