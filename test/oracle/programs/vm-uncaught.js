// vm: an uncaught error of a script has its place in its stack.
require('vm').runInThisContext('let x = 1;\nthrow new Error("boom")', { filename: 'my.js' });
