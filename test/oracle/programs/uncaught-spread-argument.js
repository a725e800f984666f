// The place of an uncaught error is the argument that cannot be spread.
const o = {}; console.log(...o.x);
